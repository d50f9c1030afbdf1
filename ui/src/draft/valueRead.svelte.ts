// What would be sent of a value that is typed: numbers, dates, times and addresses are understood in many writings, and what
// they are understood as is shown before it is sent.
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Change, SetupKind } from "../shell/types";

export class ValueRead {
  #read = $state.raw<{ typed: string; sent: string | null } | null>(null);
  #asked: Change | null = null;

  async ask(change: Change): Promise<void> {
    this.#asked = change;
    if (change.value.trim() === "") {
      this.#read = null;
      return;
    }
    try {
      const sent = await shell.readValue(change);
      // An answer that comes after a later question is about another text.
      if (this.#asked === change) this.#read = { typed: change.value, sent };
    } catch (error) {
      report(error);
    }
  }
  /** Null while it is not known, and where it cannot be sent so. */
  of(typed: string): string | null {
    return this.#read?.typed === typed ? this.#read.sent : null;
  }
}

/** What is sent, as people write it, where it is not what was typed; else "". */
export function unlike(kind: SetupKind, typed: string, sent: string): string {
  const shown =
    kind === "time" ? sent.replace("T", " ").replace(/^(.{16}):00$/, "$1") : kind === "emails" ? sent.split(",").join(", ") : sent;
  const bare = (text: string) => text.replace(/[\sT]/g, "").replace(/^(\d{4}-\d\d-\d\d\d\d:\d\d):00$/, "$1");
  return bare(shown) === bare(typed) ? "" : shown;
}
