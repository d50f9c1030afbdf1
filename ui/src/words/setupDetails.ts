// What a team setup that was opened changes, and who made it. Part of the catalogue in en.ts.
import type { AccountPlace, Difference, SetupPreview, Preset, SetupField, SetupKind, ShownOtherwise } from "../shell/types";
import { count, list, number, size } from "./amounts";
import { foreign } from "./foreign";
import { fieldNames } from "./things";

const quoted = (text: string) => `“${foreign(text)}”`;
const kinds: Record<SetupKind, string> = {
  list: "a list",
  text: "a text",
  long_text: "a long text",
  time: "a date with a time",
  date: "a date",
  number: "a number",
  emails: "email addresses",
  tags: "tags",
};
const endings = (all: string[]) => list(all.map((ending) => ending.toUpperCase()));

/** A field under both names, where they differ. */
const field = ({ name, label }: SetupField): string => (label === name ? foreign(name) : `${quoted(label)} (${foreign(name)})`);
const values = ({ values: all }: SetupField): string => list(all.map(({ text, value }) => (text === value ? quoted(text) : `${quoted(text)}, which sends ${quoted(value)}`)));

/** What of a field would be otherwise. */
const fieldChanges = (before: SetupField, after: SetupField): string[] => {
  const said: string[] = [];
  if (before.label !== after.label) said.push(`is called ${quoted(after.label)} instead of ${quoted(before.label)}`);
  if (before.kind !== after.kind) said.push(`is ${kinds[after.kind]} instead of ${kinds[before.kind]}`);
  if (before.group !== after.group) said.push(after.group === null ? "stands under no heading" : `stands under ${quoted(after.group)}`);
  if (before.mandatory !== after.mandatory) said.push(after.mandatory ? "may not be emptied any more" : "may be emptied now");
  if (JSON.stringify(before.values) !== JSON.stringify(after.values)) said.push(after.values.length === 0 ? "offers no values any more" : `offers ${values(after)}`);
  if (before.min_length !== after.min_length || before.max_length !== after.max_length || before.min_value !== after.min_value || before.max_value !== after.max_value || before.pattern !== after.pattern)
    said.push("has other rules for what may be entered");
  return said;
};
const presetSays = ({ changes, note }: Preset): string => {
  const sets = changes.map(({ field: name, value }) => (value.trim() === "" ? `empties ${foreign(name)}` : `sets ${foreign(name)} to ${quoted(value)}`));
  return list([...sets, ...(note === null ? [] : [`reminds of ${quoted(note)}`])]);
};

const difference = (d: Difference): string => {
  switch (d.of) {
    // These stand side by side above.
    case "host":
    case "organisation":
    case "lead_host":
      return "";
    case "name":
      return `The team is called ${quoted(d.after)} instead of ${quoted(d.before)}.`;
    case "pace":
      return `The app makes at most ${count(d.after, "call", "calls")} in 5 seconds instead of ${number(d.before)}.`;
    case "field_added":
      return `New field: ${field(d.field)}, ${kinds[d.field.kind]}${d.field.values.length === 0 ? "" : ` that offers ${values(d.field)}`}.`;
    case "field_removed":
      return `Not shown any more: ${field(d.field)}.`;
    case "field_changed":
      return `${field(d.before)} ${list(fieldChanges(d.before, d.after))}.`;
    case "field_order":
      return "The fields stand in another order.";
    case "preset_added":
      return `New preset ${quoted(d.preset.name)}: ${presetSays(d.preset)}.`;
    case "preset_removed":
      return `The preset ${quoted(d.preset.name)} goes.`;
    case "preset_changed":
      return `The preset ${quoted(d.after.name)} now ${presetSays(d.after)}. Until now it ${presetSays(d.before)}.`;
    case "preset_order":
      return "The presets stand in another order, and so under other keys.";
    case "largest_file":
      return `Files may have ${d.after === null ? "any size" : `up to ${size(d.after)}`}${d.before === null ? "" : ` instead of up to ${size(d.before)}`}.`;
    case "endings":
      return d.after === null ? "Files of all kinds may be sent." : `Files may only be of these kinds: ${endings(d.after)}${d.before === null ? "" : `, until now ${endings(d.before)}`}.`;
    case "sealed_keys":
      return d.before && d.after ? "Keys under a passphrase were put in anew." : d.after ? "Keys under a passphrase came into it." : "There are no keys in it any more.";
  }
};

/** None where it is only the app's own name for a field. */
const otherwise = (s: ShownOtherwise): string | null => {
  if (s.of === "value")
    return `In ${foreign(s.field)}, ${quoted(s.text)} sends ${quoted(s.value)}${s.usual !== null && s.usual !== s.value ? `, which is usually called ${quoted(s.usual)}` : ""}${s.text_of === null ? "" : `. ${quoted(s.text)} is usually another value, ${quoted(s.text_of)}`}.`;
  const own = fieldNames[s.name];
  if (own !== undefined && own === s.label && s.name_of === null) return null;
  const usual = own ?? (s.usual === s.name ? null : s.usual);
  return `${quoted(s.label)} is the field ${foreign(s.name)}${usual === null ? "" : `, which is usually called ${quoted(usual)}`}${s.name_of === null ? "" : `. ${quoted(s.label)} is usually another field, ${foreign(s.name_of)}`}.`;
};

const provenance = (o: SetupPreview): string => {
  const key = foreign(o.signedBy ?? "");
  switch (o.provenance) {
    case "unknown":
      return "The file is not signed, so it does not tell who made it.";
    case "first_key":
      return `The file is signed, and from now on the app tells your team's files from others by that. Your administrator can read its sign to you: ${key}`;
    case "same_team":
      return "It is from the same team as before.";
    case "other_key":
      return `It is not from the same team as before: it is signed by ${key}, and your team by ${foreign(o.teamKey ?? "")}. Ask your administrator before you take it.`;
    case "signature_missing":
      return "It is not signed, and your team's setup was. So nobody knows who made it. Ask your administrator before you take it.";
    case "signature_invalid":
      return "Somebody changed this file after it was signed. Don't take it, and tell your administrator.";
  }
};

/** The rows of a place, of one account or of two side by side. */
const rows = (o: SetupPreview): { what: string; is: string; was: string | null }[] => {
  const beside: AccountPlace | null = o.here ?? o.alike;
  const none = "nowhere";
  const host = o.summary.on_this_computer ? `${foreign(o.summary.host)} (this computer itself: it is for practice)` : foreign(o.summary.host);
  const all = [
    { what: "Tickets are at", is: host, was: beside && foreign(beside.host) },
    { what: "Organisation ID", is: foreign(o.summary.organisation), was: beside && foreign(beside.organisation) },
  ];
  const leads = o.summary.lead_host === null && (beside?.leadHost ?? null) === null ? [] : [
    { what: "Customers are looked up at", is: o.summary.lead_host === null ? none : foreign(o.summary.lead_host), was: beside && (beside.leadHost === null ? none : foreign(beside.leadHost)) },
  ];
  return [...all, ...leads];
};
const placed = (host: string, organisation: string) => `organisation ${foreign(organisation)} at ${foreign(host)}`;

export const setupDetails = {
  provenance,
  rows,
  thisFile: "This file",
  now: ({ account }: AccountPlace) => `${quoted(account)} now`,
  alike: ({ account }: AccountPlace) => `Your ${quoted(account)} is another one. If you expected an update of it, this is not one: ask your administrator.`,
  notOfVendor: ({ hosts }: { hosts: string[] }) =>
    `${list(hosts.map(foreign))} ${hosts.length === 1 ? "is" : "are"} not under leadsquared.com. Unless your team runs that address itself, keys and tickets would go to somebody else.`,
  waiting: (o: SetupPreview) =>
    `${count(o.waiting, "update waits", "updates wait")} to be sent to the place where the account is now. ${o.waiting === 1 ? "It stays" : "They stay"} in the list and ${o.waiting === 1 ? "goes" : "go"} to the new one only when you say so.`,
  otherwiseTitle: "Called otherwise than it is sent",
  otherwise,
  changesTitle: (o: SetupPreview, n: number) => (o.standing === "new" ? `What it brings (${number(n)})` : `What changes (${number(n)})`),
  difference,
  placeTitle: (o: SetupPreview) => `Move ${quoted(o.account ?? "")} to another place?`,
  place: (o: SetupPreview) => {
    const from = o.here === null ? "" : `Until now it is ${placed(o.here.host, o.here.organisation)}${o.here.leadHost === null ? "" : `, customers at ${foreign(o.here.leadHost)}`}. `;
    const leads = o.summary.lead_host === null ? "" : `, customers at ${foreign(o.summary.lead_host)}`;
    return `${from}From then on everything goes to ${placed(o.summary.host, o.summary.organisation)}${leads}. Do that only if your administrator told you of the move.`;
  },
  placeYes: (o: SetupPreview) => `Move it to ${placed(o.summary.host, o.summary.organisation)}`,
  signatureTitle: "Take it though it is not from the same team?",
  signatureYes: "I have asked: take it",
  no: "Don't",
};

