// What the shell knows of the current account's fields, and of the values that were sent last.
import * as shell from "../shell/commands";
import { report } from "../parts/trouble.svelte";
import { draft } from "./draft.svelte";

class Fields {
  // An answer that comes after a later question is about another account, or older.
  #turn = 0;

  /** The account is another one, or there is more to know of it. */
  async look(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const [fields, used] = await Promise.all([shell.fields(), shell.lastUsed()]);
      if (turn !== this.#turn) return;
      draft.used = used;
      draft.takeFields(fields);
    } catch (error) {
      report(error);
    }
  }
}

export const fields = new Fields();

export function watchFields(): void {
  shell.onFieldsRead(() => void fields.look()).catch(report);
}
