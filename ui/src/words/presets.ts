// Presets. Part of the catalogue in en.ts.
import type { Preset, PresetFault } from "../shell/types";
import { list } from "./amounts";
import { foreign } from "./foreign";
import { fieldName, quoted } from "./things";

const emptied = (value: string) => (value.trim() === "" ? "emptied" : quoted(value));

export const presets = {
  title: "Presets",
  key: ({ key }: { key: number }) => `Ctrl+${String(key)}`,
  edit: "Edit presets",
  keep: "Keep these as a preset…",
  applied: ({ name, fields }: { name: string; fields: string[] }) =>
    fields.length === 0 ? `“${foreign(name)}” changes no field.` : `“${foreign(name)}” has set ${list([...new Set(fields)].map(fieldName))}.`,
  undo: "Undo",
  undoName: ({ name }: { name: string }) => `Undo preset ${foreign(name)}`,
  dismiss: "Close this line",
  noteFor: ({ name }: { name: string }) => `Papers for “${foreign(name)}”:`,
  dismissNote: "Close the note on papers",

  team: "Of your team",
  teamHelp: "They come with your team's setup, and are changed there.",
  own: "Your own",
  none: "You have none of your own yet. Put changes together, then press “Keep these as a preset…”.",
  changes: ({ changes }: Pick<Preset, "changes">) =>
    changes.length === 0 ? "Changes no field" : changes.map(({ field, value }) => `${fieldName(field)} ${value.trim() === "" ? emptied(value) : `→ ${quoted(value)}`}`).join(", "),
  editOne: "Edit",
  editName: ({ name }: { name: string }) => `Edit preset ${foreign(name)}`,
  removeName: ({ name }: { name: string }) => `Remove preset ${foreign(name)}`,
  removeTitle: ({ name }: { name: string }) => `Remove the preset “${foreign(name)}”?`,
  removeText: "It is removed from this computer. What was sent with it stays as it is.",
  newTitle: "Keep as a preset",
  name: "Name",
  namePlaceholder: "On hold + papers",
  note: "Which papers belong to it (may be left empty)",
  takeChanges: "Take the changes of this update instead",
  save: "Save the preset",
  fault: {
    name_empty: "What is it to be called?",
    name_twice: "Another preset has this name.",
    nothing_in_it: "It changes nothing and has no note: a preset needs one of the two.",
  } satisfies Record<PresetFault, string>,
};
