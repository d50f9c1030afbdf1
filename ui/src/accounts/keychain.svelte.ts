// Waiting for this computer's keychain, which may be waiting for the person in a window that nobody has seen.
import * as shell from "../shell/commands";
import { report } from "../parts/trouble.svelte";

class Keychain {
  /** It has not answered for a while. */
  waits = $state(false);

  watch = () => shell.onKeychainWaits((waits) => (this.waits = waits));
  /** It is taken for locked then. */
  async giveUp(): Promise<void> {
    await shell.giveUpKeychain().catch(report);
  }
}

export const keychain = new Keychain();
