// The ticket as it was read, and its customer. Part of the catalogue in en.ts.
import type { KeysState, SeenTicket, Short } from "../shell/types";
import { type Meanwhile } from "../values/fieldValues";
import { count, dateOf, list, minutesAgo, relativeDay, timeOfDay } from "./amounts";
import { foreign } from "./foreign";
import { fieldName, quoted } from "./things";
import { whenDue, whenRead } from "./when";

/** Why something could not be read, in the few words that fit behind it; null: something in the app itself. */
export type Unread = Short | KeysState | null;

const inShort: Record<Short | KeysState, string> = {
  no_connection: "no connection",
  not_secure: "the connection is not secure",
  proxy: "your network's proxy lets nothing through",
  busy: "the ticket system is busy",
  keys_refused: "the keys were refused",
  not_the_ticket_system: "something else answered in the ticket system's place",
  no_usable_answer: "the ticket system gave no usable answer",
  locked: "this computer's keychain is locked",
  missing: "the keys are not at hand",
  no_keychain: "the keys are not at hand",
  saved: "the keys are not at hand",
  session: "the keys are not at hand",
};
const shortly = (why: Unread): string => (why === null ? "something went wrong in the app" : inShort[why]);

export function due(date: string | null, now: number): string | null {
  const when = whenDue(date, now);
  switch (when?.is) {
    case "today":
      return `due ${relativeDay(0)}`;
    case "tomorrow":
      return `due ${relativeDay(1)}`;
    case "since_yesterday":
      return `overdue since ${relativeDay(-1)}`;
    case "past":
      return `overdue since ${dateOf(when.day, now)}`;
    case "later":
      return `due ${dateOf(when.day, now)}`;
    case undefined:
      return null;
  }
}

/** How old what is shown is. */
export function read(at: number, now: number): string {
  const when = whenRead(at, now);
  switch (when.is) {
    case "now":
      return "read just now";
    case "minutes":
      return `read ${minutesAgo(when.minutes)}`;
    case "today":
      return `read ${relativeDay(0)} at ${timeOfDay(at)}`;
    case "yesterday":
      return `read ${relativeDay(-1)} at ${timeOfDay(at)}`;
    case "earlier":
      return `read on ${dateOf(at, now)} at ${timeOfDay(at)}`;
  }
}

const factOf = (fact: string | null): string | null => (fact === null || fact.trim() === "" ? null : foreign(fact));
const said = (value: string) => (value.trim() === "" ? "empty" : quoted(value));
const changed = ({ field, was, is }: Meanwhile) =>
  `${is.trim() === "" ? `emptied ${fieldName(field)}` : `changed ${fieldName(field)} to ${quoted(is)}`} (it was ${said(was)})`;

export const ticket = {
  hint: "The ticket's subject appears here once its number is typed.",
  reading: "Reading the ticket…",
  readingAgain: "reading it again…",
  noTitle: "(without a title)",
  facts: ({ t, now }: { t: SeenTicket; now: number }) =>
    [...[t.leadName, t.status, t.priority, t.channel].map(factOf), due(t.dueDate, now)].filter((fact) => fact !== null).join(" · "),
  read,
  stale: ({ at, now, why }: { at: number; now: number; why: Unread }) => {
    const short = shortly(why);
    return `${read(at, now)}: ${short}${short === "no connection" ? " now" : ""}`;
  },
  readAgain: "Read again",
  details: "Details",
  lead: "Lead ID",
  noLead: "not known yet",
  notThere: ({ number, account }: { number: string; account: string }) => `There is no ticket #${number} in “${foreign(account)}”.`,
  notThereShort: ({ number }: { number: string }) => `There is no ticket #${number}.`,
  failed: ({ why }: { why: Unread }) =>
    `The ticket can't be read at the moment (${shortly(why)}). You can send all the same: the app asks for what it needs before it sends.`,
  spoken: (t: SeenTicket) => [`Ticket ${t.number}: ${t.title === null ? "without a subject" : foreign(t.title)}`, ...(t.status ? [foreign(t.status)] : [])].join(", "),

  empty: "(empty)",
  presentName: ({ field }: { field: string }) => `${fieldName(field)} at present:`,
  presently: "At present:",
  already: "is so already",

  comparing: "Looking whether the ticket was changed meanwhile…",
  changedTitle: "The ticket was changed meanwhile",
  changed: ({ all }: { all: Meanwhile[] }) => `Meanwhile somebody ${list(all.map(changed))}. Send all the same?`,
  changedYes: "Send",
  changedNo: "Look at it again",

  notAllowedEmail: ({ account }: { account: string }) => `“${foreign(account)}” may not read tickets, so its customer is looked up by email.`,
  notAllowedHand: ({ account }: { account: string }) => `“${foreign(account)}” may not read tickets or look up customers, so the lead ID is needed.`,
  tryAgain: "Try reading the ticket again",
  email: "Email of the ticket's customer",
  emailPlaceholder: "ann@example.org",
  emailFault: "Type the whole email address, like ann@example.org.",
  newEmail: "Email of the customer",
  newNotAllowed: ({ account }: { account: string }) => `“${foreign(account)}” may not look up customers, so the lead ID is needed.`,
  noteNeedsNumber: "A note needs the ticket's number and its text, nothing else.",
  customerNeeded: ({ whose }: { whose: "lead" | "customer" }) =>
    whose === "lead" ? "Whose ticket is it? The customer's email is needed too." : "Who is the new ticket for? The customer's email is needed.",
  customerChoose: ({ whose }: { whose: "lead" | "customer" }) => (whose === "lead" ? "Choose the ticket's customer below." : "Choose the new ticket's customer below."),
  unknown: "Not a customer yet?",
  unknownByEmail: "Make one by email",
  unknownByPhone: "Make one by phone",
  newCustomer: "A new customer",
  newCustomerMade: "LeadSquared makes the customer together with the ticket, from the email or the phone number below.",
  newCustomerNeeds: "An email or a phone number is needed, in the fields below.",
  newCustomerAdd: ({ field }: { field: string }) =>
    ({ "LeadDetail.EmailAddress": "Add an email", "LeadDetail.Phone": "Add a phone number", "LeadDetail.FirstName": "Add a first name", "LeadDetail.LastName": "Add a last name" })[field] ?? `Add ${fieldName(field)}`,
  knownCustomer: "It is a known customer",
  recent: ({ number, at, now }: { number: string | null; at: number; now: number }) =>
    number === null
      ? "A new ticket for this customer is on its way already. LeadSquared may hide a second one as a duplicate."
      : `This customer has ticket #${foreign(number)}, last used here on ${dateOf(at, now)} at ${timeOfDay(at)}. LeadSquared may hide a new one as its duplicate; more papers for the same matter belong on that ticket.`,
  recentUpdate: ({ number }: { number: string }) => `Update #${foreign(number)} instead`,
  searching: "Looking for the customer…",
  matches: ({ count: n }: { count: number }) => (n === 1 ? "One customer has this email:" : `${count(n, "customer has", "customers have")} this email. Whose ticket is it?`),
  noMatch: "No customer with this email was found. Check its spelling, or try another of the customer's addresses.",
  noName: "(without a name)",
  keptCustomer: "The customer that was chosen before is kept. Type an email to choose another.",
  noAddress: ({ account }: { account: string }) =>
    `The app does not know yet where to look for customers of “${foreign(account)}”. Enter it on the account's page, under Advanced: “Lead address”.`,
  openAccount: "Open the account",
  emailFailed: ({ why }: { why: Unread }) => `The customer can't be looked up at the moment (${shortly(why)}).`,
  searchAgain: "Look again",
  haveId: "I have the customer's lead ID",
  backToEmail: "Look the customer up by email",

  handPicture: "A browser's address bar, whose address ends with LeadID= and 36 letters, digits and hyphens: those are marked.",
};
