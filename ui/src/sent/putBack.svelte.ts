// Putting back what an update changed: what a fresh reading shows, which fields are chosen, and sending it off.
import { sending } from "../draft/sending.svelte";
import { outbox } from "../outbox/outbox.svelte";
import { asking } from "../outbox/newest";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Delivery, PutBackLooked } from "../shell/types";
import { words } from "../words/words.svelte";

export class PuttingBack {
  looked = $state.raw<PutBackLooked | null>(null);
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  sending = $state(false);
  #turn = 0;

  /** Reads the ticket anew; every field that can go back is chosen. */
  async look(id: number): Promise<void> {
    const turn = ++this.#turn;
    this.looked = null;
    try {
      const looked = await shell.lookBeforePuttingBack(id);
      if (turn !== this.#turn) return;
      this.looked = looked;
      const fields = looked.result === "looked" ? looked.fields : [];
      this.chosen = new Set(fields.filter(({ stands }) => stands === "can_go_back").map(({ field }) => field));
    } catch (error) {
      report(error);
      if (turn === this.#turn) this.looked = { result: "nobody_to_ask" };
    }
  }
  choose(field: string, wanted: boolean): void {
    const others = [...this.chosen].filter((one) => one !== field);
    this.chosen = new Set(wanted ? [...others, field] : others);
  }
  async go({ id }: Delivery): Promise<void> {
    if (this.sending || this.chosen.size === 0) return;
    this.sending = true;
    try {
      const { answer, newest } = await asking(() => shell.putBack(id, [...this.chosen]));
      const delivery = newest(answer);
      outbox.changed(delivery);
      sending.last = delivery;
      sending.spoken = delivery.state === "held_back" ? words.send.heldBackSpoken : "";
      screen.close();
      screen.half = "draft";
    } catch (error) {
      report(error);
    } finally {
      this.sending = false;
    }
  }
}
