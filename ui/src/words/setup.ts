// Opening a team setup file, and what the app is asked from outside. Part of the catalogue in en.ts.
import type { SetupPreview, SetupFault, SetupLimits, UnsealFault } from "../shell/types";
import { count, list, number, size } from "./amounts";
import { foreign } from "./foreign";
import { changes, files } from "./things";

const named = (endings: string[]) => list(endings.map((ending) => ending.toUpperCase()));

export const limits = ({ largest_file: largest, endings }: SetupLimits): string | null => {
  const of = endings ? ` of these kinds: ${named(endings)}` : "";
  if (largest !== null) return `Files may have up to ${size(largest)}${of && `, and only be${of}`}.`;
  return endings ? `Files may only be${of}.` : null;
};

/** What a setup would set up besides its place, a sentence for each thing. */
const facts = ({ summary: s }: SetupPreview): string[] => [
  s.fields === 0 ? "You see the usual fields." : `You see ${count(s.fields, "field", "fields")} that your team chose.`,
  ...(s.presets.length === 0 ? [] : [`It brings ${count(s.presets.length, "preset", "presets")}: ${list(s.presets.map((preset) => `“${foreign(preset)}”`))}.`]),
  ...[limits(s.limits)].filter((sentence) => sentence !== null),
  `The app makes at most ${count(s.calls_per_window, "call", "calls")} in 5 seconds.`,
  s.has_sealed_keys ? "The keys come with it, under a passphrase." : "No keys are in it.",
];

const title = ({ standing, summary: { name } }: SetupPreview): string => {
  switch (standing) {
    case "new":
      return `Set up “${foreign(name)}”`;
    case "joins":
    case "newer":
    case "parted":
      return `Update “${foreign(name)}”`;
    case "same":
    case "older":
      return `“${foreign(name)}” is here already`;
    case "leaps":
      return `“${foreign(name)}” can't be taken`;
  }
};

/** How it stands to what is here, and what pressing the button does. */
const standing = (o: SetupPreview): string => {
  const account = `“${foreign(o.account ?? "")}”`;
  const revision = `number ${number(o.summary.revision)}`;
  switch (o.standing) {
    case "new":
      return "This file sets up the app for your team. Nothing is changed until you say so.";
    case "joins":
      return `Your account ${account} is at the same place. It gets what your team chose, and what you sent stays in the list.`;
    case "newer":
      return `This is ${revision} of your team's setup; you have number ${number(o.revisionHere ?? 0)}. Your account ${account} is updated.`;
    case "same":
      return o.keys === "none"
        ? `You have exactly this setup already, in your account ${account}. There is nothing to do.`
        : `You have exactly this setup already, in your account ${account}; only its keys are missing.`;
    case "older":
      return `This is ${revision} of your team's setup, and you have number ${number(o.revisionHere ?? 0)}, which is newer. Nothing was changed. If you really want the older one, remove the account ${account} first.`;
    case "leaps":
      return `This is ${revision} of your team's setup, and you have number ${number(o.revisionHere ?? 0)}. Nobody saves a setup so many times between two looks, and everything your team saves from now on would count as older. So it was not taken, and nothing was changed. Tell your administrator.`;
    case "parted":
      return `This is another ${revision} than the one you have: two people saved it, each without the other's. Ask which one holds. If it is this one, your account ${account} is updated.`;
  }
};

const byHand = "Somebody has changed this file by hand, or it was made by another program";
const again = "Ask whoever gave it to you for it again.";

/** One sentence for each way in which a file is no team setup; `where` is for Details. */
const fault = (f: SetupFault): string => {
  switch (f.code) {
    case "too_large":
      return `This file is larger than any team setup (${size(f.most)} at most).`;
    case "not_a_setup":
      return "This file is not a team setup.";
    case "utf16":
      return "This file was saved in another form by an editor (UTF-16), which can't be read. Save it as UTF-8.";
    case "cut_off":
      return `The end of this file is missing: it did not arrive whole. ${again}`;
    case "damaged":
    case "too_deep":
    case "member_twice":
    case "unknown_version":
      return `This file is damaged. ${again}`;
    case "newer_version":
      return "This file was made by a newer version of the app. Update the app, then open it again.";
    case "key_in_the_clear":
      return "Somebody has written a key into this file where everybody can read it, so it was not taken. Tell your administrator: that key has to be replaced.";
    case "unknown_member":
    case "missing":
    case "wrong_kind":
    case "unreadable":
    case "empty":
    case "too_long":
    case "too_many":
    case "out_of_range":
    case "least_above_most":
    case "pattern_invalid":
      return `${byHand}, and something in it can't be understood. ${again}`;
    case "hidden_characters":
      return `${byHand}, and something in it would look otherwise than it is. ${again}`;
    case "address":
      return f.fault.code === "address_not_secure"
        ? "The address in this file is not secure, so your keys could be read on the way. Tell your administrator."
        : `${byHand}, and the address in it is none. ${again}`;
    case "field_twice":
    case "list_value_twice":
    case "preset_twice":
    case "change_twice":
      return `${byHand}, and something is in it twice. ${again}`;
    case "pattern_too_costly":
      return "This file would keep the computer busy for too long, so it was not taken. Tell your administrator.";
    case "seal_damaged":
      return `The keys in this file are damaged. ${again}`;
  }
};

/** Where in the file it is, for whoever has to mend it. */
export const where = (f: SetupFault): string => {
  const { code, ...rest } = f;
  return [code, ...Object.entries(rest).map(([name, value]) => `${name}: ${typeof value === "object" ? value.code : String(value)}`)].join(" · ");
};

const unseal = (f: UnsealFault): string => {
  switch (f.code) {
    case "passphrase_wrong":
      return "This is not the passphrase. Look at capitals and blanks, or ask whoever gave it to you.";
    case "nothing_sealed":
      return "No keys are in this file. Enter the two keys instead.";
    case "seal_damaged":
      return `The keys in this file are damaged. ${again}`;
    case "seal_too_costly":
      return "The keys in this file would keep the computer busy for too long, so they were not opened. Tell your administrator.";
    case "sealed_for_another":
      return "The keys in this file belong to another address than the one it names: somebody changed it after it was made. Don't use it, and tell your administrator.";
  }
};

export const setup = {
  open: "Open team setup…",
  title,
  standing,
  facts,
  check: "If you don't know this address and organisation ID, ask whoever gave you the file before you go on.",
  elsewhere:
    "The place is another one than before, so the keys are asked for again. If nobody told you of that, don't enter them: ask your administrator first.",
  passphrase: "Passphrase",
  passphraseHelp: "Whoever gave you the file tells you, by another way than the file.",
  passphraseEmpty: "The passphrase is needed.",
  passphraseMay: "Passphrase, only if the keys are new",
  passphraseMayHelp: "Left empty, the keys that are here stay.",
  instead: "I have the two keys instead",
  insteadPassphrase: "I have the passphrase instead",
  keysHelp: "They are saved in this computer's own keychain, and go to the addresses above only.",
  yes: (o: SetupPreview) => (o.standing === "new" ? "Set up" : o.standing === "parted" ? "Use this one" : o.standing === "same" ? "Save the keys" : "Update"),
  busy: "One moment…",
  gone: "The file is not open any more. Open it again.",
  faultTitle: ({ file }: { file: string }) => `“${foreign(file)}” can't be used`,
  fault,
  where,
  unreadable: "This computer could not read the file.",
  unreadableWhy: ({ why }: { why: string }) => `It says: ${foreign(why)}`,
  nothingChanged: "Nothing was changed.",
  unseal,
};

export const launch = {
  strangeLink: "A link asked this app for more than to open a ticket, so nothing was done. If you trust the page, open the ticket by its number.",
  anewTitle: ({ ticket }: { ticket: string }) => `Start with ticket #${ticket}?`,
  anew: ({ other, changes: c, files: f }: { other: string; changes: number; files: number }) => {
    const what = list([...(c > 0 ? [changes(c)] : []), ...(f > 0 ? [files(f)] : [])]);
    return `You were putting together an update of #${other}${what === "" ? "" : `, with ${what}`}. It has not been sent, and starting with another ticket empties it. Your files stay where they are.`;
  },
  anewYes: ({ ticket }: { ticket: string }) => `Start with #${ticket}`,
  anewNo: ({ other }: { other: string }) => `Keep #${other}`,
};
