// What is known of the current account's fields, and of the values that were sent last.
import type { FieldsAnswer, FieldsFrom, Lacks, SetupField } from "../shell/types";
import { callFields } from "../words/labels.svelte";

class Fields {
  all = $state.raw<SetupField[]>([]);
  from = $state<FieldsFrom>("built_in");
  /** The values that were sent last from this account, newest first, by field. */
  used = $state.raw<Record<string, string[]>>({});

  /** What the account has and did not tell. */
  lacks = $state.raw<Lacks>({ fields: 0, lists: [] });

  /** What names a customer whom the ticket system does not know yet: one of them is enough. */
  contacts = $state.raw<readonly string[]>([]);

  take({ from, fields, lacks, contacts }: FieldsAnswer): void {
    this.all = fields;
    this.contacts = contacts;
    this.lacks = lacks;
    this.from = from;
    callFields(fields);
  }
  named(name: string): SetupField | undefined {
    return this.all.find((field) => field.name === name);
  }
  usedIn(name: string): string[] {
    return this.used[name] ?? [];
  }
  /** Whether a list stands there, with something in it to choose. */
  hasList(name: string): boolean {
    const field = this.named(name);
    return field?.kind === "list" && field.values.length + this.usedIn(name).length > 0;
  }
}

export const fields = new Fields();
