import * as shell from "../shell/commands";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { draft } from "./draft.svelte";
import { folder } from "./folder.svelte";

/** Whether files are held over the window right now. */
export const dragging = $state({ over: false });

export function watchDragging(): void {
  shell.onFilesOver((over) => (dragging.over = over === "over")).catch(report);
  shell
    .onFilesDropped((attached) => {
      dragging.over = false;
      screen.half = "draft";
      draft.attached(attached);
    })
    .catch(report);
  shell.onFolderListed((listed) => folder.list(listed)).catch(report);
  shell.onFailed(report).catch(report);
}
