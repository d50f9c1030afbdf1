// What the current account's requests have shown of its limit on size. A warning, and never a refusal.
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { SizeBounds } from "../shell/types";

class Bounds {
  #known = $state.raw<SizeBounds>({ passed: null, refused: null, doubtful_above: null });

  async look(): Promise<void> {
    try {
      this.#known = await shell.sizeBounds();
    } catch (error) {
      report(error);
    }
  }
  /** The bounds, where so many bytes of files are more than ever passed and some were refused. */
  doubtful(bytes: number): { passed: number | null; refused: number } | null {
    const { passed, refused, doubtful_above: above } = this.#known;
    return refused !== null && above !== null && bytes > above ? { passed, refused } : null;
  }
}

export const sizeBounds = new Bounds();
