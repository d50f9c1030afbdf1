// Every sentence of the screen, in English. Other languages would be further modules of the type `Words`.
import type {
  Delivery,
  DraftFault,
  FileKind,
  Receipt,
  LeftOut,
  Progress,
  SentFile,
  ShellError,
  Theme,
} from "../shell/types";
import { count, dateAndTime, dateOf, duration, list, number, shortDateAndTime, size, sizeOf, timeOfDay } from "./amounts";
import { account } from "./account";
import { failureWords, keysState, notRegular } from "./failures";

const changes = (n: number) => count(n, "change", "changes");
const files = (n: number) => count(n, "file", "files");
const things = (c: number, f: number) => list([...(c > 0 ? [changes(c)] : []), ...(f > 0 ? [files(f)] : [])]);

const kinds: Record<FileKind, { one: string; many: string }> = {
  picture: { one: "picture", many: "pictures" },
  pdf: { one: "PDF", many: "PDFs" },
  archive: { one: "archive", many: "archives" },
  text: { one: "text", many: "texts" },
  table: { one: "table", many: "tables" },
  document: { one: "document", many: "documents" },
  sound: { one: "sound", many: "sounds" },
  video: { one: "video", many: "videos" },
  other: { one: "file", many: "files" },
};

// The names LeadSquared's own screen gives its system fields.
const fieldNames: Record<string, string> = {
  Status: "Status",
  Priority: "Priority",
  Title: "Title",
  Description: "Description",
  Type: "Type",
  SubType: "Sub-type",
  Channel: "Channel",
  CcEmails: "Cc emails",
  Tags: "Tags",
  DueDate: "Due date",
};
const fieldName = (name: string) => fieldNames[name] ?? name;

const filesSummary = (sent: SentFile[]): string => {
  const [first] = sent;
  if (!first) return "";
  if (sent.length === 1) return first.name;
  return sent.every((file) => file.kind === first.kind)
    ? `${number(sent.length)} ${kinds[first.kind].many}`
    : files(sent.length);
};

export const en = {
  product: "Ticket Courier",
  close: "Close",
  cancel: "Cancel",
  remove: "Remove",
  loading: "One moment…",
  amounts: { size, timeOfDay, dateAndTime, shortDateAndTime, dateOf },
  failure: failureWords,

  head: {
    account: (name: string, state: string) => `Account: ${name}, ${state}. Choose another`,
    accounts: "Accounts",
    practice: "Practice",
    practiceState: "Nothing leaves this computer",
    addAccount: "Add an account…",
    settings: "Settings",
    panes: "Parts of the window",
    draft: "New update",
    history: "What was sent",
    needsYou: (n: number) => `${number(n)} ${n === 1 ? "needs" : "need"} you`,
  },
  keys: {
    state: keysState,
    missing: (name: string) => `There are no keys for “${name}” on this computer yet.`,
    locked: (name: string) =>
      `This computer's keychain is locked, so the keys of “${name}” can't be read. Unlock it, or enter the keys again for this session.`,
    no_keychain: (name: string) =>
      `This computer has no keychain running, so the keys of “${name}” can't be read. Enter them again for this session.`,
    enter: "Enter the keys",
    lookAgain: "Look again",
  },
  practice: {
    line: "Practice: nothing leaves this computer.",
    example: "Fill in an example ticket",
    ticket: "143",
    lead: "330fba67-6795-46c2-9dad-077794077f70",
  },

  first: {
    title: "Carry changes and files to a ticket",
    lead: "Drop files on this window, name a ticket, press Send, and always see what became of it.",
    practice: "Practise first",
    practiceHelp: "A made-up account with a dozen tickets. Nothing leaves this computer, so nothing can go wrong.",
    account: "Add your account",
    accountHelp: "You need the address, the organisation ID and two keys of your LeadSquared account. The next page says where they are.",
    later: "You can do the other one at any time: the account menu is at the top.",
  },

  draft: {
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
    dropHelp: "or choose them; several at a time is fine",
    dropNow: "Drop the files here",
    dropTo: (ticket: string) => (ticket === "" ? "They are added to this update." : `They are added to the update of #${ticket}.`),
    dropLater: "An update is being sent; these files wait here for the next one.",
    fileFacts: (bytes: number, kind: FileKind) => `${size(bytes)} · ${kinds[kind].one}`,
    removeFile: (name: string) => `Remove ${name}`,
    added: (n: number) => `${files(n)} added`,
    dismiss: "Close this note",
  },

  leftOut: (left: LeftOut): string => {
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
  },

  draftFault: (fault: DraftFault | { code: "value_not_chosen"; change: number }): string => {
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
  },

  send: {
    label: "Sending",
    button: (c: number, f: number, ticket: string) => {
      const what = things(c, f);
      return `Send${what === "" ? "" : ` ${what}`}${what === "" || ticket === "" ? "" : ` to #${ticket}`}`;
    },
    missing: (ticket: boolean, lead: boolean, content: boolean) =>
      `Still needed: ${list([
        ...(ticket ? ["the ticket number"] : []),
        ...(lead ? ["the lead ID"] : []),
        ...(content ? ["a change or a file"] : []),
      ])}.`,
    faults: (n: number) => `${count(n, "place needs", "places need")} a look: marked in red.`,
    inAll: (bytes: number) => `${size(bytes)} in all`,
    shortcut: "Ctrl+Enter sends",
    preparing: "Getting ready…",
    to: (ticket: string) => `Sending to #${ticket}`,
    waiting: "Waiting for a free moment",
    waitingWhy: (milliseconds: number, asked: boolean) =>
      `${asked ? "The ticket system asked to wait" : "The account's calls are used up for the moment"}; goes on by itself in about ${duration(milliseconds / 1000)}.`,
    sending: (sent: number, total: number, speed: number | null, left: number | null) =>
      [
        sizeOf(sent, total),
        ...(speed === null ? [] : [`${size(speed)}/s`]),
        ...(left === null ? [] : [`${duration(left)} left`]),
      ].join(" · "),
    file: (name: string, index: number, total: number) =>
      total === 1 ? name : `${name} (${number(index + 1)} of ${number(total)})`,
    answer: "Everything is sent",
    answerWhy: "Waiting for the answer. Cancelling now would leave the answer unknown.",
    cancelling: "Cancelling…",
    progress: "Sent so far",
    spoken: (progress: Progress, tenths: number): string => {
      switch (progress.step) {
        case "waiting":
          return "Waiting for a free moment. It goes on by itself.";
        case "sending":
          return `${number(tenths * 10)} percent sent.`;
        case "answer":
          return "Everything is sent. Waiting for the answer.";
      }
    },
  },

  answer: {
    label: "Answer",
    interrupted: "The app was closed while this was being sent.",
    interruptedSafe: "What became of it is not known. Look at the ticket before you send it again.",
    said: "The ticket system says:",
    details: "Details",
    status: (status: number) => `HTTP status ${String(status)}`,
    received: "Answer as received",
    emptyBody: "(empty)",
    noAnswer: "No answer was received.",
    goToKeys: "Enter the keys",
    goToAccount: "Open the account",
    dismiss: "Close this answer",
  },

  history: {
    title: "What was sent",
    empty: "Nothing sent yet",
    emptyHelp: "What you send is listed here with its answer, and stays here when you close the app.",
    needsYou: "Needs you",
    needsYouLine: "Look at the ticket before you send this again.",
    today: "Today",
    yesterday: "Yesterday",
    older: "Show older",
    state: (delivery: Delivery): string => {
      const { outcome } = delivery;
      if (outcome.state === "done") return "Done";
      if (outcome.state === "sending") return "Sending";
      if (outcome.state === "interrupted" || outcome.failure.effect === "may_be_done") return "Not sure it arrived";
      if (outcome.failure.code === "cancelled") return "Cancelled";
      return outcome.failure.effect === "not_sent" ? "Not sent" : "Refused";
    },
    summary: (delivery: Delivery): string => {
      const fields = delivery.changes.map((c) => `${fieldName(c.field)} → ${c.value === "" ? "(empty)" : c.value}`);
      return [...(fields.length > 0 ? [fields.join(", ")] : []), filesSummary(delivery.files)]
        .filter((part) => part !== "")
        .join(" · ");
    },
    practice: "Practice",
  },

  delivery: {
    title: (ticket: string) => `Ticket #${ticket}`,
    changes: "Changes",
    files: "Files",
    empty: "(empty)",
    sentOn: "Sent",
    ended: "Answered",
    took: (from: number, to: number) => `${dateAndTime(to)} (after ${duration((to - from) / 1000)})`,
    account: "Account",
    practice: "Practice",
    lead: "Lead ID",
    sending: "This is being sent right now.",
    done: (d: Delivery, receipt: Receipt) => `Ticket ${receipt.key ?? `#${d.ticket}`} now has ${things(d.changes.length, d.files.length)}.`,
    useAgain: "Use again",
    useAgainBusy: "Possible as soon as the update on its way has its answer.",
    useAgainHelp: "Puts these changes and files into a new update, to look over and send.",
    replaceTitle: "Replace what you have started?",
    replace: "The update you are putting together is replaced by this one. Its changes and files are not sent.",
    replaceYes: "Replace it",
    replaceNo: "Keep mine",
  },

  account,
  settings: {
    title: "Settings",
    accounts: "Accounts",
    edit: "Edit",
    editName: (name: string) => `Edit ${name}`,
    removeName: (name: string) => `Remove ${name}`,
    removeTitle: (name: string) => `Remove “${name}”?`,
    removeText: "The account and its keys are removed from this computer. What was sent stays in the list, and nothing changes at LeadSquared.",
    theme: "Appearance",
    themes: { system: "As the system", light: "Light", dark: "Dark" } satisfies Record<Theme, string>,
  },

  trouble: (error: ShellError | null): string => {
    switch (error?.code) {
      case "storage":
        return `The app could not read or write its own files on this computer (${error.why}). Nothing was sent by this.`;
      case "practice_server":
        return `The practice account could not be started (${error.why}).`;
      case "busy":
        return "The app is still busy with something else. Try again in a moment.";
      case undefined:
        return "Something in the app itself went wrong. Nothing was sent by this. If it goes on, close the app and start it again.";
    }
  },
};

export type Words = typeof en;
/** The language the screen speaks. */
export const words: Words = en;
