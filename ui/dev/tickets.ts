// Tickets and leads for the pretended shell and the tests.
import type { Account, LeadFound, LeadsAnswer, LeadStep, SeenTicket, TicketAnswer } from "../src/shell/types";
import { lead, now } from "./samples";

const minute = 60_000;
const onDay = (daysOn: number) => {
  const date = new Date(now + daysOn * 24 * 60 * minute);
  return `${String(date.getFullYear())}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}T10:36:23`;
};
const values = (ticket: Pick<SeenTicket, "title" | "status" | "priority" | "channel" | "dueDate">) => [
  { name: "Title", value: ticket.title },
  { name: "Status", value: ticket.status },
  { name: "Priority", value: ticket.priority },
  { name: "Channel", value: ticket.channel },
  { name: "DueDate", value: ticket.dueDate },
];
/** A ticket that was read `ago` minutes ago. */
export function seen(part: Partial<SeenTicket> & { ago?: number } = {}): SeenTicket {
  const { ago = 0, ...own } = part;
  const shown = {
    number: "143", lead, leadName: "George Jackson", title: "The left door does not close after the repair", status: "Open", priority: "Medium",
    channel: "Email", dueDate: onDay(1), readAt: Date.now() - ago * minute, ...own,
  };
  return {
    fields: [
      ...values(shown), { name: "Description", value: "The customer called on Monday.\nThe door was repaired last week." },
      { name: "Type", value: "Problem" }, { name: "SubType", value: null }, { name: "CcEmails", value: "" }, { name: "Tags", value: "door, repair" },
      { name: "CustomData.WarrantyReference", value: "W-2290" },
    ],
    ...shown,
  };
}
const yesterday = () => {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1, 16, 12).getTime();
};
const long = seen({
  number: "1204431", dueDate: onDay(-9), status: "Waiting for the other department", leadName: "Bartholomäus von Hohenstein-Żółkiewski",
  title: "After the second accident the door, the window and the mirror on the left-hand side were repaired, and now none of them closes any more, says the customer's brother",
});
const never = new Promise<never>(() => undefined);
const found = (count: number): LeadFound[] =>
  ["George Jackson", "Georgina Jackson", ""].slice(0, count).map((name, at) => ({ id: lead.replace(/^./, String(at + 3)), name, email: "jackson@example.org" }));

/** What a scene makes of reading tickets and of looking for leads. */
export class PretendedTickets {
  #read = 0;
  constructor(readonly scene: string) {}

  get account(): Partial<Account> {
    const step: LeadStep = this.scene.startsWith("lead-hand") ? "hand" : this.scene.startsWith("lead-") ? "email" : "ticket";
    return { leadStep: step, leadHost: this.scene === "lead-no-address" ? "" : "api-in21.leadsquared.com" };
  }
  kept(): SeenTicket | null {
    return ["ticket-kept", "ticket-stale"].includes(this.scene) ? seen({ readAt: yesterday() }) : null;
  }
  read(number: string): TicketAnswer | Promise<TicketAnswer> {
    this.#read += 1;
    switch (this.scene) {
      case "ticket-reading":
      case "ticket-kept":
        return never;
      case "ticket-stale":
        return { result: "seen", ticket: seen({ readAt: yesterday() }), stale: "no_connection" };
      case "ticket-not-there":
        return { result: "not_there" };
      case "ticket-failed":
        return { result: "failed", why: "no_connection" };
      case "ticket-keys":
        return { result: "keys_not_available", keys: "locked" };
      case "changed-meanwhile":
        return { result: "seen", ticket: this.#read === 1 ? seen({ ago: 3 }) : seen({ status: "Closed", priority: null }), stale: null };
    }
    if (number === long.number) return { result: "seen", ticket: { ...long, readAt: Date.now() }, stale: null };
    return Number(number) < 1000 && number !== "999" ? { result: "seen", ticket: seen({ number }), stale: null } : { result: "not_there" };
  }
  leads(): LeadsAnswer {
    if (this.scene === "lead-failed") return { result: "failed", why: "no_connection" };
    return { result: "found", leads: found(this.scene === "lead-email-none" ? 0 : this.scene === "lead-email-several" ? 3 : 1) };
  }
}
