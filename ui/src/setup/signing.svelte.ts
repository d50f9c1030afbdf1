// The key that an account's team setup is signed with: given to a second administrator, taken from the first.
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { SigningKeyMoved } from "../shell/types";

export class SigningDesk {
  /** Which of the two the person wants. */
  wants = $state<"give" | "take" | null>(null);
  passphrase = $state("");
  moved = $state.raw<SigningKeyMoved | null>(null);
  busy = $state(false);

  constructor(
    readonly account: string,
    readonly taken: () => void,
  ) {}

  want(what: "give" | "take"): void {
    this.wants = this.wants === what ? null : what;
    this.passphrase = "";
    this.moved = null;
  }
  edited(): void {
    this.moved = null;
  }
  async go(): Promise<void> {
    if (this.busy || this.wants === null || this.passphrase.trim() === "") return;
    this.busy = true;
    const passphrase = { secret: this.passphrase };
    try {
      const moved = await (this.wants === "give" ? shell.exportSigningKey(this.account, passphrase) : shell.importSigningKey(this.account, passphrase));
      this.moved = moved.result === "not_chosen" ? null : moved;
      if (moved.result === "exported" || moved.result === "imported") {
        this.passphrase = "";
        this.wants = null;
        if (moved.result === "imported") this.taken();
      }
    } catch (error) {
      report(error);
    } finally {
      this.busy = false;
    }
  }
}
