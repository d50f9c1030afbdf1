// Team setups for the pretended shell and the tests.
import type { AccountPlace, Difference, SetupPreview, Preset, SetupFault, SetupField, SetupForm, SetupSaved, SetupOpened, SetupTaken, ShownOtherwise, Summary, UnsealFault, LaunchRequest } from "../src/shell/types";

export const summary: Summary = {
  name: "Support, Pune", revision: 3, host: "apigw.service-in.leadsquared.com", on_this_computer: false, organisation: "22824",
  lead_host: "api-in21.leadsquared.com", calls_per_window: 25, fields: 12, presets: ["On hold + papers", "Closed, customer informed"],
  limits: { largest_file: 20_000_000, endings: ["pdf", "jpg", "png"] }, has_sealed_keys: true,
};
export const preview = (part: Partial<SetupPreview> = {}): SetupPreview => ({
  id: "1", file: "team.ticketcourier", summary, standing: "new", keys: "passphrase", mayBeTaken: true, account: null, revisionHere: null, elsewhere: false,
  here: null, alike: null, notOfVendor: [], differences: [], shownOtherwise: [], provenance: "first_key", signedBy: "3f2a 91bc 07de 55aa 1c0f", teamKey: null, confirm: [], waiting: 0, ...part,
});
const place: AccountPlace = { account: "Support, Pune", host: "apigw.service-in.leadsquared.com", organisation: "22824", leadHost: "api-in21.leadsquared.com" };
const listed = (name: string, label: string, values: [string, string][] = []): SetupField => ({
  name, label, kind: values.length > 0 ? "list" : "text", group: null, values: values.map(([text, value]) => ({ text, value })),
  mandatory: false, locked: false, min_length: null, max_length: null, min_value: null, max_value: null, pattern: null,
});
const papers: Preset = { name: "On hold + papers", note: "The claim form.", changes: [{ field: "Status", value: "On Hold" }] };
/** One of each kind. */
export const differences: Difference[] = [
  { of: "name", before: "Support", after: "Support, Pune" },
  { of: "pace", before: 25, after: 5 },
  { of: "field_added", field: listed("Status", "Status", [["Open", "Open"], ["Waiting", "On Hold"]]) },
  { of: "field_removed", field: listed("DueDate", "Due") },
  { of: "field_changed", before: listed("CcEmails", "Cc emails"), after: { ...listed("CcEmails", "Region", [["North", "a@example.org"]]), mandatory: true, group: "Place", max_length: 9 } },
  { of: "field_order" },
  { of: "preset_added", preset: papers },
  { of: "preset_removed", preset: papers },
  { of: "preset_changed", before: papers, after: { ...papers, note: null, changes: [{ field: "Status", value: "" }] } },
  { of: "preset_order" },
  { of: "largest_file", before: 20_000_000, after: null },
  { of: "endings", before: ["pdf"], after: ["exe"] },
  { of: "sealed_keys", before: true, after: true },
];
export const shownOtherwise: ShownOtherwise[] = [
  { of: "field", name: "CcEmails", label: "Region", usual: "CcEmails", name_of: null },
  { of: "value", field: "Status", text: "Closed", value: "Open", usual: "Open", text_of: "Closed" },
];

const spot = "fields[2].label";
export const setupFaults: { [C in SetupFault["code"]]: Extract<SetupFault, { code: C }> } = {
  too_large: { code: "too_large", bytes: 1_048_577, most: 1_048_576 },
  not_a_setup: { code: "not_a_setup" },
  utf16: { code: "utf16" },
  cut_off: { code: "cut_off", line: 12 },
  damaged: { code: "damaged", line: 12 },
  too_deep: { code: "too_deep", line: 12 },
  member_twice: { code: "member_twice", member: "host", line: 12 },
  newer_version: { code: "newer_version", version: 2, known: 1 },
  unknown_version: { code: "unknown_version" },
  key_in_the_clear: { code: "key_in_the_clear", place: "account.secretKey" },
  unknown_member: { code: "unknown_member", place: "fields[2].mandatry" },
  missing: { code: "missing", place: spot },
  wrong_kind: { code: "wrong_kind", place: spot },
  unreadable: { code: "unreadable", place: spot },
  empty: { code: "empty", place: spot },
  too_long: { code: "too_long", place: spot, most: 100 },
  too_many: { code: "too_many", place: "fields", most: 300 },
  out_of_range: { code: "out_of_range", place: "account.calls_per_5_seconds", least: 1, most: 100 },
  hidden_characters: { code: "hidden_characters", place: spot },
  address: { code: "address", place: "account.host", fault: { code: "address_not_secure" } },
  field_twice: { code: "field_twice", field: "Status" },
  list_value_twice: { code: "list_value_twice", field: "Status", value: "Open" },
  preset_twice: { code: "preset_twice", preset: "On hold" },
  change_twice: { code: "change_twice", preset: "On hold", field: "Status" },
  least_above_most: { code: "least_above_most", field: "Status" },
  pattern_invalid: { code: "pattern_invalid", field: "Status" },
  pattern_too_costly: { code: "pattern_too_costly", field: "Status" },
  seal_damaged: { code: "seal_damaged" },
};
export const unsealFaults: UnsealFault[] = [
  { code: "nothing_sealed" }, { code: "passphrase_wrong" }, { code: "seal_damaged" }, { code: "seal_too_costly" }, { code: "sealed_for_another" },
];

const here = { account: "Support, Pune", keys: "none", revisionHere: 2, here: place, provenance: "same_team", teamKey: "3f2a 91bc 07de 55aa 1c0f" } as const;
const scenes: Record<string, SetupOpened> = {
  both: previewed(preview({ keys: "both", summary: { ...summary, has_sealed_keys: false } })),
  practice: previewed(preview({ summary: { ...summary, host: "127.0.0.1:40123", on_this_computer: true, lead_host: null, fields: 0, presets: [], limits: { largest_file: null, endings: null } } })),
  joins: previewed(preview({ ...here, standing: "joins", account: "Acme Support", revisionHere: null, summary: { ...summary, has_sealed_keys: false } })),
  newer: previewed(preview({ ...here, standing: "newer" })),
  same: previewed(preview({ ...here, standing: "same", mayBeTaken: false, revisionHere: 3 })),
  older: previewed(preview({ ...here, standing: "older", mayBeTaken: false, revisionHere: 4 })),
  parted: previewed(preview({ ...here, standing: "parted", revisionHere: 3 })),
  elsewhere: previewed(preview({
    ...here, standing: "newer", elsewhere: true, keys: "both", waiting: 3, confirm: ["place"], notOfVendor: ["apigw.example.org"],
    differences: [{ of: "host", before: place.host, after: "apigw.example.org" }, { of: "organisation", before: "22824", after: "99999" }],
    summary: { ...summary, host: "apigw.example.org", organisation: "99999", has_sealed_keys: false },
  })),
  strange: previewed(preview({ ...here, standing: "newer", provenance: "other_key", signedBy: "0b1c 55aa 91bc 3f2a 07de", confirm: ["signature"], differences, shownOtherwise })),
  alike: previewed(preview({ alike: place, provenance: "unknown", signedBy: null, summary: { ...summary, organisation: "99999" } })),
  leaps: previewed(preview({ ...here, standing: "leaps", mayBeTaken: false, summary: { ...summary, revision: 4_294_967_295 } })),
  unreadable: { result: "unreadable", file: "team.ticketcourier", why: "Permission denied (os error 13)" },
};
function previewed(preview: SetupPreview): SetupOpened {
  return { result: "previewed", preview };
}

/** What waits at the start of a scene: a setup to be opened, or what a command line or a link asks for. */
export function wishOf(scene: string): LaunchRequest | null {
  if (scene === "strange-link") return { request: "strange_link" };
  if (scene === "wish") return { request: "draft", ticket: "144", files: 1 };
  if (scene !== "setup" && !scene.startsWith("setup-")) return null;
  const fault = Object.values(setupFaults).find(({ code }) => scene === `setup-fault-${code}`);
  const opened: SetupOpened = fault ? { result: "not_a_setup", file: "team.ticketcourier", fault } : (scenes[scene.slice("setup-".length)] ?? previewed(preview()));
  return { request: "setup", opened };
}
/** What pressing its button comes to: the passphrase is wrong, unless it is “right” something. */
export function taken(scene: string, passphrase: string, overview: Extract<SetupTaken, { result: "taken" }>["overview"]): SetupTaken {
  if (scene === "setup-keychain") return { result: "no_keychain", why: "org.freedesktop.secrets was not provided" };
  return passphrase.startsWith("right") ? { result: "taken", overview } : { result: "passphrase", fault: { code: "passphrase_wrong" } };
}

export const form = (fields: SetupField[]): SetupForm => ({
  name: "Support, Pune", revision: 2, fields: fields.slice(0, 4), others: fields.slice(4),
  presets: [{ name: "On hold + papers", note: "The claim form and a copy of the policy.", changes: [{ field: "Status", value: "On Hold" }] }],
  limits: { largest_file: 20_000_000, endings: ["pdf", "jpg", "png"] }, callsPerWindow: 25, keys: true, signing: { by: "ours", key: "3f2a 91bc 07de 55aa 1c0f" },
});
export const saved: Record<string, SetupSaved> = {
  saved: { result: "saved", path: "/home/ann/Documents/team.ticketcourier", revision: 3 },
  failed: { result: "failed", why: "No space left on device (os error 28)" },
  short: { result: "passphrase", fault: { code: "passphrase_too_short", least: 12 } },
  keys: { result: "keys_not_available", keys: "locked" },
  signing: { result: "signing_key_not_available", keys: "no_keychain" },
  many: { result: "setup", fault: { code: "too_many", place: "fields[].pattern", most: 40 } },
};
