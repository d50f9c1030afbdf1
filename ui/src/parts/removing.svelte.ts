// Removing from the list, on this computer: what it means is said first.
import { screen } from "./screen.svelte";
import { report } from "./trouble.svelte";
import * as shell from "../shell/commands";
import type { Delivery, Removal } from "../shell/types";
import { words } from "../words/words.svelte";

class Removing {
  busy = $state(false);

  /** Says what goes and what stays, and removes what the person wants gone; says whether anything was. */
  async remove(removal: Removal, delivery: Delivery | null = null): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const found = await shell.removable(removal);
      const w = words.removing;
      const can = found.goes > 0 || removal.what === "everything";
      const yes = await screen.ask({
        title: w.title({ removal, delivery, can }),
        text: w.text({ removal, delivery, found }),
        yes: can ? w.yes : w.understood,
        no: can ? words.cancel : null,
        danger: can,
      });
      if (!yes || !can) return false;
      await shell.remove(removal);
      return true;
    } catch (error) {
      report(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

export const removing = new Removing();
