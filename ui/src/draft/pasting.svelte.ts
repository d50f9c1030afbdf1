// Ctrl+V: what lies in the clipboard becomes a file, where it would not become text.
import * as shell from "../shell/commands";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { words } from "../words/words.svelte";
import { arranging } from "./arranging.svelte";
import { draft } from "./draft.svelte";

class Pasting {
  #busy = false;

  async paste(): Promise<void> {
    // A held key pastes once.
    if (this.#busy) return;
    this.#busy = true;
    arranging.note = null;
    try {
      const ticket = /^\d+$/.test(draft.number) ? draft.number : "";
      const pasted = await shell.paste(words.files.screenshot({ at: new Date(), ticket }));
      if (pasted.result === "nothing") return void (arranging.note = words.files.nothingPasted);
      screen.half = "draft";
      draft.attached(pasted.attached);
      if (pasted.attached.added > 0) arranging.said = words.draft.added({ count: pasted.attached.added });
    } catch (error) {
      report(error);
    } finally {
      this.#busy = false;
    }
  }
}

export const pasting = new Pasting();

const textBox = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type));

/** Whether a key press means pasting and would paste nothing by itself: a text box has an event of its own for that. */
export const meansPaste = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "v" && !textBox(event.target);

/** Whether what is pasted into a text box is no text, so that nothing would come of it. */
export const holdsNoText = (event: ClipboardEvent): boolean =>
  textBox(event.target) && (event.clipboardData?.getData("text/plain") ?? "") === "";
