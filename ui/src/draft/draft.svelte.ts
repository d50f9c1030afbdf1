// What the person is putting together: its text, its rows and its files, and how all of it is saved.
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Attached, Attachment, Change, Draft, DraftFiles, DraftText, FieldsAnswer, Job, LeftOut } from "../shell/types";
import { faults, type Spot } from "./faults.svelte";
import { fields } from "./fields.svelte";
import { Row, title } from "./row.svelte";

/** Rows that every new ticket begins with; the first is needed. */
const begun = [title, "Description"];
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
  /** Files that can be put back, the latest last. */
  removed = $state.raw<Attachment[]>([]);
  left = $state.raw<LeftOut[]>([]);
  /** How many drafts were taken whole so far: what belonged to the one before is over. */
  taken = $state(0);

  #key = 0;
  #typed = false;
  #saving: Promise<void> | null = null;
  #held = false;

  readonly total = $derived(this.attachments.reduce((sum, file) => sum + file.size, 0));
  /** Without the "#" and spaces people type or paste. */
  readonly number = $derived(this.ticket.trim().replace(/^#\s*/, ""));
  readonly free = $derived(fields.all.filter((field) => !this.rows.some((row) => row.field === field.name)));
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
    faults.clear();
    this.#begin();
    this.edited("content");
  }
  /** A new ticket has its first rows from the start. */
  #begin(): void {
    const { new_ticket: rows } = this.#rows;
    if (this.job !== "new_ticket" || rows.some(({ field }) => field === title)) return;
    const missing = begun.filter((name, at) => at === 0 || (rows.length === 0 && fields.named(name)));
    this.#rows.new_ticket = [...missing.map((field) => this.#row({ field, value: "" })), ...rows];
  }
  /** Whether a row can't be taken out. */
  isNeeded(row: Row): boolean {
    return this.job === "new_ticket" && row.field === title && !row.ownField;
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
    faults.clear();
    this.taken += 1;
  }
  /** They may come at any time: whoever is typing goes on in the same box. */
  takeFields(answer: FieldsAnswer): void {
    fields.take(answer);
    [...this.#rows.update, ...this.#rows.new_ticket].forEach((row) => row.fit());
  }
  #row(change: Change, byHand = false): Row {
    return new Row(this.#key++, change, byHand);
  }
  text(): DraftText {
    const changes = (rows: Row[]) => rows.map(({ field, value }) => ({ field, value }));
    const { job, ticket, lead, customer, note } = this;
    return { job, ticket, lead, changes: changes(this.#rows.update), customer, fields: changes(this.#rows.new_ticket), note };
  }

  edited(spot: Spot): void {
    faults.drop(spot);
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
    row.fit();
    this.edited(`value-${row.key}`);
    return before;
  }
  removeRow(key: number): void {
    this.rows = this.rows.filter((row) => row.key !== key);
    faults.drop(`field-${key}`, `value-${key}`);
    this.edited("content");
  }

  attached(attached: Attached): void {
    this.attachments = attached.attachments;
    this.left = attached.left;
    if (attached.added > 0) faults.drop("content");
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

  /** The person left a box. */
  leave(spot: Spot): Promise<void> {
    return faults.check(spot, this);
  }
}

export const draft = new DraftDesk();
