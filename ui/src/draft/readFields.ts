// Asks the shell for the current account's fields.
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import { draft } from "./draft.svelte";
import { fields } from "./fields.svelte";

// An answer that comes after a later question is about another account, or older.
let turn = 0;

/** The account is another one, or there is more to know of it. */
export async function readFields(): Promise<void> {
  turn += 1;
  const asked = turn;
  try {
    const [answer, used] = await Promise.all([shell.fields(), shell.lastUsed()]);
    if (asked !== turn) return;
    fields.used = used;
    draft.takeFields(answer);
  } catch (error) {
    report(error);
  }
}

export function watchFields(): void {
  shell.onFieldsRead(() => void readFields()).catch(report);
}
