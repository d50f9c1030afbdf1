// Every sentence of a catalogue, each with parts that it could have in the app: for tests that hold a language to English.
import type { Words } from "../src/words/en";
import * as made from "./deliveries";
import { field } from "./fields";
import * as sample from "./samples";
import * as setups from "./setups";
import { seen } from "./tickets";

/** Parts that many sentences take, by the names that they have there. */
const usual = {
  name: "Papers.zip", names: ["Papers", "Bills"], fields: ["Status", "CustomData.Branch"], field: "CustomData.Branch", filters: ["with a filter"], text: "chair", ticket: "143",
  other: "139", number: "143", account: "Acme Support", state: "State", count: 3, of: 5, place: 2, bytes: 23_110_000, kind: "picture", job: "update", changes: 2, files: 3, days: 30,
  key: 1, label: "Region", revision: 4, path: "/home/ann/Acme.ticketcourier", file: "Acme.ticketcourier", host: "api-in21.leadsquared.com", hosts: ["a.example", "b.example"],
  company: "Acme", zone: "Asia/Kolkata", why: "no_connection", value: "On Hold", status: "closed", at: 0, now: 86_400_000, from: 0, to: 65_000, day: "24 November",
  seconds: 4, milliseconds: 4200, asked: true, part: 0.4, sent: 8_100_000, total: 13_000_000, speed: 1_200_000, left: 12, index: 1, needed: 1_240_000_000, free: 312_000_000,
  passed: 12_000_000, refused: 40_000_000, several: true, tenths: 4, whose: "lead", more: false, proxy: "proxy.acme.example:3128", min_value: 1, max_value: 5,
};
const everyFailure = Object.values(sample.codes).flatMap((code) =>
  (["not_sent", "not_done", "may_be_done"] as const).flatMap((effect) => [
    [{ ...code, effect, answer: null }],
    [{ ...code, effect, answer: { status: 422, reason: "Not in the list", message: null, body: "", named_host: "api-in21.leadsquared.com" } }, "new_ticket"],
    [{ ...code, effect, oversize: true, answer: null }, "note", { sent: 12_400_000, total: 40_000_000 }],
  ]),
);
const waits = Object.values(made.waitings).map((waiting) => made.delivery({ state: "waiting", waiting }));
const jobs = [made.delivery(), made.delivery({ job: "note", note: "Called back.", changes: [], files: [] }), made.delivery({ job: "new_ticket", ticket: "", changes: [{ field: "Title", value: "Broken chair" }] })];
const doubts = [...made.comparisons, null].flatMap((comparison) => [made.doubtful(comparison), made.doubtful(comparison, { files: [] }), ...jobs.slice(1).map((job) => ({ ...made.doubtful(comparison), ...job, state: "may_be_done" as const }))]);
const everyDelivery = [...made.everyState, ...waits, ...doubts, ...jobs].map((delivery) => [delivery]);
const found = [{ name: "a.pdf", seen: true, of_others: false, at: null }, { name: "b.pdf", seen: false, of_others: false, at: null }, { name: "c.pdf", seen: false, of_others: true, at: null }];
const standings = ["new", "joins", "newer", "same", "older", "parted", "leaps"].map((standing) => [setups.preview({ standing: standing as "new", account: "Acme", revisionHere: 4, waiting: 2 }), 3]);
const attempts = made.everyState.flatMap((delivery) => made.attempts(delivery));
const whys = ["no_connection", "not_secure", "proxy", "busy", "keys_refused", "not_the_ticket_system", "no_usable_answer", "locked", "missing", null];
const ago = [0, 59, 60 * 10, 60 * 26, 60 * 24 * 9].map((minutes) => sample.now - minutes * 60_000);
const speakers = [...["gateway", "proxy", "page"].map((who) => ({ who, name: "nginx" })), { who: "sign_in_page", at: "login.example" }, { who: "ticket_system" }, { who: "unknown" }];

const removals = [{ what: "one", id: 1 }, { what: "ticket", ticket: "143" }, { what: "everything" }].flatMap((removal) =>
  [{ goes: 0, onTheWay: 1, needsYou: 2, proof: 1, setAside: 0 }, { goes: 3, onTheWay: 0, needsYou: 1, proof: 2, setAside: 2 }].map((found) => [
    { removal, delivery: made.delivery(), can: found.goes > 0, found },
  ]),
);

/** By the sentence's place in the catalogue, where the usual parts do not fit. */
const parts: Record<string, unknown[][]> = {
  failure: everyFailure,
  named: everyDelivery,
  subject: everyDelivery,
  "amounts.size": [[41_000_000]],
  "amounts.timeOfDay": [[0]],
  "amounts.dateAndTime": [[0]],
  "amounts.todayOrDate": [[0, 0]],
  "amounts.dateOf": [[0, 0]],
  leftOut: [
    ...["already_attached", "file_missing", "file_changed", "only_a_link", "empty", "no_room_to_take", "stopped"].map((code) => [{ code, file: "a.pdf" }]),
    [{ code: "same_content", file: "b.pdf", as: "a.pdf" }],
    [{ code: "larger_than_allowed", file: "Film.mp4", size: 41_000_000, most: 20_000_000 }],
    [{ code: "kind_not_allowed", file: "Setup.exe", endings: ["pdf", "jpg"] }],
    ...["server", "phone", "trash", "archive", "web_page", "page_picture", "nowhere"].flatMap((lies) => [[{ code: "not_here", file: "a.pdf", lies }], [{ code: "not_here", file: "", lies }]]),
    [{ code: "file_unreadable", file: "a.pdf", why: "Permission denied" }],
    ...["folder", "pipe", "device", "other"].map((kind) => [{ code: "file_not_regular", file: "a", kind }]),
  ],
  "putBack.title": everyDelivery,
  "putBack.stays": everyDelivery,
  ...Object.fromEntries(["filled", "offered", "another", "use"].map((name) => [`namedTicket.${name}`, ["files", "text"].map((by) => [{ number: "143", by }])])),
  draftFault: [
    ...["ticket_empty", "lead_empty", "lead_not_an_id", "field_empty", "value_empty", "value_refused", "value_not_chosen", "note_empty", "title_empty", "nothing_to_send"].map((code) => [{ code }]),
    ...["empty", "no_number", "several", "not_whole", "zero", "too_long"].map((why) => [{ code: "ticket_not_a_number", given: "14x", why }]),
    [{ code: "field_twice", field: "CustomData.Branch" }],
    ...["value_not_a_time", "value_not_a_date"].flatMap((code) =>
      [...["unreadable", "has_zone", "no_such_day", "short_year"].map((is) => ({ is })), { is: "doubtful", one: "2026-04-03", other: "2026-03-04" }, { is: "has_time", day: "2026-04-03" }].map((why) => [{ code, why }]),
    ),
    [{ code: "value_not_a_number", why: { is: "no_number" } }],
    [{ code: "value_not_a_number", why: { is: "doubtful", one: "1234", other: "1.234" } }],
    [{ code: "value_too_short", length: 2, least: 4 }],
    [{ code: "value_too_long", length: 9, most: 4 }],
    [{ code: "value_too_small", least: 1.5 }],
    [{ code: "value_too_great", most: 12 }],
    [{ code: "value_not_an_email", given: "ben" }],
    [{ code: "value_not_like_pattern", pattern: "^[A-Z]+$" }],
  ],
  trouble: [...["busy", "in_use", "no_room", "read_only", "held", "newer", "not_possible"].map((code) => [{ code }]), [{ code: "storage", why: "EIO" }], [{ code: "practice_server", why: "EIO" }], [null]],
  readings: [[{ code: "value_not_a_date", why: { is: "doubtful", one: "2026-04-03", other: "2026-03-04" } }]],
  "alreadyThere.went": ["done", "may_be_done", "sending"].flatMap((state) => ["a.pdf", "b.pdf"].map((name) => [{ name: "a.pdf", went: { state, name, at: 0 }, ticket: "143", now: 0 }])),
  "draft.statusMeans": [[{ status: "closed" }], [{ status: "resolved" }]],
  "draft.fieldName": [["CustomData.Branch"]],
  "draft.plainFieldName": [["CustomData.Branch"]],
  "draft.range": [[{ min_value: 1, max_value: 5 }], [{ min_value: 1, max_value: null }], [{ min_value: null, max_value: 5 }]],
  "draft.dropTo": [[{ job: "note", ticket: "" }], [{ job: "new_ticket", ticket: "" }], [{ job: "update", ticket: "" }], [{ job: "update", ticket: "143" }]],
  "files.nameFault": [...["empty", "unseen", "separator", "taken"].map((code) => [{ code }]), [{ code: "too_long", bytes: 300, most: 255 }]],
  "files.pasteName": [[{ at: new Date(0), ticket: "143" }]],
  "files.took": [[{ count: 2, left: 0 }], [{ count: 0, left: 1 }], [{ count: 1, left: 2 }]],
  "files.notOpened": [
    [{ name: "a.exe", opened: { result: "not_for_viewing" } }],
    [{ name: "a.pdf", opened: { result: "gone", failure: sample.failure("file_missing") } }],
    [{ name: "a.pdf", opened: { result: "no_viewer", why: "xdg-open" } }],
  ],
  "files.folderNotes": [[{ ...sample.folder, hidden: 2, links: 1, unread: 3, more: true }]],
  "ticket.facts": [[{ t: seen(), now: sample.now }]],
  "ticket.read": ago.map((at) => [at, sample.now]),
  "ticket.stale": whys.map((why) => [{ at: sample.now, now: sample.now, why }]),
  "ticket.failed": whys.map((why) => [{ why }]),
  "ticket.emailFailed": whys.map((why) => [{ why }]),
  "ticket.spoken": [[seen()]],
  "ticket.changed": [[{ all: [{ field: "Status", was: "Open", is: "Closed" }, { field: "Tags", was: "", is: "" }] }]],
  "ticket.recent": [[{ number: "143", at: 0, now: 0 }], [{ number: null, at: 0, now: 0 }]],
  "ticket.newCustomerAdd": [[{ field: "LeadDetail.EmailAddress" }], [{ field: "LeadDetail.Phone" }]],
  "ticket.customerNeeded": [[{ whose: "lead" }], [{ whose: "customer" }]],
  "ticket.customerChoose": [[{ whose: "lead" }], [{ whose: "customer" }]],
  "presets.changes": [[{ changes: [{ field: "CustomData.Branch", value: "Pune" }, { field: "Tags", value: "" }] }], [{ changes: [] }]],
  "send.button": [...["update", "note", "new_ticket"].flatMap((job) => [[{ job, changes: 1, files: 2, ticket: "143" }], [{ job, changes: 0, files: 0, ticket: "" }]])],
  "send.missing": [[{ ticket: true, lead: "id", content: true, title: true, note: true }], [{ ticket: false, lead: "customer", content: false, title: false, note: false }], [{ ticket: false, lead: "contact", content: false, title: false, note: false }]],
  "send.takingCount": [[{ file: 1, files: 3, copied: 1, total: 2 }]],
  "send.to": jobs.map((job) => [job]),
  "send.spoken": [[{ progress: { step: "waiting" }, tenths: 0 }], [{ progress: { step: "sending" }, tenths: 4 }], [{ progress: { step: "answer" }, tenths: 0 }]],
  "outbox.notice": everyDelivery,
  "outbox.state": everyDelivery,
  "outbox.waitingWhy": waits.map((delivery) => [delivery]),
  "outbox.summary": everyDelivery,
  "outbox.count": everyDelivery,
  "outbox.cancel": everyDelivery,
  "outbox.undo": everyDelivery,
  "outbox.sendNow": everyDelivery,
  "outbox.cancelled": [[{ attempts: 0, job: "update" }], [{ attempts: 1, job: "new_ticket" }], [{ attempts: 1, job: "update" }]],
  "outbox.exported": [[{ result: "saved", rows: 3, path: "/home/ann/list.csv" }], [{ result: "failed", why: "EIO" }]],
  "choices.happened": [...doubts.map((delivery) => [delivery]), [{ ended: { ended: "interrupted", released: true }, job: "update" }], [{ ended: { ended: "interrupted", released: false }, job: "update" }], [{ ended: null, job: "update" }]],
  "choices.found": doubts.flatMap((delivery) => (delivery.finding ? [[{ delivery, finding: delivery.finding }]] : [])),
  "choices.files": doubts.map((delivery) => [delivery]),
  "choices.group": everyDelivery,
  "choices.correctTitle": everyDelivery,
  "choices.sendAgainTitle": jobs.map((job) => [job]),
  "choices.sendAgainText": doubts.map((delivery) => [delivery]),
  "choices.done": jobs.map((d) => [{ d, receipt: sample.receipt }]),
  "delivery.title": everyDelivery,
  "delivery.began": attempts.map((attempt) => [attempt]),
  "delivery.far": attempts.map((attempt) => [attempt]),
  "delivery.came": attempts.map((attempt) => [{ attempt, job: "update" }]),
  "account.fault": ["name_empty", "address_empty", "address_unreadable", "address_not_secure", "organisation_empty", "organisation_unreadable", "access_key_empty", "access_key_unreadable", "secret_key_empty", "secret_key_unreadable", "calls_out_of_range", "lead_host_unreadable", "keys_of_another_place"].map((code) => [{ code }]),
  "account.connection": [
    [{ result: "works" }], [{ result: "faults" }], [{ result: "keys_not_available", keys: "locked" }],
    ...speakers.flatMap((by) => [
      [{ result: "keys_refused", said: "no", named_host: null, by }], [{ result: "keys_refused", said: "no", named_host: "api-in21.leadsquared.com", by }], [{ result: "forbidden", said: null, by }],
      [{ result: "organisation_unknown", said: null, by }], [{ result: "not_the_ticket_system", status: 200, by }], [{ result: "failed", failure: sample.failure("host_not_found"), by }], [{ result: "failed", failure: sample.failure("no_answer"), by: null }],
    ]),
  ],
  "filesThere.found": [
    [{ looked: { result: "looked", files: found }, ticket: "143" }], [{ looked: { result: "looked", files: found.slice(0, 1) }, ticket: "143" }], [{ looked: { result: "looked", files: [...found.slice(0, 1), ...found.slice(0, 1)] }, ticket: "143" }],
    [{ looked: { result: "not_answered", failure: sample.failure("no_answer") }, ticket: "143" }], [{ looked: { result: "nobody_to_ask" }, ticket: "143" }],
  ],
  "setup.title": standings,
  "setup.standing": standings,
  "setup.facts": [...standings, [setups.preview({ summary: { ...setups.summary, limits: { largest_file: null, endings: ["pdf"] }, has_sealed_keys: false, fields: 0 } })]],
  "setup.yes": standings,
  "setup.fault": Object.values(setups.setupFaults).map((fault) => [fault]),
  "setup.where": Object.values(setups.setupFaults).map((fault) => [fault]),
  "setup.unreadableWhy": [[{ why: "EIO" }]],
  "account.keychainSaid": [[{ why: "EIO" }]],
  "setup.unseal": setups.unsealFaults.map((fault) => [fault]),
  "setupDetails.provenance": ["unknown", "first_key", "same_team", "other_key", "signature_missing", "signature_invalid"].map((provenance) => [setups.preview({ provenance: provenance as "unknown" })]),
  "setupDetails.rows": standings,
  "setupDetails.now": [[{ account: "Acme", host: "a.example", organisation: "1", leadHost: null }]],
  "setupDetails.alike": [[{ account: "Acme", host: "a.example", organisation: "1", leadHost: null }]],
  "setupDetails.waiting": [[setups.preview({ waiting: 1 })], [setups.preview({ waiting: 3 })]],
  "setupDetails.otherwise": setups.shownOtherwise.map((otherwise) => [otherwise]),
  "setupDetails.changesTitle": standings,
  "setupDetails.difference": setups.differences.map((difference) => [difference]),
  "setupDetails.placeTitle": standings,
  "setupDetails.place": standings,
  "setupDetails.placeYes": standings,
  "saveSetup.next": [[setups.form([field("Status", "list")])], [{ ...setups.form([]), revision: null }]],
  "saveSetup.presetWhat": [[{ name: "a", note: "Papers", changes: [{ field: "Status", value: "Open" }] }]],
  "saveSetup.seal": [[{ code: "passphrase_too_short", least: 12 }], [{ code: "not_sealed" }]],
  "saveSetup.signing": [[{ by: "first" }], [{ by: "ours", key: "ab" }], [{ by: "anothers", key: "ab" }]],
  "saveSetup.unavailable": [["locked"], ["no_keychain"], ["missing"]],
  "saveSetup.keyMoved": [
    [{ result: "exported", path: "/k" }], [{ result: "imported", key: "ab" }], [{ result: "another_teams", key: "ab", team: "cd" }], [{ result: "not_available", keys: "locked" }], [{ result: "failed", why: "EIO" }],
    [{ result: "sealed", fault: { code: "nothing_sealed" } }],
  ],
  "saveSetup.problem": [
    [{ code: "empty", place: "name" }], [{ code: "empty", place: "limits.endings" }], [{ code: "too_long", place: "name", most: 80 }], [{ code: "hidden_characters", place: "name" }], [{ code: "unreadable", place: "limits" }],
    [{ code: "out_of_range", place: "account.pace", most: 1000 }], [{ code: "out_of_range", place: "limits" }], [{ code: "too_many", place: "fields", most: 200 }], [{ code: "damaged" }],
  ],
  "removing.ticket": everyDelivery,
  "removing.title": removals,
  "removing.text": removals,
  "removing.setAsideFacts": [[{ name: "outbox.damaged-1.db", writtenAt: 1_800_000_000_000, bytes: 12_300_000 }]],
  "account.movedText": [1, 3].map((count) => [{ count, before: { host: "https://a.example", organisation: "1", leadHost: "" }, after: { name: "Acme", host: "https://b.example", organisation: "2", leadHost: "https://c.example" } }]),
  "settings.spoolSize": [[{ spoolFiles: 0, spoolBytes: 0 }], [{ spoolFiles: 3, spoolBytes: 124_000_000 }]],
  "settings.keptSize": [[{ deliveries: 1204, databaseBytes: 12_300_000 }]],
  "settings.keepChoice": [[{ days: null }], [{ days: 30 }]],
  "closing.what": [[{ sending: 1, waiting: 0 }], [{ sending: 0, waiting: 2 }], [{ sending: 2, waiting: 1 }]],
  "closing.stopHelp": [[{ sending: 1, waiting: 0 }], [{ sending: 0, waiting: 1 }]],
  "start.rescue": [[{ setAside: "/x", deliveries: 0, draft: false }], [{ setAside: "/x", deliveries: 3, draft: true }]],
  "start.settingsRescue": [[{ setAside: "/x", restored: true, lost: 0 }], [{ setAside: null, restored: false, lost: 2 }], [{ setAside: "/x", restored: false, lost: 1 }]],
};

export type Sentence = { path: string; parts: unknown[]; said: string };

/** Whatever a sentence may be made of: texts, lists of them, and objects with several. */
const texts = (value: unknown): string[] =>
  typeof value === "string" ? [value] : value !== null && typeof value === "object" ? Object.values(value).flatMap(texts) : [];

export function sentences(catalogue: Words): Sentence[] {
  const within = (value: unknown, path: string): Sentence[] => {
    if (typeof value === "string") return [{ path, parts: [], said: value }];
    if (typeof value === "function") return (parts[path] ?? [[usual]]).map((given) => ({ path, parts: given, said: texts((value as (...given: unknown[]) => unknown)(...given)).join("\n") }));
    if (value !== null && typeof value === "object") return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, one]) => within(one, path === "" ? name : `${path}.${name}`));
    return [];
  };
  return within(catalogue, "");
}
