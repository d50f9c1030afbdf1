// What a removal from the list means, said before it is done. Part of the catalogue in en.ts.
import type { Delivery, Removable, Removal, SetAside } from "../shell/types";
import { count, dateAndTime, list, number, size } from "./amounts";
import { theOne } from "./things";

const entries = (n: number) => count(n, "entry", "entries");
const forGood = "This can't be undone. At LeadSquared nothing changes.";
const setAside = ({ setAside: n }: Removable): string =>
  n === 0 ? "" : ` ${n === 1 ? "A damaged list that was set aside goes" : `${number(n)} damaged lists that were set aside go`} with it, because the same may be in ${n === 1 ? "it" : "them"}.`;

/** What stays, and what has to happen before it can go. */
const stays = ({ onTheWay, needsYou, proof }: Removable): string => {
  const them = [
    ...(onTheWay > 0 ? [`${number(onTheWay)} still on the way (cancel ${onTheWay === 1 ? "it" : "them"} first)`] : []),
    ...(needsYou > 0 ? [`${number(needsYou)} that ${needsYou === 1 ? "needs" : "need"} you (say first what became of ${needsYou === 1 ? "it" : "them"})`] : []),
    ...(proof > 0
      ? [`${number(proof)} that ${proof === 1 ? "shows" : "show"} whose files are on a ticket (until you have said what became of the one there that may not have arrived)`]
      : []),
  ];
  return them.length === 0 ? "" : ` What stays: ${list(them)}.`;
};

export const removing = {
  heading: "On this computer",
  one: "Remove from the list…",
  ticket: ({ ticket }: Delivery) => `Remove everything of #${ticket}…`,
  everything: "Remove everything from the list…",
  waits: "It can be removed from the list once it is sent or cancelled.",
  unsure: "It can be removed from the list once you have said whether it was done.",
  yes: "Remove for good",
  understood: "Close",

  title: ({ removal, delivery, can }: { removal: Removal; delivery: Delivery | null; can: boolean }): string => {
    if (removal.what === "everything") return "Remove everything from the list?";
    if (removal.what === "ticket") return can ? `Remove everything of #${removal.ticket}?` : `Nothing of #${removal.ticket} can be removed now`;
    const it = delivery ? theOne(delivery) : "this";
    return can ? `Remove ${it} from the list?` : "This can't be removed now";
  },
  text: ({ removal, delivery, found }: { removal: Removal; delivery: Delivery | null; found: Removable }): string => {
    if (removal.what === "one") {
      if (found.goes === 0) return stays(found).trim();
      const undone = delivery?.needsYou ? "It was not done, and can't be sent from here any more then. " : "";
      return `${undone}What was sent, its answer and what was read of the ticket are removed from this computer.${setAside(found)} ${forGood}`;
    }
    const of = removal.what === "ticket" ? ` of #${removal.ticket}` : "";
    const read = removal.what === "ticket" ? "what was read of the ticket and its customer" : "everything that was read of tickets and customers";
    if (found.goes === 0 && removal.what === "ticket") return stays(found).trim();
    const go = found.goes === 0 ? `No entry can go now; ${read} is removed from this computer.` : `${entries(found.goes)}${of}, and ${read}, are removed from this computer.`;
    return `${go}${stays(found)}${setAside(found)} What you are putting together stays. ${forGood}`;
  },

  setAsideHeading: "Set aside",
  setAsideHelp: "Lists of this app that were damaged. What could be read was taken over; the app does not need them any more.",
  setAsideFacts: ({ writtenAt, bytes }: SetAside) => `last written ${dateAndTime(writtenAt)}, ${size(bytes)}`,
  setAsideName: ({ name }: { name: string }) => `Remove ${name}`,
  setAsideTitle: "Remove this damaged list?",
  setAsideText: "If something is missing from the list since it was damaged, nobody can look for it in there any more. This can't be undone.",
};
