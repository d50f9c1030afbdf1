// What is known before the window is shown, and what was wrong with it.
import { accounts } from "../accounts/accounts.svelte";
import { draft } from "../draft/draft.svelte";
import { outbox } from "../outbox/outbox.svelte";
import { search } from "../outbox/search.svelte";
import { isDeskError, report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Rescue } from "../shell/types";

class Start {
  /** Another start of the app has the outbox: this one does nothing. */
  inUse = $state(false);
  rescue = $state.raw<Rescue | null>(null);

  async look(): Promise<void> {
    // All at once: the slowest is how long it takes.
    const known = await Promise.allSettled([
      shell.overview().then((overview) => accounts.take(overview)),
      shell.fields().then((known) => draft.takeFields(known)),
      shell.draft().then((saved) => draft.take(saved)),
      shell.outboxAccounts().then((all) => (search.accounts = all)),
      shell.rescue().then((rescue) => (this.rescue = rescue)),
      outbox.begin(),
    ]);
    const failed = known.flatMap((one): unknown[] => (one.status === "rejected" ? [one.reason] : []));
    this.inUse = failed.some((error) => isDeskError(error) && error.code === "in_use");
    if (!this.inUse) failed.forEach(report);
  }
}

export const start = new Start();
