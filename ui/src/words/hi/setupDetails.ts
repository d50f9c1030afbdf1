// What a team setup that was opened changes, and who made it. Part of the catalogue in hi.ts.
import type { AccountPlace, Difference, Preset, SetupField, SetupKind, SetupPreview, ShownOtherwise } from "../../shell/types";
import { foreign } from "../foreign";
import { count, list, number, size } from "./amounts";
import { fieldNames } from "./things";

const quoted = (text: string) => `“${foreign(text)}”`;
const kinds: Record<SetupKind, string> = {
  list: "सूची",
  text: "टेक्स्ट",
  long_text: "लंबा टेक्स्ट",
  time: "समय के साथ तारीख़",
  date: "तारीख़",
  number: "संख्या",
  emails: "ईमेल पते",
  tags: "टैग",
};
const endings = (all: string[]) => list(all.map((ending) => ending.toUpperCase()));

/** A field under both names, where they differ. */
const field = ({ name, label }: SetupField): string => (label === name ? foreign(name) : `${quoted(label)} (${foreign(name)})`);
const values = ({ values: all }: SetupField): string => list(all.map(({ text, value }) => (text === value ? quoted(text) : `${quoted(text)}, जो ${quoted(value)} भेजता है`)));

/** What of a field would be otherwise. */
const fieldChanges = (before: SetupField, after: SetupField): string[] => {
  const said: string[] = [];
  if (before.label !== after.label) said.push(`नाम ${quoted(before.label)} की जगह ${quoted(after.label)}`);
  if (before.kind !== after.kind) said.push(`${kinds[before.kind]} की जगह ${kinds[after.kind]}`);
  if (before.group !== after.group) said.push(after.group === null ? "किसी शीर्षक के नीचे नहीं" : `${quoted(after.group)} के नीचे`);
  if (before.mandatory !== after.mandatory) said.push(after.mandatory ? "अब खाली नहीं किया जा सकता" : "अब खाली किया जा सकता है");
  if (JSON.stringify(before.values) !== JSON.stringify(after.values)) said.push(after.values.length === 0 ? "अब कोई मान नहीं देता" : `ये मान देता है: ${values(after)}`);
  if (before.min_length !== after.min_length || before.max_length !== after.max_length || before.min_value !== after.min_value || before.max_value !== after.max_value || before.pattern !== after.pattern)
    said.push("क्या लिखा जा सकता है, उसके नियम दूसरे");
  return said;
};
const presetSays = ({ changes, note }: Preset): string => {
  const sets = changes.map(({ field: name, value }) => (value.trim() === "" ? `${foreign(name)} खाली करता है` : `${foreign(name)} को ${quoted(value)} करता है`));
  return list([...sets, ...(note === null ? [] : [`${quoted(note)} की याद दिलाता है`])]);
};

const difference = (d: Difference): string => {
  switch (d.of) {
    // These stand side by side above.
    case "host":
    case "organisation":
    case "lead_host":
      return "";
    case "name":
      return `टीम का नाम ${quoted(d.before)} की जगह ${quoted(d.after)} है।`;
    case "pace":
      return `ऐप 5 सेकंड में ${number(d.before)} की जगह ज़्यादा से ज़्यादा ${count(d.after, "कॉल", "कॉल")} करता है।`;
    case "field_added":
      return `नया फ़ील्ड: ${field(d.field)}, ${kinds[d.field.kind]}${d.field.values.length === 0 ? "" : `, इन मानों के साथ: ${values(d.field)}`}।`;
    case "field_removed":
      return `अब नहीं दिखाया जाता: ${field(d.field)}।`;
    case "field_changed":
      return `${field(d.before)}: ${list(fieldChanges(d.before, d.after))}।`;
    case "field_order":
      return "फ़ील्ड दूसरे क्रम में हैं।";
    case "preset_added":
      return `नया प्रीसेट ${quoted(d.preset.name)}: ${presetSays(d.preset)}।`;
    case "preset_removed":
      return `प्रीसेट ${quoted(d.preset.name)} हट जाता है।`;
    case "preset_changed":
      return `प्रीसेट ${quoted(d.after.name)} अब ${presetSays(d.after)}। अब तक वह ${presetSays(d.before)}।`;
    case "preset_order":
      return "प्रीसेट दूसरे क्रम में हैं, इसलिए दूसरी कुंजियों पर।";
    case "largest_file":
      return `फ़ाइलें ${d.after === null ? "किसी भी आकार की" : `${size(d.after)} तक की`} हो सकती हैं${d.before === null ? "" : `, अब तक ${size(d.before)} तक की`}।`;
    case "endings":
      return d.after === null ? "सभी प्रकार की फ़ाइलें भेजी जा सकती हैं।" : `फ़ाइलें केवल इन प्रकारों की हो सकती हैं: ${endings(d.after)}${d.before === null ? "" : `, अब तक ${endings(d.before)}`}।`;
    case "sealed_keys":
      return d.before && d.after ? "पासफ़्रेज़ वाली कुंजियाँ फिर से रखी गईं।" : d.after ? "इसमें अब पासफ़्रेज़ वाली कुंजियाँ हैं।" : "इसमें अब कोई कुंजी नहीं है।";
  }
};

/** None where it is only the app's own name for a field. */
const otherwise = (s: ShownOtherwise): string | null => {
  if (s.of === "value")
    return `${foreign(s.field)} में ${quoted(s.text)} असल में ${quoted(s.value)} भेजता है${s.usual !== null && s.usual !== s.value ? `, जिसे आम तौर पर ${quoted(s.usual)} कहते हैं` : ""}${s.text_of === null ? "" : `। ${quoted(s.text)} आम तौर पर दूसरा मान है, ${quoted(s.text_of)}`}।`;
  const own = fieldNames[s.name];
  if (own !== undefined && own === s.label && s.name_of === null) return null;
  const usual = own ?? (s.usual === s.name ? null : s.usual);
  return `${quoted(s.label)} फ़ील्ड ${foreign(s.name)} है${usual === null ? "" : `, जिसे आम तौर पर ${quoted(usual)} कहते हैं`}${s.name_of === null ? "" : `। ${quoted(s.label)} आम तौर पर दूसरा फ़ील्ड है, ${foreign(s.name_of)}`}।`;
};

const provenance = (o: SetupPreview): string => {
  const key = foreign(o.signedBy ?? "");
  switch (o.provenance) {
    case "unknown":
      return "फ़ाइल पर हस्ताक्षर नहीं हैं, इसलिए यह नहीं बताती कि इसे किसने बनाया।";
    case "first_key":
      return `फ़ाइल पर हस्ताक्षर हैं, और अब से ऐप इसी से आपकी टीम की फ़ाइलें दूसरों की फ़ाइलों से अलग पहचानता है। आपका एडमिन इसका चिह्न पढ़कर सुना सकता है: ${key}`;
    case "same_team":
      return "यह पहले वाली टीम की ही है।";
    case "other_key":
      return `यह पहले वाली टीम की नहीं है: इस पर ${key} के हस्ताक्षर हैं, और आपकी टीम पर ${foreign(o.teamKey ?? "")} के। इसे लेने से पहले अपने एडमिन से पूछें।`;
    case "signature_missing":
      return "इस पर हस्ताक्षर नहीं हैं, जबकि आपकी टीम के सेटअप पर थे। इसलिए कोई नहीं जानता कि इसे किसने बनाया। इसे लेने से पहले अपने एडमिन से पूछें।";
    case "signature_invalid":
      return "हस्ताक्षर के बाद किसी ने यह फ़ाइल बदली है। इसे न लें, और अपने एडमिन को बताएँ।";
  }
};

/** The rows of a place, of one account or of two side by side. */
const rows = (o: SetupPreview): { what: string; is: string; was: string | null }[] => {
  const beside: AccountPlace | null = o.here ?? o.alike;
  const none = "कहीं नहीं";
  const host = o.summary.on_this_computer ? `${foreign(o.summary.host)} (यही कंप्यूटर: यह अभ्यास के लिए है)` : foreign(o.summary.host);
  const all = [
    { what: "टिकट यहाँ हैं", is: host, was: beside && foreign(beside.host) },
    { what: "संगठन ID", is: foreign(o.summary.organisation), was: beside && foreign(beside.organisation) },
  ];
  const leads = o.summary.lead_host === null && (beside?.leadHost ?? null) === null ? [] : [
    { what: "ग्राहक यहाँ खोजे जाते हैं", is: o.summary.lead_host === null ? none : foreign(o.summary.lead_host), was: beside && (beside.leadHost === null ? none : foreign(beside.leadHost)) },
  ];
  return [...all, ...leads];
};
const placed = (host: string, organisation: string) => `${foreign(host)} पर संगठन ${foreign(organisation)}`;

export const setupDetails = {
  provenance,
  rows,
  thisFile: "यह फ़ाइल",
  now: ({ account }: AccountPlace) => `${quoted(account)} अभी`,
  alike: ({ account }: AccountPlace) => `आपका ${quoted(account)} अलग है। अगर आप उसके अपडेट की उम्मीद कर रहे थे, तो यह वह नहीं है: अपने एडमिन से पूछें।`,
  notOfVendor: ({ hosts }: { hosts: string[] }) =>
    `${list(hosts.map(foreign))} leadsquared.com के नीचे नहीं ${hosts.length === 1 ? "है" : "हैं"}। अगर आपकी टीम ख़ुद वह पता नहीं चलाती, तो कुंजियाँ और टिकट किसी और के पास जाएँगे।`,
  waiting: (o: SetupPreview) =>
    `${count(o.waiting, "अपडेट उस जगह भेजे जाने के इंतज़ार में है जहाँ खाता अभी है। वह सूची में रहता है और नई जगह तभी जाता है", "अपडेट उस जगह भेजे जाने के इंतज़ार में हैं जहाँ खाता अभी है। वे सूची में रहते हैं और नई जगह तभी जाते हैं")} जब आप कहें।`,
  otherwiseTitle: "जो कहा जाता है, उससे अलग भेजा जाता है",
  otherwise,
  changesTitle: (o: SetupPreview, n: number) => (o.standing === "new" ? `यह क्या लाता है (${number(n)})` : `क्या बदलता है (${number(n)})`),
  difference,
  placeTitle: (o: SetupPreview) => `${quoted(o.account ?? "")} को दूसरी जगह ले जाएँ?`,
  place: (o: SetupPreview) => {
    const from = o.here === null ? "" : `अब तक वह ${placed(o.here.host, o.here.organisation)} है${o.here.leadHost === null ? "" : `, ग्राहक ${foreign(o.here.leadHost)} पर`}। `;
    const leads = o.summary.lead_host === null ? "" : `, ग्राहक ${foreign(o.summary.lead_host)} पर`;
    return `${from}उसके बाद सब कुछ ${placed(o.summary.host, o.summary.organisation)} को जाता है${leads}। ऐसा तभी करें जब आपके एडमिन ने इस बदलाव के बारे में बताया हो।`;
  },
  placeYes: (o: SetupPreview) => `${placed(o.summary.host, o.summary.organisation)} पर ले जाएँ`,
  signatureTitle: "पहले वाली टीम का न होने पर भी लें?",
  signatureYes: "मैंने पूछ लिया है: इसे लें",
  no: "नहीं",
};
