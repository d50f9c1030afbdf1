// What is being put together. Part of the catalogue in en.ts.
import type { DraftFault, FileKind, LeftOut } from "../shell/types";
import { size } from "./amounts";
import { notRegular } from "./failures";
import { fieldName, files, kinds } from "./things";

export const draft = {
  ticket: "Ticket number",
  lead: "Lead ID",
  leadPlaceholder: "330fba67-6795-46c2-…",
  leadHelp: "Where do I find it?",
  leadHelpText:
    "Open the ticket's lead in LeadSquared. The address shown at the top of the browser usually ends with “LeadID=” and 36 letters, digits and hyphens: copy those. If you can't see them, your administrator can look the ID up by the lead's email.",
  changes: "Changes",
  to: "becomes",
  addFirst: "Change a field",
  addAnother: "Change another field",
  fieldMenu: "Fields that can be changed",
  otherField: "Other field",
  otherFieldHelp: "The name your administrator gave you",
  otherFieldValue: "New value",
  fieldName,
  value: (field: string) => `New value of ${fieldName(field)}`,
  choose: "Choose…",
  otherValue: "Other value…",
  backToList: "Back to the list",
  removeChange: (field: string) => `Don't change ${field === "" ? "this field" : fieldName(field)}`,
  emptyClears: "Left empty, the field is cleared",
  time: "2026-12-24 17:00",
  emails: "ann@example.org, ben@example.org",
  tags: "first tag, second tag",
  files: "Files",
  filesTotal: (n: number, bytes: number) => `${files(n)} · ${size(bytes)}`,
  chooseFiles: "Choose files…",
  drop: "Drop files anywhere on this window",
  dropHelp: "or choose them, or paste a picture (Ctrl+V)",
  dropNow: "Drop the files here",
  dropTo: (ticket: string) => (ticket === "" ? "They are added to this update." : `They are added to the update of #${ticket}.`),
  dropLater: "They wait here for the next update.",
  fileFacts: (bytes: number, kind: FileKind) => `${size(bytes)} · ${kinds[kind].one}`,
  removeFile: (name: string) => `Remove ${name}`,
  added: (n: number) => `${files(n)} added`,
  dismiss: "Close this note",
};

export const leftOut = (left: LeftOut): string => {
  switch (left.code) {
    case "already_attached":
      return `“${left.file}” is already here, so it was not added again.`;
    case "same_content":
      return `“${left.file}” holds the same as “${left.as}”, so it was not added twice.`;
    case "file_missing":
      return `“${left.file}” is no longer where it was, so it could not be added.`;
    case "file_changed":
      return `“${left.file}” is not the file any more that was sent, so it was not added. Add it yourself if it is the right one.`;
    case "file_unreadable":
      return `“${left.file}” could not be read (${left.why}).`;
    case "file_not_regular":
      return left.kind === "folder"
        ? `“${left.file}” is a folder: add the files inside it, or pack it into an archive first.`
        : `“${left.file}” is ${notRegular[left.kind]}, and only files can be sent.`;
  }
};

export const draftFault = (fault: DraftFault | { code: "value_not_chosen"; change: number }): string => {
  switch (fault.code) {
    case "ticket_empty":
      return "Which ticket? Type its number.";
    case "ticket_not_a_number":
      return `“${fault.given.trim()}” is not a ticket number. It is a number like 143.`;
    case "lead_empty":
      return "The lead ID is needed too.";
    case "lead_not_an_id":
      return "This is not a lead ID: 36 letters (a to f), digits and hyphens, like 330fba67-6795-46c2-9dad-077794077f70.";
    case "field_empty":
      return "Which field? Type its name.";
    case "field_twice":
      return `${fieldName(fault.field)} is changed twice: remove one of the two.`;
    case "value_not_a_time":
      return "Write date and time like 2026-12-24 17:00.";
    case "value_not_chosen":
      return "Choose a value, or remove this change.";
    case "nothing_to_send":
      return "There is nothing to send yet: change a field or add a file.";
  }
};
