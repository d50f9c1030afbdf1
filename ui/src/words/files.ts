// What can be done with the files of an update. Part of the catalogue in en.ts.
import type { NameFault } from "../shell/types";
import { number } from "./amounts";

const two = (n: number) => String(n).padStart(2, "0");
/** "2026-11-24 14.05.12": sorts by time, and is a name on every system. */
const stamp = (at: Date) =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`;

export const files = {
  removed: (name: string) => `“${name}” was removed.`,
  undo: "Undo",
  undoOf: (name: string) => `Undo: put “${name}” back`,
  back: (name: string) => `“${name}” is back.`,

  rename: (name: string) => `Rename ${name}`,
  renameHelp: "Rename it on the ticket (F2)",
  name: (name: string) => `Name of “${name}” on the ticket`,
  nameKeys: "Enter keeps it, Esc leaves it as it was.",
  renamed: (name: string) => `It will be called “${name}” on the ticket.`,
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
        return "Another file of this update is called so.";
    }
  },

  move: (name: string, place: number, of: number) => `Move ${name}, ${number(place)} of ${number(of)}`,
  moveHelp: "Drag it to another place, or press the up and down arrow keys",
  /** As it will be called on the ticket. */
  screenshot: (at: Date, ticket: string) => `Screenshot ${stamp(at)}${ticket === "" ? "" : ` ticket ${ticket}`}.png`,
  pasted: "Pasted; the app keeps it",
  nothingPasted: "There is no picture and no file in the clipboard.",

  moved: (name: string, place: number, of: number) => `“${name}” is now ${number(place)} of ${number(of)}.`,
};
