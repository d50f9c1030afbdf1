// What the app was asked from outside its window: by a command line, a link, or a team setup that was dropped.
import { arranging } from "../draft/arranging.svelte";
import { draft } from "../draft/draft.svelte";
import { focusOn, sending } from "../draft/sending.svelte";
import { ticket } from "../draft/ticket.svelte";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { setup } from "../setup/setup.svelte";
import * as shell from "../shell/commands";
import type { LaunchRequest } from "../shell/types";
import { words } from "../words/words.svelte";
import { start } from "./start.svelte";

class LaunchRequests {
  /** A link asked for more than it may. */
  strangeLink = $state(false);

  #looking = false;
  #again = false;

  /** Nothing is open that would be put away by it, and the draft is not just being sent off. */
  readonly free = $derived(
    !start.inUse && (screen.opened.what === "nothing" || screen.opened.what === "settings") &&
      screen.question === null && screen.closing === null && sending.state === null,
  );

  /** Takes what waits, one after the other. */
  async look(): Promise<void> {
    this.#again = true;
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (this.#again && this.free) {
        this.#again = false;
        const request = await shell.nextLaunchRequest();
        if (!request) continue;
        await this.#grant(request);
        this.#again = true;
      }
    } catch (error) {
      report(error);
    } finally {
      this.#looking = false;
    }
  }

  async #grant(request: LaunchRequest): Promise<void> {
    switch (request.request) {
      case "setup":
        return setup.show(request.opened);
      case "strange_link":
        this.strangeLink = true;
        return;
      case "draft":
        return this.#fill(request.ticket);
    }
  }
  /** What a person typed for another ticket is not touched unless they say so. */
  async #fill(number: string | null): Promise<void> {
    const other = draft.number;
    const anew = number !== null && other !== "" && other !== number;
    if (anew && !(await this.#mayBegin(number, other))) return;
    await draft.flush();
    const { draft: filled, attached } = await shell.addLaunchedFiles(anew);
    if (anew) draft.take(filled);
    arranging.took(attached);
    screen.half = "draft";
    if (number === null) return;
    if (draft.number !== number) {
      draft.ticket = number;
      draft.edited("ticket");
      ticket.typed(number);
      ticket.left();
    }
    void focusOn("ticket");
  }
  #mayBegin(number: string, other: string): Promise<boolean> {
    const { anewTitle, anew, anewYes, anewNo } = words.launch;
    const text = anew({ other, changes: draft.lines.length, files: draft.attachments.length });
    return screen.ask({ title: anewTitle({ ticket: number }), text, yes: anewYes({ ticket: number }), no: anewNo({ other }), danger: false });
  }
}

export const launchRequests = new LaunchRequests();
