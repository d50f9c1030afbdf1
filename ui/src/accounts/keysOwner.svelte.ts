// Setting an account up from its two keys: the region that the person chooses, and what the vendor says of the keys.
import * as shell from "../shell/commands";
import type { AccountFault, Failure, KeysHint, KeysOwner, KeysToAsk, Region } from "../shell/types";
import { report } from "../parts/trouble.svelte";

type Keys = Pick<KeysToAsk, "accessKey" | "secretKey">;

export class OwnerDesk {
  regions = $state.raw<Region[]>([]);
  /** A region's lead host; "" while none is chosen. */
  region = $state("");
  /** Where the list does not have the right one. */
  typed = $state("");
  asking = $state(false);
  owner = $state.raw<KeysOwner | null>(null);
  failure = $state.raw<Failure | null>(null);
  hint = $state.raw<KeysHint | null>(null);
  readonly leadHost = $derived(this.region === "other" ? this.typed.trim() : this.region);
  #round = 0;

  constructor() {
    void shell.regions().then((regions) => (this.regions = regions), report);
  }

  /** What was said of other keys, or of another region, is no answer to these. */
  edited(): void {
    this.#round += 1;
    this.asking = false;
    this.owner = this.failure = null;
  }

  async look(keys: Keys): Promise<void> {
    try {
      this.hint = await shell.keysHint({ ...keys, leadHost: "" });
    } catch (error) {
      report(error);
    }
  }

  /** Whose keys they are; null where nobody knows. The faults are the form's to show. */
  async ask(keys: Keys): Promise<{ owner: KeysOwner; asked: string } | { faults: AccountFault[] } | null> {
    this.edited();
    this.asking = true;
    const round = this.#round;
    try {
      const answer = await shell.keysOwner({ ...keys, leadHost: this.leadHost });
      if (round !== this.#round) return null;
      if (answer.result === "known") this.owner = answer.owner;
      if (answer.result === "failed") this.failure = answer.failure;
      return answer.result === "failed" ? null : answer;
    } catch (error) {
      report(error);
      return null;
    } finally {
      if (round === this.#round) this.asking = false;
    }
  }
}
