// A ticket that files' names or a dropped or pasted text name: filled in where no number was typed, else offered.
import { focusOn } from "../parts/focus";
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { NamedTicket } from "../shell/types";
import { words } from "../words/words.svelte";
import { draft } from "./draft.svelte";

/** Where the number stands. */
export type NamedBy = "files" | "text";

class TicketNamed {
  /** By one press. */
  offer = $state.raw<{ number: string; by: NamedBy } | null>(null);
  /** The number that was filled in, for as long as it stands in the box. */
  filled = $state.raw<{ number: string; by: NamedBy } | null>(null);
  /** For the screen reader. */
  said = $state("");

  /** Files were added, by whatever way. */
  async ofFiles(names: string[]): Promise<void> {
    if (names.length === 0 || draft.job === "new_ticket") return;
    try {
      const named = await shell.ticketOfFiles(names);
      if (named) this.take(named, "files");
    } catch (error) {
      report(error);
    }
  }
  /** Whether the text names a ticket. */
  async ofText(text: string): Promise<boolean> {
    if (draft.job === "new_ticket") return false;
    try {
      const named = await shell.ticketOfText(text);
      if (named) this.take(named, "text");
      return named !== null;
    } catch (error) {
      report(error);
      return false;
    }
  }
  /** A number that the person typed is never replaced but by a press; a bare one is only offered, and to an empty box. */
  take({ number, said }: NamedTicket, by: NamedBy): void {
    const free = draft.ticket.trim() === "";
    if (free && said) this.#fill(number, by);
    else if (free || (said && draft.number !== number)) this.offer = { number, by };
  }
  #fill(number: string, by: NamedBy): void {
    this.offer = null;
    this.filled = { number, by };
    this.said = words.namedTicket.filled({ number, by });
    draft.ticket = number;
    draft.edited("ticket");
  }
  /** By the person's press. */
  use(): void {
    if (!this.offer) return;
    this.#fill(this.offer.number, this.offer.by);
    void focusOn("ticket");
  }
  leave(): void {
    this.offer = null;
    void focusOn("ticket");
  }
}

export const namedTicket = new TicketNamed();
