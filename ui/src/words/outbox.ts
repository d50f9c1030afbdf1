// The list of what was sent: where each one stands, and why one waits. Part of the catalogue in en.ts.
import type { Delivery, DeliveryState, Exported, ExportWords, Job, KeysState, Place, Waiting } from "../shell/types";
import type { DayChoice } from "../values/days";
import { count, list, number } from "./amounts";
import { again, failureWords } from "./failures";
import { foreign } from "./foreign";
import { fieldNames, named, quoted, summary, theOne, things } from "./things";

const plainHost = (host: string) => host.replace(/^https?:\/\//, "");

const place = ({ host, organisation, leadHost }: Place) =>
  `“${foreign(plainHost(host))}”, organisation ${foreign(organisation)}${leadHost === "" ? "" : `, leads at “${foreign(plainHost(leadHost))}”`}`;

const waitingState = (waiting: Waiting | null): string => {
  switch (waiting?.code) {
    case "behind":
    case "behind_unknown":
      return "Waiting for an earlier one";
    case "pace":
      return "Waiting for a free moment";
    case "connection":
      return "Waiting for the connection";
    case "busy":
    case "unsure":
      return "Waiting for the ticket system";
    case "way":
      return "Waiting until the connection is put right";
    case "keys":
    case "keys_refused":
      return "Waiting for the keys";
    case "account_gone":
      return "Its account was removed";
    case "place_changed":
      return "Its account has another address now";
    case "storage":
      return "Waiting for this computer's disk";
    case "other_computer":
      return "Waiting for your word";
    case "turn":
    case undefined:
      return "Getting ready";
  }
};

const keysWhy = (keys: KeysState, name: string): string => {
  switch (keys) {
    case "missing":
      return `There are no keys for “${foreign(name)}” on this computer. Enter them, and it goes on by itself.`;
    case "locked":
      return `This computer's keychain is locked, so the keys of “${foreign(name)}” can't be read. Unlock it or enter the keys, and it goes on by itself.`;
    case "no_keychain":
      return `This computer has no keychain running, so the keys of “${foreign(name)}” can't be read. Enter them, and it goes on by itself.`;
    case "saved":
    case "session":
      return "The keys are there again; it goes on by itself in a moment.";
  }
};

const waitingWhy = (delivery: Delivery): string => {
  const { waiting, ticket, accountName } = delivery;
  switch (waiting?.code) {
    case "behind":
      return `What you sent to #${ticket} before goes first, so that everything arrives in order.`;
    case "behind_unknown":
      return `Nobody knows yet whether what you sent to #${ticket} before was done. Press “It was done” or “Send again” there, and this one goes on by itself.`;
    case "pace":
      // Refusals that last are no rush of a moment; when the day's allowance is used up, no page says what comes.
      return waiting.asked && Date.now() - delivery.createdAt > 60_000
        ? "The ticket system has been asking to wait for more than a minute. Others may be using the same keys, or the account's allowance of calls for the day may be used up. It goes on by itself."
        : waiting.asked
        ? "The ticket system asked to wait. It goes on by itself."
        : "The account's calls are used up for the moment. It goes on by itself.";
    case "connection":
      return `“${foreign(plainHost(waiting.host))}” can't be reached at the moment. It goes on by itself as soon as the connection is back.`;
    case "busy":
      return "The ticket system is not available at the moment. It is tried again by itself.";
    case "unsure":
      return "Of the last two nobody knows whether they arrived, so the app looks first whether the ticket system answers. This goes on by itself as soon as it does.";
    case "way": {
      const { what, next } = failureWords(waiting.failure);
      return `${what} ${next.replace(again, "").trim()} Then press “Try now”.`;
    }
    case "keys":
      return keysWhy(waiting.keys, accountName);
    case "keys_refused":
      return `The ticket system refused the keys of “${foreign(accountName)}” a moment ago, so this was not tried with them. Check the keys, or press “Send again” at the refused one, and it goes on by itself.`;
    case "account_gone":
      return `The account “${foreign(accountName)}” was removed from the app, so this can't be sent with it. Cancel it here; “Use again” puts it into a new update for another account.`;
    case "place_changed":
      return `This was sent off for ${place(waiting.from)}, and “${foreign(accountName)}” is now at ${place(waiting.to)}. It goes there only if you say so; or cancel it.`;
    case "storage":
      return `This computer's disk does not take what has to be written down first (${foreign(waiting.why)}). It is tried again by itself.`;
    case "other_computer":
      return "It came here from another computer, which may send it as well. Press “Send from here” above the list if that one does not.";
    case "turn":
    case undefined:
      return "Its turn comes in a moment.";
  }
};

const state = (delivery: Delivery): string => {
  switch (delivery.state) {
    case "held_back":
      return delivery.askedBack ? "Held back" : "Goes in a moment";
    case "waiting":
      return waitingState(delivery.waiting);
    case "sending":
      return "Sending";
    case "done":
      return "Done";
    case "refused":
      return delivery.ended?.ended === "failed" && delivery.ended.failure.effect === "not_sent" ? "Not sent" : "Refused";
    case "may_be_done":
      return "Not sure it arrived";
    case "cancelled":
      return "Cancelled";
  }
};

const states: Record<DeliveryState | "needs_you", string> = {
  needs_you: "Needs you",
  held_back: "Goes in a moment",
  waiting: "Waiting",
  sending: "Sending",
  done: "Done",
  refused: "Refused",
  may_be_done: "Not sure it arrived",
  cancelled: "Cancelled",
};

const days: Record<DayChoice, string> = {
  any: "Any day",
  today: "Today",
  yesterday: "Yesterday",
  week: "Last 7 days",
  range: "From … to …",
};

const jobs: Record<Job, string> = { update: "Update", new_ticket: "New ticket", note: "Note" };

/** The saved list: what stands above its columns, and in its cells where the app has a name. */
const exportWords: ExportWords = {
  columns: {
    ticket: "Ticket",
    state: "State",
    sent: "Sent",
    settled: "Settled",
    account: "Account",
    changes: "Changes",
    files: "Files",
    attempts: "Attempts",
    answer: "Answer",
    failure: "Failure",
    number: "Number",
    what: "What",
    note: "Note",
  },
  states,
  jobs,
  fields: fieldNames,
};

export const outbox = {
  title: "What was sent",
  /** What a saved list is called, unless the person changes it. */
  exportName: "What was sent.csv",
  exportWords,
  /** A notice by the system, while nobody looks at the window, and anybody may look at the display: no customer, value, note
   * or name of a file is in it. */
  notice: (delivery: Delivery) => ({
    title: `${named(delivery)}: ${state(delivery)}`,
    text: delivery.job === "update" ? things(delivery.changes.length, delivery.files.length) : things(0, delivery.files.length),
  }),
  empty: "Nothing sent yet",
  emptyHelp: "What you send is listed here with its answer, and stays here when you close the app.",
  needsYou: ({ count: n }: { count: number }) => `Needs you (${number(n)})`,
  onTheWay: ({ count: n }: { count: number }) => (n > 1 ? `On the way (${number(n)})` : "On the way"),
  andMore: ({ count: n }: { count: number }) => `and ${number(n)} more`,
  otherComputer: "What waits here came from another computer, and both would send it.",
  sendFromHere: "This is my computer now: send from here",
  today: "Today",
  yesterday: "Yesterday",
  practice: "Practice",
  state,
  waitingWhy,
  summary,
  count: (delivery: Delivery) =>
    delivery.job === "update" ? things(delivery.changes.length, delivery.files.length) : summary(delivery),
  cancel: (delivery: Delivery) => `Cancel ${theOne(delivery)}`,
  undo: (delivery: Delivery) => `Undo ${theOne(delivery)}`,
  sendNow: (delivery: Delivery) => `Send ${theOne(delivery)} now`,
  cancelled: ({ attempts, job }: Delivery) =>
    attempts === 0
      ? "Cancelled before anything was sent."
      : `Cancelled before everything was sent: ${job === "new_ticket" ? "no ticket was made" : "the ticket was not changed"}.`,
  openEarlier: "Open the earlier one",

  search: "Search what was sent",
  searchHelp: "Ticket, file, value or answer (Ctrl+F)",
  clearSearch: "Empty the search",
  filterState: "State",
  filterDay: "Day",
  filterAccount: "Account",
  anyState: "Any state",
  anyAccount: "All accounts",
  states,
  days,
  from: "From",
  until: "To",
  showAll: "Show everything",
  found: ({ count: n, more }: { count: number; more: boolean }) => (more ? `More than ${number(n)} found` : `${number(n)} found`),
  nothing: ({ text, filters }: { text: string; filters: string[] }) =>
    `Nothing found${text === "" ? "" : ` for ${quoted(text)}`}${filters.length === 0 ? "" : ` with ${list(filters)}`}.`,
  nothingHelp: "A search finds the beginnings of words, and all of the words must be there.",
  filterWords: {
    state: ({ name }: { name: string }) => `“${foreign(name)}”`,
    account: ({ name }: { name: string }) => `the account “${foreign(name)}”`,
    day: ({ name }: { name: string }) => `“${foreign(name)}”`,
    from: ({ day }: { day: string }) => `from ${day} on`,
    until: ({ day }: { day: string }) => `up to ${day}`,
  },
  rangeFault: { unreadable: "Write a day like 2026-11-24.", turned: "The first day is after the last one." },
  dayPlaceholder: "2026-11-24",

  exportCsv: "Save the list as CSV…",
  exporting: "Saving…",
  exported: (result: Exclude<Exported, { result: "not_chosen" }>) =>
    result.result === "saved"
      ? `${count(result.rows, "line", "lines")} saved as ${foreign(result.path)}`
      : `The list could not be saved (${foreign(result.why)}).`,
  dismiss: "Close this note",
};
