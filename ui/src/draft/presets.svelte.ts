// Presets: the team's and the person's own, put into the draft by one step.
import * as shell from "../shell/commands";
import type { Preset, PresetsSaved } from "../shell/types";
import { report } from "../parts/trouble.svelte";
import { draft } from "./draft.svelte";

/** What applying a preset did, so that it can be said and undone. `before` is null where the field was not changed yet. */
export type Applied = { preset: Preset; sets: { field: string; value: string; before: string | null }[] };

class PresetsDesk {
  team = $state.raw<Preset[]>([]);
  own = $state.raw<Preset[]>([]);
  /** The one that was applied last to this draft, until the person puts the line away. */
  applied = $state.raw<Applied | null>(null);
  /** Which papers belong to it. */
  note = $state.raw<{ preset: string; text: string } | null>(null);

  readonly all = $derived([...this.team, ...this.own]);
  #account: string | null = null;
  #taken = -1;

  /** The account is another one, or the draft is. */
  async follow(account: string | null): Promise<void> {
    if (draft.taken !== this.#taken) {
      this.applied = null;
      this.note = null;
    }
    this.#taken = draft.taken;
    this.#account = account;
    if (account === null) return;
    try {
      const known = await shell.presets();
      if (account !== this.#account) return;
      this.team = known.team;
      this.own = known.own;
    } catch (error) {
      report(error);
    }
  }

  apply(preset: Preset): void {
    this.applied = { preset, sets: preset.changes.map((change) => ({ ...change, before: draft.set(change) })) };
    this.note = preset.note === null ? null : { preset: preset.name, text: preset.note };
  }
  /** Gives back what the fields were before; what the person has changed since stays. */
  undo(): void {
    for (const { field, value, before } of this.applied?.sets ?? []) {
      const line = draft.lines.find((one) => one.field.trim() === field && one.value === value);
      if (!line) continue;
      if (before === null) draft.removeLine(line.key);
      else draft.set({ field, value: before });
    }
    this.applied = null;
    this.note = null;
  }

  /** Keeps the person's own, all of them. */
  async keep(own: Preset[]): Promise<PresetsSaved | null> {
    try {
      const saved = await shell.savePresets(own);
      if (saved.result === "saved") {
        this.team = saved.presets.team;
        this.own = saved.presets.own;
      }
      return saved;
    } catch (error) {
      report(error);
      return null;
    }
  }
}

export const presets = new PresetsDesk();
