// What is being put together. Part of the catalogue in en.ts.
import type { DraftFault, FieldsFrom, FileKind, Job, LeftOut, Lies, NumberFault, NumeralFault, SetupField, TimeFault } from "../shell/types";
import { count, day, exact, list, number, size } from "./amounts";
import { notRegular } from "./failures";
import { foreign } from "./foreign";
import { fieldName, files, kinds, plainFieldName } from "./things";

export const draft = {
  jobs: "What to send",
  job: { update: "Update a ticket", new_ticket: "New ticket", note: "Note" } satisfies Record<Job, string>,
  ticket: "Ticket number",
  lead: "Lead ID",
  leadPlaceholder: "330fba67-6795-46c2-…",
  leadHelp: "Where do I find it?",
  leadHelpText:
    "Open the ticket's lead in LeadSquared. The address shown at the top of the browser usually ends with “LeadID=” and 36 letters, digits and hyphens: copy those. If you can't see them, your administrator can look the ID up by the lead's email.",
  changes: "Changes",
  fields: "Fields",
  addField: "Fill in another field",
  newFieldMenu: "Fields that can be filled in",
  newValue: ({ field }: { field: string }) => fieldName(field),
  removeField: ({ field }: { field: string }) => `Don't fill in ${field === "" ? "this field" : fieldName(field)}`,
  emptyLeavesOut: "Left empty, it is not sent",
  note: "Internal note",
  noteHelp: "The people who work on the ticket see it; its customer does not.",
  noteFiles: ({ count: n }: { count: number }) =>
    `A note carries no files. ${n === 1 ? "The file you added stays" : `The ${files(n)} you added stay`} here for an update or a new ticket.`,
  to: "becomes",
  addFirst: "Change a field",
  addAnother: "Change another field",
  fieldMenu: "Fields that can be changed",
  findField: "Find a field",
  /** What a status may lead to; nothing where it is an ordinary one. */
  statusMeans: ({ status }: { status: string }): string => {
    const plain = status.trim().toLowerCase();
    return plain === "closed"
      ? "This may be final: a closed ticket can become permanently closed and may take no more changes or files."
      : plain === "resolved"
        ? "Resolved is not closed yet: LeadSquared may close it by itself after a time."
        : "";
  },
  fieldsFrom: { team: "Fields of your team", account: "Fields of this account", built_in: "Usual fields" } satisfies Record<FieldsFrom, string>,
  fieldsLack: ({ count: n }: { count: number }) =>
    `${count(n, "field", "fields")} more could not be read from your account. “Other field” takes ${n === 1 ? "it" : "them"} by name.`,
  fieldsLocked: ({ names }: { names: string[] }) => `Set when a ticket is made, and not changed afterwards: ${list(names.map(fieldName))}.`,
  locked: "In your account this field is set when a ticket is made; a change may be refused.",
  listNotRead: "The values of this list could not be read: type one exactly as LeadSquared shows it.",
  findValue: "Find a value",
  valuesFound: ({ count: n, of }: { count: number; of: number }) => (n === of ? count(n, "value", "values") : `${number(n)} of ${count(of, "value", "values")}`),
  groups: { common: "Common", more: "More fields", own: "This account's own" },
  fieldsFound: ({ count: n }: { count: number }) => (n === 0 ? "No field is called so." : count(n, "field", "fields")),
  otherField: "Other field",
  otherFieldHelp: "The name your administrator gave you",
  otherFieldValue: "New value",
  fieldName,
  plainFieldName,
  value: ({ field }: { field: string }) => `New value of ${fieldName(field)}`,
  choose: "Choose…",
  otherValue: "Other value…",
  backToList: "Back to the list",
  removeChange: ({ field }: { field: string }) => `Don't change ${field === "" ? "this field" : fieldName(field)}`,
  emptyClears: "Left empty, the field is cleared",
  time: "2026-12-24 17:00",
  date: "2026-12-24",
  range: ({ min_value: least, max_value: most }: SetupField) =>
    least !== null && most !== null ? `${exact(least)} to ${exact(most)}` : least !== null ? `${exact(least)} or more` : most !== null ? `${exact(most)} or less` : "",
  lastUsed: "Last used",
  allValues: "All values",
  sentAs: ({ value }: { value: string }) => `Is sent as ${foreign(value)}`,
  /** Which of the two that a value could be. */
  meant: ({ value }: { value: string }) => `I mean ${foreign(value)}`,
  suggested: ({ value }: { value: string }) => `Take ${foreign(value)}`,
  calendar: "Choose a day",
  days: ["Today", "Tomorrow", "In a week"],
  emails: "ann@example.org, ben@example.org",
  tags: "first tag, second tag",
  files: "Files",
  filesTotal: ({ count: n, bytes }: { count: number; bytes: number }) => `${files(n)} · ${size(bytes)}`,
  chooseFiles: "Choose files…",
  drop: "Drop files anywhere on this window",
  dropHelp: "or choose them, or paste a picture (Ctrl+V)",
  adding: ({ count: n }: { count: number }) => (n === 0 ? "Looking at what came…" : `Adding ${files(n)}…`),
  addingProgress: "Part that is copied",
  addingWhy: "They lie where they may go by themselves, so the app takes copies of its own.",
  stopAdding: "Stop",
  addAllTheSame: "Add it all the same",
  addAllOfThem: "Add them all the same",
  staysThere: "No room for a copy: leave it where it is until you have pressed Send",
  dropNow: "Drop the files here",
  dropTo: ({ job, ticket }: { job: Job; ticket: string }): string => {
    if (job === "note") return "A note carries no files: they wait here for an update or a new ticket.";
    if (job === "new_ticket") return "They are added to the new ticket.";
    return ticket === "" ? "They are added to this update." : `They are added to the update of #${ticket}.`;
  },
  dropLater: "They wait here for the next update.",
  fileFacts: ({ bytes, kind }: { bytes: number; kind: FileKind }) => `${size(bytes)} · ${kinds[kind].one}`,
  removeFile: ({ name }: { name: string }) => `Remove ${foreign(name)}`,
  dismiss: "Close this note",
};

const elsewhere: Record<Lies, (what: string) => string> = {
  server: (what) => `${what} lies on a server that this computer does not show as a folder: save it on this computer first, then add it.`,
  phone: (what) => `${what} lies on a phone or a camera: copy it to this computer first, then add it.`,
  trash: (what) => `${what} lies in the trash: put it back first, then add it.`,
  archive: (what) => `${what} lies inside an archive: unpack it first, then add it.`,
  web_page: (what) => `${what} is a web page and no file: save what you mean on this computer first, then add it.`,
  page_picture: (what) => `${what} is a picture of a web page: copy it there (right mouse button, Copy Image) and press Ctrl+V here.`,
  nowhere: (what) => `${what} is no file of this computer: save it first, then add it.`,
};

export const leftOut = (left: LeftOut): string => {
  switch (left.code) {
    case "already_attached":
      return `“${foreign(left.file)}” is already here, so it was not added again.`;
    case "same_content":
      return `“${foreign(left.file)}” holds the same as “${foreign(left.as)}”, so it was not added twice.`;
    case "file_missing":
      return `“${foreign(left.file)}” is no longer where it was, so it could not be added.`;
    case "only_a_link":
      return `“${foreign(left.file)}” is only a link to something, not the document itself.`;
    case "empty":
      return `“${foreign(left.file)}” is empty: there is nothing in it.`;
    case "no_room_to_take":
      return `“${foreign(left.file)}” was added. There is no room here for a copy of it, and it lies where it may go by itself: leave it there until you have pressed Send.`;
    case "stopped":
      return `“${foreign(left.file)}” was not added: you stopped it.`;
    case "file_changed":
      return `“${foreign(left.file)}” is not the file any more that was sent, so it was not added. Add it yourself if it is the right one.`;
    case "larger_than_allowed":
      return `“${foreign(left.file)}” has ${size(left.size)}; your team sends files of at most ${size(left.most)}.`;
    case "kind_not_allowed":
      return `“${foreign(left.file)}” is of a kind that your team does not send. It sends ${list(left.endings.map((ending) => ending.toUpperCase()))}.`;
    case "not_here":
      return elsewhere[left.lies](left.file === "" ? "What was dropped" : `“${foreign(left.file)}”`);
    case "file_unreadable":
      return `“${foreign(left.file)}” could not be read (${foreign(left.why)}).`;
    case "file_not_regular":
      return left.kind === "folder"
        ? `“${foreign(left.file)}” is a folder: add the files inside it, or pack it into an archive first.`
        : `“${foreign(left.file)}” is ${notRegular[left.kind]}, and only files can be sent.`;
  }
};

const characters = (n: number) => count(n, "character", "characters");

/** Why what was typed names no ticket. */
const notATicket: Record<NumberFault, (given: string) => string> = {
  empty: () => "Which ticket? Type its number.",
  no_number: (given) => `“${given}” is not a ticket number. It is a number like 143.`,
  several: (given) => `“${given}” names more than one ticket. Type the number of one.`,
  not_whole: (given) => `“${given}” is not a ticket number: it is a whole number like 143, without a point, a comma or a sign.`,
  zero: () => "There is no ticket 0. Type a number like 143.",
  too_long: (given) => `“${given}” is too long for a ticket number.`,
};

const notATime = (fault: TimeFault, wanted: "date" | "time"): string => {
  const like = wanted === "date" ? "2026-12-24" : "2026-12-24 17:00";
  switch (fault.is) {
    case "unreadable":
      return wanted === "date" ? `Write the date like ${like}.` : `Write date and time like ${like}.`;
    case "has_zone":
      return `Write date and time without a time zone, like ${like}: the ticket system takes them in the account's own, which this app does not know.`;
    case "no_such_day":
      return `There is no such day. Write it like ${like}.`;
    case "short_year":
      return `Write the year with four digits, like ${like}.`;
    case "doubtful":
      return `This could be ${day(fault.one)} or ${day(fault.other)}. Which do you mean?`;
    case "has_time":
      return "This field takes a day without a time of day.";
  }
};
const notANumber = (fault: NumeralFault): string =>
  fault.is === "no_number" ? "Write a number like 12.5." : `This could be ${foreign(fault.one)} or ${foreign(fault.other)}. Which do you mean?`;

/** What a value could be that is refused because it could be several: each is read as itself. */
export const readings = (fault: DraftFault | { code: "value_not_chosen" | "value_refused"; change: number }): string[] => {
  if (!("why" in fault) || typeof fault.why === "string") return [];
  return fault.why.is === "doubtful" ? [fault.why.one, fault.why.other] : fault.why.is === "has_time" ? [fault.why.day] : [];
};

export const draftFault = (fault: DraftFault | { code: "value_not_chosen" | "value_refused"; change: number }): string => {
  switch (fault.code) {
    case "ticket_empty":
      return "Which ticket? Type its number.";
    case "ticket_not_a_number":
      return notATicket[fault.why](foreign(fault.given.trim()));
    case "lead_empty":
      return "The lead ID is needed too.";
    case "lead_not_an_id":
      return "This is not a lead ID: 36 letters (a to f), digits and hyphens, like 330fba67-6795-46c2-9dad-077794077f70.";
    case "field_empty":
      return "Which field? Type its name.";
    case "field_twice":
      return `${fieldName(fault.field)} is changed twice: remove one of the two.`;
    case "value_not_a_time":
      return notATime(fault.why, "time");
    case "value_not_a_date":
      return notATime(fault.why, "date");
    case "value_empty":
      return "This field can't be empty on a ticket.";
    case "value_too_short":
      return `This has ${characters(fault.length)}; at least ${number(fault.least)} are needed.`;
    case "value_too_long":
      return `This has ${characters(fault.length)}; the field takes at most ${number(fault.most)}.`;
    case "value_not_a_number":
      return notANumber(fault.why);
    case "value_too_small":
      return `This is too little: ${exact(fault.least)} is the least that the field takes.`;
    case "value_too_great":
      return `This is too much: ${exact(fault.most)} is the most that the field takes.`;
    case "value_not_an_email":
      return `“${foreign(fault.given)}” is not an email address. Write addresses like ann@example.org, with a comma between two.`;
    case "value_not_like_pattern":
      return `This does not have the form that the field wants (${foreign(fault.pattern)}).`;
    case "value_refused":
      return "The ticket system named this field when it refused the last attempt.";
    case "value_not_chosen":
      return "Choose a value, or remove this change.";
    case "note_empty":
      return "What is the note to say?";
    case "title_empty":
      return "What is the new ticket about? Type a subject.";
    case "nothing_to_send":
      return "There is nothing to send yet: change a field or add a file.";
  }
};
