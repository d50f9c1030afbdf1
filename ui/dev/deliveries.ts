// Deliveries in every state, for the pretended shell and the tests.
import type { Attempt, Code, Delivery, Ended, FieldFound, Finding, Comparison, Waiting } from "../src/shell/types";
import { acme, failure, filled, lead, now, receipt, sentFiles } from "./samples";

const minute = 60_000;

let id = 1000;
export function delivery(part: Partial<Delivery> & { ago?: number } = {}): Delivery {
  const { ago = 0, ...own } = part;
  const createdAt = own.createdAt ?? now - ago * minute;
  const state = own.state ?? "done";
  return {
    id: (id -= 1), account: "acme", accountName: acme.name, practice: false, job: "update", ticket: "143", lead, changes: filled.changes, note: "", files: sentFiles,
    state, needsYou: state === "may_be_done" || state === "refused", mayBeSentAgain: state === "may_be_done" || state === "refused", mayBeSplit: false, mayBeCorrected: false, mayBePutBack: state === "done" && (own.job ?? "update") === "update", createdAt,
    settledAt: state === "waiting" || state === "sending" || state === "held_back" ? null : createdAt + 31_000,
    waiting: state === "waiting" ? { code: "turn" } : null,
    goesAt: state === "held_back" ? createdAt + 5000 : null, askedBack: false, putsBack: null,
    ended: state === "done" ? { ended: "done", receipt } : null, stuck: null, finding: null,
    attempts: state === "waiting" || state === "held_back" ? 0 : 1, ...own,
  };
}
export const failed = (code: Code["code"], effect?: "not_sent" | "not_done" | "may_be_done"): Ended => ({ ended: "failed", failure: failure(code, effect) });
/** What no other time or setting mends. */
const inItself: Code["code"][] = ["not_accepted", "too_large", "declined", "file_missing", "file_changed"];
export const refused = (code: Code["code"], part: Partial<Delivery> & { ago?: number } = {}) =>
  delivery({ state: "refused", ended: failed(code), mayBeSentAgain: !inItself.includes(code), mayBeSplit: code === "too_large", ...part });

export const waitings: { [C in Waiting["code"]]: Extract<Waiting, { code: C }> } = {
  turn: { code: "turn" },
  behind: { code: "behind" },
  behind_unknown: { code: "behind_unknown" },
  pace: { code: "pace", asked: true },
  connection: { code: "connection", host: acme.host },
  busy: { code: "busy" },
  unsure: { code: "unsure" },
  way: { code: "way", failure: failure("connection_not_secure"), sign_in_to: null },
  keys: { code: "keys", keys: "locked" },
  keys_refused: { code: "keys_refused" },
  account_gone: { code: "account_gone" },
  place_changed: {
    code: "place_changed",
    from: { host: "https://one.example", organisation: "1", leadHost: "" },
    to: { host: "https://two.example", organisation: "1", leadHost: "https://leads.example" },
  },
  storage: { code: "storage", why: "No space left on device" },
  other_computer: { code: "other_computer" },
};
const field = (name: string, wanted: string, found: string | null): FieldFound => ({
  field: name,
  wanted,
  found,
  likeness: found === null && wanted !== "" ? "cannot_tell" : (found ?? "") === wanted ? "same" : "other",
});
const found: Record<Comparison, FieldFound[]> = {
  looks_done: [field("Status", "On Hold", "On Hold"), field("Priority", "Low", "Low")],
  nothing_changed: [field("Status", "On Hold", "Open"), field("Priority", "Low", "Medium")],
  partly: [field("Status", "On Hold", "On Hold"), field("Priority", "Low", "Medium")],
  cannot_tell: [],
  not_read: [],
};
export const finding = (comparison: Comparison): Finding => ({
  readAt: now - minute, comparison, fields: found[comparison], failure: comparison === "not_read" ? failure("cannot_connect") : null, files: null,
});
export const comparisons = Object.keys(found) as Comparison[];
export const doubtful = (comparison: Comparison | null, part: Partial<Delivery> & { ago?: number } = {}) =>
  delivery({
    state: "may_be_done", ended: failed("broke_before_answer"), settledAt: null,
    finding: comparison === null ? null : finding(comparison), ...(comparison === "cannot_tell" ? { changes: [] } : {}), ...part,
  });

const long = "Waiting for the answer of the other department, which asked for the papers of the second accident as well";
export const past: Delivery[] = [
  delivery({ ago: 1, ticket: "150", state: "waiting", waiting: waitings.connection, files: [], changes: [{ field: "Status", value: "Resolved" }] }),
  delivery({ ago: 2, ticket: "141", state: "sending" }),
  doubtful("looks_done", { ago: 8, ticket: "139", files: [], changes: [{ field: "Status", value: "On Hold" }], finding: { ...finding("looks_done"), fields: [field("Status", "On Hold", "On Hold")] } }),
  refused("not_accepted", { ago: 22, ticket: "141" }),
  delivery({ ago: 25 }),
  delivery({ ago: 31, ticket: "128", changes: [{ field: "Priority", value: "High" }], files: sentFiles.slice(0, 1) }),
  delivery({ ago: 48, ticket: "150", state: "cancelled", ended: failed("cancelled", "not_sent"), changes: [] }),
  delivery({ ago: 60 * 25, ticket: "117", changes: [], ended: { ended: "said_done" }, attempts: 1 }),
  delivery({ ago: 60 * 26, ticket: "115", changes: [], practice: true, account: "practice", accountName: "" }),
  refused("not_found", { ago: 60 * 24 * 4, ticket: "99", needsYou: false }),
  ...Array.from({ length: 20 }, (_, at) => delivery({ ago: 60 * 24 * (6 + at), ticket: String(90 - at) })),
];
const newTicket = { job: "new_ticket" as const, ticket: "", changes: [{ field: "Title", value: "The left door does not close" }, { field: "Priority", value: "High" }] };
const note = { job: "note" as const, lead: "", changes: [], files: [], note: "Called the customer back.\nNobody was there; again on Thursday." };
/** Each reason to wait, each comparison, each thing that Send can do, and what is long. */
export const everyState: Delivery[] = [
  delivery({ ...newTicket, ago: 0, state: "waiting", waiting: waitings.connection }),
  delivery({ ...note, ago: 0, state: "sending" }),
  doubtful("cannot_tell", { ago: 1, ...newTicket }),
  doubtful("cannot_tell", { ago: 1, ...note }),
  refused("not_accepted", { ago: 2, ...newTicket }),
  refused("not_found", { ago: 2, ...note }),
  delivery({ ...newTicket, ago: 3, ticket: "1044", ended: { ended: "done", receipt: { ...receipt, ticket: "1044", key: "#1044" } } }),
  delivery({ ...note, ago: 3 }),
  ...Object.values(waitings).map((waiting, at) => delivery({ ago: at, ticket: waiting.code === "behind_unknown" ? "139" : String(160 + at), state: "waiting", waiting })),
  delivery({ ago: 9, ticket: "141", state: "sending" }),
  ...[null, ...comparisons].map((comparison, at) => doubtful(comparison, { ago: 10 + at, ticket: "139" })),
  doubtful("nothing_changed", {
    ago: 20, ticket: "12044310099",
    ended: { ended: "interrupted", released: true },
    finding: {
      ...finding("nothing_changed"),
      fields: ["Status", "Title", "Description", "CustomData.WarrantyReferenceOfTheSecondAccident", "DueDate", "Type"].map((name) => field(name, long, null)),
    },
  }),
  ...(["keys_refused", "not_found", "too_large", "declined", "file_missing"] as const).map((code, at) =>
    refused(code, { ago: 30 + at, ticket: String(170 + at), accountName: "A workspace with quite a long name, of the second team", account: "old" })),
  ...past,
];

export const attempts = (whole: Delivery): Attempt[] => {
  const start = whole.createdAt + 400;
  const broken: Attempt = { id: 1, startedAt: start, releasedAt: null, endedAt: start + 21_000, sent: 12_400_000, total: 23_110_000, ended: failed("broke_while_sending") };
  const last: Attempt = {
    id: 3, startedAt: start + 90_000, endedAt: whole.state === "sending" ? null : start + 131_000, total: 23_110_000, ended: whole.ended,
    sent: whole.ended?.ended === "failed" && whole.ended.failure.effect === "not_sent" ? 0 : 23_110_000,
    releasedAt: whole.state === "sending" || whole.state === "refused" ? null : start + 130_000,
  };
  const cut: Attempt = { id: 2, startedAt: start + 40_000, releasedAt: null, endedAt: null, sent: null, total: null, ended: { ended: "interrupted", released: false } };
  return whole.attempts === 0 ? [] : whole.attempts === 1 ? [last] : [broken, cut, last];
};

/** A hundred thousand, as years of work leave them. */
export function many(count: number): Delivery[] {
  const base = delivery();
  return Array.from({ length: count }, (_, at) => ({
    ...base, id: 2_000_000 - at, createdAt: now - at * 9 * minute - (at % 7) * 11_000, ticket: String(20_000 + ((at * 7919) % 9000)),
    ...(at % 53 === 0 ? { state: "refused" as const, ended: failed("not_accepted"), needsYou: at < 53 * 80 } : {}),
    ...(at % 9 === 0 ? { files: [] } : {}),
  }));
}
