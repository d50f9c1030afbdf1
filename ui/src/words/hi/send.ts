// Sending, and what stands above the Send button. Part of the catalogue in hi.ts.
import type { Copying, Delivery, Job, Progress } from "../../shell/types";
import { foreign } from "../foreign";
import { count, duration, list, number, percent, size, sizeEachSecond, sizeOf } from "./amounts";
import { files, things } from "./things";

export const send = {
  button: ({ job, changes: c, files: f, ticket }: { job: Job; changes: number; files: number; ticket: string }) => {
    if (job === "note") return `${ticket === "" ? "" : `#${ticket} को `}नोट भेजें`;
    if (job === "new_ticket") return `${f === 0 ? "" : `${files(f)} के साथ `}नया टिकट बनाएँ`;
    const what = things(c, f);
    return what === "" ? "भेजें" : `${ticket === "" ? "" : `#${ticket} को `}${what} भेजें`;
  },
  missing: (lacks: { ticket: boolean; lead: "customer" | "contact" | "id" | null; content: boolean; title: boolean; note: boolean }) =>
    `अभी चाहिए: ${list([
      ...(lacks.ticket ? ["टिकट नंबर"] : []),
      ...(lacks.lead === null ? [] : [{ id: "लीड ID", customer: "टिकट का ग्राहक", contact: "नए ग्राहक का ईमेल या फ़ोन" }[lacks.lead]]),
      ...(lacks.title ? ["विषय"] : []),
      ...(lacks.note ? ["नोट का टेक्स्ट"] : []),
      ...(lacks.content ? ["कोई बदलाव या फ़ाइल"] : []),
    ])}।`,
  faults: ({ count: n }: { count: number }) => `${count(n, "जगह", "जगहें")} देखनी है: लाल रंग से दिखाया गया है।`,
  inAll: ({ bytes }: { bytes: number }) => `कुल ${size(bytes)}`,
  /** A warning: what was refused once need not be again. */
  sizeDoubt: ({ bytes, passed, refused, several }: { bytes: number; passed: number | null; refused: number; several: boolean }) =>
    `${size(bytes)} एक बार में बहुत ज़्यादा हो सकता है: पहले ${size(refused)} का एक अपडेट आकार के कारण अस्वीकार हुआ था${passed === null ? "" : `, और जो सबसे बड़ा गया वह ${size(passed)} का था`}। ${several ? "आप इसे हिस्सों में भेज सकते हैं (एक के बाद एक कई अपडेट, बदलाव आख़िरी के साथ), या फिर भी एक साथ।" : "आप फिर भी भेज सकते हैं।"}`,
  inParts: "हिस्सों में भेजें",
  shortcut: "Ctrl+Enter से भेजा जाता है",

  taking: "आपकी फ़ाइलों की प्रतियाँ बन रही हैं…",
  takingWhy: "ताकि इनके रास्ते में रहते आप अपनी फ़ाइलें हटा या बदल सकें।",
  takingCount: (taking: Copying) => `${number(taking.files)} में से ${number(Math.min(taking.file + 1, taking.files))}`,
  takingProgress: "अब तक कॉपी हुआ",
  stop: "रोकें",
  noRoom: ({ needed, free }: { needed: number; free: number }) =>
    `इस कंप्यूटर की डिस्क पर आपकी फ़ाइलों की प्रतियों के लिए जगह कम है: ${size(needed)} चाहिए और ${size(free)} ख़ाली है। कुछ नहीं भेजा गया, और सब कुछ यहीं है। जगह बनाएँ, या एक बार में कम फ़ाइलें भेजें।`,
  notTaken: ({ count: n }: { count: number }) =>
    n === 1
      ? "एक फ़ाइल वैसी नहीं है जैसी आपने जोड़ी थी, इसलिए कुछ नहीं भेजा गया। बाकी सब यहीं है। फ़ाइल ठीक करें या हटाएँ, फिर भेजें:"
      : `${files(n)} वैसी नहीं हैं जैसी आपने जोड़ी थीं, इसलिए कुछ नहीं भेजा गया। बाकी सब यहीं है। फ़ाइलें ठीक करें या हटाएँ, फिर भेजें:`,

  label: "आपने आख़िर में जो भेजा",
  undo: "वापस लें",
  sendNow: "अभी भेजें",
  takeBack: "वापस लाएँ",
  heldBack: "अभी नहीं भेजा गया",
  heldBackWhy: "इस कंप्यूटर से कुछ नहीं निकला है।",
  goesIn: ({ seconds }: { seconds: number }) => (seconds > 0 ? `${count(seconds, "सेकंड", "सेकंड")} में जाता है।` : "अब जाता है।"),
  askedBack: "रोका गया",
  askedBackWhy: "आपने इसे वापस लिया, और मसौदे में कुछ नया है। यह तभी जाता है जब आप कहें।",
  heldBackSpoken: "5 सेकंड में जाता है। पास में वापस लेने का बटन है।",
  inTheWayTitle: "इस बीच जो तैयार किया उसे बदल दें?",
  inTheWay: "कुछ नहीं भेजा गया। आपने जो वापस लिया वह मसौदे में जाता है, जहाँ कुछ नया है; नया चला जाएगा।",
  inTheWayYes: "बदल दें",
  inTheWayNo: "नया ही रखें",
  undone: "वापस ले लिया। कुछ नहीं भेजा गया, और सब कुछ फिर से मसौदे में है।",
  preparing: "तैयारी हो रही है…",
  to: ({ job, ticket }: Delivery): string =>
    job === "update" ? `#${ticket} को भेज रहे हैं` : job === "note" ? `#${ticket} को नोट भेज रहे हैं` : "नया टिकट भेज रहे हैं",
  hide: "इसे यहाँ और न दिखाएँ; काम चलता रहता है",
  waiting: "ख़ाली पल का इंतज़ार",
  waitingWhy: ({ milliseconds, asked }: { milliseconds: number; asked: boolean }) =>
    `${asked ? "टिकट सिस्टम ने रुकने को कहा" : "खाते की कॉल फ़िलहाल पूरी हो गई हैं"}; लगभग ${duration(milliseconds / 1000)} में अपने-आप आगे बढ़ता है।`,
  percent: ({ part }: { part: number }) => percent(part),
  left: ({ seconds }: { seconds: number }) => `${duration(seconds)} बाकी`,
  sent: ({ sent, total, speed }: { sent: number; total: number; speed: number | null }) =>
    [sizeOf(sent, total), ...(speed === null ? [] : [sizeEachSecond(speed)])].join(" · "),
  sending: ({ sent, total, speed, left }: { sent: number; total: number; speed: number | null; left: number | null }) =>
    [sizeOf(sent, total), ...(speed === null ? [] : [sizeEachSecond(speed)]), ...(left === null ? [] : [`${duration(left)} बाकी`])].join(" · "),
  file: ({ name, index, total }: { name: string; index: number; total: number }) =>
    total === 1 ? foreign(name) : `${foreign(name)} (${number(total)} में से ${number(index + 1)})`,
  answer: "सब कुछ भेज दिया गया",
  answerWhy: "जवाब का इंतज़ार है। अभी रद्द करने से जवाब पता नहीं चलेगा।",
  answerShort: "जवाब का इंतज़ार",
  cancelling: "रद्द कर रहे हैं…",
  progress: "अब तक भेजा गया",
  spoken: ({ progress, tenths }: { progress: Progress; tenths: number }): string => {
    switch (progress.step) {
      case "waiting":
        return "ख़ाली पल का इंतज़ार। यह अपने-आप आगे बढ़ता है।";
      case "sending":
        return `${percent(tenths / 10)} भेजा गया।`;
      case "answer":
        return "सब कुछ भेज दिया गया। जवाब का इंतज़ार है।";
    }
  },
};

export const answer = {
  label: "जवाब",
  said: "टिकट सिस्टम कहता है:",
  details: "विवरण",
  status: ({ status }: { status: number }) => `HTTP स्थिति ${String(status)}`,
  received: "जवाब, जैसा मिला",
  emptyBody: "(खाली)",
  noAnswer: "कोई जवाब नहीं मिला।",
  goToKeys: "कुंजियाँ दें",
  goToAccount: "खाता खोलें",
  dismiss: "यह जवाब बंद करें",
};
