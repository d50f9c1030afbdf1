// The form by which an account's team setup is saved for the others.
import { tick } from "svelte";
import { accounts } from "../accounts/accounts.svelte";
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Preset, SealFault, SetupFault, SetupField, SetupForm, SetupSaved } from "../shell/types";
import { words } from "../words/words.svelte";

/** A field as the form holds it. */
export class FieldRow {
  shown = $state(true);
  label = $state("");
  readonly id: string;
  readonly #given: string;

  constructor(
    readonly field: SetupField,
    shown: boolean,
    at: number,
  ) {
    this.shown = shown;
    // The usual fields come without a name for people: that is the screen's to give.
    this.#given = field.label === field.name ? words.draft.plainFieldName(field.name) : field.label;
    this.label = this.#given;
    this.id = `setup-field-${String(at)}`;
  }
  /** As it is saved: a usual name that was left alone stays each person's own language's to give. */
  get called(): string {
    return this.label === this.#given ? this.field.label : this.label.trim();
  }
}

export type Problem = SetupFault | SealFault | { code: "size_unreadable" };
/** Where a problem is shown; "form" is everywhere else. */
export type Spot = "setup-name" | "setup-largest" | "setup-endings" | "setup-new-passphrase" | `setup-field-${number}` | "form";

export class SaveDesk {
  form = $state.raw<SetupForm | null>(null);
  name = $state("");
  rows = $state<FieldRow[]>([]);
  presets = $state.raw<Preset[]>([]);
  largest = $state("");
  endings = $state("");
  keys = $state(false);
  passphrase = $state("");
  problem = $state.raw<Problem | null>(null);
  outcome = $state.raw<Extract<SetupSaved, { result: "saved" | "failed" | "keys_not_available" | "signing_key_not_available" }> | null>(null);
  busy = $state(false);
  /** For the screen reader, after a move. */
  spoken = $state("");

  constructor(readonly account: string) {}

  async look(): Promise<void> {
    try {
      const form = await shell.setupForm(this.account);
      this.name = form.name;
      const [seen, others] = [form.fields, form.others];
      this.rows = [...seen.map((field, at) => new FieldRow(field, true, at)), ...others.map((field, at) => new FieldRow(field, false, seen.length + at))];
      this.presets = form.presets;
      this.largest = form.limits.largest_file === null ? "" : String(form.limits.largest_file / 1_000_000);
      this.endings = form.limits.endings?.join(", ") ?? "";
      this.keys = form.keys;
      this.form = form;
    } catch (error) {
      report(error);
    }
  }

  /** The focus stays on what moved it. */
  async move(row: FieldRow, by: -1 | 1, focused: string): Promise<void> {
    const at = this.rows.indexOf(row);
    const to = at + by;
    if (to < 0 || to >= this.rows.length) return;
    this.rows = this.rows.toSpliced(at, 1).toSpliced(to, 0, row);
    this.spoken = words.saveSetup.moved({ label: row.label, place: to + 1, of: this.rows.length });
    await tick();
    document.getElementById(focused)?.focus();
  }
  leaveOut(preset: Preset): void {
    this.presets = this.presets.filter((other) => other !== preset);
  }

  get #chosen(): FieldRow[] {
    return this.rows.filter((row) => row.shown);
  }
  /** Bytes; null for none, undefined for what is no size. */
  get #bytes(): number | null | undefined {
    const typed = this.largest.trim().replace(",", ".");
    if (typed === "") return null;
    const bytes = Math.round(Number(typed) * 1_000_000);
    return /^\d+(\.\d+)?$/.test(typed) && bytes >= 1 ? bytes : undefined;
  }
  /** As people write them: with dots, capitals and any signs between. */
  get #kinds(): string[] | null {
    const kinds = this.endings.toLowerCase().split(/[\s,;]+/).map((kind) => kind.replace(/^\*?\./, "")).filter((kind) => kind !== "");
    return kinds.length === 0 ? null : [...new Set(kinds)];
  }
  spotOf(problem: Problem): Spot {
    if (problem.code === "size_unreadable") return "setup-largest";
    if (problem.code === "passphrase_too_short") return "setup-new-passphrase";
    const place = "place" in problem ? problem.place : "";
    if (place === "name") return "setup-name";
    if (place.startsWith("limits.endings")) return "setup-endings";
    if (place.startsWith("limits.largest")) return "setup-largest";
    const field = /^fields\[(\d+)\]\.label$/.exec(place);
    const row = field ? this.#chosen[Number(field[1])] : undefined;
    return row ? (row.id as Spot) : "form";
  }
  problemAt(spot: string): string | null {
    const problem = this.problem;
    if (!problem || this.spotOf(problem) !== spot) return null;
    if (problem.code === "size_unreadable") return words.saveSetup.largestWrong;
    if (problem.code === "passphrase_too_short" || problem.code === "not_sealed") return words.saveSetup.seal(problem);
    return words.saveSetup.problem(problem);
  }
  edited(): void {
    this.problem = null;
    this.outcome = null;
  }
  async #wrong(problem: Problem): Promise<void> {
    this.problem = problem;
    await tick();
    document.getElementById(this.spotOf(problem))?.focus();
  }

  /** The signing key has changed; what was filled in stays. */
  async lookAtSigning(): Promise<void> {
    try {
      const { signing } = await shell.setupForm(this.account);
      if (this.form) this.form = { ...this.form, signing };
    } catch (error) {
      report(error);
    }
  }
  async save(unsigned = false): Promise<void> {
    if (this.busy) return;
    const largest = this.#bytes;
    if (largest === undefined) return this.#wrong({ code: "size_unreadable" });
    this.busy = true;
    this.edited();
    try {
      const saved = await shell.saveSetup({
        account: this.account,
        name: this.name,
        fields: this.#chosen.map(({ field, called }) => ({ ...field, label: called })),
        presets: this.presets,
        limits: { largest_file: largest, endings: this.#kinds },
        passphrase: this.keys ? this.passphrase : null,
        unsigned,
      });
      switch (saved.result) {
        case "setup":
        case "passphrase":
          await this.#wrong(saved.fault);
          break;
        case "saved":
          this.passphrase = "";
          this.outcome = saved;
          // The account's fields and presets are the team's now.
          void accounts.refresh();
          void this.lookAtSigning();
          break;
        case "failed":
        case "keys_not_available":
        case "signing_key_not_available":
          this.outcome = saved;
          break;
        case "not_chosen":
          break;
      }
    } catch (error) {
      report(error);
    } finally {
      this.busy = false;
    }
  }
}
