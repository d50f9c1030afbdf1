// What the person is putting together: its text, its lines and its files, and how all of it is saved.
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Asked, Attached, Attachment, Change, Draft, DraftFiles, DraftText, FieldsAnswer, Job, LeftOut } from "../shell/types";
import { faults, type Spot } from "./faults.svelte";
import { fields } from "./fields.svelte";
import { EditedChange, title } from "./editedChange.svelte";

/** Rows that every new ticket begins with; the first is needed. */
const begun = [title, "Description"];
/** A note changes no fields. */
const none: EditedChange[] = [];

class DraftDesk {
  /** What Send does; what is typed for the others stays. */
  job = $state<Job>("update");
  ticket = $state("");
  lead = $state("");
  /** The lead of a new ticket. */
  customer = $state("");
  note = $state("");
  #lines = $state<Record<"update" | "new_ticket", EditedChange[]>>({ update: [], new_ticket: [] });
  attachments = $state.raw<Attachment[]>([]);
  /** Files that can be put back, the latest last. */
  removed = $state.raw<Attachment[]>([]);
  left = $state.raw<LeftOut[]>([]);
  /** Files that were not added, and can be all the same. */
  asked = $state.raw<Asked[]>([]);
  /** How many drafts were taken whole so far: what belonged to the one before is over. */
  taken = $state(0);

  #understood = $state.raw<{ typed: string; number: string } | null>(null);
  #key = 0;
  #typed = false;
  #saving: Promise<void> | null = null;
  #held = false;

  readonly total = $derived(this.attachments.reduce((sum, file) => sum + file.size, 0));
  /** The ticket's number: as the shell understood it, and until then without the "#" and spaces. */
  readonly number = $derived(this.#understood?.typed === this.ticket ? this.#understood.number : this.ticket.trim().replace(/^#\s*/, ""));
  readonly free = $derived(
    fields.all.filter((field) => !(field.locked && this.job === "update") && !this.lines.some((line) => line.field === field.name)),
  );
  readonly empty = $derived(
    [this.ticket, this.lead, this.customer, this.note].every((typed) => typed.trim() === "") &&
      this.#lines.update.length === 0 &&
      this.#lines.new_ticket.every(({ value }) => value.trim() === "") &&
      this.attachments.length === 0,
  );

  /** Asks which number the typed text means; `told` hears it in the moment in which it holds. */
  async understand(told: (number: string) => void): Promise<void> {
    const typed = this.ticket;
    try {
      const number = await shell.readNumber(typed);
      if (number === null || this.ticket !== typed) return;
      this.#understood = { typed, number };
      told(number);
    } catch (error) {
      report(error);
    }
  }

  /** The fields of what Send does now. */
  get lines(): EditedChange[] {
    return this.job === "note" ? none : this.#lines[this.job];
  }
  set lines(lines: EditedChange[]) {
    if (this.job !== "note") this.#lines[this.job] = lines;
  }
  choose(job: Job): void {
    if (this.job === job) return;
    this.job = job;
    faults.clear();
    this.#begin();
    this.edited("content");
  }
  /** A new ticket has its first lines from the start. */
  #begin(): void {
    const { new_ticket: lines } = this.#lines;
    if (this.job !== "new_ticket" || lines.some(({ field }) => field === title)) return;
    const missing = begun.filter((name, at) => at === 0 || (lines.length === 0 && fields.named(name)));
    this.#lines.new_ticket = [...missing.map((field) => this.#line({ field, value: "" })), ...lines];
  }
  /** Whether a line can't be taken out. */
  isNeeded(line: EditedChange): boolean {
    return this.job === "new_ticket" && line.field === title && !line.ownField;
  }

  take(draft: Draft): void {
    this.#typed = false;
    this.job = draft.job;
    this.ticket = draft.ticket;
    this.lead = draft.lead;
    this.customer = draft.customer;
    this.note = draft.note;
    this.#lines = {
      update: draft.changes.map((change) => this.#line(change)),
      new_ticket: draft.fields.map((change) => this.#line(change)),
    };
    this.#begin();
    this.arranged(draft);
    faults.clear();
    this.taken += 1;
  }
  /** They may come at any time: whoever is typing goes on in the same box. */
  takeFields(answer: FieldsAnswer): void {
    fields.take(answer);
    [...this.#lines.update, ...this.#lines.new_ticket].forEach((line) => line.fit());
  }
  #line(change: Change, byHand = false): EditedChange {
    return new EditedChange(this.#key++, change, byHand);
  }
  text(): DraftText {
    const changes = (lines: EditedChange[]) => lines.map(({ field, value }) => ({ field, value }));
    const { job, ticket, lead, customer, note } = this;
    return { job, ticket, lead, changes: changes(this.#lines.update), customer, fields: changes(this.#lines.new_ticket), note };
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

  add(name: string): EditedChange {
    return this.#added(this.#line({ field: name, value: "" }));
  }
  /** A field whose name is typed, or was begun already. */
  addOther(typed: string): EditedChange {
    return this.#added(this.#line({ field: typed, value: "" }, true));
  }
  #added(line: EditedChange): EditedChange {
    this.lines.push(line);
    this.edited("content");
    return line;
  }
  /** Sets a field, whether or not it is among the changes already; what it was before, null where it was not. */
  set({ field, value }: Change): string | null {
    const line = this.lines.find((one) => one.field.trim() === field);
    if (!line) {
      this.#added(this.#line({ field, value }));
      return null;
    }
    const before = line.value;
    line.value = value;
    line.fit();
    this.edited(`value-${line.key}`);
    return before;
  }
  removeLine(key: number): void {
    this.lines = this.lines.filter((line) => line.key !== key);
    faults.drop(`field-${key}`, `value-${key}`);
    this.edited("content");
  }

  attached(attached: Attached): void {
    this.attachments = attached.attachments;
    this.left = attached.left;
    this.asked = attached.asked;
    if (attached.added > 0) faults.drop("content");
  }
  /** What was said of files that were not added is over. */
  closeLeft(): void {
    this.left = [];
    this.asked = [];
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
