import * as shell from "../shell/commands";
import type { Delivery, HistoryPage } from "../shell/types";
import { report } from "../parts/trouble.svelte";
import { byDay, needsPerson } from "./days";

class History {
  deliveries = $state.raw<Delivery[]>([]);
  more = $state(false);
  loading = $state(false);
  now = $state(Date.now());

  readonly needsYou = $derived(this.deliveries.filter((delivery) => needsPerson(delivery, this.deliveries)));
  readonly days = $derived(byDay(this.deliveries.filter((delivery) => !this.needsYou.includes(delivery)), this.now));

  take(page: HistoryPage): void {
    this.deliveries = page.deliveries;
    this.more = page.more;
    this.now = Date.now();
  }
  /** A delivery that was settled just now, or is known better than before. */
  settled(delivery: Delivery): void {
    const others = this.deliveries.filter((known) => known.id !== delivery.id);
    this.deliveries = [delivery, ...others].sort((a, b) => b.id - a.id);
    this.now = Date.now();
  }
  async older(): Promise<void> {
    if (this.loading || !this.more) return;
    this.loading = true;
    try {
      const page = await shell.history(this.deliveries.at(-1)?.id ?? null);
      const known = new Set(this.deliveries.map((delivery) => delivery.id));
      this.deliveries = [...this.deliveries, ...page.deliveries.filter((delivery) => !known.has(delivery.id))];
      this.more = page.more;
    } catch (error) {
      report(error);
    } finally {
      this.loading = false;
    }
  }
}

export const history = new History();
