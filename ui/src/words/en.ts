// Every sentence of the screen, in English. Another language is a further module of the type `Words`: one that lacks a
// sentence does not compile.
import { account, owner } from "./account";
import { dateAndTime, dateOf, number, size, timeOfDay, todayOrDate } from "./amounts";
import { closing, settings, start, trouble } from "./app";
import { choices } from "./choices";
import { delivery } from "./delivery";
import { draft, draftFault, leftOut, readings } from "./draft";
import { failureWords, keysState } from "./failures";
import { files } from "./files";
import { filesThere } from "./filesThere";
import { foreign } from "./foreign";
import { namedTicket } from "./namedTicket";
import { outbox } from "./outbox";
import { presets } from "./presets";
import { proxy } from "./proxy";
import { putBack } from "./putBack";
import { removing } from "./removing";
import { saveSetup } from "./saveSetup";
import { alreadyThere } from "./alreadyThere";
import { answer, send } from "./send";
import { launch, setup } from "./setup";
import { setupDetails } from "./setupDetails";
import { files as filesOf, named, subject } from "./things";
import { ticket } from "./ticket";

export const en = {
  product: "Ticket Courier",
  close: "Close",
  cancel: "Cancel",
  remove: "Remove",
  loading: "One moment…",
  amounts: { size, timeOfDay, dateAndTime, todayOrDate, dateOf },
  failure: failureWords,
  named,
  subject,

  head: {
    account: ({ name, state }: { name: string; state: string }) => `Account: ${foreign(name)}, ${state}. Choose another`,
    accounts: "Accounts",
    practice: "Practice",
    practiceState: "Nothing leaves this computer",
    addAccount: "Add an account…",
    settings: "Settings",
    panes: "Parts of the window",
    draft: "To send",
    history: "What was sent",
    needsYou: ({ count: n }: { count: number }) => `${number(n)} ${n === 1 ? "needs" : "need"} you`,
  },
  keys: {
    state: keysState,
    missing: ({ name }: { name: string }) => `There are no keys for “${foreign(name)}” on this computer.`,
    locked: ({ name }: { name: string }) =>
      `This computer's keychain is locked, so the keys of “${foreign(name)}” can't be read. Unlock it, or enter the keys again for this session.`,
    no_keychain: ({ name }: { name: string }) =>
      `This computer has no keychain running, so the keys of “${foreign(name)}” can't be read. Enter them again for this session.`,
    enter: "Enter the keys",
    lookAgain: "Look again",
    waits: "This computer's keychain has not answered yet. It may be asking for its password in another window: look for it. Nothing is lost while you do.",
    session: "Enter the keys for this session",
  },
  practice: {
    line: "Practice: nothing leaves this computer.",
    example: "Fill in an example ticket",
    customer: "Fill in an example customer",
  },

  first: {
    title: "Carry changes and files to a ticket",
    lead: "Drop files on this window, name a ticket, press Send, and always see what became of it.",
    files: ({ count: n }: { count: number }) => `${filesOf(n)} added. ${n === 1 ? "It waits" : "They wait"} here until you have chosen how to begin.`,
    practice: "Practise first",
    practiceHelp: "A made-up account with a dozen tickets. Nothing leaves this computer, so nothing can go wrong.",
    setup: "Open team setup",
    setupHelp: "Your administrator gave you a file that ends in .ticketcourier. It knows the address; you need only the keys, or a passphrase.",
    account: "Add your account",
    accountHelp: "You need your LeadSquared account's address and its two keys. The next page says where they are.",
    later: "You can do the others at any time: the account menu is at the top.",
  },

  draft,
  files,
  ticket,
  leftOut,
  draftFault,
  readings,
  presets,
  send,
  answer,
  outbox,
  choices,
  delivery,
  removing,
  account,
  proxy,
  owner,
  filesThere,
  alreadyThere,
  namedTicket,
  putBack,
  setup,
  setupDetails,
  saveSetup,
  launch,
  settings,
  closing,
  start,
  trouble,
};

/** A catalogue's type without its very sentences. */
type Said<T> = T extends string
  ? string
  : T extends (...parts: infer Parts) => infer Sentence
    ? (...parts: Parts) => Said<Sentence>
    : T extends object
      ? { [Name in keyof T]: Said<T[Name]> }
      : T;

export type Words = Said<typeof en>;
