// The account form and its page of help. Part of the catalogue in en.ts; apart only because it is long.
import type { AccountFault, Connection } from "../shell/types";
import { failureWords, keysState } from "./failures";
import { foreign } from "./foreign";

export const account = {
  add: "Add your account",
  edit: ({ name }: { name: string }) => `Account “${foreign(name)}”`,
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
  advanced: "Advanced",
  calls: "Calls per 5 seconds",
  callsHelp:
    "What the account's plan allows: Lite 2, Pro 5, Super 10, Basic 10, Standard 15, Enterprise 25. The app waits by itself rather than go over it.",
  leadHost: "Lead address (optional)",
  leadHostPlaceholder: "api.leadsquared.com",
  leadHostHelp: "Where a ticket's customer is looked up by email. Needed only where the account may not read tickets.",
  try: "Try the connection",
  trying: "Trying…",
  save: "Save",
  saving: "Saving…",
  session: "Keys are kept until you close the app, not saved.",
  noKeychain:
    "This computer has no keychain that would take the keys, so nothing was saved. The app writes keys nowhere else. You can go on and enter them again after the next start.",
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
        return "A whole number from 1 on; 25 is the most any plan allows.";
      case "lead_host_unreadable":
        return "This is not an address. It looks like api.leadsquared.com. It may be left empty.";
      case "keys_of_another_place":
        return "The address, the organisation ID or the lead address has changed, and the saved keys go nowhere but where they were given for. Enter both keys again.";
    }
  },
  connection: (c: Connection): { title: string; next: string; said: string | null } => {
    switch (c.result) {
      case "works":
        return { title: "The connection works.", next: "Address, organisation ID and keys are right.", said: null };
      case "faults":
        return { title: "Something is missing or wrong above.", next: "It is marked in red.", said: null };
      case "keys_not_available":
        return { title: "There are no keys to try.", next: `${keysState[c.keys]}: enter the two keys above.`, said: null };
      case "keys_refused":
        return {
          title: "The keys were refused.",
          next: "Either the keys are wrong, or this computer's address is not on the account's IP whitelist.",
          said: c.said,
        };
      case "organisation_unknown":
        return { title: "The organisation ID is not right.", next: "Address and keys are fine. Check the organisation ID.", said: c.said };
      case "not_the_ticket_system":
        return { title: "This is not the address of the ticket system.", next: "Something else answered there. Check the address (host).", said: null };
      case "failed": {
        const { what, next } = failureWords(c.failure);
        const said = c.failure.answer?.reason ?? c.failure.answer?.message ?? null;
        // The advice of a failed sending ("press Send…") does not fit a connection that was only tried.
        return { title: what, next: c.failure.code === "host_not_found" || c.failure.code === "connection_not_secure" ? next : "Check your internet connection and the address, then try again.", said };
      }
    }
  },
  help: {
    title: "Where to find these",
    host: "Address (host)",
    hostText:
      "Your account manager at LeadSquared knows it, and so does scsupport@leadsquared.com. It differs from account to account.",
    organisation: "Organisation ID",
    organisationText: "The number after “tenants” in your API address. Paste the whole address and it is filled in for you.",
    keys: "Access key and secret key",
    keysText: "In LeadSquared: My Profile > Settings > Service Cloud > API Configurations. Often only administrators see this page: ask yours.",
    switch: "One switch must be on",
    switchText: "On the same page, beside “Enable API”, switch on “LeadSquared Service CRM APIs” and press Save.",
    whitelist: "If there is an IP whitelist",
    whitelistText:
      "If “Enable IP Whitelisting” is on, this computer's internet address must be on the list. Right keys are refused otherwise.",
    where: "Where your keys go",
    whereText: "Into this computer's own keychain, with the place they are for. They are never shown again and go nowhere but to your account's address and lead address. Under leadsquared.com the fields are asked for at the address that begins with “api.” where yours begins with “apigw.”.",
  },
};
