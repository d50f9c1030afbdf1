// What is being put together. Part of the catalogue in hi.ts.
import type { DraftFault, FieldsFrom, FileKind, Job, LeftOut, Lies, NumberFault, NumeralFault, SetupField, TimeFault } from "../../shell/types";
import { foreign } from "../foreign";
import { count, day, exact, list, number, size } from "./amounts";
import { notRegular } from "./failures";
import { fieldName, files, kinds, plainFieldName } from "./things";

const fields = (n: number) => count(n, "फ़ील्ड", "फ़ील्ड");
const values = (n: number) => count(n, "मान", "मान");

export const draft = {
  jobs: "क्या भेजना है",
  job: { update: "टिकट अपडेट करें", new_ticket: "नया टिकट", note: "नोट" } satisfies Record<Job, string>,
  ticket: "टिकट नंबर",
  lead: "लीड ID",
  leadPlaceholder: "330fba67-6795-46c2-…",
  leadHelp: "यह कहाँ मिलेगी?",
  leadHelpText:
    "LeadSquared में टिकट की लीड खोलें। ब्राउज़र में ऊपर दिखने वाला पता आम तौर पर “LeadID=” और 36 अक्षरों, अंकों और हाइफ़नों पर ख़त्म होता है: उन्हें कॉपी करें। अगर वे न दिखें, तो आपका एडमिन लीड के ईमेल से ID खोज सकता है।",
  changes: "बदलाव",
  fields: "फ़ील्ड",
  addField: "एक और फ़ील्ड भरें",
  newFieldMenu: "फ़ील्ड जो भरे जा सकते हैं",
  newValue: ({ field }: { field: string }) => fieldName(field),
  removeField: ({ field }: { field: string }) => `${field === "" ? "इस फ़ील्ड" : fieldName(field)} को न भरें`,
  emptyLeavesOut: "खाली छोड़ने पर नहीं भेजा जाता",
  note: "आंतरिक नोट",
  noteHelp: "टिकट पर काम करने वाले इसे देखते हैं; उसका ग्राहक नहीं।",
  noteFiles: ({ count: n }: { count: number }) =>
    `नोट के साथ फ़ाइलें नहीं जातीं। आपकी जोड़ी ${n === 1 ? "फ़ाइल किसी अपडेट या नए टिकट के लिए यहीं रहती है" : `${files(n)} किसी अपडेट या नए टिकट के लिए यहीं रहती हैं`}।`,
  to: "अब होगा",
  addFirst: "कोई फ़ील्ड बदलें",
  addAnother: "एक और फ़ील्ड बदलें",
  fieldMenu: "फ़ील्ड जो बदले जा सकते हैं",
  findField: "फ़ील्ड खोजें",
  /** What a status may lead to; nothing where it is an ordinary one. */
  statusMeans: ({ status }: { status: string }): string => {
    const plain = status.trim().toLowerCase();
    return plain === "closed"
      ? "यह अंतिम हो सकता है: बंद टिकट हमेशा के लिए बंद हो सकता है और फिर कोई बदलाव या फ़ाइल नहीं लेता।"
      : plain === "resolved"
        ? "Resolved का मतलब अभी बंद नहीं है: LeadSquared कुछ समय बाद उसे ख़ुद बंद कर सकता है।"
        : "";
  },
  fieldsFrom: { team: "आपकी टीम के फ़ील्ड", account: "इस खाते के फ़ील्ड", built_in: "सामान्य फ़ील्ड" } satisfies Record<FieldsFrom, string>,
  fieldsLack: ({ count: n }: { count: number }) => `आपके खाते से ${fields(n)} और नहीं पढ़े जा सके। “दूसरा फ़ील्ड” उन्हें नाम से लेता है।`,
  fieldsLocked: ({ names }: { names: string[] }) => `ये टिकट बनते समय तय होते हैं और बाद में नहीं बदलते: ${list(names.map(fieldName))}।`,
  locked: "आपके खाते में यह फ़ील्ड टिकट बनते समय तय होता है; बदलाव अस्वीकार हो सकता है।",
  listNotRead: "इस सूची के मान नहीं पढ़े जा सके: कोई मान ठीक वैसा ही लिखें जैसा LeadSquared दिखाता है।",
  findValue: "मान खोजें",
  valuesFound: ({ count: n, of }: { count: number; of: number }) => (n === of ? values(n) : `${values(of)} में से ${number(n)}`),
  groups: { common: "आम", more: "और फ़ील्ड", own: "इस खाते के अपने" },
  fieldsFound: ({ count: n }: { count: number }) => (n === 0 ? "इस नाम का कोई फ़ील्ड नहीं है।" : fields(n)),
  otherField: "दूसरा फ़ील्ड",
  otherFieldHelp: "जो नाम आपके एडमिन ने दिया",
  otherFieldValue: "नया मान",
  fieldName,
  plainFieldName,
  value: ({ field }: { field: string }) => `${fieldName(field)} का नया मान`,
  choose: "चुनें…",
  otherValue: "दूसरा मान…",
  backToList: "सूची पर वापस",
  removeChange: ({ field }: { field: string }) => `${field === "" ? "इस फ़ील्ड" : fieldName(field)} को न बदलें`,
  emptyClears: "खाली छोड़ने पर फ़ील्ड खाली हो जाता है",
  time: "2026-12-24 17:00",
  date: "2026-12-24",
  range: ({ min_value: least, max_value: most }: SetupField) =>
    least !== null && most !== null ? `${exact(least)} से ${exact(most)}` : least !== null ? `${exact(least)} या ज़्यादा` : most !== null ? `${exact(most)} या कम` : "",
  lastUsed: "पिछली बार इस्तेमाल किए",
  allValues: "सभी मान",
  sentAs: ({ value }: { value: string }) => `${foreign(value)} के रूप में भेजा जाता है`,
  /** Which of the two that a value could be. */
  meant: ({ value }: { value: string }) => `मेरा मतलब ${foreign(value)} है`,
  suggested: ({ value }: { value: string }) => `${foreign(value)} लें`,
  calendar: "दिन चुनें",
  days: ["आज", "कल", "एक हफ़्ते में"],
  emails: "asha@example.org, ravi@example.org",
  tags: "पहला टैग, दूसरा टैग",
  files: "फ़ाइलें",
  filesTotal: ({ count: n, bytes }: { count: number; bytes: number }) => `${files(n)} · ${size(bytes)}`,
  chooseFiles: "फ़ाइलें चुनें…",
  drop: "फ़ाइलें इस विंडो पर कहीं भी छोड़ें",
  dropHelp: "या उन्हें चुनें, या कोई तस्वीर चिपकाएँ (Ctrl+V)",
  dropNow: "फ़ाइलें यहाँ छोड़ें",
  dropTo: ({ job, ticket }: { job: Job; ticket: string }): string => {
    if (job === "note") return "नोट के साथ फ़ाइलें नहीं जातीं: वे यहाँ किसी अपडेट या नए टिकट का इंतज़ार करती हैं।";
    if (job === "new_ticket") return "वे नए टिकट में जोड़ी जाती हैं।";
    return ticket === "" ? "वे इस अपडेट में जोड़ी जाती हैं।" : `वे #${ticket} के अपडेट में जोड़ी जाती हैं।`;
  },
  dropLater: "वे यहाँ अगले अपडेट का इंतज़ार करती हैं।",
  fileFacts: ({ bytes, kind }: { bytes: number; kind: FileKind }) => `${size(bytes)} · ${kinds[kind].one}`,
  removeFile: ({ name }: { name: string }) => `${foreign(name)} को हटाएँ`,
  dismiss: "यह सूचना बंद करें",
  adding: ({ count: n }: { count: number }) => (n === 0 ? "जो आया उसे देख रहे हैं…" : `${files(n)} जोड़ रहे हैं…`),
  addingProgress: "अब तक कॉपी हुआ हिस्सा",
  addingWhy: "वे ऐसी जगह हैं जहाँ से अपने-आप ग़ायब हो सकती हैं, इसलिए ऐप अपनी प्रतियाँ बनाता है।",
  stopAdding: "रोकें",
  addAllTheSame: "फिर भी जोड़ें",
  addAllOfThem: "इन सबको फिर भी जोड़ें",
  staysThere: "प्रति के लिए जगह नहीं है: जब तक आप भेजें न दबा दें, इसे वहीं रहने दें",
};

const elsewhere: Record<Lies, (what: string) => string> = {
  server: (what) => `${what} ऐसे सर्वर पर है जिसे यह कंप्यूटर फ़ोल्डर की तरह नहीं दिखाता: पहले इसे इस कंप्यूटर पर सहेजें, फिर जोड़ें।`,
  phone: (what) => `${what} किसी फ़ोन या कैमरे में है: पहले इसे इस कंप्यूटर पर कॉपी करें, फिर जोड़ें।`,
  trash: (what) => `${what} कूड़ेदान में है: पहले इसे वापस निकालें, फिर जोड़ें।`,
  archive: (what) => `${what} किसी संग्रह के अंदर है: पहले उसे खोलकर निकालें, फिर जोड़ें।`,
  web_page: (what) => `${what} वेब पेज है, फ़ाइल नहीं: जो भेजना है उसे पहले इस कंप्यूटर पर सहेजें, फिर जोड़ें।`,
  page_picture: (what) => `${what} किसी वेब पेज की तस्वीर है: उसे वहाँ कॉपी करें (माउस का दायाँ बटन, तस्वीर कॉपी करें) और यहाँ Ctrl+V दबाएँ।`,
  nowhere: (what) => `${what} इस कंप्यूटर की फ़ाइल नहीं है: पहले इसे सहेजें, फिर जोड़ें।`,
};

export const leftOut = (left: LeftOut): string => {
  switch (left.code) {
    case "already_attached":
      return `“${foreign(left.file)}” यहाँ पहले से है, इसलिए फिर से नहीं जोड़ी गई।`;
    case "same_content":
      return `“${foreign(left.file)}” में वही है जो “${foreign(left.as)}” में है, इसलिए दो बार नहीं जोड़ी गई।`;
    case "file_missing":
      return `“${foreign(left.file)}” अब वहाँ नहीं है जहाँ थी, इसलिए नहीं जोड़ी जा सकी।`;
    case "file_changed":
      return `“${foreign(left.file)}” अब वही फ़ाइल नहीं है जो भेजी गई थी, इसलिए नहीं जोड़ी गई। अगर वही सही है तो उसे ख़ुद जोड़ें।`;
    case "larger_than_allowed":
      return `“${foreign(left.file)}” का आकार ${size(left.size)} है; आपकी टीम ज़्यादा से ज़्यादा ${size(left.most)} की फ़ाइलें भेजती है।`;
    case "kind_not_allowed":
      return `“${foreign(left.file)}” ऐसे प्रकार की है जिसे आपकी टीम नहीं भेजती। वह ये भेजती है: ${list(left.endings.map((ending) => ending.toUpperCase()))}।`;
    case "not_here":
      return elsewhere[left.lies](left.file === "" ? "जो छोड़ा गया वह" : `“${foreign(left.file)}”`);
    case "only_a_link":
      return `“${foreign(left.file)}” केवल किसी चीज़ का लिंक है, ख़ुद दस्तावेज़ नहीं।`;
    case "empty":
      return `“${foreign(left.file)}” खाली है: उसमें कुछ नहीं है।`;
    case "no_room_to_take":
      return `“${foreign(left.file)}” जोड़ी गई। यहाँ उसकी प्रति के लिए जगह नहीं है, और वह ऐसी जगह है जहाँ से अपने-आप ग़ायब हो सकती है: जब तक आप भेजें न दबा दें, उसे वहीं रहने दें।`;
    case "stopped":
      return `“${foreign(left.file)}” नहीं जोड़ी गई: आपने रोक दिया।`;
    case "file_unreadable":
      return `“${foreign(left.file)}” नहीं पढ़ी जा सकी (${foreign(left.why)})।`;
    case "file_not_regular":
      return left.kind === "folder"
        ? `“${foreign(left.file)}” फ़ोल्डर है: उसके अंदर की फ़ाइलें जोड़ें, या पहले उसे एक संग्रह में बाँधें।`
        : `“${foreign(left.file)}” ${notRegular[left.kind]} है, और केवल फ़ाइलें भेजी जा सकती हैं।`;
  }
};

const characters = (n: number) => count(n, "अक्षर", "अक्षर");

/** Why what was typed names no ticket. */
const notATicket: Record<NumberFault, (given: string) => string> = {
  empty: () => "कौन-सा टिकट? उसका नंबर लिखें।",
  no_number: (given) => `“${given}” टिकट नंबर नहीं है। वह 143 जैसी संख्या है।`,
  several: (given) => `“${given}” में एक से ज़्यादा टिकट हैं। किसी एक का नंबर लिखें।`,
  not_whole: (given) => `“${given}” टिकट नंबर नहीं है: वह 143 जैसी पूरी संख्या है, बिना बिंदु, अल्पविराम या चिह्न के।`,
  zero: () => "टिकट 0 नहीं होता। 143 जैसी संख्या लिखें।",
  too_long: (given) => `“${given}” टिकट नंबर के लिए बहुत लंबा है।`,
};

const notATime = (fault: TimeFault, wanted: "date" | "time"): string => {
  const like = wanted === "date" ? "2026-12-24" : "2026-12-24 17:00";
  switch (fault.is) {
    case "unreadable":
      return wanted === "date" ? `तारीख़ ${like} की तरह लिखें।` : `तारीख़ और समय ${like} की तरह लिखें।`;
    case "has_zone":
      return `तारीख़ और समय बिना समय क्षेत्र के लिखें, ${like} की तरह: टिकट सिस्टम उन्हें खाते के अपने समय क्षेत्र में लेता है, जो यह ऐप नहीं जानता।`;
    case "no_such_day":
      return `ऐसा कोई दिन नहीं है। उसे ${like} की तरह लिखें।`;
    case "short_year":
      return `साल चार अंकों में लिखें, ${like} की तरह।`;
    case "doubtful":
      return `यह ${day(fault.one)} हो सकता है या ${day(fault.other)}। आपका मतलब कौन-सा है?`;
    case "has_time":
      return "यह फ़ील्ड केवल दिन लेता है, समय नहीं।";
  }
};
const notANumber = (fault: NumeralFault): string =>
  fault.is === "no_number" ? "12.5 जैसी संख्या लिखें।" : `यह ${foreign(fault.one)} हो सकता है या ${foreign(fault.other)}। आपका मतलब कौन-सा है?`;

export const draftFault = (fault: DraftFault | { code: "value_not_chosen" | "value_refused"; change: number }): string => {
  switch (fault.code) {
    case "ticket_empty":
      return "कौन-सा टिकट? उसका नंबर लिखें।";
    case "ticket_not_a_number":
      return notATicket[fault.why](foreign(fault.given.trim()));
    case "lead_empty":
      return "लीड ID भी ज़रूरी है।";
    case "lead_not_an_id":
      return "यह लीड ID नहीं है: उसमें 36 अक्षर (a से f), अंक और हाइफ़न होते हैं, जैसे 330fba67-6795-46c2-9dad-077794077f70।";
    case "field_empty":
      return "कौन-सा फ़ील्ड? उसका नाम लिखें।";
    case "field_twice":
      return `${fieldName(fault.field)} दो बार बदला जा रहा है: दोनों में से एक हटाएँ।`;
    case "value_not_a_time":
      return notATime(fault.why, "time");
    case "value_not_a_date":
      return notATime(fault.why, "date");
    case "value_empty":
      return "टिकट पर यह फ़ील्ड खाली नहीं हो सकता।";
    case "value_too_short":
      return `इसमें ${characters(fault.length)} हैं; कम से कम ${number(fault.least)} चाहिए।`;
    case "value_too_long":
      return `इसमें ${characters(fault.length)} हैं; फ़ील्ड ज़्यादा से ज़्यादा ${number(fault.most)} लेता है।`;
    case "value_not_a_number":
      return notANumber(fault.why);
    case "value_too_small":
      return `यह बहुत कम है: फ़ील्ड कम से कम ${exact(fault.least)} लेता है।`;
    case "value_too_great":
      return `यह बहुत ज़्यादा है: फ़ील्ड ज़्यादा से ज़्यादा ${exact(fault.most)} लेता है।`;
    case "value_not_an_email":
      return `“${foreign(fault.given)}” ईमेल पता नहीं है। पते asha@example.org की तरह लिखें, दो के बीच अल्पविराम लगाकर।`;
    case "value_not_like_pattern":
      return `इसका रूप वैसा नहीं है जैसा फ़ील्ड चाहता है (${foreign(fault.pattern)})।`;
    case "value_refused":
      return "टिकट सिस्टम ने पिछले प्रयास को अस्वीकार करते समय इस फ़ील्ड का नाम लिया था।";
    case "value_not_chosen":
      return "कोई मान चुनें, या यह बदलाव हटाएँ।";
    case "note_empty":
      return "नोट में क्या लिखना है?";
    case "title_empty":
      return "नया टिकट किस बारे में है? विषय लिखें।";
    case "nothing_to_send":
      return "अभी भेजने के लिए कुछ नहीं है: कोई फ़ील्ड बदलें या कोई फ़ाइल जोड़ें।";
  }
};
