// Saving a team setup for the others of a team. Part of the catalogue in en.ts.
import type { KeysState, Preset, SealFault, SetupFault, SetupForm, Signing, SigningKeyMoved } from "../shell/types";
import { count, number } from "./amounts";
import { foreign } from "./foreign";

const problem = (f: SetupFault): string => {
  switch (f.code) {
    case "empty":
      return f.place.startsWith("limits") ? "Name at least one kind, or leave it empty for all." : "A name is needed.";
    case "too_long":
      return `This is too long: ${number(f.most)} letters at most.`;
    case "hidden_characters":
      return "There is a letter in it that nobody can see. Type it anew.";
    case "unreadable":
      return "Kinds are written like pdf, jpg, png.";
    case "out_of_range":
      return f.place.startsWith("account")
        ? `The account makes more calls in 5 seconds than a setup may hold (${number(f.most)}). Change that in the account first.`
        : "This is not a size.";
    case "too_many":
      return `There are too many: ${number(f.most)} at most.`;
    default:
      return "This can't be saved as it is; Details say where.";
  }
};

const signing = (s: Signing): string => {
  switch (s.by) {
    case "first":
      return "A signing key is made when you save, and kept in this computer's keychain. By it the others' apps tell your files from a stranger's.";
    case "ours":
      return `It is signed by your team's key, so the others take it as from the same team as before. Read its sign to whoever asks: ${foreign(s.key)}`;
    case "anothers":
      return `Your team's setup is signed by a key that this computer does not have (${foreign(s.key)}). Saved from here it is signed by another, and everybody has to confirm it. Better: ask the other administrator for the key.`;
  }
};
const unavailable = (keys: KeysState): string =>
  keys === "locked"
    ? "This computer's keychain is locked, so the signing key can't be had. Unlock it and try again."
    : keys === "no_keychain"
      ? "This computer has no keychain running, and the signing key is kept nowhere else."
      : "The signing key is no longer in this computer's keychain. Take it from another administrator's file, if there is one.";
/** What came of giving the key away or taking it. */
const keyMoved = (m: SigningKeyMoved, unseal: (fault: Extract<SigningKeyMoved, { result: "sealed" }>["fault"]) => string, seal: (fault: SealFault) => string): string => {
  switch (m.result) {
    case "exported":
      return `Saved: ${foreign(m.path)} Give it to the second administrator only, and tell the passphrase by another way.`;
    case "imported":
      return `You sign as this team from now on: ${foreign(m.key)}`;
    case "not_chosen":
      return "";
    case "weak":
      return seal(m.fault);
    case "sealed":
      return m.fault.code === "passphrase_wrong" ? unseal(m.fault) : "There is no signing key in this file.";
    case "another_teams":
      return `This is another team's key (${foreign(m.key)}); yours is known by ${foreign(m.team)}. Nothing was changed.`;
    case "not_available":
      return unavailable(m.keys);
    case "failed":
      return `This computer could not do it. It says: ${foreign(m.why)}`;
  }
};

export const saveSetup = {
  open: "Save team setup…",
  openName: ({ account }: { account: string }) => `Save team setup… for ${foreign(account)}`,
  title: "Save the team setup",
  lead: "It is a file for the others of your team. They open it, and need to know neither an address nor the names of fields.",
  next: ({ revision }: SetupForm) => (revision === null ? "It is the first one." : `It becomes number ${number(revision + 1)}; whoever has an earlier one can update by it.`),
  name: "What the team is called",
  fields: "Fields that people see, in this order",
  fieldsHelp: "Without any of them chosen, people see the usual ones. Alt and an arrow key move a field too.",
  shown: ({ label }: { label: string }) => `Show ${foreign(label)}`,
  label: ({ name }: { name: string }) => `What people call ${foreign(name)}`,
  up: ({ label }: { label: string }) => `Move ${foreign(label)} up`,
  down: ({ label }: { label: string }) => `Move ${foreign(label)} down`,
  moved: ({ label, place, of }: { label: string; place: number; of: number }) => `${foreign(label)} is now ${number(place)} of ${number(of)}.`,
  presets: "Presets",
  presetWhat: (preset: Preset) =>
    [...(preset.changes.length > 0 ? [count(preset.changes.length, "change", "changes")] : []), ...(preset.note === null ? [] : [foreign(preset.note)])].join(" · "),
  removePreset: ({ name }: { name: string }) => `Leave ${foreign(name)} out`,
  limits: "Limits",
  largest: "Largest file, in MB",
  largestHelp: "Left empty, the app sets none.",
  largestWrong: "A size in MB, like 20 or 0.5.",
  endings: "Kinds of files",
  endingsPlaceholder: "pdf, jpg, png",
  endingsHelp: "Left empty, all kinds may be sent.",
  calls: ({ count: n }: { count: number }) => `The app makes at most ${count(n, "call", "calls")} in 5 seconds, as in this account.`,
  keys: "Put the keys in, under a passphrase",
  keysHelp: "Whoever has the file and the passphrase has the keys. Tell the passphrase by another way than the file. Without it, each person enters the two keys.",
  passphrase: "Passphrase",
  passphraseHelp: "At least 12 letters. Several words are good.",
  seal: (fault: SealFault): string =>
    fault.code === "passphrase_too_short" ? `The passphrase needs at least ${number(fault.least)} letters: whoever gets the file may try as long as they like.` : "The keys could not be put in.",
  noKeys: "This account's keys can't be read now, so they can't be put in. Enter them in the account first.",
  signingTitle: "Signature",
  signing,
  unavailable,
  keyMoved,
  saveUnsigned: "Save it unsigned",
  saveUnsignedHelp: "Without a signature nobody can tell that the file is yours.",
  give: "Give the key to a second administrator…",
  giveYes: "Save the key…",
  givePassphrase: "Passphrase for the key's file",
  takeKey: "I was given the signing key…",
  takeYes: "Open the key…",
  takePassphrase: "Passphrase that you were told",
  save: "Save…",
  busy: "One moment…",
  problem,
  failed: "The file could not be saved.",
  saved: ({ revision, path }: { revision: number; path: string }) => `Saved as number ${number(revision)}: ${foreign(path)}`,
  savedNext: "Give this file to the others. Your own account uses this setup from now on.",
};
