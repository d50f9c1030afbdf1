// Files of the draft that went to its ticket before: said, and what the person makes of it.
import { focusOn } from "../parts/focus";
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { AlreadyThere, Delivery } from "../shell/types";
import { arranging } from "./arranging.svelte";
import { draft } from "./draft.svelte";

class FilesAlreadyThere {
  /** The ticket that was asked about, as account and number. */
  #ticket = "";
  /** The files that were asked about for it. */
  #asked = new Set<number>();
  #found = $state.raw<AlreadyThere[]>([]);
  /** What the person adds all the same, as ticket and file. */
  #agreed = $state.raw<ReadonlySet<string>>(new Set());

  /** Those that nothing was said of yet, in the draft's order. */
  readonly all = $derived(
    draft.attachments.flatMap(({ id }) => this.#found.filter(({ file }) => file === id && !this.#agreed.has(this.#key(file)))),
  );

  #key = (file: number) => `${this.#ticket}/${String(file)}`;

  /** The ticket, the account or the files are others, by whatever way. An empty number is no ticket. */
  async look(account: string, number: string, files: readonly number[]): Promise<void> {
    const ticket = `${account}/${number}`;
    if (ticket !== this.#ticket) this.#forget(ticket);
    const fresh = number === "" ? [] : files.filter((file) => !this.#asked.has(file));
    if (fresh.length === 0) return;
    fresh.forEach((file) => this.#asked.add(file));
    try {
      const found = await shell.alreadyThere(number, fresh);
      if (ticket === this.#ticket) this.#found = [...this.#found.filter(({ file }) => !fresh.includes(file)), ...found];
    } catch (error) {
      report(error);
    }
  }
  #forget(ticket: string): void {
    this.#ticket = ticket;
    this.#asked.clear();
    this.#found = [];
  }
  /** A delivery came to another state: whether its files are there is asked anew. */
  changed(delivery: Delivery): void {
    const ticket = `${delivery.account}/${delivery.ticket}`;
    if (ticket !== this.#ticket || delivery.files.length === 0) return;
    this.#asked.clear();
    void this.look(delivery.account, delivery.ticket, draft.attachments.map(({ id }) => id));
  }

  async leaveOut(files: readonly AlreadyThere[]): Promise<void> {
    // One after the other, so that each can be taken back.
    for (const { file } of files) await arranging.remove(file);
  }
  addAllTheSame(files: readonly AlreadyThere[]): void {
    this.#agreed = new Set([...this.#agreed, ...files.map(({ file }) => this.#key(file))]);
    void focusOn("choose-files");
  }
}

export const alreadyThere = new FilesAlreadyThere();
