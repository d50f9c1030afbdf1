// Files that are being looked at and copied, where that lasts.
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Adding } from "../shell/types";

/** What is over in less than this is not worth a word. Milliseconds. */
const moment = 400;

class AddingFiles {
  /** Set once it turns out to last. */
  shown = $state.raw<Adding | null>(null);
  #told: Adding | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  tell(adding: Adding | null): void {
    this.#told = adding;
    if (adding === null) {
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
      this.shown = null;
    } else if (this.shown) this.shown = adding;
    else this.#timer ??= setTimeout(() => (this.shown = this.#told), moment);
  }
  async stop(): Promise<void> {
    try {
      await shell.stopAdding();
    } catch (error) {
      report(error);
    }
  }
}

export const addingFiles = new AddingFiles();
