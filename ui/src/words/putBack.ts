// Putting back what an update changed. Part of the catalogue in en.ts.
import type { Delivery, Stands } from "../shell/types";
import { dateAndTime } from "./amounts";
import { files } from "./things";

const stands: Record<Stands, string> = {
  can_go_back: "Nobody changed it since.",
  as_before: "It is as it was before.",
  changed_since: "Somebody changed it since, so it stays.",
  cannot_tell: "Whether somebody changed it since can't be told, so it stays.",
  not_read: "What it was before was not read, so it can't be put back.",
};

export const putBack = {
  open: "Put back…",
  title: ({ ticket }: Delivery) => `Put back what was changed on #${ticket}?`,
  titleOther: "What can be put back",
  reading: "Reading the ticket…",
  /** What no press can take back. */
  stays: ({ job, ticket, files: sent, changes }: Delivery): string => {
    if (job === "note") return "A note can't be taken off a ticket again from here. Somebody has to remove it in LeadSquared itself.";
    if (job === "new_ticket") return `A new ticket can't be taken back from here. Close or remove ${ticket === "" ? "it" : `#${ticket}`} in LeadSquared itself.`;
    if (sent.length === 0) return "";
    const went = sent.length === 1 ? "The file that went along stays" : `The ${files(sent.length)} that went along stay`;
    return `${went} on the ticket${changes.length === 0 ? " and nothing else was changed: there is nothing to put back" : ""}. Files can't be taken off a ticket from here; that can only be done in LeadSquared itself.`;
  },
  field: "Field",
  was: "Before",
  set: "Was set to",
  now: "Is now",
  choose: ({ field }: { field: string }) => `Put ${field} back`,
  empty: "(empty)",
  unknown: "not read",
  notShown: "not shown",
  stands,
  beforeReadAt: ({ at }: { at: number }) => `“Before” is what the ticket showed when it was last read before the update: ${dateAndTime(at)}.`,
  notReadBefore: "The ticket was not read before this update, so nobody knows what it was.",
  last: "The ticket is read once more just before it is sent. If somebody has changed one of these fields by then, nothing is sent, and you are told.",
  go: ({ count: n }: { count: number }) => (n === 0 ? "Put back" : n === 1 ? "Put 1 field back" : `Put ${String(n)} fields back`),
  nothing: "There is nothing to put back.",
  nobodyToAsk: "The ticket can't be read just now: the keys of its account are missing, or the account has another address. Nothing was changed.",
  notAnswered: "The ticket could not be read just now. Nothing was changed.",
  again: "Read it again",
  undone: "Taken back. Nothing was sent; the ticket is as it was.",
};
