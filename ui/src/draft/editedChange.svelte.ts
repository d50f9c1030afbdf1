import type { Change } from "../shell/types";
import { fields } from "./fields.svelte";

/** The field that every new ticket needs. */
export const title = "Title";
/** What can be said of a customer whom the ticket system does not know yet, in this order. */
export const newCustomerFields = ["LeadDetail.EmailAddress", "LeadDetail.Phone", "LeadDetail.FirstName", "LeadDetail.LastName"];
/** Whether some lines name such a customer. */
export const namesSomebody = (lines: { field: string; value: string }[]): boolean =>
  lines.some(({ field, value }) => fields.contacts.includes(field.trim()) && value.trim() !== "");

/** A change as the screen holds it: `key` outlives removals, so that focus and faults stay with it. */
export class EditedChange {
  field = $state("");
  value = $state("");
  /** Shown as a text box, where a list stood: the person types a value the list does not have. */
  ownValue = $state(false);
  /** Not one of the offered fields: its name is typed too. */
  ownField = $state(false);

  constructor(
    readonly key: number,
    change: Change,
    /** The person types its name: that goes on, whichever fields are offered meanwhile. */
    readonly byHand: boolean,
  ) {
    this.field = change.field;
    this.value = change.value;
    this.fit();
  }
  /** The fields that are offered are others now. */
  fit(): void {
    const field = fields.named(this.field);
    // A new ticket asks for its title whatever fields there are.
    this.ownField = this.byHand || (!field && this.field !== title && !newCustomerFields.includes(this.field));
    if (this.value !== "") this.ownValue = field?.kind === "list" && !field.values.some(({ value }) => value === this.value);
  }
}
