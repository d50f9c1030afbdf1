// How far each delivery on its way has come.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Delivery, Progress } from "../shell/types";
import { Speed } from "./speed";

export class Way {
  progress = $state.raw<Progress | null>(null);
  speed = $state<number | null>(null);
  secondsLeft = $state<number | null>(null);
  #measured = new Speed();

  readonly part = $derived.by(() => {
    const { progress } = this;
    if (progress?.step === "answer") return 1;
    if (progress?.step !== "sending") return 0;
    return progress.total > 0 ? progress.sent / progress.total : 1;
  });

  seen(progress: Progress): void {
    this.progress = progress;
    if (progress.step !== "sending") return;
    this.#measured.add(performance.now(), progress.sent);
    this.speed = this.#measured.perSecond();
    this.secondsLeft = this.#measured.secondsLeft(progress.total);
  }
}

class Ways {
  #ways = new SvelteMap<number, Way>();
  /** Those that the person cancelled and that are not settled yet. */
  readonly cancelling = new SvelteSet<number>();

  of(id: number): Way | null {
    return this.#ways.get(id) ?? null;
  }
  seen(id: number, progress: Progress): void {
    let way = this.#ways.get(id);
    if (!way) {
      way = new Way();
      this.#ways.set(id, way);
    }
    way.seen(progress);
  }
  /** A way ends with its attempt: the next one begins at nothing. */
  changed({ id, state }: Delivery): void {
    if (state !== "sending") this.#ways.delete(id);
    if (state !== "sending" && state !== "waiting") this.cancelling.delete(id);
  }
}

export const ways = new Ways();
