// A new ticket's customer whom the ticket system does not know yet: fields name them, in place of a lead.
import { newCustomer } from "./customer.svelte";
import { draft } from "./draft.svelte";
import { namesSomebody, newCustomerFields } from "./editedChange.svelte";
import { faults } from "./faults.svelte";
import { focusOn } from "./sending.svelte";

class UnknownCustomer {
  readonly #lines = $derived(draft.job === "new_ticket" ? draft.lines.filter(({ field }) => newCustomerFields.includes(field.trim())) : []);
  /** What is named is sent, whoever was chosen before. */
  readonly meant = $derived(this.#lines.length > 0 && (namesSomebody(this.#lines) || draft.customer.trim() === ""));
  /** What could be said of them besides. */
  readonly further = $derived(newCustomerFields.filter((name) => !this.#lines.some(({ field }) => field.trim() === name)));

  /** Adds one of the fields; an email that was typed to look for them is theirs. */
  async begin(field: string): Promise<void> {
    const email = newCustomer.email.trim();
    newCustomer.lead = "";
    faults.drop("lead");
    if (field === "LeadDetail.EmailAddress" && email !== "") draft.set({ field, value: email });
    else if (!this.#lines.some((line) => line.field.trim() === field)) draft.add(field);
    const line = draft.lines.find((one) => one.field.trim() === field);
    if (line) await focusOn(`value-${line.key}`);
  }
  /** It is somebody who is known, after all. */
  async leave(): Promise<void> {
    for (const { key } of this.#lines) draft.removeLine(key);
    await focusOn("lead");
  }
}

export const unknownCustomer = new UnknownCustomer();
