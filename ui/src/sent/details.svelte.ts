import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { DeliveryWhole } from "../shell/types";

/** One delivery with its attempts and its answers whole, kept as it is now. */
export class Details {
  known = $state.raw<DeliveryWhole | null>(null);
  /** The shell has none of this id: it was removed meanwhile. */
  missing = $state(false);

  /** Follows a delivery until the function that it gives back is called. */
  follow(id: number): () => void {
    let over = false;
    let asked = 0;
    this.known = null;
    this.missing = false;
    const load = () => {
      const turn = ++asked;
      return shell.delivery(id).then(
        (answer) => {
          // Of two answers the later one need not be the newer one.
          if (!over && turn === asked) this.known = answer;
        },
        (error: unknown) => {
          if (over) return;
          this.missing = this.known === null;
          report(error);
        },
      );
    };
    void load();
    const listening = shell.onOutboxChanged((delivery) => {
      if (delivery.id === id) void load();
    });
    return () => {
      over = true;
      listening.then((stop) => stop(), report);
    };
  }
}
