// One delivery, opened: its attempts. Part of the catalogue in en.ts.
import type { Attempt, Delivery, Job } from "../shell/types";
import { dateAndTime, duration, number, sizeOf, timeOfDay } from "./amounts";
import { failureWords } from "./failures";
import { named } from "./things";

export const delivery = {
  title: (delivery: Delivery) => (delivery.job === "update" ? `Ticket #${delivery.ticket}` : named(delivery)),
  note: "Internal note",
  fields: "Fields",
  changes: "Changes",
  files: "Files",
  empty: "(empty)",
  sentOn: "Sent off",
  settled: "Settled",
  took: ({ from, to }: { from: number; to: number }) => (to < from ? dateAndTime(to) : `${dateAndTime(to)} (after ${duration((to - from) / 1000)})`),
  account: "Account",
  practice: "Practice",
  lead: "Lead ID",
  sending: "This is being sent right now.",
  notThere: "This one is no longer in the list.",
  useAgain: "Use again",
  useAgainBusy: "Possible as soon as the files on the left are copied.",
  useAgainHelp: {
    update: "Puts these changes and files into a new update, to look over and send.",
    new_ticket: "Puts these fields and files into another new ticket, to look over and send.",
    note: "Puts this note into a new one, to look over and send.",
  } satisfies Record<Job, string>,
  replaceTitle: "Replace what you have started?",
  replace: "What you are putting together is replaced by this. It is not sent.",
  replaceYes: "Replace it",
  replaceNo: "Keep mine",

  attempts: "Attempts",
  noAttempts: "None yet.",
  attempt: ({ count: n }: { count: number }) => `Attempt ${number(n)}`,
  began: (attempt: Attempt) =>
    attempt.endedAt === null || attempt.endedAt < attempt.startedAt
      ? dateAndTime(attempt.startedAt)
      : `${dateAndTime(attempt.startedAt)}, took ${duration((attempt.endedAt - attempt.startedAt) / 1000)}`,
  /** How far it came, and whether the ticket system may have had all of it. */
  far: ({ ended, sent, total, releasedAt }: Attempt): string => {
    const had = sent === null || total === null ? "" : `${sizeOf(sent, total)} had left this computer. `;
    if (ended?.ended === "done") return "";
    if (total === 0) return "It did not come to sending, so nothing can have been changed by this attempt.";
    return releasedAt === null
      ? `${had}The last part was never sent, so nothing can have been changed by this attempt.`
      : `${had}The last part was allowed out at ${timeOfDay(releasedAt)}, so the ticket system may have had everything.`;
  },
  came: ({ attempt: { ended }, job }: { attempt: Attempt; job: Job }): string => {
    switch (ended?.ended) {
      case "done":
        return "Done.";
      case "failed":
        return failureWords(ended.failure, job).what;
      case "interrupted":
        return "The app ended in the middle of it.";
      case "said_done":
        return "You said that this was done.";
      case undefined:
        return "Under way now.";
    }
  },
};
