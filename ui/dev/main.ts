// Every state of the screen without the shell: `npm run dev`, then /dev/#filled, /dev/#failed-not_found, and so on.
// A comma adds to a scene: #filled,dark or #failed-declined,press:answer-details.
import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import type { Account, AccountForm, Attached, Change, CloseHow, Code, Connection, KeysToAsk, Delivery, Draft, DraftFault, DraftText, Exported, GivenKeys, KeysState, Overview, Preset, Query, Removal, Rescue, Saved, Sent, SetAside, Storage, Copying, Theme, Comparison, Waiting } from "../src/shell/types";
import * as made from "./deliveries";
import { PretendedFields } from "./fields";
import { PretendedFiles } from "./files";
import { PretendedOutbox } from "./outbox";
import * as sample from "./samples";
import * as setups from "./setups";
import { PretendedTickets } from "./tickets";

const [scene = "empty", ...extras] = location.hash.slice(1).split(",");
const extra = (name: string) => extras.find((one) => one.startsWith(`${name}:`))?.slice(name.length + 1);
const after = (start: string) => (scene.startsWith(start) ? scene.slice(start.length) : null);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const never = new Promise<never>(() => undefined);
const isCode = (code: string): code is Code["code"] => code in sample.codes;

const keys = (extra("keys") ?? "saved") as KeysState;
const tickets = new PretendedTickets(scene);
const fields = new PretendedFields(scene);
const ofTicket = ["ticket", "lead-", "changed-"].some((start) => scene.startsWith(start));
const accounts: Account[] = [sample.practice, { ...sample.acme, keys, ...tickets.account }, { ...sample.acme, id: "old", name: "Old workspace", keys: "missing" }];
let overview: Overview = {
  accounts: scene === "first" ? [sample.practice] : accounts,
  current: scene === "first" || scene === "empty" || extras.includes("practice") ? "practice" : "acme",
  firstStart: scene === "first",
  settingsRescue: scene === "settings-rescue" ? { setAside: "/home/ann/.local/share/org.ticketcourier.app/settings.unreadable-1800000000000.json", restored: true, lost: 0 } : null,
  preferences: { theme: (extras.includes("dark") ? "dark" : "light") satisfies Theme, keepDays: scene === "settings-own" ? 45 : null, sendAtOnce: false, language: extra("language") ?? null },
};
const strip = ["sending", "answer", "cancelling", "preparing", "pace", "done", "cancelled", "taking", "not-taken", "no-room"].includes(scene)
  || ["waiting-", "refused-", "may-"].some((start) => scene.startsWith(start));
let draft: Draft = fields.draft ?? (scene === "full" || scene === "ticket-long" ? sample.full
  : ofTicket ? { ...sample.filled, lead: "", ticket: scene === "ticket-not-there" ? "999" : "143" } : scene.startsWith("new-ticket") ? (scene === "new-ticket" ? sample.newTicket : { ...sample.emptyDraft, job: "new_ticket" }) : scene === "note" ? sample.note : strip || ["filled", "already-there", "already-there-several", "over", "left", "list", "wish", "folder", "folder-empty"].includes(scene) ? sample.filled : sample.emptyDraft);
const files = new PretendedFiles(() => draft, (arranged) => (draft = { ...draft, ...arranged }));
const kept = scene === "first" || scene === "empty" ? [] : scene === "many" ? made.many(100_000) : scene === "every" || scene === "list" ? made.everyState : made.past;
const outbox = new PretendedOutbox(kept);

/** What becomes of the update that is sent in a scene. */
function become(sent: Delivery): void {
  const total = 23_110_000;
  const put = (part: Partial<Delivery>) => void outbox.put({ ...sent, waiting: null, attempts: 1, ...part });
  const waits = after("waiting-") as Waiting["code"] | null;
  const code = after("refused-");
  const comparison = after("may-") as Comparison | "looking" | "interrupted" | null;
  if (waits) return put({ state: "waiting", waiting: { ...made.waitings[waits], ...(waits === "keys" && keys !== "saved" ? { keys } : {}) } as Waiting, ticket: waits === "behind_unknown" ? "139" : sent.ticket });
  if (code && isCode(code)) return put({ state: "refused", needsYou: true, ended: made.failed(code) });
  if (comparison === "interrupted") return put({ state: "may_be_done", needsYou: true, ended: { ended: "interrupted", released: true }, finding: made.finding("nothing_changed") });
  if (comparison) return put({ ...made.doubtful(comparison === "looking" ? null : comparison), id: sent.id });
  if (scene === "done") return put({ state: "done", ended: { ended: "done", receipt: sample.receipt }, settledAt: Date.now() });
  if (scene === "cancelled") return put({ state: "cancelled", ended: made.failed("cancelled", "not_sent"), settledAt: Date.now() });
  if (!strip) return void setTimeout(() => void outbox.carry(sent.id), 200);
  put({ state: "sending" });
  if (scene === "pace") outbox.progress(sent.id, { step: "waiting", milliseconds: 4200, asked: false });
  if (scene === "answer") outbox.progress(sent.id, { step: "answer" });
  if (scene === "sending" || scene === "cancelling")
    void (async () => {
      for (let at = 0; at < 20; at += 1) {
        outbox.progress(sent.id, { step: "sending", file: 2, fileSent: 3_600_000, fileSize: 18_600_000, sent: 10_000_000 + at * 40_000, total });
        await pause(50);
      }
    })();
}
let id = 5_000_000;
async function send(text: DraftText, onTaking: (taking: Copying) => void): Promise<Sent> {
  if (scene === "no-room") return { result: "no_room", needed: 1_240_000_000, free: 312_000_000 };
  if (scene === "not-taken") return { result: "not_taken", failures: [sample.failure("file_changed"), { ...sample.failure("file_missing"), ...{ file: "Papers.zip" } } as ReturnType<typeof sample.failure>] };
  if (scene === "taking") {
    for (let at = 0; at < 20; at += 1) {
      onTaking({ file: 1, files: 3, copied: 2_000_000 + at * 200_000, total: 23_110_000 });
      await pause(50);
    }
    return never;
  }
  const { attachments } = draft;
  const { job, note } = text;
  const isNew = job === "new_ticket";
  const sent = made.delivery({ job, note, lead: isNew ? text.customer : text.lead, changes: isNew ? text.fields : job === "update" ? text.changes : [], id: (id += 1), ticket: isNew ? "" : text.ticket.trim().replace(/^#/, ""), createdAt: Date.now(), state: "waiting", files: (job === "note" ? [] : attachments).map(({ name, size, kind }) => ({ name, size, kind })) });
  draft = sample.emptyDraft;
  outbox.put(sent);
  setTimeout(() => become(sent), 30);
  return { result: "accepted", delivery: sent, before: [], draft };
}
const current = () => overview.accounts.find(({ id }) => id === overview.current);
/** The shell remembers for the account how the lead is found. */
const remember = (part: Partial<Account>) =>
  (overview = { ...overview, accounts: overview.accounts.map((account) => (account.id === overview.current ? { ...account, ...part } : account)) });
const faultOf = (name: string, change: number): DraftFault[] => {
  switch (name) {
    case "CustomData.Order_Amount":
      return [{ change, code: "value_too_great", most: 1_000_000 }];
    case "CustomData.Order_Number":
      return [{ change, code: "value_not_like_pattern", pattern: "^[A-Z]{2}-[0-9]{4,8}$" }];
    case "CcEmails":
      return [{ change, code: "value_not_an_email", given: "ben" }];
    case "Title":
      return [{ change, code: "value_empty" }];
    case "CustomData.Purchase_Date":
      return [{ change, code: "value_not_a_date", why: { is: "doubtful", one: "2026-04-03", other: "2026-03-04" } }];
  }
  return [];
};
function check(text: DraftText): DraftFault[] {
  const number = text.ticket.trim().replace(/^#/, "");
  if (text.job === "new_ticket") {
    const title = text.fields.find(({ field }) => field === "Title")?.value ?? "";
    return [...(text.customer === "" ? [{ code: "lead_empty" as const }] : []), ...(title.trim() === "" ? [{ code: "title_empty" as const }] : [])];
  }
  if (text.job === "note") {
    return [...(number === "" ? [{ code: "ticket_empty" as const }] : []), ...(text.note.trim() === "" ? [{ code: "note_empty" as const }] : [])];
  }
  return [
    ...(number === "" ? [{ code: "ticket_empty" as const }] : /^\d+$/.test(number) ? [] : [{ code: "ticket_not_a_number" as const, given: text.ticket, why: "no_number" as const }]),
    ...(current()?.leadStep === "ticket" && text.lead === "" ? [] : text.lead === "" ? [{ code: "lead_empty" as const }] : text.lead.length === 36 ? [] : [{ code: "lead_not_an_id" as const, given: text.lead }]),
    ...text.changes.flatMap((change, at): DraftFault[] =>
      change.field === "" ? [{ code: "field_empty", change: at }]
      : change.field === "DueDate" && !/^(\d{4}-.*)?$/.test(change.value) ? [{ code: "value_not_a_time", change: at, given: change.value, why: { is: "unreadable" } }]
      : scene === "fields-faults" ? faultOf(change.field, at) : []),
    ...(text.changes.length + draft.attachments.length === 0 ? [{ code: "nothing_to_send" as const }] : []),
  ];
}
const left: Attached = {
  attachments: sample.attachments, added: 1,
  asked: [
    { number: 0, about: { code: "same_content", file: "Copy of Papers.zip", as: "Papers.zip" } },
    { number: 1, about: { code: "only_a_link", file: "Contract.gdoc" } },
  ],
  left: [
    { code: "already_attached", file: "Invoice 2291.pdf" },
    { code: "file_not_regular", file: "Pictures", kind: "folder" },
    { code: "larger_than_allowed", file: "Film.mp4", size: 41_000_000, most: 20_000_000 },
    { code: "kind_not_allowed", file: "Setup.exe", endings: ["pdf", "jpg", "png"] },
  ],
};
const connections: Record<string, Connection> = {
  works: { result: "works" },
  keys_refused: { result: "keys_refused", said: "Invalid access credentials", named_host: null, by: { who: "ticket_system" } },
  forbidden: { result: "forbidden", said: "IP not allowed", by: { who: "unknown" } },
  organisation_unknown: { result: "organisation_unknown", said: null, by: { who: "ticket_system" } },
  not_the_ticket_system: { result: "not_the_ticket_system", status: 200, by: { who: "page", name: null } },
  gateway: { result: "not_the_ticket_system", status: 403, by: { who: "gateway", name: "nginx/1.22.1" } },
  sign_in_page: { result: "not_the_ticket_system", status: 302, by: { who: "sign_in_page", at: "portal.hotel.example" } },
  filter: { result: "not_the_ticket_system", status: 403, by: { who: "proxy", name: "Zscaler/6.2" } },
  failed: { result: "failed", failure: sample.failure("host_not_found"), by: null, sign_in_to: null },
  proxy: { result: "failed", failure: sample.failure("proxy_sign_in"), by: null, sign_in_to: "proxy.acme.example:3128" },
};
function save(form: AccountForm): Saved {
  if (form.name === "") return { result: "faults", faults: [{ code: "name_empty" }, { code: "address_empty" }, { code: "access_key_empty" }] };
  if (/\s/.test(form.leadHost)) return { result: "faults", faults: [{ code: "lead_host_unreadable", given: form.leadHost }] };
  if (form.keep === "session") return { result: "saved", overview, waitingElsewhere: scene === "moved" ? 3 : 0 };
  if (form.id !== null && scene.startsWith("lead-")) return { result: "saved", overview: remember({ leadHost: form.leadHost }), waitingElsewhere: 0 };
  return scene === "keychain" ? { result: "no_keychain", why: "org.freedesktop.secrets was not provided" } : { result: "keychain_locked" };
}

const storage: Storage = { spoolBytes: 124_000_000, spoolFiles: 3, deliveries: 1204, databaseBytes: 12_300_000, folder: "/home/ann/.local/share/com.example.ticket-courier" };
const rescue: Rescue = { setAside: "/home/ann/.local/share/com.example.ticket-courier/outbox-damaged-2026-11-24.sqlite3", deliveries: 214, draft: true };
const setAside: SetAside[] = [
  { name: "outbox.damaged-2.db", writtenAt: Date.parse("2026-11-24T09:12:00Z"), bytes: 12_300_000 },
  { name: "outbox.damaged-1.db", writtenAt: Date.parse("2026-03-02T16:40:00Z"), bytes: 40_960 },
];
const exported: Record<string, Exported> = {
  saved: { result: "saved", path: "/home/ann/Documents/What was sent.csv", rows: 214 },
  failed: { result: "failed", why: "No space left on device" },
  not_chosen: { result: "not_chosen" },
};
const fail = (code: string) => {
  throw { code, why: "permission denied", folder: "/home/ann/.local/share/com.example.ticket-courier" };
};
const once = (id: { id: number }, run: (id: number) => unknown) => (after("trouble-") ? fail(after("trouble-") ?? "") : run(id.id));

let wish = setups.wishOf(scene);

type ById = { id: number };
const commands: Record<string, (args: never) => unknown> = {
  ready: () => console.info("ready"),
  overview: () => (scene === "in-use" ? fail("in_use") : overview),
  look_for_keys: () => overview,
  choose_account: ({ id }: { id: string }) => (overview = { ...overview, current: id, firstStart: false }),
  save_account: ({ form }: { form: AccountForm }) => save(form),
  remove_account: ({ id }: { id: string }) => (overview = { ...overview, accounts: overview.accounts.filter((a) => a.id !== id) }),
  read_number: ({ text }: { text: string }) => /^\D*(\d+)\D*$/.exec(text)?.[1] ?? null,
  read_address: ({ text }: { text: string }) => {
    const found = /^(?:https?:\/\/)?([\w.-]+\.\w+)(?:\/.*?tenants\/(\d+))?/.exec(text);
    return found ? { host: found[1], organisation: found[2] ?? null } : null;
  },
  sign_in_to_proxy: async () => (await pause(100), extra("keychain") !== "none"),
  try_connection: async () => (await pause(100), connections[extra("try") ?? "works"]),
  regions: () => [
    { name: "mumbai", lead_host: "api-in21.leadsquared.com", ticket_host: "apigw.service-in.leadsquared.com" },
    { name: "united_states", lead_host: "api-us11.leadsquared.com", ticket_host: null },
  ],
  keys_hint: () => null,
  keys_owner: async ({ keys }: { keys: KeysToAsk }) => (
    await pause(100),
    {
      result: "known", asked: keys.leadHost,
      owner: { name: "Asha Menon", company: "Acme Furniture", organisation: "22824", time_zone: "Asia/Kolkata", lead_host: keys.leadHost, ticket_host: keys.leadHost.includes("in2") ? "apigw.service-in.leadsquared.com" : null },
    }
  ),
  set_preferences: ({ preferences }: { preferences: Overview["preferences"] }) => (overview = { ...overview, preferences }),
  fields: () => fields.fields,
  last_used: () => fields.used,
  presets: () => fields.presets,
  save_presets: ({ own }: { own: Preset[] }) => fields.save(own),
  open_setup: () => ({ result: "previewed", preview: setups.preview() }),
  take_setup: async ({ given }: { given: GivenKeys }) => (await pause(300), setups.taken(scene, given.given === "passphrase" ? given.passphrase : "", overview)),
  leave_setup: () => undefined,
  setup_form: () => setups.form(fields.fields.fields),
  export_signing_key: () => ({ result: "exported", path: "/home/ann/Documents/signing-key.age" }),
  import_signing_key: () => ({ result: "sealed", fault: { code: "passphrase_wrong" } }),
  save_setup: async () => (await pause(100), setups.saved[extra("saved") ?? "saved"]),
  next_launch_request: () => [wish, (wish = null)][0],
  add_launched_files: ({ anew }: { anew: boolean }) => ((draft = { ...(anew ? sample.emptyDraft : draft), attachments: left.attachments }), { draft, attached: { ...left, left: [] } }),
  draft: () => draft,
  save_draft: ({ text }: { text: DraftText }) => void (draft = { ...draft, ...text }),
  read_value: ({ change: { value } }: { change: Change }) => value,
  check_draft: ({ text }: { text: DraftText }) => check(text),
  read_ticket: async ({ number }: { number: string }) => {
    await pause(Number(extra("slow") ?? 20));
    if (!extras.includes("not-allowed")) return tickets.read(number);
    remember({ leadStep: "email" });
    return { result: "not_allowed" };
  },
  kept_ticket: () => tickets.kept(),
  find_leads: async () => {
    await pause(Number(extra("slow") ?? 20));
    if (!current()?.practice && current()?.leadHost === "") return { result: "no_host" };
    if (!extras.includes("not-allowed")) return tickets.leads();
    remember({ leadStep: "hand" });
    return { result: "not_allowed" };
  },
  try_ticket_again: () => remember({ leadStep: "ticket" }),
  choose_files: () => ((draft = { ...draft, attachments: left.attachments }), left),
  detach: ({ id }: ById) => files.remove(id),
  restore_file: ({ id }: ById) => ({ files: files.restoreFile(id), left: null }),
  rename_file: ({ id, name }: ById & { name: string }) => files.rename(id, name),
  move_file: ({ id, to }: ById & { to: number }) => files.move(id, to),
  choose_folder: () => sample.folder,
  add_from_folder: ({ chosen }: { chosen: number[] }) => files.add(chosen.flatMap((number) => sample.folder.files[number] ?? [])),
  thumbnail: async ({ id }: ById) => (id === 1 ? sample.thumbnail() : new ArrayBuffer(0)),
  open_file: ({ id }: ById) => ({ result: id === 6 ? "not_for_viewing" : "shown" }),
  paste: ({ name }: { name: string }) => files.paste(name),
  ticket_of_files: ({ names }: { names: string[] }) => (/^(#?)(\d{3,})/.exec(names[0] ?? "")?.[2] ? { number: /\d+/.exec(names[0] ?? "")?.[0] ?? "", said: (names[0] ?? "").startsWith("#") } : null),
  ticket_of_text: () => null,
  look_before_putting_back: () => ({ result: "looked", before_read_at: Date.now() - 3_600_000, fields: [
    { field: "Status", was: "Open", set: "On Hold", now: "On Hold", stands: "can_go_back" },
    { field: "Priority", was: "High", set: "Low", now: "Urgent", stands: "changed_since" },
    { field: "Description", was: null, set: "A longer text, which goes on for more than one line of the table.", now: "<p>A longer text</p>", stands: "not_read" },
  ] }),
  put_back: ({ fields: back }: { fields: string[] }) => outbox.put(made.delivery({ id: (id += 1), ticket: "143", state: "held_back", createdAt: Date.now(), putsBack: 1, changes: back.map((field) => ({ field, value: "Open" })) })),
  already_there: ({ files: asked }: { files: number[] }) =>
    scene.startsWith("already-there") ? asked.slice(0, scene === "already-there" ? 1 : 3).map((file, at) => ({ file, delivery: 1, name: draft.attachments.find(({ id }) => id === file)?.name ?? "", at: Date.now() - 86_400_000, state: ["done", "may_be_done", "waiting"][at] })) : [],
  update_ticket: ({ text, copying }: { text: DraftText; copying: { onmessage: (taking: Copying) => void } }) => send(text, (t) => copying.onmessage(t)),
  stop_copying: () => undefined,
  stop_adding: () => undefined,
  take_as_it_is: ({ id }: ById) => ({ files: files.restoreFile(id), left: null }),
  add_all_the_same: () => ({ attachments: draft.attachments, added: 1, left: [], asked: [] }),
  send_from_here: () => undefined,
  send_all_to_new_place: () => 3,
  waiting_of: () => (scene === "account-waits" ? 3 : 0),
  cancel: ({ id }: ById) => void (scene === "cancelling" || setTimeout(() => outbox.cancel(id), 400)),
  split: () => [],
  recent_ticket: ({ text }: { text: DraftText }) => (scene.includes("recent") && text.job === "new_ticket" ? { ticket: "143", at: Date.now() - 26 * 3_600_000 } : null),
  size_bounds: () => ({ passed: 8_000_000, refused: 12_000_000, doubtful_above: 8_000_000 }),
  look_for_files: ({ id }: ById) => ({ result: "looked", files: (outbox.all.find((one) => one.id === id)?.files ?? []).map(({ name }, at) => ({ name, seen: at === 0, at: null })) }),
  show_tickets: () => true,
  it_was_done: (of: ById) => once(of, outbox.itWasDone),
  send_again: (of: ById) => once(of, (id) => outbox.sendAgain(id)),
  try_now: (of: ById) => once(of, (id) => outbox.sendAgain(id)),
  undo: () => ((draft = sample.filled), { result: "draft", draft }),
  send_now: (of: ById) => once(of, (id) => outbox.sendAgain(id)),
  leave: (of: ById) => once(of, outbox.leave),
  look_at_ticket: (of: ById) => once(of, (id) => outbox.look(id)),
  use_again: () => ((draft = sample.filled), { draft, attached: left }),
  outbox_top: () => outbox.top(),
  outbox_page: async ({ query, before }: { query: Query; before: number | null }) => (await pause(Number(extra("slow") ?? 5)), outbox.page(query, before)),
  outbox_accounts: () => outbox.accounts(),
  delivery: ({ id }: ById) => outbox.whole(id),
  export_csv: async () => (await pause(100), exported[extra("export") ?? "saved"]),
  storage: () => storage,
  rescue: () => (scene === "rescue" ? rescue : null),
  removable: ({ removal }: { removal: Removal }) => outbox.removable(removal),
  remove: ({ removal }: { removal: Removal }) => outbox.remove(removal),
  set_aside: () => (scene === "set-aside" ? setAside : []),
  remove_set_aside: ({ name }: { name: string }) => setAside.filter((one) => one.name !== name),
  close_window: ({ how }: { how: CloseHow }) => console.info("closed", how),
};
mockIPC((command, args) => {
  const run = commands[command];
  if (!run) throw new Error(`no such command: ${command}`);
  return structuredCloneable(run(args as never));
}, { shouldMockEvents: true });
// As the real shell: what comes back is a copy, never the same object.
function structuredCloneable(value: unknown): unknown {
  return value instanceof Promise ? value : value === undefined ? null : structuredClone(value);
}

await import("../src/main");
if (extras.includes("pseudo")) dispatchEvent(new CustomEvent("speak", { detail: "pseudo" }));
await pause(50);
const press = async (id: string) => {
  document.querySelector<HTMLElement>(`[data-testid="${id}"]${id === "answer-details" ? " summary" : ""}`)?.click();
  await pause(80);
};
for (const way of kept.filter((d) => d.state === "sending")) {
  for (let at = 0; at < 16; at += 1) {
    outbox.progress(way.id, { step: "sending", file: 1, fileSent: 1, fileSize: 2, sent: 14_000_000 + at * 20_000, total: 23_110_000 });
    await pause(40);
  }
}
if (strip || scene === "full" || scene === "fields-faults") await press("send");
if (strip) await pause(1000);
if (scene === "cancelling") await press("cancel");
if (scene === "over") await emit("FilesOver", "over");
if (scene === "adding") await emit("AddingFiles", { files: 3, copied: 21_000_000, total: 58_000_000 });
if (scene === "left") await emit("FilesDropped", left);
if (scene === "folder") await emit("FolderListed", sample.folder);
if (scene === "folder-empty") await emit("FolderListed", { ...sample.folder, files: [], links: 0, more: false });
if (scene.startsWith("delivery")) {
  const state = after("delivery-") ?? "done";
  if (state === "attempts") outbox.put({ ...made.past[4], attempts: 3 } as Delivery);
  await pause(50);
  document.querySelector<HTMLElement>(`[data-testid=history-card]${state === "attempts" ? "[data-state=done]" : `[data-state=${state}]`} [data-testid=history-open]`)?.click();
}
if (scene.startsWith("settings")) await press("settings");
if (scene === "closing") await emit("Closing", { sending: 1, waiting: 2 });
if (scene === "none" || scene === "search") {
  const box = document.querySelector<HTMLInputElement>("#search");
  if (box) box.value = scene === "none" ? "nobody ever sent this" : "on hold";
  box?.dispatchEvent(new Event("input", { bubbles: true }));
  await pause(200);
}
if (scene.startsWith("lead-email") || scene === "lead-failed") {
  const box = document.querySelector<HTMLInputElement>("[data-testid=lead-email]");
  if (box && scene !== "lead-email") {
    box.value = "jackson@example.org";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await pause(650);
  }
}
if (scene === "changed-meanwhile") {
  await pause(200);
  await press("send");
  await pause(200);
}
if (after("trouble-")) await press("it-was-done");
if (scene === "fields" || scene === "fields-team") await press("add-change");
if (scene.startsWith("presets")) await press("preset");
if (scene === "preset-edit" || scene === "preset-list") await press("presets-edit");
if (scene === "preset-edit") await press("preset-edit");
if (scene === "preset-keep") await press("preset-keep");
if (["account", "keychain", "locked"].includes(scene)) {
  await press("account-menu");
  await press("add-account");
}
if (scene === "keychain" || scene === "locked") {
  const name = document.querySelector<HTMLInputElement>("#account-name");
  if (name) name.value = "Acme Support";
  name?.dispatchEvent(new Event("input", { bubbles: true }));
  await press("account-save");
}
for (const one of extras) if (one.startsWith("press:")) await press(one.slice(6));
// For looking at a change while scrolled: outbox.put(…) in the console.
Object.assign(window, { outbox, made });
document.documentElement.dataset["scene"] = "ready";
