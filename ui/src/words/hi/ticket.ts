// The ticket as it was read, and its customer. Part of the catalogue in hi.ts.
import type { KeysState, SeenTicket, Short } from "../../shell/types";
import type { Meanwhile } from "../../values/fieldValues";
import { foreign } from "../foreign";
import type { Unread } from "../ticket";
import { whenDue, whenRead } from "../when";
import { count, dateOf, list, minutesAgo, timeOfDay } from "./amounts";
import { fieldName, quoted } from "./things";

const inShort: Record<Short | KeysState, string> = {
  no_connection: "कनेक्शन नहीं है",
  not_secure: "कनेक्शन सुरक्षित नहीं है",
  proxy: "आपके नेटवर्क का प्रॉक्सी कुछ नहीं जाने देता",
  busy: "टिकट सिस्टम व्यस्त है",
  keys_refused: "कुंजियाँ अस्वीकार कर दी गईं",
  not_the_ticket_system: "टिकट सिस्टम की जगह किसी और ने जवाब दिया",
  no_usable_answer: "टिकट सिस्टम ने काम का जवाब नहीं दिया",
  locked: "इस कंप्यूटर का कीचेन बंद है",
  missing: "कुंजियाँ उपलब्ध नहीं हैं",
  no_keychain: "कुंजियाँ उपलब्ध नहीं हैं",
  saved: "कुंजियाँ उपलब्ध नहीं हैं",
  session: "कुंजियाँ उपलब्ध नहीं हैं",
};
const shortly = (why: Unread): string => (why === null ? "ऐप में कुछ ग़लत हो गया" : inShort[why]);

// "कल" is both days beside today, so each is said with its verb.
function due(date: string | null, now: number): string | null {
  const when = whenDue(date, now);
  switch (when?.is) {
    case "today":
      return "अंतिम तारीख़ आज है";
    case "tomorrow":
      return "अंतिम तारीख़ आने वाला कल है";
    case "since_yesterday":
      return "अंतिम तारीख़ बीते कल निकल गई";
    case "past":
      return `अंतिम तारीख़ ${dateOf(when.day, now)} को निकल गई`;
    case "later":
      return `अंतिम तारीख़ ${dateOf(when.day, now)} है`;
    case undefined:
      return null;
  }
}

/** How old what is shown is. */
function read(at: number, now: number): string {
  const when = whenRead(at, now);
  switch (when.is) {
    case "now":
      return "अभी-अभी पढ़ा गया";
    case "minutes":
      return `${minutesAgo(when.minutes)} पढ़ा गया`;
    case "today":
      return `आज ${timeOfDay(at)} बजे पढ़ा गया`;
    case "yesterday":
      return `बीते कल ${timeOfDay(at)} बजे पढ़ा गया`;
    case "earlier":
      return `${dateOf(at, now)} को ${timeOfDay(at)} बजे पढ़ा गया`;
  }
}

const factOf = (fact: string | null): string | null => (fact === null || fact.trim() === "" ? null : foreign(fact));
const said = (value: string) => (value.trim() === "" ? "खाली" : quoted(value));
const changed = ({ field, was, is }: Meanwhile) =>
  `${is.trim() === "" ? `${fieldName(field)} को खाली किया` : `${fieldName(field)} को ${quoted(is)} किया`} (पहले ${said(was)} था)`;

export const ticket = {
  hint: "टिकट का नंबर लिखते ही उसका विषय यहाँ दिखता है।",
  reading: "टिकट पढ़ रहे हैं…",
  readingAgain: "फिर से पढ़ रहे हैं…",
  noTitle: "(बिना शीर्षक)",
  facts: ({ t, now }: { t: SeenTicket; now: number }) =>
    [...[t.leadName, t.status, t.priority, t.channel].map(factOf), due(t.dueDate, now)].filter((fact) => fact !== null).join(" · "),
  read,
  stale: ({ at, now, why }: { at: number; now: number; why: Unread }) => `${read(at, now)}: ${why === "no_connection" ? "अभी " : ""}${shortly(why)}`,
  readAgain: "फिर से पढ़ें",
  details: "विवरण",
  lead: "लीड ID",
  noLead: "अभी मालूम नहीं",
  notThere: ({ number, account }: { number: string; account: string }) => `“${foreign(account)}” में कोई टिकट #${number} नहीं है।`,
  notThereShort: ({ number }: { number: string }) => `कोई टिकट #${number} नहीं है।`,
  failed: ({ why }: { why: Unread }) =>
    `टिकट इस समय नहीं पढ़ा जा सकता (${shortly(why)})। आप फिर भी भेज सकते हैं: ऐप भेजने से पहले जो चाहिए वह पूछता है।`,
  spoken: (t: SeenTicket) => [`टिकट ${t.number}: ${t.title === null ? "बिना विषय" : foreign(t.title)}`, ...(t.status ? [foreign(t.status)] : [])].join(", "),

  empty: "(खाली)",
  presentName: ({ field }: { field: string }) => `${fieldName(field)} इस समय:`,
  presently: "इस समय:",
  already: "पहले से ऐसा है",

  comparing: "देख रहे हैं कि इस बीच टिकट बदला या नहीं…",
  changedTitle: "इस बीच टिकट बदल गया",
  changed: ({ all }: { all: Meanwhile[] }) => `इस बीच किसी ने ${list(all.map(changed))}। फिर भी भेजें?`,
  changedYes: "भेजें",
  changedNo: "एक बार और देखें",

  notAllowedEmail: ({ account }: { account: string }) => `“${foreign(account)}” टिकट नहीं पढ़ सकता, इसलिए उसका ग्राहक ईमेल से खोजा जाता है।`,
  notAllowedHand: ({ account }: { account: string }) => `“${foreign(account)}” न टिकट पढ़ सकता है, न ग्राहक खोज सकता है, इसलिए लीड ID चाहिए।`,
  tryAgain: "टिकट फिर से पढ़ने की कोशिश करें",
  email: "टिकट के ग्राहक का ईमेल",
  emailPlaceholder: "asha@example.org",
  emailFault: "पूरा ईमेल पता लिखें, जैसे asha@example.org।",
  newEmail: "ग्राहक का ईमेल",
  newNotAllowed: ({ account }: { account: string }) => `“${foreign(account)}” ग्राहक नहीं खोज सकता, इसलिए लीड ID चाहिए।`,
  noteNeedsNumber: "नोट के लिए टिकट का नंबर और उसका टेक्स्ट चाहिए, और कुछ नहीं।",
  customerNeeded: ({ whose }: { whose: "lead" | "customer" }) =>
    whose === "lead" ? "टिकट किसका है? ग्राहक का ईमेल भी चाहिए।" : "नया टिकट किसके लिए है? ग्राहक का ईमेल चाहिए।",
  customerChoose: ({ whose }: { whose: "lead" | "customer" }) => (whose === "lead" ? "नीचे टिकट का ग्राहक चुनें।" : "नीचे नए टिकट का ग्राहक चुनें।"),
  unknown: "अभी ग्राहक नहीं है?",
  unknownByEmail: "ईमेल से बनाएँ",
  unknownByPhone: "फ़ोन से बनाएँ",
  newCustomer: "नया ग्राहक",
  newCustomerMade: "LeadSquared टिकट के साथ ही ग्राहक बनाता है, नीचे दिए ईमेल या फ़ोन नंबर से।",
  newCustomerNeeds: "नीचे के फ़ील्ड में ईमेल या फ़ोन नंबर चाहिए।",
  newCustomerAdd: ({ field }: { field: string }) =>
    ({ "LeadDetail.EmailAddress": "ईमेल जोड़ें", "LeadDetail.Phone": "फ़ोन नंबर जोड़ें", "LeadDetail.FirstName": "नाम जोड़ें", "LeadDetail.LastName": "उपनाम जोड़ें" })[field] ?? `${fieldName(field)} जोड़ें`,
  knownCustomer: "यह जाना-पहचाना ग्राहक है",
  recent: ({ number, at, now }: { number: string | null; at: number; now: number }) =>
    number === null
      ? "इस ग्राहक के लिए एक नया टिकट पहले से रास्ते में है। LeadSquared दूसरे को दोहराव मानकर छिपा सकता है।"
      : `इस ग्राहक का टिकट #${foreign(number)} है, जो यहाँ आख़िरी बार ${dateOf(at, now)} को ${timeOfDay(at)} बजे इस्तेमाल हुआ। LeadSquared नए को उसका दोहराव मानकर छिपा सकता है; उसी मामले के और काग़ज़ात उसी टिकट पर जाने चाहिए।`,
  recentUpdate: ({ number }: { number: string }) => `इसकी जगह #${foreign(number)} अपडेट करें`,
  searching: "ग्राहक खोज रहे हैं…",
  matches: ({ count: n }: { count: number }) => (n === 1 ? "एक ग्राहक का यह ईमेल है:" : `${count(n, "ग्राहक", "ग्राहकों")} का यह ईमेल है। टिकट किसका है?`),
  noMatch: "इस ईमेल वाला कोई ग्राहक नहीं मिला। वर्तनी जाँचें, या ग्राहक का कोई और पता आज़माएँ।",
  noName: "(बिना नाम)",
  keptCustomer: "जो ग्राहक पहले चुना था वही रखा गया है। दूसरा चुनने के लिए ईमेल लिखें।",
  noAddress: ({ account }: { account: string }) =>
    `ऐप अभी नहीं जानता कि “${foreign(account)}” के ग्राहक कहाँ खोजें। इसे खाते के पेज पर, उन्नत के नीचे लिखें: “लीड का पता”।`,
  openAccount: "खाता खोलें",
  emailFailed: ({ why }: { why: Unread }) => `ग्राहक इस समय नहीं खोजा जा सकता (${shortly(why)})।`,
  searchAgain: "फिर से खोजें",
  haveId: "मेरे पास ग्राहक की लीड ID है",
  backToEmail: "ग्राहक को ईमेल से खोजें",

  handPicture: "ब्राउज़र की पता-पट्टी, जिसका पता LeadID= और 36 अक्षरों, अंकों और हाइफ़नों पर ख़त्म होता है: वे दिखाए गए हैं।",
};
