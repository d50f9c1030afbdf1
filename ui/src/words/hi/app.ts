// The app itself: settings, closing, starting, and what can go wrong with its own files. Part of the catalogue in hi.ts.
import type { Closing, DeskError, Rescue, SettingsRescue, Storage, Theme } from "../../shell/types";
import { foreign } from "../foreign";
import { count, list, size } from "./amounts";

export const settings = {
  title: "सेटिंग्स",
  accounts: "खाते",
  edit: "बदलें",
  editName: ({ name }: { name: string }) => `${foreign(name)} को बदलें`,
  removeName: ({ name }: { name: string }) => `${foreign(name)} को हटाएँ`,
  removeTitle: ({ name }: { name: string }) => `“${foreign(name)}” को हटाएँ?`,
  removeSigns: "जिस कुंजी से टीम सेटअप पर हस्ताक्षर होते हैं वह भी चली जाती है: पहले उसे किसी दूसरे एडमिन को दें, नहीं तो सबको अगले सेटअप की पुष्टि करनी होगी।",
  removeText: "खाता और उसकी कुंजियाँ इस कंप्यूटर से हटा दी जाती हैं। जो भेजा गया वह सूची में रहता है, और LeadSquared में कुछ नहीं बदलता।",
  language: "भाषा",
  languageOfSystem: "सिस्टम जैसी",
  languageUnreviewed: "इस भाषा के साथ पले-बढ़े किसी व्यक्ति ने ये शब्द अभी नहीं जाँचे हैं। जहाँ कुछ शायद पहले ही भेजा जा चुका हो, वहाँ नीचे अंग्रेज़ी भी लिखी है।",
  theme: "रूप",
  themes: { system: "सिस्टम जैसा", light: "हल्का", dark: "गहरा" } satisfies Record<Theme, string>,

  sending: "भेजना",
  undo: "भेजने के बाद 5 सेकंड रुकें, वापस लेने के बटन के साथ",
  undoHelp: "ग़लत टिकट बस एक अंक दूर है, और टिकट से फ़ाइल वापस नहीं ली जा सकती। इन सेकंडों में इस कंप्यूटर से कुछ नहीं निकलता।",

  list: "जो भेजा गया",
  keep: "जो निपट चुका उसे इतने समय रखें",
  keepChoice: ({ days }: { days: number | null }) => (days === null ? "हमेशा" : count(days, "दिन", "दिन")),
  keepOwn: "दिनों की कोई और संख्या",
  keepDays: "दिन",
  keepHelp: "इससे पुराना इस कंप्यूटर से हट जाता है: जो हो गया, रद्द हुआ या ऐसे ही छोड़ा गया, और टिकटों और ग्राहकों के बारे में जो पढ़ा गया। जो इंतज़ार में है या जिसे आपकी ज़रूरत है वह कभी नहीं हटाया जाता, और LeadSquared में कुछ नहीं बदलता।",
  keepWrong: "दिनों की पूरी संख्या, 1 से 36,500 तक।",
  keepLessTitle: ({ days }: { days: number }) => `केवल ${count(days, "दिन", "दिन")} रखें?`,
  keepLess: "उससे पहले जो निपटा या पढ़ा गया वह इस कंप्यूटर से हटा दिया जाता है और वापस नहीं आ सकता। टिकट नहीं बदलते।",
  keepLessYes: "केवल इन्हें रखें",
  spool: "इंतज़ार कर रही फ़ाइलों की प्रतियाँ",
  spoolSize: (s: Storage) => (s.spoolFiles === 0 ? "कोई नहीं" : `${size(s.spoolBytes)} (${count(s.spoolFiles, "फ़ाइल", "फ़ाइलें")})`),
  spoolHelp: "जिसकी वे हैं उसके निपटते ही हटा दी जाती हैं।",
  kept: "सूची ख़ुद",
  keptSize: (s: Storage) => `${count(s.deliveries, "प्रविष्टि", "प्रविष्टियाँ")}, ${size(s.databaseBytes)}`,
  folder: "कहाँ",
};

const onTheWay = ({ sending, waiting }: Closing): string =>
  `${list([
    ...(sending === 0 ? [] : [count(sending, "चीज़ भेजी जा रही है", "चीज़ें भेजी जा रही हैं")]),
    ...(waiting === 0 ? [] : [count(waiting, "चीज़ भेजे जाने के इंतज़ार में है", "चीज़ें भेजे जाने के इंतज़ार में हैं")]),
  ])}।`;

export const closing = {
  title: "अभी कुछ रास्ते में है",
  what: onTheWay,
  background: "पीछे चलता रहे",
  backgroundHelp: "विंडो बंद होती है; जो रास्ते में है वह चलता रहता है, और उसके बाद ऐप अपने-आप बंद हो जाता है।",
  stop: "अभी रोकें, अगली बार आगे बढ़ें",
  stopHelp: (c: Closing) =>
    c.sending > 0
      ? "कुछ नहीं खोता। केवल तब, जब सब कुछ निकल चुका हो और जवाब न आया हो, अगली बार आपसे पूछा जाता है कि क्या वह हो गया था।"
      : "कुछ नहीं खोता: जैसे ही आप ऐप फिर से शुरू करेंगे, वह भेज दिया जाएगा।",
  stay: "यहीं रहें",
  settledTitle: "सब निपट गया",
  settled: "अब कुछ भी रास्ते में नहीं है।",
  close: "ऐप बंद करें",
};

export const start = {
  inUseTitle: "Ticket Courier पहले से खुला है",
  inUse: "उसकी दूसरी विंडो वह सब सँभालती है जो आप भेजते हैं। दो एक साथ वही चीज़ दो बार भेज सकती हैं, इसलिए यह विंडो कुछ नहीं करती।",
  inUseNext: "दूसरी विंडो में काम जारी रखें और इसे बंद करें। अगर वह न मिले, तो कंप्यूटर से साइन-आउट करके फिर साइन-इन करें।",
  tryAgain: "फिर से कोशिश करें",
  rescue: (r: Rescue) =>
    `ऐप की अपनी सूची ख़राब थी, और एक नई शुरू की गई। ${
      r.deliveries === 0 && !r.draft
        ? "ख़राब सूची से कुछ भी नहीं पढ़ा जा सका।"
        : `उससे बचाया गया: ${list([...(r.deliveries > 0 ? [count(r.deliveries, "प्रविष्टि", "प्रविष्टियाँ")] : []), ...(r.draft ? ["जो आपने शुरू किया था"] : [])])}।`
    } ख़राब सूची यहाँ रखी है:`,
  settingsRescue: (r: SettingsRescue) =>
    `इस कंप्यूटर पर ऐप की सेटिंग्स नहीं पढ़ी जा सकीं${r.setAside ? "" : ", या थीं ही नहीं"}। ${
      r.restored ? "वे वैसी ही वापस आ गई हैं जैसी आख़िरी बार रखी गई थीं।" : "उनकी कोई प्रति नहीं थी।"
    }${r.lost > 0 ? ` ${count(r.lost, "खाता नहीं मिला: उसे", "खाते नहीं मिले: उन्हें")} फिर से जोड़ें।` : r.restored ? "" : " अपने खाते फिर से जोड़ें।"}${
      r.setAside ? " ख़राब फ़ाइल यहाँ रखी है:" : ""
    }`,
};

export const trouble = (error: DeskError | null): string => {
  switch (error?.code) {
    case "storage":
      return `ऐप इस कंप्यूटर पर अपनी फ़ाइलें पढ़ या लिख नहीं सका (${foreign(error.why)})। इससे कुछ नहीं भेजा गया।`;
    case "practice_server":
      return `अभ्यास खाता शुरू नहीं हो सका (${foreign(error.why)})।`;
    case "busy":
      return "ऐप अभी किसी और काम में लगा है। थोड़ी देर में फिर कोशिश करें।";
    case "in_use":
      return "Ticket Courier पहले से खुला है; यह विंडो कुछ नहीं करती।";
    case "no_room":
      return "इस कंप्यूटर की डिस्क भरी हुई है, इसलिए आप यहाँ जो करते हैं वह लिखा नहीं जा सकता। जगह बनाएँ; इससे कुछ नहीं भेजा गया।";
    case "read_only":
      return "ऐप को अपने ही फ़ोल्डर में लिखने की अनुमति नहीं है। जब तक अनुमति न मिले, कुछ नहीं भेजा जा सकता; जो इस कंप्यूटर को सँभालता है उससे पूछें।";
    case "held":
      return "किसी दूसरे प्रोग्राम ने ऐप की फ़ाइलें खोल रखी हैं, शायद बैकअप या वायरस-स्कैनर ने। कुछ नहीं खोया और इससे कुछ नहीं भेजा गया: थोड़ी देर में फिर कोशिश करें।";
    case "newer":
      return "आपने जो भेजा उसे आख़िरी बार ऐप के नए संस्करण ने रखा था, जिसे यह संस्करण नहीं पढ़ सकता। कुछ नहीं खोया: नया संस्करण फिर से इंस्टॉल करें।";
    case "not_possible":
      return "अब यह संभव नहीं है: इस बीच काम आगे बढ़ गया। सूची बताती है कि वह कहाँ है।";
    case undefined:
      return "ऐप के अंदर ही कुछ ग़लत हो गया। इससे कुछ नहीं भेजा गया। अगर ऐसा होता रहे, तो ऐप बंद करके फिर शुरू करें।";
  }
};
