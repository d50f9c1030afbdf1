// Ctrl+V: what lies in the clipboard becomes a file, where it would not become text.
import * as shell from "../shell/commands";
import type { PasteInto } from "../shell/types";
import { letterOf } from "../parts/keys";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { words } from "../words/words.svelte";
import { arranging } from "./arranging.svelte";
import { draft } from "./draft.svelte";
import { namedTicket } from "./namedTicket.svelte";

class Pasting {
  #busy = false;

  /** `box`: the text box that the person pasted into. */
  async paste(into: PasteInto, box: EventTarget | null = null): Promise<void> {
    // A held key pastes once.
    if (this.#busy) return;
    this.#busy = true;
    arranging.clear();
    try {
      const ticket = /^\d+$/.test(draft.number) ? draft.number : "";
      const pasted = await shell.paste(words.files.pasteName({ at: new Date(), ticket }), into);
      switch (pasted.result) {
        case "nothing":
          return void (arranging.note = words.files.nothingPasted);
        case "picture_beside_text":
          return void (arranging.offer = true);
        case "names_ticket":
          screen.half = "draft";
          return namedTicket.take(pasted.ticket, "text");
        case "text":
          return insert(pasted.text, box);
        case "added":
          screen.half = "draft";
          return arranging.took(pasted.attached);
      }
    } catch (error) {
      report(error);
    } finally {
      this.#busy = false;
    }
  }
}

export const pasting = new Pasting();

/** As the key would have done, so that it can be undone by the next. */
function insert(text: string, box: EventTarget | null): void {
  if (document.activeElement === box) document.execCommand("insertText", false, text);
}

export const textBox = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range", "color", "file"].includes(target.type));

/** Whether a key press means pasting and would paste nothing by itself: a text box has an event of its own for that. */
export const meansPaste = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && letterOf(event) === "v" && !textBox(event.target);

/**
 * Whether the page is shown no text of what is pasted into a text box. There may be some all the same: WebKitGTK hides
 * it as soon as a picture or a file lies beside it. So the shell looks.
 */
export const showsNoText = (event: ClipboardEvent): boolean =>
  textBox(event.target) && (event.clipboardData?.getData("text/plain") ?? "") === "";
