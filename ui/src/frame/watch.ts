import { alreadyThere } from "../draft/alreadyThere.svelte";
import { keychain } from "../accounts/keychain.svelte";
import { sending } from "../draft/sending.svelte";
import { isOnTheWay } from "../outbox/delivery";
import { toldByEvent } from "../outbox/newest";
import { outbox } from "../outbox/outbox.svelte";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { keepingFocus } from "../sent/focus";
import * as shell from "../shell/commands";
import type { Delivery } from "../shell/types";
import { words } from "../words/words.svelte";

const onTheWay = new Set<number>();

/** Tells by the system that something ended; the shell keeps quiet while the person looks at the window. */
function notice(delivery: Delivery): void {
  if (isOnTheWay(delivery)) onTheWay.add(delivery.id);
  // What the person cancelled is no news.
  else if (onTheWay.delete(delivery.id) && delivery.state !== "cancelled") {
    const { title, text } = words.outbox.notice(delivery);
    shell.notify(title, text).catch(report);
  }
}

/** What the shell tells by itself; resolves once it listens, so that nothing is missed between the first answers. */
export async function watchOutbox(): Promise<void> {
  try {
    await Promise.all([
      shell.onOutboxChanged((delivery) => {
        toldByEvent(delivery);
        notice(delivery);
        void keepingFocus(() => {
          outbox.changed(delivery);
          sending.changed(delivery);
          alreadyThere.changed(delivery);
        });
      }),
      shell.onOutboxProgress((progress) => sending.progressed(progress)),
      shell.onOutboxRemoved((ids) => {
        outbox.removed(ids);
        sending.removed(ids);
      }),
      keychain.watch(),
      shell.onClosing((closing) => (screen.closing = closing)),
    ]);
  } catch (error) {
    report(error);
  }
}
