// The app itself: settings, closing, starting, and what can go wrong with its own files. Part of the catalogue in en.ts.
import type { Closing, Rescue, SettingsRescue, DeskError, Storage, Theme } from "../shell/types";
import { count, list, number, size } from "./amounts";
import { foreign } from "./foreign";

// Updates, new tickets and notes alike.
const things = (n: number) => count(n, "thing", "things");

export const settings = {
  title: "Settings",
  accounts: "Accounts",
  edit: "Edit",
  editName: ({ name }: { name: string }) => `Edit ${foreign(name)}`,
  removeName: ({ name }: { name: string }) => `Remove ${foreign(name)}`,
  removeTitle: ({ name }: { name: string }) => `Remove “${foreign(name)}”?`,
  removeSigns: "The key that signs its team setup goes too: give it to a second administrator first, or everybody has to confirm the next setup.",
  removeText: "The account and its keys are removed from this computer. What was sent stays in the list, and nothing changes at LeadSquared.",
  language: "Language",
  languageOfSystem: "As the system",
  languageUnreviewed: "Nobody who grew up with this language has read these words yet. Where something may have been sent already, the English stands below.",
  theme: "Appearance",
  themes: { system: "As the system", light: "Light", dark: "Dark" } satisfies Record<Theme, string>,

  sending: "Sending",
  undo: "Wait 5 seconds after Send, with Undo",
  undoHelp: "A wrong ticket is one wrong digit away, and a file can't be taken off a ticket again. Nothing leaves this computer in these seconds.",

  list: "What was sent",
  keep: "Keep what is settled for",
  keepChoice: ({ days }: { days: number | null }) => (days === null ? "ever" : count(days, "day", "days")),
  keepOwn: "another number of days",
  keepDays: "Days",
  keepHelp: "What is older leaves this computer: what was done, cancelled or put away, and what was read of tickets and customers. What waits or needs you is never removed, and nothing changes at LeadSquared.",
  keepWrong: "A whole number of days, from 1 to 36,500.",
  keepLessTitle: ({ days }: { days: number }) => `Keep only ${count(days, "day", "days")}?`,
  keepLess: "What was settled or read before that is removed from this computer and can't be brought back. The tickets are not changed.",
  keepLessYes: "Keep only these",
  spool: "Copies of files that wait",
  spoolSize: (s: Storage) => (s.spoolFiles === 0 ? "none" : `${size(s.spoolBytes)} (${count(s.spoolFiles, "file", "files")})`),
  spoolHelp: "Removed as soon as what they belong to is settled.",
  kept: "The list itself",
  keptSize: (s: Storage) => `${count(s.deliveries, "entry", "entries")}, ${size(s.databaseBytes)}`,
  folder: "Where",
};

const onTheWay = ({ sending, waiting }: Closing): string => {
  const being = sending === 0 ? [] : [`${things(sending)} ${sending === 1 ? "is" : "are"} being sent`];
  const wait = waiting === 0 ? [] : [`${sending === 0 ? things(waiting) : number(waiting)} ${waiting === 1 ? "waits" : "wait"} to be sent`];
  return `${list([...being, ...wait])}.`;
};

export const closing = {
  title: "Something is still on its way",
  what: onTheWay,
  background: "Go on in the background",
  backgroundHelp: "The window closes; what is on its way goes on, and the app ends by itself after it.",
  stop: "Stop now, go on at the next start",
  stopHelp: (c: Closing) =>
    c.sending > 0
      ? "Nothing is lost. Only if all of it has left already and the answer is missing, you are asked at the next start whether it was done."
      : "Nothing is lost: it is sent as soon as you start the app again.",
  stay: "Stay here",
  settledTitle: "Everything is settled",
  settled: "Nothing is on its way any more.",
  close: "Close the app",
};

export const start = {
  inUseTitle: "Ticket Courier is already open",
  inUse: "Its other window looks after everything you send. Two at a time could send the same thing twice, so this one does nothing.",
  inUseNext: "Go on in the other window and close this one. If you can't find it, sign out of this computer and in again.",
  tryAgain: "Try again",
  rescue: (r: Rescue) =>
    `The app's own list was damaged, and a new one was begun. ${
      r.deliveries === 0 && !r.draft
        ? "Nothing could be read from the damaged one."
        : `Saved from it: ${list([...(r.deliveries > 0 ? [count(r.deliveries, "entry", "entries")] : []), ...(r.draft ? ["what you had started"] : [])])}.`
    } The damaged one was kept:`,
  settingsRescue: (r: SettingsRescue) =>
    `The app's settings on this computer could not be read${r.setAside ? "" : ", or were gone"}. ${
      r.restored ? "They are back as they were kept last." : "There was no copy of them."
    }${r.lost > 0 ? ` ${count(r.lost, "account is", "accounts are")} missing: add ${r.lost === 1 ? "it" : "them"} again.` : r.restored ? "" : " Add your accounts again."}${
      r.setAside ? " The damaged file was kept:" : ""
    }`,
};

export const trouble = (error: DeskError | null): string => {
  switch (error?.code) {
    case "storage":
      return `The app could not read or write its own files on this computer (${foreign(error.why)}). Nothing was sent by this.`;
    case "practice_server":
      return `The practice account could not be started (${foreign(error.why)}).`;
    case "busy":
      return "The app is still busy with something else. Try again in a moment.";
    case "in_use":
      return "Ticket Courier is already open; this window does nothing.";
    case "no_room":
      return "This computer's disk is full, so what you do here can't be written down. Make room; nothing was sent by this.";
    case "read_only":
      return "The app may not write into its own folder. Nothing can be sent until it may; ask whoever looks after this computer.";
    case "held":
      return "Another program has the app's own files open, a backup or a virus scanner most likely. Nothing is lost and nothing was sent by this: try again in a moment.";
    case "newer":
      return "What you sent was last kept by a newer version of the app, which this one can't read. Nothing is lost: install the newer version again.";
    case "not_possible":
      return "That is not possible any more: it has gone on meanwhile. The list shows where it stands.";
    case undefined:
      return "Something in the app itself went wrong. Nothing was sent by this. If it goes on, close the app and start it again.";
  }
};
