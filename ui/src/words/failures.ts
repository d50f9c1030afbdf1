// What a failure means to a person: what happened, what became of the ticket, what to do next.
// Part of the catalogue in en.ts; apart only because it is long.
import type { Effect, Failure, Insecure, Job, KeysState, NotRegular, Stuck } from "../shell/types";
import { count, list, sizeOf } from "./amounts";
import { foreign } from "./foreign";
import { isBasic, partlySent, proxySaid, reasonOf } from "./reached";
import { fieldName } from "./things";

/** `quotes`: the headline is the server's own reason, which needs no second telling. */
export type FailureWords = { what: string; safe: string; next: string; quotes: boolean };

const safe: Record<Job, Record<Effect, string>> = {
  update: { not_sent: "Nothing was sent.", not_done: "The ticket was not changed.", may_be_done: "The ticket may have been changed." },
  new_ticket: { not_sent: "Nothing was sent.", not_done: "No ticket was made.", may_be_done: "The ticket may have been made." },
  note: { not_sent: "Nothing was sent.", not_done: "The note was not added.", may_be_done: "The note may have been added." },
};

// A part had left this computer already, so "Nothing was sent" would be read as untrue.
const nothingArrived: Record<Job, string> = {
  update: "Nothing reached the ticket.",
  new_ticket: "No ticket was made.",
  note: "Nothing reached the ticket.",
};

export const notRegular: Record<NotRegular, string> = {
  folder: "a folder",
  pipe: "a pipe",
  device: "a device",
  other: "not an ordinary file",
};

export const keysState: Record<KeysState, string> = {
  saved: "Keys saved",
  session: "Keys kept until you close the app",
  missing: "No keys",
  locked: "Keychain locked",
  no_keychain: "No keychain",
};


export const again = "Press “Send again” to try once more.";
const change = "Change what it names: “Correct and send again” brings everything back for you to change.";
const checks: Record<Job, string> = {
  update: "Check the ticket number and the values: “Correct and send again” brings everything back for you to change.",
  new_ticket: "Check the customer and the values: “Correct and send again” brings everything back for you to change.",
  note: "Check the ticket number: “Correct and send again” brings everything back for you to change.",
};
const admin = "Show the details to your administrator.";
const looks: Record<Job, string> = {
  update: "Open the ticket in LeadSquared. Send again only if the change or the files are missing there.",
  new_ticket: "Look for the new ticket in LeadSquared. Send again only if it is not there.",
  note: "Open the ticket in LeadSquared. Send again only if the note is missing there.",
};
const readd = (file: string) => `Press “Correct and send again”, and add “${foreign(file)}” again.`;

/** Why a connection is not secure, and what to do about it. */
const insecure: Record<Insecure, { what: (host: string) => string; next: string }> = {
  expired: {
    what: (host) => `The certificate of “${host}” has expired, so the connection was not used.`,
    next: "Check this computer's date and time. If they are right, the people who run the server have to renew its certificate: tell your administrator.",
  },
  not_yet_valid: {
    what: (host) => `The certificate of “${host}” is not valid yet, so the connection was not used.`,
    next: "Check this computer's date and time: they are probably behind.",
  },
  other_name: {
    what: (host) => `The certificate that “${host}” showed belongs to another server, so the connection was not used.`,
    next: "Check the address in the account's settings, and whether your network wants you to sign in first.",
  },
  unknown_issuer: {
    what: (host) => `This computer does not know who vouches for the certificate of “${host}”, so the connection was not used.`,
    next: "A company network or a virus scanner may open secure connections with a certificate of its own, which has to be installed on this computer: ask your administrator.",
  },
  too_old: {
    what: (host) => `“${host}” and this computer found no secure way to speak that both know, so the connection was not used.`,
    next: "The server, or something on the way to it, is too old: tell your administrator.",
  },
  wants_certificate: {
    what: (host) => `“${host}” wants a certificate of this computer, and the app has none to show.`,
    next: "Check the address in the account's settings, or ask your administrator for one that works without.",
  },
  other: {
    what: (host) => `The connection to “${host}” is not secure, so it was not used.`,
    next: "Check this computer's date and time and the address in the account's settings. If both are right, ask your administrator.",
  },
};

const proxyNamed = (name: string) => (name === "" ? "Your network's proxy" : `Your network's proxy “${foreign(name)}”`);

function proxySignIn(proxy: string, kinds: string[]): { what: string; next: string } {
  return isBasic(kinds)
    ? {
        what: `${proxyNamed(proxy)} wants a name and a password before it lets anything through.`,
        next: "Press “Sign in to the proxy”, or ask your administrator.",
      }
    : {
        what: `${proxyNamed(proxy)} wants a sign-in that the app does not speak: ${foreign(list(kinds))}.`,
        next: "The app signs in with a name and a password only (Basic). Ask your administrator to let the ticket system through without a sign-in.",
      };
}

function proxyRefused(proxy: string, host: string, status: number | null): { what: string; next: string } {
  const made = `${proxyNamed(proxy)} made no connection to “${foreign(host)}”`;
  switch (proxySaid(status)) {
    case "nothing":
      return { what: `${made}: it hung up, or it is no proxy.`, next: `Check the proxy in this computer's network settings, or ask your administrator. ${again}` };
    case "sign_in":
      return { what: `${made}: it wants you to sign in first (${status}).`, next: "Open any page in your browser and sign in there." };
    case "not_allowed":
      return { what: `${made}: it does not allow it (${status}).`, next: "Ask your administrator to allow that address." };
    case "not_reached":
      return {
        what: `${made}: it could not reach it, or is too busy (${status}).`,
        next: `Check the address in the account's settings. If it is right, wait a few minutes. ${again}`,
      };
    case "other":
      return { what: `${made} (${status}).`, next: "Ask your administrator whether the proxy allows that address." };
  }
}

/** One that failed so often in a row that it is not tried any more by itself. */
function stopped(stuck: Stuck, next: string): { what: string; next: string } {
  if (stuck.sent === 0) {
    return { what: "This was tried again and again, and each time it ended before any of it was sent.", next };
  }
  const far = stuck.sent >= stuck.total ? "when all of it had left" : `when ${sizeOf(stuck.sent, stuck.total)} had left`;
  return {
    what: `This was tried again and again, and ended ${far}.`,
    next: `Perhaps it is too large, or goes too slowly, for something on the way. Send fewer files at a time, or use a faster connection. ${again}`,
  };
}

const orTooLarge = "Or the files are too many or too large for something on the way: try it with fewer at a time.";

/** The server's own reason, as the headline. */
const says = (failure: Failure): string | null => {
  const said = reasonOf(failure);
  return said === null ? null : `The ticket system says: “${foreign(said)}”.`;
};

/** Another address that the server named, where there was one: for the person to judge. */
const named = (failure: Failure): string =>
  failure.answer?.named_host
    ? `The answer names another address, “${foreign(failure.answer.named_host)}”; nothing was sent there. If your account is in that region, ask your administrator for its address. `
    : "";

const reason = (failure: Failure, then: string, without: string) =>
  failure.answer?.reason ? then : failure.answer?.message ? `It says why. ${then}` : `It gave no reason. ${without}`;

function happened(failure: Failure, job: Job): { what: string; next: string } {
  const look = looks[job];
  const check = checks[job];
  const uncertain = failure.effect === "may_be_done";
  switch (failure.code) {
    case "file_missing":
      return {
        what: `“${foreign(failure.file)}” is no longer where it was.`,
        next: readd(failure.file),
      };
    case "file_unreadable":
      return {
        what: `“${foreign(failure.file)}” could not be read (${foreign(failure.why)}).`,
        next: `Close other programs that use it and check that you may open it. ${readd(failure.file)}`,
      };
    case "file_not_regular":
      return {
        what: `“${foreign(failure.file)}” is ${notRegular[failure.kind]} now, and only files can be sent.`,
        next: "Press “Correct and send again”, remove it, and add the file you mean.",
      };
    case "file_changed":
      return { what: `“${foreign(failure.file)}” was changed after you added it.`, next: readd(failure.file) };
    case "file_shrank":
      return {
        what: `“${foreign(failure.file)}” became shorter while it was being sent.`,
        next: `Wait until no program writes to it. ${readd(failure.file)}`,
      };
    case "file_grew":
      return {
        what: `“${foreign(failure.file)}” became longer while it was being sent.`,
        next: `Wait until no program writes to it. ${readd(failure.file)}`,
      };
    case "lead_unknown":
      return {
        what: "The ticket system does not say which customer this ticket belongs to, and an update needs to.",
        next: "Ask your administrator to look at the ticket.",
      };
    case "changed_since": {
      const fields = list(failure.fields.map((field) => `“${fieldName(field)}”`));
      return {
        what: `${fields} ${failure.fields.length === 1 ? "was" : "were"} changed by somebody since the update that was to be put back, or that can't be told, so nothing of it was sent.`,
        next: "Look at the ticket. “Put back…” at that update shows what it is now.",
      };
    }
    case "host_not_found":
      return {
        what: `No server named “${foreign(failure.host)}” was found.`,
        next: "Check your internet connection, then the address in the account's settings.",
      };
    case "cannot_connect":
      return {
        what: `“${foreign(failure.host)}” could not be reached.`,
        next: `Check your internet connection (and VPN, if you use one). ${again}`,
      };
    case "connect_timed_out":
      return {
        what: `“${foreign(failure.host)}” did not take the connection in time.`,
        next: `Check your internet connection (and VPN, if you use one). ${again}`,
      };
    case "connection_not_secure": {
      const words = insecure[failure.kind];
      return { what: words.what(foreign(failure.host)), next: words.next };
    }
    case "proxy_unreachable":
      return {
        what: `The proxy “${foreign(failure.proxy)}”, which this computer's network settings name, could not be reached.`,
        next: `Check your connection to the company's network (VPN, if you use one). If the proxy is not needed here, take it out of this computer's network settings. ${again}`,
      };
    case "proxy_not_spoken":
      return {
        what: `This computer's network settings name the proxy “${foreign(failure.proxy)}” of the kind ${foreign(failure.kind.toUpperCase())}, which the app does not speak.`,
        next: "The app speaks to web proxies and to SOCKS5. Ask your administrator for one of these.",
      };
    case "proxy_sign_in":
      return proxySignIn(failure.proxy, failure.kinds);
    case "proxy_refused":
      return proxyRefused(failure.proxy, failure.host, failure.status);
    case "broke_while_sending":
      return { what: "The connection broke before everything was sent.", next: again };
    case "stalled_while_sending":
      return { what: `Nothing moved for ${count(failure.seconds, "second", "seconds")}, so sending was ended.`, next: again };
    case "not_released":
      return {
        what: `This computer could not write down that it was about to finish (${foreign(failure.why)}), so it stopped before the end.`,
        next: "Make room on this computer's disk; it goes on by itself.",
      };
    case "cancelled":
      return uncertain
        ? { what: "You cancelled after everything had been sent, so the answer is unknown.", next: look }
        : { what: "You cancelled before everything was sent.", next: "“Use again” puts it into a new update." };
    case "too_many_calls":
      return {
        what: "The account has used up its calls for now; other people or programs may be using the same keys.",
        next: `Wait a moment. ${again}`,
      };
    case "unavailable":
      return uncertain
        ? { what: "After everything had been sent, something on the way said that the ticket system is not available.", next: look }
        : { what: "The ticket system is not available at the moment.", next: `Wait a few minutes. ${again}` };
    case "too_slow":
      return uncertain
        ? { what: "After everything had been sent, the server said that it had taken too long.", next: look }
        : {
            what: "Sending took longer than the server waits.",
            next: `Send fewer files at a time, or use a faster connection. ${again}`,
          };
    case "failed_early":
      return {
        what: says(failure) ?? "The server failed before it had everything.",
        next: `Wait a few minutes. ${again} If it fails at the same place, the files may be too many or too large.`,
      };
    case "not_the_ticket_system":
      return {
        what: "A web page answered, and not the ticket system.",
        next: `Your network may want you to sign in first: open any page in your browser. ${again} If it stays so, check the address in the account's settings.`,
      };
    case "wrong_address":
      return {
        what: "The server has no ticket system at this address.",
        next: "Check the address and the organisation ID in the account's settings.",
      };
    case "not_accepted":
      return {
        what: says(failure) ?? "The ticket system did not accept this.",
        next: reason(failure, change, check),
      };
    case "keys_refused":
      return {
        what: "The ticket system refused the keys.",
        next: `${named(failure)}Most often the keys are wrong or were made anew: check both in the account's settings. If they are right, one of these is so, and an administrator can tell: this computer's address is missing on an IP whitelist (there are two), the person whose keys they are was deactivated, or the account is in another region.`,
      };
    case "forbidden":
      return {
        what: says(failure) ?? "These keys are not allowed to do this.",
        next: `${named(failure)}Most often it is the role of the person whose keys they are: an Agent's keys change only tickets assigned to that Agent, a Light Agent's none. Otherwise “LeadSquared Service CRM APIs” is switched off, this computer's address is missing on an IP whitelist, or the account's address leads elsewhere. Ask your administrator, then send again.`,
      };
    case "not_found":
      if (job === "new_ticket") {
        return {
          what: "The ticket system does not make tickets at this address.",
          next: "Check the address and the organisation ID in the account's settings.",
        };
      }
      return {
        what: "The ticket system does not know this ticket.",
        next: "Check the ticket number first, then the address in the account's settings. A wrong number is put right by “Correct and send again”.",
      };
    case "too_large":
      return {
        what: "The ticket system found the files too large.",
        next: "“Send in parts” makes several smaller updates of it, where there are several files. A single file that is too large has to become smaller: “Correct and send again” brings everything back for you to change.",
      };
    case "refused":
      return {
        what: says(failure) ?? "The ticket system refused this.",
        next: reason(failure, change, admin),
      };
    case "redirected":
      return {
        what: "The server pointed to another address; the keys were not sent there.",
        next: "Check the address in the account's settings, or your network's sign-in page.",
      };
    case "declined":
      return {
        what: says(failure) ?? "The ticket system took this but did not carry it out.",
        next: reason(failure, change, check),
      };
    case "server_error":
      return {
        what: says(failure) ?? "The ticket system failed while working on this.",
        next: failure.answer?.exception ? `This looks like a refusal. ${uncertain ? look : again}` : uncertain ? look : again,
      };
    case "answer_unreadable":
      return { what: "The ticket system's answer could not be understood.", next: uncertain ? look : admin };
    case "answered_early":
      return {
        what: "The ticket system answered before it had everything.",
        next: uncertain ? look : reason(failure, change, admin),
      };
    case "broke_before_answer":
      return { what: "The connection broke after everything was sent, before the answer came.", next: look };
    case "no_answer":
      return {
        what: `Everything was sent, but no answer came within ${count(failure.seconds, "second", "seconds")}.`,
        next: look,
      };
  }
}

export function failureWords(failure: Failure, job: Job = "update", stuck: Stuck | null = null): FailureWords {
  const { what, next } = happened(failure, job);
  // What is said of the size already needs no second word.
  const also = failure.oversize && failure.code !== "too_large" ? `${next} ${orTooLarge}` : next;
  const words = stuck ? stopped(stuck, also) : { what, next: also };
  return { ...words, quotes: words.what === says(failure), safe: partlySent(failure) ? nothingArrived[job] : safe[job][failure.effect] };
}
