import * as shell from "../shell/commands";
import { sending } from "../draft/sending.svelte";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { keepingFocus } from "./focus";
import { outbox } from "./outbox.svelte";

/** What the shell tells by itself; resolves once it listens, so that nothing is missed between the first answers. */
export async function watchOutbox(): Promise<void> {
  try {
    await Promise.all([
      shell.onOutboxChanged((delivery) => {
        void keepingFocus(() => {
          outbox.changed(delivery);
          sending.changed(delivery);
        });
      }),
      shell.onOutboxProgress((progress) => sending.progressed(progress)),
      shell.onOutboxRemoved((ids) => outbox.removed(ids)),
      shell.onClosing((closing) => (screen.closing = closing)),
    ]);
  } catch (error) {
    report(error);
  }
}
