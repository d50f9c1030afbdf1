// What can be done with the files of an update. Part of the catalogue in en.ts.
import type { Folder, NameFault, FileShown } from "../shell/types";
import { count, list, number, size } from "./amounts";
import { failureWords } from "./failures";
import { foreign } from "./foreign";
import { files as filesOf } from "./things";
import { stamp } from "./when";

export const files = {
  takeAsItIs: "Take it as it is now",
  tookAsItIs: ({ name }: { name: string }) => `“${foreign(name)}” is taken as it is now.`,
  removed: ({ name }: { name: string }) => `“${foreign(name)}” was removed.`,
  undo: "Undo",
  undoOf: ({ name }: { name: string }) => `Undo: put “${foreign(name)}” back`,
  back: ({ name }: { name: string }) => `“${foreign(name)}” is back.`,

  rename: ({ name }: { name: string }) => `Rename ${foreign(name)}`,
  renameHelp: "Rename it on the ticket (F2)",
  name: ({ name }: { name: string }) => `Name of “${foreign(name)}” on the ticket`,
  nameKeys: "Enter keeps it, Esc leaves it as it was.",
  ownName: ({ name }: { name: string }) => `“${foreign(name)}” on this computer`,
  renamed: ({ name }: { name: string }) => `It will be called “${foreign(name)}” on the ticket.`,
  nameFault: (fault: NameFault): string => {
    switch (fault.code) {
      case "empty":
        return "What shall it be called? Type a name.";
      case "unseen":
        return "The name has a character in it that can't be seen. Type it anew.";
      case "separator":
        return "A name can't have / or \\ in it.";
      case "too_long":
        return `The name is too long: it takes ${number(fault.bytes)} of at most ${number(fault.most)} bytes.`;
      case "taken":
        return "Another file here is called so already.";
    }
  },

  move: ({ name, place, of }: { name: string; place: number; of: number }) => `Move ${foreign(name)}, ${number(place)} of ${number(of)}`,
  moveHelp: "Drag it to another place, or press the up and down arrow keys",
  /** As it will be called on the ticket. */
  pasteName: ({ at, ticket }: { at: Date; ticket: string }) => `Picture ${stamp(at)}${ticket === "" ? "" : ` ticket ${ticket}`}.png`,
  pasted: "Pasted; the app keeps it",
  online: "It is not on this computer yet. When you press Send, it is fetched first; that needs the internet.",
  nothingPasted: "There is no picture and no file in the clipboard.",
  beside: "There is text in the clipboard, and a picture of it. To paste the text, click into a box first.",
  addPicture: "Add the picture",
  /** For the screen reader. */
  took: ({ count: n, left }: { count: number; left: number }): string =>
    left === 0 ? (n === 0 ? "" : `${filesOf(n)} added.`) : `${n === 0 ? "Nothing was added" : `${filesOf(n)} added`}; ${filesOf(left)} left out, and it is said why.`,
  droppedLink: "A link can't be sent as a file. Drop it on a text box, or save what it leads to and drop that.",
  droppedText: "Text can be dropped on a text box; nothing was added.",
  droppedOther: "The other program handed over no file. Save it there first, then drop the file; a picture can also be copied there and pasted here with Ctrl+V.",
  instead: ({ names }: { names: string[] }) => `Nothing was added of ${list(names.map((name) => `“${foreign(name)}”`))}: this list came in its place.`,

  moved: ({ name, place, of }: { name: string; place: number; of: number }) => `“${foreign(name)}” is now ${number(place)} of ${number(of)}.`,

  open: ({ name }: { name: string }) => `Open ${foreign(name)}`,
  notOpened: ({ name, opened }: { name: string; opened: Exclude<FileShown, { result: "shown" }> }): string => {
    switch (opened.result) {
      case "not_for_viewing":
        return `“${foreign(name)}” is not opened from here: it is not a kind of file that is only looked at, and might be a program.`;
      case "gone":
        return failureWords(opened.failure).what;
      case "no_viewer":
        return `This computer has nothing to show “${foreign(name)}” with (${foreign(opened.why)}).`;
    }
  },

  chooseFolder: "Choose a folder…",
  folderTitle: ({ names }: { names: string[] }) => `Files in ${list(names.map((name) => `“${foreign(name)}”`))}`,
  folderAll: "All of them",
  folderAdd: ({ count: n }: { count: number }) => (n === 0 ? "Add files" : `Add ${filesOf(n)}`),
  folderTotal: ({ count: n, of, bytes }: { count: number; of: number; bytes: number }) => `${number(n)} of ${filesOf(of)}, ${size(bytes)}`,
  folderEmpty: "There is no file in it that could be added.",
  folderNotes: ({ files, hidden, links, unread, more }: Folder): string[] => [
    ...(more ? [`There are more: these are the first ${number(files.length)}. Add the others from the folders within.`] : []),
    ...(hidden > 0 ? [`${count(hidden, "hidden or system file", "hidden or system files")} left out.`] : []),
    ...(links > 0 ? [`${count(links, "link", "links")} to other places left out.`] : []),
    ...(unread > 0 ? [`${count(unread, "file or folder", "files or folders")} could not be read.`] : []),
  ],
};
