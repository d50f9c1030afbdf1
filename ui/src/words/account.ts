// The account form and its page of help. Part of the catalogue in en.ts; apart only because it is long.
import type { Account, AccountFault, Connection, KeysHint, RegionName, Speaker } from "../shell/types";
import { count, number } from "./amounts";
import { again, failureWords, keysState } from "./failures";
import { foreign } from "./foreign";

const itself = (name: string | null) => (name === null ? "" : ` It calls itself “${foreign(name)}”.`);

/** Who answered a try. */
function answeredBy(by: Speaker): string {
  switch (by.who) {
    case "ticket_system":
      return "The ticket system itself answered.";
    case "gateway":
      return `A gateway or a web server answered in the ticket system's place.${itself(by.name)}`;
    case "proxy":
      return `A proxy or a filter of your network answered in the ticket system's place.${itself(by.name)}`;
    case "sign_in_page":
      return by.at === null ? "A sign-in page answered." : `The answer leads to “${foreign(by.at)}”, perhaps a sign-in page. The keys were not sent there.`;
    case "page":
      return `A website answered.${itself(by.name)}`;
    case "unknown":
      return "Whether the ticket system answered, or something in its place, can't be told.";
  }
}

/** What to do about something else that answered. */
function instead(by: Speaker): { title: string; next: string } {
  switch (by.who) {
    case "sign_in_page":
      return {
        title: "The ticket system was not reached.",
        next: "If your network wants you to sign in, open any page in your browser, sign in there, and try again. Otherwise check the address (host).",
      };
    case "proxy":
      return { title: "The ticket system was not reached.", next: "Ask your administrator to let this address (host) through, and check that it is right." };
    case "gateway":
      return { title: "The ticket system was not reached.", next: "Most often the address (host) is wrong. If it is right, ask your administrator whether this computer may reach it." };
    case "ticket_system":
    case "page":
    case "unknown":
      return { title: "This is not the address of the ticket system.", next: "Check the address (host)." };
  }
}

/** What of the advice after a failed try is not about sending. */
export const triedAdvice = new Set(["host_not_found", "connection_not_secure", "proxy_unreachable", "proxy_not_spoken", "proxy_sign_in", "proxy_refused"]);

const placeOf = ({ host, organisation, leadHost }: Account): string => {
  const plain = (address: string) => foreign(address.replace(/^https:\/\//, ""));
  return `“${plain(host)}”, organisation ${foreign(organisation)}${leadHost === "" ? "" : `, leads at “${plain(leadHost)}”`}`;
};

export const account = {
  add: "Add your account",
  edit: ({ name }: { name: string }) => `Account “${foreign(name)}”`,
  keysFirst: "Begin with the two keys. With your leave, LeadSquared is asked whose they are, and fills in most of the rest. Or fill in everything yourself.",
  hint: {
    swapped: "These two look swapped: access keys begin with “u$r”, secret keys do not.",
    same: "The same key stands in both boxes.",
    access_key_cut: "The access key looks cut short. Copy it again, to its very end.",
    secret_key_cut: "The secret key looks cut short. Copy it again, to its very end.",
    access_key_long: "The access key looks too long, as if something was pasted twice.",
    secret_key_long: "The secret key looks too long, as if something was pasted twice.",
  } satisfies Record<KeysHint, string>,
  name: "Name",
  namePlaceholder: "Acme Support",
  address: "Address (host)",
  addressPlaceholder: "apigw.service-in.leadsquared.com",
  addressHelp: "You may paste a whole API address: host and organisation ID are taken from it.",
  organisation: "Organisation ID",
  organisationPlaceholder: "22824",
  accessKey: "Access key",
  secretKey: "Secret key",
  keyKept: "saved; leave empty to keep",
  signOff: "If several people share these keys: who sends",
  signOffPlaceholder: "Sent by Ann Lee",
  signOffHelp: "On the ticket everything is done by the person to whom the keys belong, whoever presses Send. What you write here is added as an internal note behind each update and each new ticket; the customer does not see it. Leave it empty for no note.",
  advanced: "Advanced",
  calls: "Calls per 5 seconds",
  callsHelp:
    "What the account's plan allows: Lite 2, Basic and Pro 10, Standard 15, Super 20, Enterprise 25, or what was bought besides. The app waits by itself rather than go over it, and learns the figure when the server names it.",
  leadHost: "Lead address (optional)",
  leadHostPlaceholder: "api.leadsquared.com",
  leadHostHelp: "Where a ticket's customer is looked up by email: your region's address, from the list. Needed only where the keys may not read tickets.",
  waiting: ({ count: n }: { count: number }) =>
    `${count(n, "thing waits", "things wait")} to be sent to the address as it was. Nothing of it goes to another one by itself: after you have saved, you are asked.`,
  movedTitle: ({ count: n }: { count: number }) => (n === 1 ? "Send what waits to the new address?" : `Send all ${number(n)} that wait to the new address?`),
  movedText: ({ before, after, count: n }: { before: Account; after: Account; count: number }) =>
    `${n === 1 ? "It was" : "They were"} sent off for ${placeOf(before)}. “${foreign(after.name)}” is now at ${placeOf(after)}. If the old one was only mistyped, send ${n === 1 ? "it" : "all of them"} there. Otherwise ${n === 1 ? "it waits" : "each waits"} in the list until you send it there or cancel it.`,
  movedYes: ({ count: n }: { count: number }) => (n === 1 ? "Send it to the new address" : `Send all ${number(n)} to the new address`),
  movedNo: "Decide in the list",
  try: "Try the connection",
  trying: "Trying…",
  save: "Save",
  saving: "Saving…",
  session: "Keys are kept until you close the app, not saved.",
  noKeychain:
    "This computer has no keychain that would take the keys, so nothing was saved. The app writes keys nowhere else. You can go on and enter them again after the next start.",
  noKeyring:
    "This computer's keychain has no keyring (wallet) to keep anything in yet, and none was made, so nothing was saved. Save again and choose a password when it asks, or go on and enter the keys again after the next start.",
  goOnWithout: "Don't wait for it",
  keychainLocked:
    "This computer's keychain is locked, so nothing was saved. Unlock it and save again, or go on without it and enter the keys again after the next start.",
  keep: "Keep the keys until I close the app",
  keychainSaid: ({ why }: { why: string }) => `The keychain says: ${foreign(why)}`,
  saved: "Saved.",
  fault: (fault: AccountFault): string => {
    switch (fault.code) {
      case "name_empty":
        return "Give the account a name, as you would call it.";
      case "address_empty":
        return "The address is needed.";
      case "address_unreadable":
        return "This is not an address. It looks like apigw.service-in.leadsquared.com.";
      case "address_not_secure":
        return "This address is not secure: it must begin with https://.";
      case "organisation_empty":
        return "The organisation ID is needed.";
      case "organisation_unreadable":
        return "This is not an organisation ID. It is a number like 22824.";
      case "access_key_empty":
        return "The access key is needed.";
      case "access_key_unreadable":
        return "This is not a key: it holds spaces or signs that keys never have. Copy it again.";
      case "secret_key_empty":
        return "The secret key is needed.";
      case "secret_key_unreadable":
        return "This is not a key: it holds spaces or signs that keys never have. Copy it again.";
      case "calls_out_of_range":
        return "A whole number from 1 to 1000.";
      case "lead_host_unreadable":
        return "This is not an address. It looks like api.leadsquared.com. It may be left empty.";
      case "keys_of_another_place":
        return "The address, the organisation ID or the lead address has changed, and the saved keys go nowhere but where they were given for. Enter both keys again.";
    }
  },
  connection: (c: Connection): { title: string; next: string; said: string | null; by: string | null } => {
    switch (c.result) {
      case "works":
        return { title: "The connection works.", next: "The ticket system answered: address, organisation ID and keys are right.", said: null, by: null };
      case "faults":
        return { title: "Something is missing or wrong above.", next: "It is marked in red.", said: null, by: null };
      case "keys_not_available":
        return { title: "There are no keys to try.", next: `${keysState[c.keys]}: enter the two keys above.`, said: null, by: null };
      case "keys_refused":
        return {
          title: "The keys were refused.",
          next:
            c.named_host === null
              ? "Most often the keys are wrong: copy both again. Otherwise: this computer's address is missing on an IP whitelist (there are two), the person the keys belong to was deactivated, or the address is another region's."
              : `The answer names another address, “${foreign(c.named_host)}”: the keys may be of another region. Check the address (host) with your administrator; nothing was sent there.`,
          said: c.said,
          by: answeredBy(c.by),
        };
      case "forbidden":
        return {
          title: "The address answers, and refuses.",
          next: "Check the address (host) and the organisation ID, and whether this computer is on the account's IP whitelists.",
          said: c.said,
          by: answeredBy(c.by),
        };
      case "organisation_unknown":
        return c.by.who === "ticket_system"
          ? { title: "The organisation ID is not right.", next: "Address and keys are fine. Check the organisation ID.", said: c.said, by: answeredBy(c.by) }
          : { title: "The organisation ID is not known there.", next: "Check the organisation ID first, then the address (host).", said: c.said, by: answeredBy(c.by) };
      case "not_the_ticket_system":
        return { ...instead(c.by), said: null, by: answeredBy(c.by) };
      case "failed": {
        const { what, next } = failureWords(c.failure);
        const said = c.failure.answer?.reason ?? c.failure.answer?.message ?? null;
        // The advice of a failed sending ("press Send…") does not fit a connection that was only tried.
        const advice = triedAdvice.has(c.failure.code) ? next.replace(again, "Then try again.") : "Check your internet connection and the address, then try again.";
        return { title: what, next: advice, said, by: c.by && answeredBy(c.by) };
      }
    }
  },
  help: {
    title: "Where to find these",
    host: "Address (host)",
    hostText:
      "Your account manager at LeadSquared knows it, and so does scsupport@leadsquared.com. It differs from account to account.",
    keys: "Access key and secret key",
    keysText:
      "In LeadSquared: My Profile > Settings > API and Webhooks > API Access Keys. Often only administrators see this page: ask yours. Keys belong to a person, and whatever is sent with them is that person's.",
    organisation: "Organisation ID",
    organisationText:
      "At the foot of the menu under your profile picture, top right. It is also the number after “tenants” in an API address: paste the whole address and it is filled in for you.",
    switch: "One switch must be on",
    switchText: "Settings > Service Cloud > API Configurations: beside “Enable API”, switch on “LeadSquared Service CRM APIs” and press Save.",
    whitelist: "If there is an IP whitelist",
    whitelistText:
      "There can be two: on the page with the switch, and under Users and Permissions for the whole account. This computer's internet address must be on each that is in use. Right keys are refused otherwise.",
    where: "Where your keys go",
    whereText: "Into this computer's own keychain, with the place they are for. They are never shown again and go nowhere but to your account's address and lead address, and, when you press the button for it, to your region's address. Under leadsquared.com the fields are asked for at the address that begins with “api.” where yours begins with “apigw.”.",
  },
};

/** Whose keys they are. */
export const owner = {
  region: "Region of your LeadSquared account",
  choose: "Choose…",
  regions: {
    mumbai: "India (Mumbai), api-in21",
    hyderabad: "India (Hyderabad), api-in22",
    singapore: "Singapore, api",
    united_states: "United States, api-us11",
    ireland: "Ireland, api-ir31",
    canada: "Canada, api-ca12",
    middle_east: "Middle East, api-me61",
    jakarta: "Indonesia (Jakarta), api-id51",
  } satisfies Record<RegionName, string>,
  other: "Another address…",
  otherHost: "Your region's address",
  help: "Ask your administrator if you do not know it. Regions are not tried one after the other: keys go only where you say.",
  leave: ({ host }: { host: string }) => `Your two keys will go to ${foreign(host)}, once, with the question whose they are. Nothing is changed there.`,
  ask: "Fill in the rest",
  asking: "Asking…",
  of: ({ name, company }: { name: string | null; company: string | null }) =>
    `Keys of ${[name, company].flatMap((part) => (part === null ? [] : [foreign(part)])).join(", ") || "this account"}`,
  acts: ({ name }: { name: string }) => `Whoever sends with these keys: on the ticket it is ${foreign(name)} who did it.`,
  zone: ({ zone }: { zone: string }) => `Time zone there: ${foreign(zone)}.`,
  filled: "Organisation ID and lead address are filled in below.",
  addressProposed: "The rest is filled in below. The address (host) is the usual one of your region: “Try the connection” tells whether it is yours.",
  addressMissing: "Only the address (host) is missing now: no page says which it is in your region. Your account manager at LeadSquared knows it.",
  refused:
    "Most often the keys are wrong (copy both again) or of another region. Otherwise the person they belong to was deactivated, or this computer's address is missing on an IP whitelist.",
  failed: "You can fill in the boxes below yourself, and try the connection.",
  named: ({ host }: { host: string }) => `The answer names another address: ${foreign(host)}. Keys are sent there only if you say so.`,
  takeNamed: "Use that address",
};
