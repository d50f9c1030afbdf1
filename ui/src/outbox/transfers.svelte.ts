// How far each delivery on its transfer has come.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Delivery, Progress } from "../shell/types";
import { Speed } from "./speed";

export class Transfer {
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

  report(progress: Progress): void {
    this.progress = progress;
    if (progress.step !== "sending") return;
    this.#measured.add(performance.now(), progress.sent);
    this.speed = this.#measured.perSecond();
    this.secondsLeft = this.#measured.secondsLeft(progress.total);
  }
}

class Transfers {
  #transfers = new SvelteMap<number, Transfer>();
  /** Those that the person cancelled and that are not settled yet. */
  readonly cancelling = new SvelteSet<number>();

  of(id: number): Transfer | null {
    return this.#transfers.get(id) ?? null;
  }
  report(id: number, progress: Progress): void {
    let transfer = this.#transfers.get(id);
    if (!transfer) {
      transfer = new Transfer();
      this.#transfers.set(id, transfer);
    }
    transfer.report(progress);
  }
  /** A transfer ends with its attempt: the next one begins at nothing. */
  changed({ id, state }: Delivery): void {
    if (state !== "sending") this.#transfers.delete(id);
    if (state !== "sending" && state !== "waiting") this.cancelling.delete(id);
  }
}

export const transfers = new Transfers();
