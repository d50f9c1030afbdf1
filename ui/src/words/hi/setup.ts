// Opening a team setup file, and what the app is asked from outside. Part of the catalogue in hi.ts.
import type { SetupFault, SetupLimits, SetupPreview, UnsealFault } from "../../shell/types";
import { foreign } from "../foreign";
import { where } from "../setup";
import { count, list, number, size } from "./amounts";
import { things } from "./things";

const named = (endings: string[]) => list(endings.map((ending) => ending.toUpperCase()));

const limits = ({ largest_file: largest, endings }: SetupLimits): string | null => {
  if (largest !== null) return `फ़ाइलें ${size(largest)} तक की हो सकती हैं${endings ? `, और केवल इन प्रकारों की: ${named(endings)}` : ""}।`;
  return endings ? `फ़ाइलें केवल इन प्रकारों की हो सकती हैं: ${named(endings)}।` : null;
};

/** What a setup would set up besides its place, a sentence for each thing. */
const facts = ({ summary: s }: SetupPreview): string[] => [
  s.fields === 0 ? "आप सामान्य फ़ील्ड देखते हैं।" : `आप ${count(s.fields, "फ़ील्ड देखते हैं जो आपकी टीम ने चुना", "फ़ील्ड देखते हैं जो आपकी टीम ने चुने")}।`,
  ...(s.presets.length === 0 ? [] : [`इसके साथ ${count(s.presets.length, "प्रीसेट आता है", "प्रीसेट आते हैं")}: ${list(s.presets.map((preset) => `“${foreign(preset)}”`))}।`]),
  ...[limits(s.limits)].filter((sentence) => sentence !== null),
  `ऐप 5 सेकंड में ज़्यादा से ज़्यादा ${count(s.calls_per_window, "कॉल", "कॉल")} करता है।`,
  s.has_sealed_keys ? "कुंजियाँ पासफ़्रेज़ के साथ इसमें हैं।" : "इसमें कोई कुंजी नहीं है।",
];

const title = ({ standing, summary: { name } }: SetupPreview): string => {
  switch (standing) {
    case "new":
      return `“${foreign(name)}” तैयार करें`;
    case "joins":
    case "newer":
    case "parted":
      return `“${foreign(name)}” अपडेट करें`;
    case "same":
    case "older":
      return `“${foreign(name)}” यहाँ पहले से है`;
    case "leaps":
      return `“${foreign(name)}” नहीं लिया जा सकता`;
  }
};

/** How it stands to what is here, and what pressing the button does. */
const standing = (o: SetupPreview): string => {
  const account = `“${foreign(o.account ?? "")}”`;
  const revision = `नंबर ${number(o.summary.revision)}`;
  const here = `नंबर ${number(o.revisionHere ?? 0)}`;
  switch (o.standing) {
    case "new":
      return "यह फ़ाइल ऐप को आपकी टीम के लिए तैयार करती है। जब तक आप न कहें, कुछ नहीं बदलता।";
    case "joins":
      return `आपका खाता ${account} उसी जगह पर है। उसे वह मिलता है जो आपकी टीम ने चुना, और आपने जो भेजा वह सूची में रहता है।`;
    case "newer":
      return `यह आपकी टीम के सेटअप का ${revision} है; आपके पास ${here} है। आपका खाता ${account} अपडेट होता है।`;
    case "same":
      return o.keys === "none"
        ? `ठीक यही सेटअप आपके पास पहले से है, आपके खाते ${account} में। कुछ करने को नहीं है।`
        : `ठीक यही सेटअप आपके पास पहले से है, आपके खाते ${account} में; केवल उसकी कुंजियाँ नहीं हैं।`;
    case "older":
      return `यह आपकी टीम के सेटअप का ${revision} है, और आपके पास ${here} है, जो नया है। कुछ नहीं बदला गया। अगर सचमुच पुराना चाहिए, तो पहले खाता ${account} हटाएँ।`;
    case "leaps":
      return `यह आपकी टीम के सेटअप का ${revision} है, और आपके पास ${here} है। दो बार देखने के बीच कोई इतनी बार सेटअप नहीं सहेजता, और आपकी टीम अब से जो सहेजेगी वह सब पुराना माना जाता। इसलिए इसे नहीं लिया गया, और कुछ नहीं बदला गया। अपने एडमिन को बताएँ।`;
    case "parted":
      return `यह आपके वाले से अलग ${revision} है: दो लोगों ने इसे सहेजा, दोनों ने एक-दूसरे के बिना। पूछें कि कौन-सा मान्य है। अगर यही है, तो आपका खाता ${account} अपडेट होता है।`;
  }
};

const byHand = "किसी ने यह फ़ाइल हाथ से बदली है, या इसे किसी और प्रोग्राम ने बनाया है";
const again = "जिसने यह दी उससे फिर से माँगें।";

/** One sentence for each way in which a file is no team setup. */
const fault = (f: SetupFault): string => {
  switch (f.code) {
    case "too_large":
      return `यह फ़ाइल किसी भी टीम सेटअप से बड़ी है (ज़्यादा से ज़्यादा ${size(f.most)})।`;
    case "not_a_setup":
      return "यह फ़ाइल टीम सेटअप नहीं है।";
    case "utf16":
      return "इस फ़ाइल को किसी एडिटर ने दूसरे रूप (UTF-16) में सहेजा है, जो नहीं पढ़ा जा सकता। इसे UTF-8 में सहेजें।";
    case "cut_off":
      return `इस फ़ाइल का अंत नहीं है: यह पूरी नहीं पहुँची। ${again}`;
    case "damaged":
    case "too_deep":
    case "member_twice":
    case "unknown_version":
      return `यह फ़ाइल ख़राब है। ${again}`;
    case "newer_version":
      return "यह फ़ाइल ऐप के नए संस्करण ने बनाई है। ऐप अपडेट करें, फिर इसे दोबारा खोलें।";
    case "key_in_the_clear":
      return "किसी ने इस फ़ाइल में कुंजी ऐसी जगह लिखी है जहाँ हर कोई पढ़ सकता है, इसलिए इसे नहीं लिया गया। अपने एडमिन को बताएँ: वह कुंजी बदलनी होगी।";
    case "unknown_member":
    case "missing":
    case "wrong_kind":
    case "unreadable":
    case "empty":
    case "too_long":
    case "too_many":
    case "out_of_range":
    case "least_above_most":
    case "pattern_invalid":
      return `${byHand}, और इसमें कुछ समझ में नहीं आता। ${again}`;
    case "hidden_characters":
      return `${byHand}, और इसमें कुछ वैसा नहीं दिखेगा जैसा वह है। ${again}`;
    case "address":
      return f.fault.code === "address_not_secure"
        ? "इस फ़ाइल का पता सुरक्षित नहीं है, इसलिए रास्ते में आपकी कुंजियाँ पढ़ी जा सकती हैं। अपने एडमिन को बताएँ।"
        : `${byHand}, और इसमें दिया पता, पता नहीं है। ${again}`;
    case "field_twice":
    case "list_value_twice":
    case "preset_twice":
    case "change_twice":
      return `${byHand}, और इसमें कुछ दो बार है। ${again}`;
    case "pattern_too_costly":
      return "यह फ़ाइल कंप्यूटर को बहुत देर तक व्यस्त रखती, इसलिए इसे नहीं लिया गया। अपने एडमिन को बताएँ।";
    case "seal_damaged":
      return `इस फ़ाइल की कुंजियाँ ख़राब हैं। ${again}`;
  }
};

const unseal = (f: UnsealFault): string => {
  switch (f.code) {
    case "passphrase_wrong":
      return "यह पासफ़्रेज़ नहीं है। बड़े अक्षर और ख़ाली जगहें देखें, या जिसने दिया उससे पूछें।";
    case "nothing_sealed":
      return "इस फ़ाइल में कोई कुंजी नहीं है। उसकी जगह दोनों कुंजियाँ दें।";
    case "seal_damaged":
      return `इस फ़ाइल की कुंजियाँ ख़राब हैं। ${again}`;
    case "seal_too_costly":
      return "इस फ़ाइल की कुंजियाँ कंप्यूटर को बहुत देर तक व्यस्त रखतीं, इसलिए वे नहीं खोली गईं। अपने एडमिन को बताएँ।";
    case "sealed_for_another":
      return "इस फ़ाइल की कुंजियाँ उस पते की नहीं हैं जो इसमें लिखा है: बनने के बाद किसी ने इसे बदला है। इसे इस्तेमाल न करें, और अपने एडमिन को बताएँ।";
  }
};

export const setup = {
  open: "टीम सेटअप खोलें…",
  title,
  standing,
  facts,
  check: "अगर आप यह पता और संगठन ID नहीं पहचानते, तो आगे बढ़ने से पहले फ़ाइल देने वाले से पूछें।",
  elsewhere: "जगह पहले से अलग है, इसलिए कुंजियाँ फिर से माँगी जाती हैं। अगर किसी ने आपको यह नहीं बताया, तो उन्हें न दें: पहले अपने एडमिन से पूछें।",
  passphrase: "पासफ़्रेज़",
  passphraseHelp: "फ़ाइल देने वाला इसे बताता है, फ़ाइल से अलग तरीक़े से।",
  passphraseEmpty: "पासफ़्रेज़ ज़रूरी है।",
  passphraseMay: "पासफ़्रेज़, केवल अगर कुंजियाँ नई हों",
  passphraseMayHelp: "खाली छोड़ने पर यहाँ की कुंजियाँ ही रहती हैं।",
  instead: "मेरे पास इसकी जगह दोनों कुंजियाँ हैं",
  insteadPassphrase: "मेरे पास इसकी जगह पासफ़्रेज़ है",
  keysHelp: "वे इस कंप्यूटर के अपने कीचेन में सहेजी जाती हैं, और केवल ऊपर के पतों पर जाती हैं।",
  yes: (o: SetupPreview) => (o.standing === "new" ? "तैयार करें" : o.standing === "parted" ? "यही इस्तेमाल करें" : o.standing === "same" ? "कुंजियाँ सहेजें" : "अपडेट करें"),
  busy: "एक पल…",
  gone: "फ़ाइल अब खुली नहीं है। इसे फिर से खोलें।",
  faultTitle: ({ file }: { file: string }) => `“${foreign(file)}” इस्तेमाल नहीं हो सकती`,
  fault,
  where,
  unreadable: "यह कंप्यूटर फ़ाइल नहीं पढ़ सका।",
  unreadableWhy: ({ why }: { why: string }) => `वह कहता है: ${foreign(why)}`,
  nothingChanged: "कुछ नहीं बदला गया।",
  unseal,
};

export const launch = {
  strangeLink: "एक लिंक ने इस ऐप से टिकट खोलने से ज़्यादा माँगा, इसलिए कुछ नहीं किया गया। अगर आपको उस पेज पर भरोसा है, तो टिकट को उसके नंबर से खोलें।",
  anewTitle: ({ ticket }: { ticket: string }) => `टिकट #${ticket} से शुरू करें?`,
  anew: ({ other, changes: c, files: f }: { other: string; changes: number; files: number }) => {
    const what = things(c, f);
    return `आप #${other} का अपडेट तैयार कर रहे थे${what === "" ? "" : `, जिसमें ${what} हैं`}। वह नहीं भेजा गया है, और दूसरे टिकट से शुरू करने पर वह ख़ाली हो जाता है। आपकी फ़ाइलें अपनी जगह रहती हैं।`;
  },
  anewYes: ({ ticket }: { ticket: string }) => `#${ticket} से शुरू करें`,
  anewNo: ({ other }: { other: string }) => `#${other} ही रखें`,
};
