// What a person can do about one that needs them, and what is known of it. Part of the catalogue in en.ts.
import type { Delivery, FieldFound, Finding, Receipt } from "../shell/types";
import { count, list, timeOfDay } from "./amounts";
import { failureWords } from "./failures";
import { fieldName, files, quoted, theOne, things } from "./things";

const emptyOr = (value: string | null) => (value === null || value.trim() === "" ? "empty" : quoted(value));
const shown = 3;
const some = (parts: string[]): string[] =>
  parts.length <= shown + 1 ? parts : [...parts.slice(0, shown), count(parts.length - shown, "more field", "more fields")];

const is = ({ field, found }: FieldFound) => `${fieldName(field)} is ${emptyOr(found)}`;
const isNot = ({ field, found, wanted }: FieldFound) => `${fieldName(field)} is ${emptyOr(found)} (not ${emptyOr(wanted)})`;
const alone = ({ field }: FieldFound) => fieldName(field);

/** How it came about that nobody knows. */
const happened = ({ ended, job }: Pick<Delivery, "ended" | "job">): string => {
  switch (ended?.ended) {
    case "failed":
      return failureWords(ended.failure, job).what;
    case "interrupted":
      return ended.released
        ? "The app ended while this was being sent, when all of it may have left already."
        : "The app ended while this was being sent.";
    default:
      return "It is not known whether this arrived.";
  }
};

const ofFields = (finding: Finding): string => {
  const { fields } = finding;
  switch (finding.comparison) {
    case "looks_done":
      return fields.length === 0
        ? "The ticket looks as it was to be: it looks done."
        : `On the ticket, ${list(some(fields.map(is)))} now: it looks done.`;
    case "nothing_changed":
      return fields.length === 0
        ? "Nothing changed on the ticket: it looks as if this was not done."
        : `On the ticket, ${list(some(fields.map(isNot)))}: it looks as if this was not done.`;
    case "partly": {
      const [same, other, unsure] = (["same", "other", "cannot_tell"] as const).map((likeness) => fields.filter((field) => field.likeness === likeness));
      const rest = [
        ...(other?.length ? [list(some(other.map(isNot)))] : []),
        ...(unsure?.length ? [`nobody can tell of ${list(some(unsure.map(alone)))}`] : []),
      ];
      return `Only a part shows on the ticket: ${list(some((same ?? []).map(is)))} as it was to be, but ${list(rest)}.`;
    }
    case "cannot_tell":
      return "Reading the ticket can't show whether this was done.";
    case "not_read":
      return finding.failure
        ? `The ticket could not be read: ${failureWords(finding.failure).what}`
        : "The ticket could not be read: the keys of its account are missing.";
  }
};

/** What cannot be read at all, and what to look for instead. */
const unseen = (delivery: Delivery): string => {
  const title = delivery.changes.find(({ field }) => field === "Title")?.value ?? "";
  return delivery.job === "note"
    ? `Notes can't be seen from here: open the ticket #${delivery.ticket} to see whether the note is there.`
    : `The new ticket may exist already, and it can't be seen from here: look in LeadSquared for a ticket of this customer with the title ${quoted(title)}, made at about ${timeOfDay(delivery.settledAt ?? delivery.createdAt)}.`;
};

const ofFiles = (delivery: Delivery): string => {
  if (delivery.job !== "update") return "";
  const n = delivery.files.length;
  if (n === 0) return "";
  const them = n === 1 ? "The file" : `The ${files(n)}`;
  return `${them} can't be seen from here: open the ticket to see whether ${n === 1 ? "it is" : "they are"} there.`;
};

export const choices = {
  happened,
  looking: "Looking at the ticket…",
  /** What the ticket shows, in one sentence; nothing where there are only files. */
  found: ({ delivery, finding }: { delivery: Delivery; finding: Finding }): string =>
    delivery.job !== "update" ? unseen(delivery) : finding.comparison === "cannot_tell" && delivery.files.length > 0 ? "" : ofFields(finding),
  files: ofFiles,
  lookedAt: ({ at }: { at: number }) => `Looked at ${timeOfDay(at)}`,
  doubt: "“It was done” closes it. “Send again” sends all of it once more.",
  itWasDone: "It was done",
  sendAgain: "Send again",
  sendToNewPlace: "Send it to the new place",
  tryNow: "Try now",
  lookAgain: "Look again",
  correct: "Correct and send again",
  correctHelp: "Brings everything back for you to change and send.",
  correctTitle: ({ ticket }: Delivery) => `Correct this and send it to #${ticket} again?`,
  leave: "Leave it",
  leaveHelp: "It stays in the list and no longer needs you.",
  group: (delivery: Delivery) => `What to do about ${theOne(delivery)}`,

  sendAgainTitle: ({ job, ticket }: Delivery) =>
    job === "update" ? `Send this to #${ticket} again?` : job === "note" ? `Send the note to #${ticket} again?` : "Make the new ticket again?",
  sendAgainText: (delivery: Delivery): string => {
    const { changes, files: sent, job } = delivery;
    if (job === "note") return "If it was done after all, the note is on the ticket twice. Look at the ticket first if you can.";
    if (job === "new_ticket") return "If it was done after all, there are two such tickets. Look for the first one if you can.";
    const twice = sent.length === 0 ? "" : `${sent.length === 1 ? "the file is" : `the ${files(sent.length)} are`} on the ticket twice`;
    const same = changes.length === 0 ? "" : "the changes are only made once more";
    return `If it was done after all, ${list([twice, same].filter((part) => part !== ""))}. Look at the ticket first if you can.`;
  },

  done: ({ d, receipt }: { d: Delivery; receipt: Receipt }): string => {
    const ticket = receipt.key ?? `#${receipt.ticket}`;
    if (d.job === "note") return `The note is on ticket #${d.ticket}.`;
    if (d.job === "new_ticket") return `Ticket ${ticket} was made${d.files.length === 0 ? "" : ` with ${files(d.files.length)}`}.`;
    return `Ticket ${receipt.key ?? `#${d.ticket}`} now has ${things(d.changes.length, d.files.length)}.`;
  },
  saidDone: "You said that this was done.",
};
