// What the person is putting together, and what the shell knows of it.
import * as shell from "../shell/commands";
import type { Attached, Attachment, Change, Draft, DraftFault, DraftText, FieldsAnswer, FieldsFrom, LeftOut, SetupField } from "../shell/types";
import { report } from "../parts/trouble.svelte";
import { callFields } from "../words/labels.svelte";

/** A change as the screen holds it: `key` outlives removals, so that focus and faults stay with their row. */
export class Row {
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
  }
}
export type Fault = DraftFault | { code: "value_not_chosen"; change: number };
/** Where a fault is shown. */
export type Place = "ticket" | "lead" | "content" | `field-${number}` | `value-${number}`;
export type PlacedFault = { place: Place; fault: Fault };

class DraftDesk {
  ticket = $state("");
  lead = $state("");
  rows = $state<Row[]>([]);
  attachments = $state<Attachment[]>([]);
  fields = $state.raw<SetupField[]>([]);
  fieldsFrom = $state<FieldsFrom>("built_in");
  /** The values that were sent last from this account, newest first, by field. */
  used = $state.raw<Record<string, string[]>>({});
  faults = $state.raw<PlacedFault[]>([]);
  left = $state.raw<LeftOut[]>([]);
  /** How many drafts were taken whole so far: what belonged to the one before is over. */
  taken = $state(0);

  #key = 0;
  #typed = false;
  #saving: Promise<void> | null = null;
  #check = 0;
  #held = false;

  readonly total = $derived(this.attachments.reduce((sum, file) => sum + file.size, 0));
  /** Without the "#" and spaces people type or paste. */
  readonly number = $derived(this.ticket.trim().replace(/^#\s*/, ""));
  readonly free = $derived(this.fields.filter((field) => !this.rows.some((row) => row.field === field.name)));
  readonly empty = $derived(
    this.ticket.trim() === "" && this.lead.trim() === "" && this.rows.length === 0 && this.attachments.length === 0,
  );

  take(draft: Draft): void {
    this.#typed = false;
    this.ticket = draft.ticket;
    this.lead = draft.lead;
    this.rows = draft.changes.map((change) => this.#row(change));
    this.attachments = draft.attachments;
    this.faults = [];
    this.#check += 1;
    this.taken += 1;
  }
  /** They may come at any time: whoever is typing goes on in the same box. */
  takeFields({ from, fields }: FieldsAnswer): void {
    this.fields = fields;
    this.fieldsFrom = from;
    callFields(fields);
    this.rows.forEach((row) => this.#fit(row));
  }
  #row(change: Change, byHand = false): Row {
    const row = new Row(this.#key++, change, byHand);
    this.#fit(row);
    return row;
  }
  #fit(row: Row): void {
    const field = this.fieldNamed(row.field);
    row.ownField = row.byHand || !field;
    if (row.value !== "") row.ownValue = field?.kind === "list" && !field.values.some(({ value }) => value === row.value);
  }
  fieldNamed(name: string): SetupField | undefined {
    return this.fields.find((field) => field.name === name);
  }
  usedIn(name: string): string[] {
    return this.used[name] ?? [];
  }
  /** Whether a list stands there, with something in it to choose. */
  #hasList(name: string): boolean {
    const field = this.fieldNamed(name);
    return field?.kind === "list" && field.values.length + this.usedIn(name).length > 0;
  }
  text(): DraftText {
    return {
      ticket: this.ticket,
      lead: this.lead,
      changes: this.rows.map(({ field, value }) => ({ field, value })),
    };
  }

  edited(place: Place): void {
    this.faults = this.faults.filter((fault) => fault.place !== place);
    this.#typed = true;
    void this.flush();
  }
  /** Saves what was typed, at once: a crash may follow any letter. What is typed during a save goes with the next. */
  flush(): Promise<void> {
    this.#saving ??= this.#save().finally(() => (this.#saving = null));
    return this.#saving;
  }
  async #save(): Promise<void> {
    while (this.#typed && !this.#held) {
      this.#typed = false;
      try {
        await shell.saveDraft(this.text());
      } catch (error) {
        report(error);
      }
    }
  }

  /** While it is being sent nothing is saved: a late answer must not bring back a draft that was sent off. */
  hold(): void {
    this.#held = true;
  }
  release(): void {
    this.#held = false;
    void this.flush();
  }
  /** The lead that was found; empty while it is not known. */
  setLead(lead: string): void {
    if (this.lead === lead) return;
    this.lead = lead;
    this.edited("lead");
  }

  add(name: string): Row {
    return this.#added(this.#row({ field: name, value: "" }));
  }
  /** A field whose name is typed, or was begun already. */
  addOther(typed: string): Row {
    return this.#added(this.#row({ field: typed, value: "" }, true));
  }
  #added(row: Row): Row {
    this.rows.push(row);
    this.edited("content");
    return row;
  }
  /** Sets a field, whether or not it is among the changes already; what it was before, null where it was not. */
  set({ field, value }: Change): string | null {
    const row = this.rows.find((one) => one.field.trim() === field);
    if (!row) {
      this.#added(this.#row({ field, value }));
      return null;
    }
    const before = row.value;
    row.value = value;
    this.#fit(row);
    this.edited(`value-${row.key}`);
    return before;
  }
  removeRow(key: number): void {
    this.rows = this.rows.filter((row) => row.key !== key);
    this.faults = this.faults.filter(({ place }) => place !== `field-${key}` && place !== `value-${key}`);
    this.edited("content");
  }

  attached(attached: Attached): void {
    this.attachments = attached.attachments;
    this.left = attached.left;
    if (attached.added > 0) this.faults = this.faults.filter((fault) => fault.place !== "content");
  }
  async chooseFiles(): Promise<void> {
    try {
      this.attached(await shell.chooseFiles());
    } catch (error) {
      report(error);
    }
  }
  async detach(id: number): Promise<void> {
    try {
      this.attachments = await shell.detach(id);
      this.left = [];
    } catch (error) {
      report(error);
    }
  }

  #placed(fault: Fault): PlacedFault {
    const key = "change" in fault ? (this.rows[fault.change]?.key ?? -1) : -1;
    switch (fault.code) {
      case "ticket_empty":
      case "ticket_not_a_number":
        return { place: "ticket", fault };
      case "lead_empty":
      case "lead_not_an_id":
        return { place: "lead", fault };
      case "field_empty":
      case "field_twice":
        return { place: `field-${key}`, fault };
      case "nothing_to_send":
        return { place: "content", fault };
      default:
        return { place: `value-${key}`, fault };
    }
  }
  /** The shell's faults, in the order of the screen, with the one only the screen can know: a list without a choice. */
  show(faults: DraftFault[]): void {
    const unchosen: Fault[] = this.rows.flatMap((row, change) =>
      row.value.trim() === "" && this.#hasList(row.field) ? [{ code: "value_not_chosen", change }] : [],
    );
    // An empty list that may not be empty is said once.
    const said = faults.filter((fault) => !(fault.code === "value_empty" && unchosen.some((one) => "change" in one && one.change === fault.change)));
    const order = (p: PlacedFault) =>
      p.place === "ticket" ? -2 : p.place === "lead" ? -1 : "change" in p.fault ? p.fault.change : this.rows.length;
    this.faults = [...said, ...unchosen].map((fault) => this.#placed(fault)).sort((a, b) => order(a) - order(b));
  }
  /** On leaving a box: says what is wrong in it, but never that it is empty, while the person is still filling in. */
  async leave(place: Place): Promise<void> {
    const turn = ++this.#check;
    try {
      const faults = await shell.checkDraft(this.text());
      if (turn !== this.#check) return;
      const empty = new Set<Fault["code"]>(["ticket_empty", "lead_empty", "field_empty", "value_empty", "nothing_to_send"]);
      const here = faults.map((fault) => this.#placed(fault)).filter((p) => p.place === place && !empty.has(p.fault.code));
      this.faults = [...this.faults.filter((p) => p.place !== place || empty.has(p.fault.code)), ...here];
    } catch (error) {
      report(error);
    }
  }
  faultAt(place: Place): Fault | null {
    return this.faults.find((placed) => placed.place === place)?.fault ?? null;
  }
}

export const draft = new DraftDesk();
