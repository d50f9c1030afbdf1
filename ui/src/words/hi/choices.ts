// What a person can do about one that needs them, and what is known of it. Part of the catalogue in hi.ts.
import type { Delivery, FieldFound, Finding, Receipt } from "../../shell/types";
import { count, list, timeOfDay } from "./amounts";
import { failureWords } from "./failures";
import { seenFiles } from "./filesThere";
import { fieldName, files, quoted, subject, things } from "./things";

const emptyOr = (value: string | null) => (value === null || value.trim() === "" ? "खाली" : quoted(value));
const shown = 3;
const some = (parts: string[]): string[] => (parts.length <= shown + 1 ? parts : [...parts.slice(0, shown), count(parts.length - shown, "और फ़ील्ड", "और फ़ील्ड")]);

const is = ({ field, found }: FieldFound) => `${fieldName(field)} ${emptyOr(found)} है`;
const isNot = ({ field, found, wanted }: FieldFound) => `${fieldName(field)} ${emptyOr(found)} है (${emptyOr(wanted)} नहीं)`;
const alone = ({ field }: FieldFound) => fieldName(field);

/** How it came about that nobody knows. */
const happened = ({ ended, job }: Pick<Delivery, "ended" | "job">): string => {
  switch (ended?.ended) {
    case "failed":
      return failureWords(ended.failure, job).what;
    case "interrupted":
      return ended.released ? "जब यह भेजा जा रहा था तभी ऐप बंद हो गया, और तब तक शायद सब कुछ निकल चुका था।" : "जब यह भेजा जा रहा था तभी ऐप बंद हो गया।";
    default:
      return "पता नहीं कि यह पहुँचा या नहीं।";
  }
};

const ofFields = (finding: Finding): string => {
  const { fields } = finding;
  switch (finding.comparison) {
    case "looks_done":
      return fields.length === 0 ? "टिकट वैसा ही दिखता है जैसा होना था: लगता है कि हो गया।" : `टिकट पर अब ${list(some(fields.map(is)))}: लगता है कि हो गया।`;
    case "nothing_changed":
      return fields.length === 0 ? "टिकट पर कुछ नहीं बदला: लगता है कि यह नहीं हुआ।" : `टिकट पर ${list(some(fields.map(isNot)))}: लगता है कि यह नहीं हुआ।`;
    case "partly": {
      const [same, other, unsure] = (["same", "other", "cannot_tell"] as const).map((likeness) => fields.filter((field) => field.likeness === likeness));
      const rest = [
        ...(other?.length ? [list(some(other.map(isNot)))] : []),
        ...(unsure?.length ? [`${list(some(unsure.map(alone)))} के बारे में कोई नहीं कह सकता`] : []),
      ];
      return `टिकट पर केवल एक हिस्सा दिखता है: ${list(some((same ?? []).map(is)))}, जैसा होना था, पर ${list(rest)}।`;
    }
    case "cannot_tell":
      return "टिकट पढ़ने से यह पता नहीं चल सकता कि यह हुआ या नहीं।";
    case "not_read":
      return finding.failure ? `टिकट नहीं पढ़ा जा सका: ${failureWords(finding.failure).what}` : "टिकट नहीं पढ़ा जा सका: उसके खाते की कुंजियाँ नहीं हैं।";
  }
};

/** What cannot be read at all, and what to look for instead. */
const unseen = (delivery: Delivery): string => {
  const title = delivery.changes.find(({ field }) => field === "Title")?.value ?? "";
  return delivery.job === "note"
    ? `नोट यहाँ से नहीं देखे जा सकते: टिकट #${delivery.ticket} खोलकर देखें कि नोट वहाँ है या नहीं।`
    : `नया टिकट शायद पहले से मौजूद है, और यहाँ से नहीं देखा जा सकता: LeadSquared में इस ग्राहक का वह टिकट खोजें जिसका विषय ${quoted(title)} है और जो लगभग ${timeOfDay(delivery.settledAt ?? delivery.createdAt)} बजे बना।`;
};

const ofFiles = (delivery: Delivery): string => {
  if (delivery.job !== "update") return "";
  const n = delivery.files.length;
  if (n === 0) return "";
  if (delivery.finding?.files && delivery.finding.files.length > 0) return seenFiles({ found: delivery.finding.files, ticket: delivery.ticket });
  return n === 1
    ? "फ़ाइल यहाँ से नहीं देखी जा सकती: टिकट खोलें और All Files में देखें कि वह वहाँ है या नहीं।"
    : `${files(n)} यहाँ से नहीं देखी जा सकतीं: टिकट खोलें और All Files में देखें कि वे वहाँ हैं या नहीं।`;
};

export const choices = {
  happened,
  looking: "टिकट देख रहे हैं…",
  /** What the ticket shows, in one sentence; nothing where there are only files. */
  found: ({ delivery, finding }: { delivery: Delivery; finding: Finding }): string =>
    delivery.job !== "update" ? unseen(delivery) : finding.comparison === "cannot_tell" && delivery.files.length > 0 ? "" : ofFields(finding),
  files: ofFiles,
  lookedAt: ({ at }: { at: number }) => `${timeOfDay(at)} बजे देखा`,
  doubt: "“हो गया था” इसे बंद करता है। “फिर से भेजें” सब कुछ एक बार और भेजता है।",
  itWasDone: "हो गया था",
  sendAgain: "फिर से भेजें",
  sendToNewPlace: "नई जगह भेजें",
  tryNow: "अभी कोशिश करें",
  lookAgain: "फिर से देखें",
  correct: "सुधारकर दोबारा भेजें",
  correctHelp: "सब कुछ वापस लाता है, ताकि आप बदलकर भेज सकें।",
  split: "हिस्सों में भेजें",
  splitHelp: "कई अपडेट, हर एक में कुछ फ़ाइलें, एक के बाद एक। बदलाव आख़िरी के साथ जाते हैं।",
  correctTitle: ({ ticket }: Delivery) => `इसे सुधारकर #${ticket} को फिर से भेजें?`,
  leave: "ऐसे ही रहने दें",
  leaveHelp: "यह सूची में रहता है और अब आपसे कुछ नहीं चाहता।",
  group: (delivery: Delivery) => `${subject(delivery)}: क्या करना है`,

  sendAgainTitle: ({ job, ticket }: Delivery) =>
    job === "update" ? `इसे #${ticket} को फिर से भेजें?` : job === "note" ? `नोट #${ticket} को फिर से भेजें?` : "नया टिकट फिर से बनाएँ?",
  sendAgainText: (delivery: Delivery): string => {
    const { changes, files: sent, job } = delivery;
    if (job === "note") return "अगर वह फिर भी हो गया था, तो नोट टिकट पर दो बार होगा। हो सके तो पहले टिकट देखें।";
    if (job === "new_ticket") return "अगर वह फिर भी हो गया था, तो ऐसे दो टिकट होंगे। हो सके तो पहले वाला खोजें।";
    const twice = sent.length === 0 ? "" : sent.length === 1 ? "फ़ाइल टिकट पर दो बार होगी" : `${files(sent.length)} टिकट पर दो बार होंगी`;
    const same = changes.length === 0 ? "" : "बदलाव केवल एक बार और किए जाएँगे";
    return `अगर वह फिर भी हो गया था, तो ${list([twice, same].filter((part) => part !== ""))}। हो सके तो पहले टिकट देखें।`;
  },

  done: ({ d, receipt }: { d: Delivery; receipt: Receipt }): string => {
    const ticket = receipt.key ?? `#${receipt.ticket}`;
    if (d.job === "note") return `नोट टिकट #${d.ticket} पर है।`;
    if (d.job === "new_ticket") return d.files.length === 0 ? `टिकट ${ticket} बन गया।` : `टिकट ${ticket} बन गया, ${files(d.files.length)} के साथ।`;
    return `टिकट ${receipt.key ?? `#${d.ticket}`} पर अब ${things(d.changes.length, d.files.length)} हैं।`;
  },
  saidDone: "आपने कहा कि यह हो गया था।",
};
