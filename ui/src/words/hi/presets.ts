// Presets. Part of the catalogue in hi.ts.
import type { Preset, PresetFault } from "../../shell/types";
import { foreign } from "../foreign";
import { list } from "./amounts";
import { fieldName, quoted } from "./things";

export const presets = {
  title: "प्रीसेट",
  key: ({ key }: { key: number }) => `Ctrl+${String(key)}`,
  edit: "प्रीसेट बदलें",
  keep: "इन्हें प्रीसेट के रूप में रखें…",
  applied: ({ name, fields }: { name: string; fields: string[] }) =>
    fields.length === 0 ? `“${foreign(name)}” कोई फ़ील्ड नहीं बदलता।` : `“${foreign(name)}” ने ये भरे: ${list([...new Set(fields)].map(fieldName))}।`,
  undo: "वापस लें",
  undoName: ({ name }: { name: string }) => `प्रीसेट ${foreign(name)} वापस लें`,
  dismiss: "यह पंक्ति बंद करें",
  noteFor: ({ name }: { name: string }) => `“${foreign(name)}” के काग़ज़ात:`,
  dismissNote: "काग़ज़ात की याद बंद करें",

  team: "आपकी टीम के",
  teamHelp: "ये टीम सेटअप के साथ आते हैं, और वहीं बदले जाते हैं।",
  own: "आपके अपने",
  none: "अभी आपका अपना कोई नहीं है। बदलाव तैयार करें, फिर “इन्हें प्रीसेट के रूप में रखें…” दबाएँ।",
  changes: ({ changes }: Pick<Preset, "changes">) =>
    changes.length === 0 ? "कोई फ़ील्ड नहीं बदलता" : changes.map(({ field, value }) => `${fieldName(field)} ${value.trim() === "" ? "खाली" : `→ ${quoted(value)}`}`).join(", "),
  editOne: "बदलें",
  editName: ({ name }: { name: string }) => `प्रीसेट ${foreign(name)} बदलें`,
  removeName: ({ name }: { name: string }) => `प्रीसेट ${foreign(name)} हटाएँ`,
  removeTitle: ({ name }: { name: string }) => `प्रीसेट “${foreign(name)}” हटाएँ?`,
  removeText: "यह इस कंप्यूटर से हट जाता है। इससे जो भेजा गया वह वैसा ही रहता है।",
  newTitle: "प्रीसेट के रूप में रखें",
  name: "नाम",
  namePlaceholder: "रुका हुआ + काग़ज़ात",
  note: "इसके साथ कौन-से काग़ज़ात (खाली छोड़ सकते हैं)",
  takeChanges: "इसकी जगह इस अपडेट के बदलाव लें",
  save: "प्रीसेट सहेजें",
  fault: {
    name_empty: "इसका नाम क्या हो?",
    name_twice: "किसी और प्रीसेट का यही नाम है।",
    nothing_in_it: "यह कुछ नहीं बदलता और इसमें कोई याद नहीं है: प्रीसेट में दोनों में से एक होना चाहिए।",
  } satisfies Record<PresetFault, string>,
};
