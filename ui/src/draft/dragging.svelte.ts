import * as shell from "../shell/commands";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { words } from "../words/words.svelte";
import { addingFiles } from "./addingFiles.svelte";
import { arranging } from "./arranging.svelte";
import { folder } from "./folder.svelte";
import { namedTicket } from "./namedTicket.svelte";
import { textBox } from "./pasting.svelte";

/** Whether files are held over the window right now. */
export const dragging = $state({ over: false });

export function watchDragging(): void {
  shell.onFilesOver((over) => (dragging.over = over === "over")).catch(report);
  shell
    .onFilesDropped((attached) => {
      dragging.over = false;
      screen.half = "draft";
      arranging.took(attached);
    })
    .catch(report);
  shell.onAddingFiles((adding) => addingFiles.tell(adding)).catch(report);
  shell.onFolderListed((listed) => folder.list(listed)).catch(report);
  shell.onFailed(report).catch(report);
}

/**
 * While something is dragged, the mouse and the keys are its program's: when they come here again, that has let go or
 * has ended, which nobody tells.
 */
export function dragIsOver(): void {
  dragging.over = false;
}

/** Nothing that hangs over the window may take the page's place: a link dropped beside the boxes would. */
export function keepPage(event: DragEvent): void {
  if (!textBox(event.target) || carries(event, "Files")) event.preventDefault();
}

/** What is dropped on the page and is no file; files the shell has taken already. */
export function dropped(event: DragEvent): void {
  keepPage(event);
  dragging.over = false;
  if (!event.defaultPrevented || carries(event, "Files")) return;
  const { link, text } = { link: ["text/uri-list", "text/x-moz-url", "_NETSCAPE_URL", "URL"], text: ["text/plain", "text/html"] };
  const note = carries(event, ...link) ? words.files.droppedLink : carries(event, ...text) ? words.files.droppedText : words.files.droppedOther;
  // Readable only now, while the drop is told.
  const dropped = ["text/uri-list", "text/plain"].map((type) => event.dataTransfer?.getData(type) ?? "").find((text) => text.trim() !== "") ?? "";
  arranging.clear();
  screen.half = "draft";
  void namesTicket(dropped).then((names) => {
    if (names) return;
    arranging.note = note;
    arranging.said = note;
  });
}
/** A ticket's address fills its number in, or offers it. */
const namesTicket = (text: string): Promise<boolean> => (text.trim() === "" ? Promise.resolve(false) : namedTicket.ofText(text));

const carries = (event: DragEvent, ...types: string[]) => event.dataTransfer?.types.some((type) => types.includes(type)) ?? false;
