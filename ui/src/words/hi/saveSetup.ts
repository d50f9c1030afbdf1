// Saving a team setup for the others of a team. Part of the catalogue in hi.ts.
import type { KeysState, Preset, SealFault, SetupFault, SetupForm, Signing, SigningKeyMoved } from "../../shell/types";
import { foreign } from "../foreign";
import { count, number } from "./amounts";

const problem = (f: SetupFault): string => {
  switch (f.code) {
    case "empty":
      return f.place.startsWith("limits") ? "कम से कम एक प्रकार लिखें, या सबके लिए खाली छोड़ें।" : "नाम ज़रूरी है।";
    case "too_long":
      return `यह बहुत लंबा है: ज़्यादा से ज़्यादा ${number(f.most)} अक्षर।`;
    case "hidden_characters":
      return "इसमें ऐसा अक्षर है जो किसी को नहीं दिखता। इसे फिर से लिखें।";
    case "unreadable":
      return "प्रकार pdf, jpg, png की तरह लिखे जाते हैं।";
    case "out_of_range":
      return f.place.startsWith("account")
        ? `खाता 5 सेकंड में उससे ज़्यादा कॉल करता है जितनी सेटअप में हो सकती हैं (${number(f.most)})। पहले उसे खाते में बदलें।`
        : "यह आकार नहीं है।";
    case "too_many":
      return `बहुत ज़्यादा हैं: ज़्यादा से ज़्यादा ${number(f.most)}।`;
    default:
      return "यह जैसा है वैसा नहीं सहेजा जा सकता; विवरण बताता है कि कहाँ।";
  }
};

const signing = (s: Signing): string => {
  switch (s.by) {
    case "first":
      return "सहेजने पर हस्ताक्षर की कुंजी बनती है और इस कंप्यूटर के कीचेन में रहती है। उसी से दूसरों के ऐप आपकी फ़ाइलों को किसी अजनबी की फ़ाइलों से अलग पहचानते हैं।";
    case "ours":
      return `इस पर आपकी टीम की कुंजी से हस्ताक्षर होते हैं, इसलिए दूसरे इसे पहले वाली टीम का ही मानते हैं। जो पूछे उसे इसका चिह्न पढ़कर सुनाएँ: ${foreign(s.key)}`;
    case "anothers":
      return `आपकी टीम के सेटअप पर ऐसी कुंजी से हस्ताक्षर हैं जो इस कंप्यूटर के पास नहीं है (${foreign(s.key)})। यहाँ से सहेजने पर दूसरी कुंजी के हस्ताक्षर होंगे, और सबको पुष्टि करनी होगी। बेहतर: दूसरे एडमिन से कुंजी माँगें।`;
  }
};
const unavailable = (keys: KeysState): string =>
  keys === "locked"
    ? "इस कंप्यूटर का कीचेन बंद है, इसलिए हस्ताक्षर की कुंजी नहीं मिल सकती। उसे खोलें और फिर कोशिश करें।"
    : keys === "no_keychain"
      ? "इस कंप्यूटर पर कोई कीचेन नहीं चल रहा, और हस्ताक्षर की कुंजी और कहीं नहीं रखी जाती।"
      : "हस्ताक्षर की कुंजी अब इस कंप्यूटर के कीचेन में नहीं है। किसी दूसरे एडमिन की फ़ाइल से लें, अगर हो।";
/** What came of giving the key away or taking it. */
const keyMoved = (m: SigningKeyMoved, unseal: (fault: Extract<SigningKeyMoved, { result: "sealed" }>["fault"]) => string, seal: (fault: SealFault) => string): string => {
  switch (m.result) {
    case "exported":
      return `सहेजी गई: ${foreign(m.path)} इसे केवल दूसरे एडमिन को दें, और पासफ़्रेज़ किसी और तरीक़े से बताएँ।`;
    case "imported":
      return `अब से आप इस टीम के रूप में हस्ताक्षर करते हैं: ${foreign(m.key)}`;
    case "not_chosen":
      return "";
    case "weak":
      return seal(m.fault);
    case "sealed":
      return m.fault.code === "passphrase_wrong" ? unseal(m.fault) : "इस फ़ाइल में हस्ताक्षर की कोई कुंजी नहीं है।";
    case "another_teams":
      return `यह किसी और टीम की कुंजी है (${foreign(m.key)}); आपकी टीम ${foreign(m.team)} से पहचानी जाती है। कुछ नहीं बदला गया।`;
    case "not_available":
      return unavailable(m.keys);
    case "failed":
      return `यह कंप्यूटर ऐसा नहीं कर सका। वह कहता है: ${foreign(m.why)}`;
  }
};

export const saveSetup = {
  open: "टीम सेटअप सहेजें…",
  openName: ({ account }: { account: string }) => `${foreign(account)} का टीम सेटअप सहेजें…`,
  title: "टीम सेटअप सहेजें",
  lead: "यह आपकी टीम के दूसरे लोगों के लिए फ़ाइल है। वे इसे खोलते हैं, और उन्हें न पता जानना पड़ता है, न फ़ील्ड के नाम।",
  next: ({ revision }: SetupForm) => (revision === null ? "यह पहला है।" : `यह नंबर ${number(revision + 1)} होगा; जिसके पास पहले वाला है वह इससे अपडेट कर सकता है।`),
  name: "टीम का नाम",
  fields: "फ़ील्ड जो लोग देखते हैं, इसी क्रम में",
  fieldsHelp: "कोई भी न चुनने पर लोग सामान्य फ़ील्ड देखते हैं। Alt और तीर कुंजी से भी फ़ील्ड खिसकता है।",
  shown: ({ label }: { label: string }) => `${foreign(label)} दिखाएँ`,
  label: ({ name }: { name: string }) => `लोग ${foreign(name)} को क्या कहते हैं`,
  up: ({ label }: { label: string }) => `${foreign(label)} को ऊपर करें`,
  down: ({ label }: { label: string }) => `${foreign(label)} को नीचे करें`,
  moved: ({ label, place, of }: { label: string; place: number; of: number }) => `${foreign(label)} अब ${number(of)} में से ${number(place)} पर है।`,
  presets: "प्रीसेट",
  presetWhat: (preset: Preset) =>
    [...(preset.changes.length > 0 ? [count(preset.changes.length, "बदलाव", "बदलाव")] : []), ...(preset.note === null ? [] : [foreign(preset.note)])].join(" · "),
  removePreset: ({ name }: { name: string }) => `${foreign(name)} को छोड़ दें`,
  limits: "सीमाएँ",
  largest: "सबसे बड़ी फ़ाइल, MB में",
  largestHelp: "खाली छोड़ने पर ऐप कोई सीमा नहीं लगाता।",
  largestWrong: "MB में आकार, जैसे 20 या 0.5।",
  endings: "फ़ाइलों के प्रकार",
  endingsPlaceholder: "pdf, jpg, png",
  endingsHelp: "खाली छोड़ने पर सभी प्रकार भेजे जा सकते हैं।",
  calls: ({ count: n }: { count: number }) => `ऐप 5 सेकंड में ज़्यादा से ज़्यादा ${count(n, "कॉल", "कॉल")} करता है, जैसे इस खाते में।`,
  keys: "कुंजियाँ पासफ़्रेज़ के साथ अंदर रखें",
  keysHelp: "जिसके पास फ़ाइल और पासफ़्रेज़ है उसके पास कुंजियाँ हैं। पासफ़्रेज़ फ़ाइल से अलग तरीक़े से बताएँ। इसके बिना हर व्यक्ति दोनों कुंजियाँ ख़ुद देता है।",
  passphrase: "पासफ़्रेज़",
  passphraseHelp: "कम से कम 12 अक्षर। कई शब्द अच्छे हैं।",
  seal: (fault: SealFault): string =>
    fault.code === "passphrase_too_short" ? `पासफ़्रेज़ में कम से कम ${number(fault.least)} अक्षर चाहिए: जिसे फ़ाइल मिल जाए वह जितनी देर चाहे कोशिश कर सकता है।` : "कुंजियाँ अंदर नहीं रखी जा सकीं।",
  noKeys: "इस खाते की कुंजियाँ अभी नहीं पढ़ी जा सकतीं, इसलिए अंदर नहीं रखी जा सकतीं। पहले उन्हें खाते में दें।",
  signingTitle: "हस्ताक्षर",
  signing,
  unavailable,
  keyMoved,
  saveUnsigned: "बिना हस्ताक्षर सहेजें",
  saveUnsignedHelp: "हस्ताक्षर के बिना कोई नहीं जान सकता कि फ़ाइल आपकी है।",
  give: "कुंजी दूसरे एडमिन को दें…",
  giveYes: "कुंजी सहेजें…",
  givePassphrase: "कुंजी की फ़ाइल का पासफ़्रेज़",
  takeKey: "मुझे हस्ताक्षर की कुंजी दी गई…",
  takeYes: "कुंजी खोलें…",
  takePassphrase: "जो पासफ़्रेज़ आपको बताया गया",
  save: "सहेजें…",
  busy: "एक पल…",
  problem,
  failed: "फ़ाइल नहीं सहेजी जा सकी।",
  saved: ({ revision, path }: { revision: number; path: string }) => `नंबर ${number(revision)} के रूप में सहेजा गया: ${foreign(path)}`,
  savedNext: "यह फ़ाइल दूसरों को दें। आपका अपना खाता अब से यही सेटअप इस्तेमाल करता है।",
};
