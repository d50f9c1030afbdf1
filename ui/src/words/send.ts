// Sending, and what stands above the Send button. Part of the catalogue in en.ts.
import type { Copying, Delivery, Job, Progress } from "../shell/types";
import { count, duration, list, number, percent, size, sizeEachSecond, sizeOf } from "./amounts";
import { foreign } from "./foreign";
import { files, things } from "./things";

export const send = {
  button: ({ job, changes: c, files: f, ticket }: { job: Job; changes: number; files: number; ticket: string }) => {
    if (job === "note") return `Send the note${ticket === "" ? "" : ` to #${ticket}`}`;
    if (job === "new_ticket") return `Make a new ticket${f === 0 ? "" : ` with ${files(f)}`}`;
    const what = things(c, f);
    return `Send${what === "" ? "" : ` ${what}`}${what === "" || ticket === "" ? "" : ` to #${ticket}`}`;
  },
  missing: (lacks: { ticket: boolean; lead: "customer" | "contact" | "id" | null; content: boolean; title: boolean; note: boolean }) =>
    `Still needed: ${list([
      ...(lacks.ticket ? ["the ticket number"] : []),
      ...(lacks.lead === null ? [] : [{ id: "the lead ID", customer: "the ticket's customer", contact: "the new customer's email or phone" }[lacks.lead]]),
      ...(lacks.title ? ["a subject"] : []),
      ...(lacks.note ? ["the note's text"] : []),
      ...(lacks.content ? ["a change or a file"] : []),
    ])}.`,
  faults: ({ count: n }: { count: number }) => `${count(n, "place needs", "places need")} a look: marked in red.`,
  inAll: ({ bytes }: { bytes: number }) => `${size(bytes)} in all`,
  /** A warning: what was refused once need not be again. */
  sizeDoubt: ({ bytes, passed, refused, several }: { bytes: number; passed: number | null; refused: number; several: boolean }) =>
    `${size(bytes)} may be too much at once: an update of ${size(refused)} was refused for its size before${passed === null ? "" : `, and the largest that went through had ${size(passed)}`}. ${several ? "You can send it in parts (several updates one after the other, the changes with the last), or all the same." : "You can send it all the same."}`,
  inParts: "Send in parts",
  shortcut: "Ctrl+Enter sends",

  taking: "Copying copies of your files…",
  takingWhy: "So that you can move or change your own files while these are on their way.",
  takingCount: (taking: Copying) => `${number(Math.min(taking.file + 1, taking.files))} of ${number(taking.files)}`,
  takingProgress: "Copied so far",
  stop: "Stop",
  noRoom: ({ needed, free }: { needed: number; free: number }) =>
    `There is not enough room on this computer's disk for copies of your files: ${size(needed)} are needed and ${size(free)} are free. Nothing was sent, and everything is still here. Make room, or send fewer files at a time.`,
  notTaken: ({ count: n }: { count: number }) =>
    `${n === 1 ? "One file is" : `${number(n)} files are`} not as you added ${n === 1 ? "it" : "them"}, so nothing was sent. Everything else is still here. Put ${n === 1 ? "the file" : "the files"} right or remove ${n === 1 ? "it" : "them"}, then send:`,

  label: "What you sent last",
  undo: "Undo",
  sendNow: "Send now",
  takeBack: "Take it back",
  heldBack: "Not sent yet",
  heldBackWhy: "Nothing has left this computer.",
  goesIn: ({ seconds }: { seconds: number }) => (seconds > 0 ? `Goes in ${count(seconds, "second", "seconds")}.` : "Goes now."),
  askedBack: "Held back",
  askedBackWhy: "You took it back, and there is something new in the draft. It goes only if you say so.",
  heldBackSpoken: "Goes in 5 seconds. Undo stands beside it.",
  inTheWayTitle: "Replace what you have put together since?",
  inTheWay: "Nothing was sent. What you took back goes where something new is in the draft; the new things would be gone.",
  inTheWayYes: "Replace it",
  inTheWayNo: "Keep the new one",
  undone: "Taken back. Nothing was sent, and everything is in the draft again.",
  preparing: "Getting ready…",
  to: ({ job, ticket }: Delivery): string =>
    job === "update" ? `Sending to #${ticket}` : job === "note" ? `Sending a note to #${ticket}` : "Sending a new ticket",
  hide: "Don't show it here any more; it goes on",
  waiting: "Waiting for a free moment",
  waitingWhy: ({ milliseconds, asked }: { milliseconds: number; asked: boolean }) =>
    `${asked ? "The ticket system asked to wait" : "The account's calls are used up for the moment"}; goes on by itself in about ${duration(milliseconds / 1000)}.`,
  percent: ({ part }: { part: number }) => percent(part),
  left: ({ seconds }: { seconds: number }) => `${duration(seconds)} left`,
  sent: ({ sent, total, speed }: { sent: number; total: number; speed: number | null }) =>
    [sizeOf(sent, total), ...(speed === null ? [] : [sizeEachSecond(speed)])].join(" · "),
  sending: ({ sent, total, speed, left }: { sent: number; total: number; speed: number | null; left: number | null }) =>
    [
      sizeOf(sent, total),
      ...(speed === null ? [] : [sizeEachSecond(speed)]),
      ...(left === null ? [] : [`${duration(left)} left`]),
    ].join(" · "),
  file: ({ name, index, total }: { name: string; index: number; total: number }) =>
    total === 1 ? foreign(name) : `${foreign(name)} (${number(index + 1)} of ${number(total)})`,
  answer: "Everything is sent",
  answerWhy: "Waiting for the answer. Cancelling now would leave the answer unknown.",
  answerShort: "Waiting for the answer",
  cancelling: "Cancelling…",
  progress: "Sent so far",
  spoken: ({ progress, tenths }: { progress: Progress; tenths: number }): string => {
    switch (progress.step) {
      case "waiting":
        return "Waiting for a free moment. It goes on by itself.";
      case "sending":
        return `${percent(tenths / 10)} sent.`;
      case "answer":
        return "Everything is sent. Waiting for the answer.";
    }
  },
};

export const answer = {
  label: "Answer",
  said: "The ticket system says:",
  details: "Details",
  status: ({ status }: { status: number }) => `HTTP status ${String(status)}`,
  received: "Answer as received",
  emptyBody: "(empty)",
  noAnswer: "No answer was received.",
  goToKeys: "Enter the keys",
  goToAccount: "Open the account",
  dismiss: "Close this answer",
};
