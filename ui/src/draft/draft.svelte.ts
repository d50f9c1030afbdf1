// What the person is putting together, and what the shell knows of it.
import * as shell from "../shell/commands";
import type { Attached, Attachment, Change, Draft, DraftFault, DraftFiles, DraftText, FieldsAnswer, FieldsFrom, Job, LeftOut, SetupField } from "../shell/types";
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
export type Place = "ticket" | "lead" | "content" | "note" | `field-${number}` | `value-${number}`;
export type PlacedFault = { place: Place; fault: Fault };

/** Rows that every new ticket begins with; the first is needed. */
const begun = ["Title", "Description"];
/** A note changes no fields. */
const none: Row[] = [];

class DraftDesk {
  /** What Send does; what is typed for the others stays. */
  job = $state<Job>("update");
  ticket = $state("");
  lead = $state("");
  /** The lead of a new ticket. */
  customer = $state("");
  note = $state("");
  #rows = $state<Record<"update" | "new_ticket", Row[]>>({ update: [], new_ticket: [] });
  attachments = $state<Attachment[]>([]);
  fields = $state.raw<SetupField[]>([]);
  fieldsFrom = $state<FieldsFrom>("built_in");
  /** The values that were sent last from this account, newest first, by field. */
  used = $state.raw<Record<string, string[]>>({});
  /** Files that can be put back, the latest last. */
  removed = $state.raw<Attachment[]>([]);
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
    [this.ticket, this.lead, this.customer, this.note].every((typed) => typed.trim() === "") &&
      this.#rows.update.length === 0 &&
      this.#rows.new_ticket.every(({ value }) => value.trim() === "") &&
      this.attachments.length === 0,
  );

  /** The fields of what Send does now. */
  get rows(): Row[] {
    return this.job === "note" ? none : this.#rows[this.job];
  }
  set rows(rows: Row[]) {
    if (this.job !== "note") this.#rows[this.job] = rows;
  }
  choose(job: Job): void {
    if (this.job === job) return;
    this.job = job;
    this.faults = [];
    this.#check += 1;
    this.#begin();
    this.edited("content");
  }
  /** A new ticket has its first rows from the start. */
  #begin(): void {
    const { new_ticket: rows } = this.#rows;
    if (this.job !== "new_ticket" || rows.some(({ field }) => field === begun[0])) return;
    const missing = begun.filter((name, at) => at === 0 || (rows.length === 0 && this.fieldNamed(name)));
    this.#rows.new_ticket = [...missing.map((field) => this.#row({ field, value: "" })), ...rows];
  }
  /** Whether a row can't be taken out. */
  isNeeded(row: Row): boolean {
    return this.job === "new_ticket" && row.field === begun[0] && !row.ownField;
  }

  take(draft: Draft): void {
    this.#typed = false;
    this.job = draft.job;
    this.ticket = draft.ticket;
    this.lead = draft.lead;
    this.customer = draft.customer;
    this.note = draft.note;
    this.#rows = {
      update: draft.changes.map((change) => this.#row(change)),
      new_ticket: draft.fields.map((change) => this.#row(change)),
    };
    this.#begin();
    this.arranged(draft);
    this.faults = [];
    this.#check += 1;
    this.taken += 1;
  }
  /** They may come at any time: whoever is typing goes on in the same box. */
  takeFields({ from, fields }: FieldsAnswer): void {
    this.fields = fields;
    this.fieldsFrom = from;
    callFields(fields);
    [...this.#rows.update, ...this.#rows.new_ticket].forEach((row) => this.#fit(row));
  }
  #row(change: Change, byHand = false): Row {
    const row = new Row(this.#key++, change, byHand);
    this.#fit(row);
    return row;
  }
  #fit(row: Row): void {
    const field = this.fieldNamed(row.field);
    // A new ticket asks for its title whatever fields there are.
    row.ownField = row.byHand || (!field && row.field !== begun[0]);
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
    const changes = (rows: Row[]) => rows.map(({ field, value }) => ({ field, value }));
    const { job, ticket, lead, customer, note } = this;
    return { job, ticket, lead, changes: changes(this.#rows.update), customer, fields: changes(this.#rows.new_ticket), note };
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
  /** The lead that was found, of the ticket that the number names or of the new one; empty while it is not known. */
  setLead(lead: string, whose: "lead" | "customer" = "lead"): void {
    if (this[whose] === lead) return;
    this[whose] = lead;
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
  /** Something was done with the files that are here. */
  arranged({ attachments, removed }: DraftFiles): void {
    this.attachments = attachments;
    this.removed = removed;
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
      case "note_empty":
        return { place: "note", fault };
      case "title_empty":
        return { place: `value-${this.rows.find(({ field }) => field.trim() === begun[0])?.key ?? -1}`, fault };
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
      p.place === "ticket" ? -3 : p.place === "lead" ? -2 : p.fault.code === "title_empty" ? -1 : "change" in p.fault ? p.fault.change : this.rows.length;
    this.faults = [...said, ...unchosen].map((fault) => this.#placed(fault)).sort((a, b) => order(a) - order(b));
  }
  /** On leaving a box: says what is wrong in it, but never that it is empty, while the person is still filling in. */
  async leave(place: Place): Promise<void> {
    const turn = ++this.#check;
    try {
      const faults = await shell.checkDraft(this.text());
      if (turn !== this.#check) return;
      const empty = new Set<Fault["code"]>(["ticket_empty", "lead_empty", "field_empty", "value_empty", "nothing_to_send", "note_empty", "title_empty"]);
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
