// The list of what was sent: where each one stands, and why one waits. Part of the catalogue in hi.ts.
import type { Delivery, DeliveryState, Exported, ExportWords, Job, KeysState, Place, Waiting } from "../../shell/types";
import type { DayChoice } from "../../values/days";
import { foreign } from "../foreign";
import { count, list, number } from "./amounts";
import { again, failureWords } from "./failures";
import { fieldNames, named, quoted, subject, summary, things } from "./things";

const plainHost = (host: string) => host.replace(/^https?:\/\//, "");

const place = ({ host, organisation, leadHost }: Place) =>
  `“${foreign(plainHost(host))}”, संगठन ${foreign(organisation)}${leadHost === "" ? "" : `, लीड “${foreign(plainHost(leadHost))}” पर`}`;

const waitingState = (waiting: Waiting | null): string => {
  switch (waiting?.code) {
    case "behind":
    case "behind_unknown":
      return "पहले वाले का इंतज़ार";
    case "pace":
      return "ख़ाली पल का इंतज़ार";
    case "connection":
      return "कनेक्शन का इंतज़ार";
    case "busy":
    case "unsure":
      return "टिकट सिस्टम का इंतज़ार";
    case "way":
      return "कनेक्शन ठीक होने का इंतज़ार";
    case "keys":
    case "keys_refused":
      return "कुंजियों का इंतज़ार";
    case "account_gone":
      return "इसका खाता हटा दिया गया";
    case "place_changed":
      return "इसके खाते का पता अब दूसरा है";
    case "storage":
      return "इस कंप्यूटर की डिस्क का इंतज़ार";
    case "other_computer":
      return "आपके कहने का इंतज़ार";
    case "turn":
    case undefined:
      return "तैयारी हो रही है";
  }
};

const keysWhy = (keys: KeysState, name: string): string => {
  switch (keys) {
    case "missing":
      return `इस कंप्यूटर पर “${foreign(name)}” की कुंजियाँ नहीं हैं। उन्हें दें, और यह अपने-आप आगे बढ़ता है।`;
    case "locked":
      return `इस कंप्यूटर का कीचेन बंद है, इसलिए “${foreign(name)}” की कुंजियाँ नहीं पढ़ी जा सकतीं। उसे खोलें या कुंजियाँ दें, और यह अपने-आप आगे बढ़ता है।`;
    case "no_keychain":
      return `इस कंप्यूटर पर कोई कीचेन नहीं चल रहा, इसलिए “${foreign(name)}” की कुंजियाँ नहीं पढ़ी जा सकतीं। उन्हें दें, और यह अपने-आप आगे बढ़ता है।`;
    case "saved":
    case "session":
      return "कुंजियाँ फिर से मौजूद हैं; यह थोड़ी देर में अपने-आप आगे बढ़ता है।";
  }
};

const waitingWhy = (delivery: Delivery): string => {
  const { waiting, ticket, accountName } = delivery;
  switch (waiting?.code) {
    case "behind":
      return `आपने #${ticket} को पहले जो भेजा था वह पहले जाता है, ताकि सब कुछ क्रम से पहुँचे।`;
    case "behind_unknown":
      return `अभी कोई नहीं जानता कि आपने #${ticket} को पहले जो भेजा था वह हुआ या नहीं। वहाँ “हो गया था” या “फिर से भेजें” दबाएँ, और यह अपने-आप आगे बढ़ता है।`;
    case "pace":
      // Refusals that last are no rush of a moment; when the day's allowance is used up, no page says what comes.
      return waiting.asked && Date.now() - delivery.createdAt > 60_000
        ? "टिकट सिस्टम एक मिनट से ज़्यादा समय से रुकने को कह रहा है। शायद दूसरे लोग वही कुंजियाँ इस्तेमाल कर रहे हैं, या खाते की आज की कॉल पूरी हो गई हैं। यह अपने-आप आगे बढ़ता है।"
        : waiting.asked
          ? "टिकट सिस्टम ने रुकने को कहा। यह अपने-आप आगे बढ़ता है।"
          : "खाते की कॉल फ़िलहाल पूरी हो गई हैं। यह अपने-आप आगे बढ़ता है।";
    case "connection":
      return `“${foreign(plainHost(waiting.host))}” तक इस समय नहीं पहुँचा जा सकता। कनेक्शन लौटते ही यह अपने-आप आगे बढ़ता है।`;
    case "busy":
      return "टिकट सिस्टम इस समय उपलब्ध नहीं है। फिर से कोशिश अपने-आप होती है।";
    case "unsure":
      return "पिछले दो के बारे में कोई नहीं जानता कि वे पहुँचे या नहीं, इसलिए ऐप पहले देखता है कि टिकट सिस्टम जवाब देता है या नहीं। जवाब मिलते ही यह अपने-आप आगे बढ़ता है।";
    case "way": {
      const { what, next } = failureWords(waiting.failure);
      return `${what} ${next.replace(again, "").trim()} फिर “अभी कोशिश करें” दबाएँ।`;
    }
    case "keys":
      return keysWhy(waiting.keys, accountName);
    case "keys_refused":
      return `टिकट सिस्टम ने अभी-अभी “${foreign(accountName)}” की कुंजियाँ अस्वीकार कीं, इसलिए यह उनसे नहीं आज़माया गया। कुंजियाँ जाँचें, या अस्वीकार हुए पर “फिर से भेजें” दबाएँ, और यह अपने-आप आगे बढ़ता है।`;
    case "account_gone":
      return `खाता “${foreign(accountName)}” ऐप से हटा दिया गया, इसलिए यह उससे नहीं भेजा जा सकता। इसे यहाँ रद्द करें; “फिर से इस्तेमाल करें” इसे दूसरे खाते के नए अपडेट में रखता है।`;
    case "place_changed":
      return `यह ${place(waiting.from)} के लिए भेजा गया था, और “${foreign(accountName)}” अब ${place(waiting.to)} पर है। यह वहाँ तभी जाता है जब आप कहें; या इसे रद्द करें।`;
    case "storage":
      return `इस कंप्यूटर की डिस्क वह नहीं ले रही जो पहले लिखा जाना है (${foreign(waiting.why)})। फिर से कोशिश अपने-आप होती है।`;
    case "other_computer":
      return "यह किसी दूसरे कंप्यूटर से यहाँ आया, जो इसे भी भेज सकता है। अगर वह नहीं भेजेगा, तो सूची के ऊपर “यहाँ से भेजें” दबाएँ।";
    case "turn":
    case undefined:
      return "इसकी बारी थोड़ी देर में आती है।";
  }
};

const state = (delivery: Delivery): string => {
  switch (delivery.state) {
    case "held_back":
      return delivery.askedBack ? "रोका गया" : "थोड़ी देर में जाता है";
    case "waiting":
      return waitingState(delivery.waiting);
    case "sending":
      return "भेज रहे हैं";
    case "done":
      return "हो गया";
    case "refused":
      return delivery.ended?.ended === "failed" && delivery.ended.failure.effect === "not_sent" ? "नहीं भेजा गया" : "अस्वीकार";
    case "may_be_done":
      return "पक्का नहीं कि पहुँचा";
    case "cancelled":
      return "रद्द";
  }
};

const states: Record<DeliveryState | "needs_you", string> = {
  needs_you: "आपकी ज़रूरत है",
  held_back: "थोड़ी देर में जाता है",
  waiting: "इंतज़ार में",
  sending: "भेज रहे हैं",
  done: "हो गया",
  refused: "अस्वीकार",
  may_be_done: "पक्का नहीं कि पहुँचा",
  cancelled: "रद्द",
};

const days: Record<DayChoice, string> = {
  any: "कोई भी दिन",
  today: "आज",
  yesterday: "बीता कल",
  week: "पिछले 7 दिन",
  range: "… से … तक",
};

const jobs: Record<Job, string> = { update: "अपडेट", new_ticket: "नया टिकट", note: "नोट" };

/** The saved list: what stands above its columns, and in its cells where the app has a name. */
const exportWords: ExportWords = {
  columns: {
    ticket: "टिकट",
    state: "हाल",
    sent: "भेजा गया",
    settled: "निपटा",
    account: "खाता",
    changes: "बदलाव",
    files: "फ़ाइलें",
    attempts: "प्रयास",
    answer: "जवाब",
    failure: "विफलता",
    number: "नंबर",
    what: "क्या",
    note: "नोट",
  },
  states,
  jobs,
  fields: fieldNames,
};

export const outbox = {
  title: "जो भेजा गया",
  /** What a saved list is called, unless the person changes it. */
  exportName: "जो भेजा गया.csv",
  exportWords,
  /** A notice by the system, while nobody looks at the window, and anybody may look at the display: no customer, value, note
   * or name of a file is in it. */
  notice: (delivery: Delivery) => ({
    title: `${named(delivery)}: ${state(delivery)}`,
    text: things(delivery.job === "update" ? delivery.changes.length : 0, delivery.files.length),
  }),
  empty: "अभी कुछ नहीं भेजा गया",
  emptyHelp: "आप जो भेजते हैं वह जवाब के साथ यहाँ दिखता है, और ऐप बंद करने पर भी यहाँ रहता है।",
  needsYou: ({ count: n }: { count: number }) => `आपकी ज़रूरत है (${number(n)})`,
  onTheWay: ({ count: n }: { count: number }) => (n > 1 ? `रास्ते में (${number(n)})` : "रास्ते में"),
  andMore: ({ count: n }: { count: number }) => `और ${number(n)}`,
  otherComputer: "जो यहाँ इंतज़ार में है वह दूसरे कंप्यूटर से आया, और दोनों उसे भेज देंगे।",
  sendFromHere: "अब यही मेरा कंप्यूटर है: यहाँ से भेजें",
  today: "आज",
  yesterday: "बीता कल",
  practice: "अभ्यास",
  state,
  waitingWhy,
  summary,
  count: (delivery: Delivery) =>
    delivery.job === "update" ? things(delivery.changes.length, delivery.files.length) : summary(delivery),
  cancel: (delivery: Delivery) => `${subject(delivery)}: रद्द करें`,
  undo: (delivery: Delivery) => `${subject(delivery)}: वापस लें`,
  sendNow: (delivery: Delivery) => `${subject(delivery)}: अभी भेजें`,
  cancelled: ({ attempts, job }: Delivery) =>
    attempts === 0
      ? "कुछ भी भेजे जाने से पहले रद्द किया गया।"
      : `सब कुछ भेजे जाने से पहले रद्द किया गया: ${job === "new_ticket" ? "कोई टिकट नहीं बना" : "टिकट नहीं बदला"}।`,
  openEarlier: "पहले वाला खोलें",

  search: "भेजे गए में खोजें",
  searchHelp: "टिकट, फ़ाइल, मान या जवाब (Ctrl+F)",
  clearSearch: "खोज ख़ाली करें",
  filterState: "हाल",
  filterDay: "दिन",
  filterAccount: "खाता",
  anyState: "कोई भी हाल",
  anyAccount: "सभी खाते",
  states,
  days,
  from: "से",
  until: "तक",
  showAll: "सब दिखाएँ",
  found: ({ count: n, more }: { count: number; more: boolean }) => (more ? `${number(n)} से ज़्यादा मिले` : `${number(n)} मिले`),
  nothing: ({ text, filters }: { text: string; filters: string[] }) =>
    `${text === "" ? "" : `${quoted(text)} के लिए `}${filters.length === 0 ? "" : `${list(filters)} के साथ `}कुछ नहीं मिला।`,
  nothingHelp: "खोज शब्दों की शुरुआत से मिलाती है, और सभी शब्द होने चाहिए।",
  filterWords: {
    state: ({ name }: { name: string }) => `“${foreign(name)}”`,
    account: ({ name }: { name: string }) => `खाता “${foreign(name)}”`,
    day: ({ name }: { name: string }) => `“${foreign(name)}”`,
    from: ({ day }: { day: string }) => `${day} से`,
    until: ({ day }: { day: string }) => `${day} तक`,
  },
  rangeFault: { unreadable: "दिन 2026-11-24 की तरह लिखें।", turned: "पहला दिन आख़िरी दिन के बाद है।" },
  dayPlaceholder: "2026-11-24",

  exportCsv: "सूची CSV में सहेजें…",
  exporting: "सहेज रहे हैं…",
  exported: (result: Exclude<Exported, { result: "not_chosen" }>) =>
    result.result === "saved"
      ? `${count(result.rows, "पंक्ति", "पंक्तियाँ")} यहाँ सहेजी गईं: ${foreign(result.path)}`
      : `सूची नहीं सहेजी जा सकी (${foreign(result.why)})।`,
  dismiss: "यह सूचना बंद करें",
};
