// Fields and presets for the pretended shell and the tests.
import type { Draft, FieldsAnswer, ListValue, Preset, Presets, PresetsSaved, SetupField, SetupKind } from "../src/shell/types";
import { filled, lead } from "./samples";

export const values = (...texts: string[]): ListValue[] => texts.map((text) => ({ text, value: text }));
export const field = (name: string, kind: SetupKind, part: Partial<SetupField> = {}): SetupField => ({
  name, label: name, kind, group: null, values: [], mandatory: false, locked: false, min_length: null, max_length: null, min_value: null, max_value: null, pattern: null, ...part,
});
const list = (name: string, ...texts: string[]) => field(name, "list", { values: values(...texts) });

const contacts: FieldsAnswer["contacts"] = ["LeadDetail.EmailAddress", "LeadDetail.Phone"];
export const usual: FieldsAnswer = {
  contacts, lacks: { fields: 0, lists: [] }, from: "built_in",
  fields: [
    list("Status", "Open", "In Progress", "On Hold", "Resolved", "Closed"), list("Priority", "Low", "Medium", "High", "Urgent"), field("Title", "text"),
    field("Description", "long_text"), field("DueDate", "time"), list("Channel", "Email", "Phone", "Chat"), list("Type", "Question", "Incident", "Problem", "Request"),
    list("SubType", "Acceptable"), field("Tags", "tags"), field("CcEmails", "emails"),
  ],
};
export const ofAccount: FieldsAnswer = {
  contacts, lacks: { fields: 0, lists: [] }, from: "account",
  fields: [
    ...usual.fields.map((one) => (one.name === "SubType" ? { ...one, label: "Sub Type" } : one.name === "Title" ? { ...one, mandatory: true } : one)),
    { ...list("CustomData.Branch", "Bengaluru", "Delhi", "Mumbai", "Pune"), label: "Branch" },
    field("CustomData.Order_Amount", "number", { label: "Order Amount", min_value: 0, max_value: 1_000_000 }),
    field("CustomData.Order_Number", "text", { label: "Order Number", pattern: "^[A-Z]{2}-[0-9]{4,8}$" }),
    field("CustomData.Purchase_Date", "date", { label: "Purchase Date" }),
    { ...list("mx_Warranty", "Yes", "No"), label: "Under Warranty" },
  ],
};
export const ofTeam: FieldsAnswer = {
  contacts, lacks: { fields: 0, lists: [] }, from: "team",
  fields: [
    { ...list("Status", "Open", "On Hold", "Closed"), group: "Every day" }, { ...list("Priority", "Low", "High"), group: "Every day" },
    { ...list("CustomData.Branch", "Pune", "Delhi"), label: "Branch", group: "Papers" }, field("Description", "long_text", { label: "What happened" }),
  ],
};
export const used: Record<string, string[]> = { Status: ["Resolved", "Open"], "CustomData.Order_Number": ["IN-20240829"], Tags: ["door, repair"] };

export const onHold: Preset = { name: "On hold + papers", note: "The invoice, and a photo of each damaged part.", changes: [{ field: "Status", value: "On Hold" }, { field: "Priority", value: "Low" }] };
export const closed: Preset = { name: "Closed by phone", note: null, changes: [{ field: "Status", value: "Closed" }, { field: "Channel", value: "Phone" }] };
const long: Preset = { name: "The customer has called again after the repair and wants to be called back by the workshop itself", note: null, changes: [{ field: "Title", value: "Call back" }] };

/** What a scene makes of fields and presets. */
export class PretendedFields {
  #presets: Presets;
  constructor(readonly scene: string) {
    this.#presets = scene.startsWith("preset") ? { team: [onHold], own: scene === "presets-many" ? [closed, long, ...[4, 5, 6, 7, 8, 9, 10].map((n) => ({ ...closed, name: `Another ${String(n)}` }))] : [closed] } : { team: [], own: [] };
  }
  get fields(): FieldsAnswer {
    return this.scene === "fields-team" ? ofTeam : this.scene.startsWith("fields") ? ofAccount : usual;
  }
  get used(): Record<string, string[]> {
    return this.scene.startsWith("fields") ? used : {};
  }
  get presets(): Presets {
    return this.#presets;
  }
  get draft(): Draft | null {
    if (this.scene === "fields-faults")
      return {
        ...filled, lead,
        changes: [
          ["CustomData.Order_Amount", "2000000"], ["CustomData.Order_Number", "2024"], ["CcEmails", "ann@example.org, ben"], ["Title", ""], ["CustomData.Purchase_Date", "03/04/2026"], ["DueDate", "soon"],
        ].map(([name = "", value = ""]) => ({ field: name, value })),
        attachments: [],
      };
    if (this.scene === "fields-kinds")
      return {
        ...filled, lead,
        changes: ["Status", "CustomData.Branch", "DueDate", "CustomData.Purchase_Date", "CustomData.Order_Amount", "CustomData.Order_Number", "Tags", "CcEmails", "Description"].map((name) => ({ field: name, value: "" })),
        attachments: [],
      };
    return this.scene.startsWith("preset") ? { ...filled, changes: [{ field: "Priority", value: "High" }], attachments: [] } : null;
  }
  save(own: Preset[]): PresetsSaved {
    const names = this.#presets.team.map(({ name }) => name.toLowerCase());
    for (const [at, preset] of own.entries()) {
      const name = preset.name.trim().toLowerCase();
      if (name === "" || names.includes(name)) return { result: "fault", preset: at, fault: name === "" ? "name_empty" : "name_twice" };
      names.push(name);
    }
    this.#presets = { ...this.#presets, own };
    return { result: "saved", presets: this.#presets };
  }
}
