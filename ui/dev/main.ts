// Every state of the screen without the shell: `npm run dev`, then /dev/#filled, /dev/#failed-not_found, and so on.
// A comma adds to a scene: #filled,dark or #failed-declined,press:answer-details.
import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import type { Account, AccountForm, Attached, Code, Connection, Delivery, Draft, DraftFault, DraftText, KeysState, Overview, Progress, Saved, Sent, Theme } from "../src/shell/types";
import * as sample from "./samples";

const [scene = "empty", ...extras] = location.hash.slice(1).split(",");
const extra = (name: string) => extras.find((one) => one.startsWith(`${name}:`))?.slice(name.length + 1);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const isCode = (code: string): code is Code["code"] => code in sample.codes;

const keys = (extra("keys") ?? "saved") as KeysState;
const accounts: Account[] = [sample.practice, { ...sample.acme, keys }, { ...sample.acme, id: "old", name: "Old workspace", keys: "missing" }];
let overview: Overview = {
  accounts: scene === "first" ? [sample.practice] : accounts,
  current: scene === "first" || scene === "empty" || extras.includes("practice") ? "practice" : "acme",
  firstStart: scene === "first",
  preferences: { theme: (extras.includes("dark") ? "dark" : "light") satisfies Theme },
};
const failing = scene.startsWith("failed-") ? scene.slice("failed-".length) : null;
const sends = ["sending", "waiting", "answer", "done"].includes(scene) || failing !== null;
let draft: Draft = scene === "full" ? sample.full : sends || ["filled", "over", "left", "history", "delivery"].includes(scene) ? sample.filled : sample.emptyDraft;
const noHistory = scene === "first" || scene === "empty";

const steps: Record<string, Progress[]> = {
  waiting: [{ step: "waiting", milliseconds: 4200, asked: false }],
  sending: Array.from({ length: 20 }, (_, at) => ({
    step: "sending" as const, file: 2, fileSent: 3_600_000, fileSize: 18_600_000, sent: 10_000_000 + at * 40_000, total: 23_110_000,
  })),
  answer: [{ step: "answer" }],
};
async function send(onProgress: (progress: Progress) => void): Promise<Sent> {
  for (const step of steps[scene] ?? []) {
    onProgress(step);
    await pause(50);
  }
  if (scene in steps) await new Promise(() => undefined);
  const code = failing?.replace(/-late$/, "");
  const outcome = code && isCode(code)
    ? { state: "failed" as const, failure: sample.failure(code, failing?.endsWith("-late") ? "may_be_done" : undefined) }
    : sample.done;
  const { ticket, lead, changes, attachments } = draft;
  const settled: Delivery = { id: 2000, account: "acme", practice: false, ticket, lead, changes, files: attachments, startedAt: sample.now - 31_000, endedAt: sample.now, outcome };
  return { result: "settled", delivery: settled };
}
function check(text: DraftText): DraftFault[] {
  const number = text.ticket.trim().replace(/^#/, "");
  return [
    ...(number === "" ? [{ code: "ticket_empty" as const }] : /^\d+$/.test(number) ? [] : [{ code: "ticket_not_a_number" as const, given: text.ticket }]),
    ...(text.lead === "" ? [{ code: "lead_empty" as const }] : text.lead.length === 36 ? [] : [{ code: "lead_not_an_id" as const, given: text.lead }]),
    ...text.changes.flatMap((change, at): DraftFault[] =>
      change.field === "" ? [{ code: "field_empty", change: at }]
      : change.field === "DueDate" && !/^\d{4}-/.test(change.value) ? [{ code: "value_not_a_time", change: at, given: change.value }] : []),
    ...(text.changes.length + draft.attachments.length === 0 ? [{ code: "nothing_to_send" as const }] : []),
  ];
}
const left: Attached = {
  attachments: sample.attachments, added: 1,
  left: [
    { code: "already_attached", file: "Invoice 2291.pdf" },
    { code: "same_content", file: "Copy of Papers.zip", as: "Papers.zip" },
    { code: "file_not_regular", file: "Pictures", kind: "folder" },
  ],
};
const connections: Record<string, Connection> = {
  works: { result: "works" },
  keys_refused: { result: "keys_refused", said: "Invalid access credentials" },
  organisation_unknown: { result: "organisation_unknown", said: null },
  not_the_ticket_system: { result: "not_the_ticket_system", status: 200 },
  failed: { result: "failed", failure: sample.failure("host_not_found") },
};
function save(form: AccountForm): Saved {
  if (form.name === "") return { result: "faults", faults: [{ code: "name_empty" }, { code: "address_empty" }, { code: "access_key_empty" }] };
  if (form.keep === "session") return { result: "saved", overview };
  return scene === "keychain" ? { result: "no_keychain", why: "org.freedesktop.secrets was not provided" } : { result: "keychain_locked" };
}

type Channelled = { progress: { onmessage: (progress: Progress) => void }; text: DraftText };
const commands: Record<string, (args: never) => unknown> = {
  ready: () => console.info("ready"),
  overview: () => overview,
  look_for_keys: () => overview,
  choose_account: ({ id }: { id: string }) => (overview = { ...overview, current: id, firstStart: false }),
  save_account: ({ form }: { form: AccountForm }) => save(form),
  remove_account: ({ id }: { id: string }) => (overview = { ...overview, accounts: overview.accounts.filter((a) => a.id !== id) }),
  read_address: ({ text }: { text: string }) => {
    const found = /^(?:https?:\/\/)?([\w.-]+\.\w+)(?:\/.*?tenants\/(\d+))?/.exec(text);
    return found ? { host: found[1], organisation: found[2] ?? null } : null;
  },
  try_connection: async () => (await pause(100), connections[extra("try") ?? "works"]),
  set_preferences: ({ preferences }: { preferences: Overview["preferences"] }) => (overview = { ...overview, preferences }),
  fields: () => sample.fields,
  draft: () => draft,
  save_draft: ({ text }: { text: DraftText }) => void (draft = { ...draft, ...text }),
  check_draft: ({ text }: { text: DraftText }) => check(text),
  choose_files: () => ((draft = { ...draft, attachments: left.attachments }), left),
  detach: ({ id }: { id: number }) => (draft = { ...draft, attachments: draft.attachments.filter((a) => a.id !== id) }).attachments,
  update_ticket: ({ progress }: Channelled) => send((p) => progress.onmessage(p)),
  cancel: () => undefined,
  history: ({ before }: { before: number | null }) => {
    const known = noHistory ? [] : sample.past.filter((d) => before === null || d.id < before);
    return { deliveries: known.slice(0, 12), more: known.length > 12 };
  },
  delivery: ({ id }: { id: number }) => sample.past.find((d) => d.id === id),
  use_again: () => ({ draft: sample.filled, attached: left }),
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
await pause(50);
const press = async (id: string) => {
  document.querySelector<HTMLElement>(`[data-testid="${id}"]${id === "answer-details" ? " summary" : ""}`)?.click();
  await pause(80);
};
if (sends || scene === "full") await press("send");
if (scene === "over") await emit("files-over", "over");
if (scene === "left") await emit("files-dropped", left);
if (scene === "delivery") await press("history-open");
if (scene === "settings") await press("settings");
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
