// A folder that is to be added: which of its files are meant.
import * as shell from "../shell/commands";
import type { Folder } from "../shell/types";
import { focusOn } from "../parts/focus";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { arranging } from "./arranging.svelte";

class FolderDesk {
  /** Shown until something is chosen of it. */
  listed = $state.raw<Folder | null>(null);
  /** The folders of the list in whose place it came. */
  instead = $state.raw<string[]>([]);
  /** Whether the file of that number is meant. */
  chosen = $state<boolean[]>([]);

  readonly numbers = $derived(this.chosen.flatMap((chosen, number) => (chosen ? [number] : [])));
  readonly size = $derived(this.numbers.reduce((sum, number) => sum + (this.listed?.files[number]?.size ?? 0), 0));

  /** One that came while another was shown takes its place, and says so. */
  list(folder: Folder): void {
    this.instead = this.listed?.names ?? [];
    this.listed = folder;
    this.chosen = folder.files.map(() => true);
  }
  all(chosen: boolean): void {
    this.chosen = this.chosen.map(() => chosen);
  }
  close(): void {
    this.listed = null;
  }
  async choose(): Promise<void> {
    try {
      const folder = await shell.chooseFolder();
      if (folder) this.list(folder);
    } catch (error) {
      report(error);
    }
  }
  async add(): Promise<void> {
    const { listed, numbers } = this;
    if (!listed || numbers.length === 0) return;
    this.listed = null;
    try {
      const attached = await shell.addFromFolder(listed.listing, numbers);
      screen.half = "draft";
      arranging.took(attached);
      void focusOn("choose-files");
    } catch (error) {
      report(error);
    }
  }
}

export const folder = new FolderDesk();
