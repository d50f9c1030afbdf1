// The account form and its page of help. Part of the catalogue in hi.ts; apart only because it is long.
import type { Account, AccountFault, Connection, KeysHint, RegionName, Speaker } from "../../shell/types";
import { triedAdvice } from "../account";
import { foreign } from "../foreign";
import { number } from "./amounts";
import { again, failureWords, keysState } from "./failures";

const itself = (name: string | null) => (name === null ? "" : ` वह अपना नाम “${foreign(name)}” बताता है।`);

/** Who answered a try. */
function answeredBy(by: Speaker): string {
  switch (by.who) {
    case "ticket_system":
      return "जवाब ख़ुद टिकट सिस्टम ने दिया।";
    case "gateway":
      return `टिकट सिस्टम की जगह किसी गेटवे या वेब सर्वर ने जवाब दिया।${itself(by.name)}`;
    case "proxy":
      return `टिकट सिस्टम की जगह आपके नेटवर्क के किसी प्रॉक्सी या फ़िल्टर ने जवाब दिया।${itself(by.name)}`;
    case "sign_in_page":
      return by.at === null ? "एक साइन-इन पेज ने जवाब दिया।" : `जवाब “${foreign(by.at)}” की ओर ले जाता है, शायद वह साइन-इन पेज है। कुंजियाँ वहाँ नहीं भेजी गईं।`;
    case "page":
      return `एक वेबसाइट ने जवाब दिया।${itself(by.name)}`;
    case "unknown":
      return "यह नहीं कहा जा सकता कि जवाब टिकट सिस्टम ने दिया या उसकी जगह किसी और ने।";
  }
}

/** What to do about something else that answered. */
function instead(by: Speaker): { title: string; next: string } {
  switch (by.who) {
    case "sign_in_page":
      return {
        title: "टिकट सिस्टम तक नहीं पहुँचा जा सका।",
        next: "अगर आपका नेटवर्क साइन-इन माँगता है, तो ब्राउज़र में कोई भी पेज खोलें, वहाँ साइन-इन करें और फिर से कोशिश करें। नहीं तो पता (होस्ट) जाँचें।",
      };
    case "proxy":
      return { title: "टिकट सिस्टम तक नहीं पहुँचा जा सका।", next: "अपने एडमिन से कहें कि इस पते (होस्ट) को जाने दें, और जाँचें कि वह सही है।" };
    case "gateway":
      return { title: "टिकट सिस्टम तक नहीं पहुँचा जा सका।", next: "ज़्यादातर पता (होस्ट) ग़लत होता है। अगर सही है, तो अपने एडमिन से पूछें कि क्या यह कंप्यूटर वहाँ पहुँच सकता है।" };
    case "ticket_system":
    case "page":
    case "unknown":
      return { title: "यह टिकट सिस्टम का पता नहीं है।", next: "पता (होस्ट) जाँचें।" };
  }
}

const placeOf = ({ host, organisation, leadHost }: Account): string => {
  const plain = (address: string) => foreign(address.replace(/^https:\/\//, ""));
  return `“${plain(host)}”, संगठन ${foreign(organisation)}${leadHost === "" ? "" : `, लीड “${plain(leadHost)}” पर`}`;
};

export const account = {
  add: "अपना खाता जोड़ें",
  edit: ({ name }: { name: string }) => `खाता “${foreign(name)}”`,
  keysFirst: "दोनों कुंजियों से शुरू करें। आपकी अनुमति से LeadSquared से पूछा जाता है कि वे किसकी हैं, और बाकी का ज़्यादातर हिस्सा भर जाता है। या सब कुछ ख़ुद भरें।",
  hint: {
    swapped: "ये दोनों बदली हुई लगती हैं: एक्सेस कुंजी “u$r” से शुरू होती है, गुप्त कुंजी नहीं।",
    same: "दोनों बक्सों में एक ही कुंजी है।",
    access_key_cut: "एक्सेस कुंजी कटी हुई लगती है। उसे बिल्कुल अंत तक फिर से कॉपी करें।",
    secret_key_cut: "गुप्त कुंजी कटी हुई लगती है। उसे बिल्कुल अंत तक फिर से कॉपी करें।",
    access_key_long: "एक्सेस कुंजी बहुत लंबी लगती है, जैसे कुछ दो बार चिपकाया गया हो।",
    secret_key_long: "गुप्त कुंजी बहुत लंबी लगती है, जैसे कुछ दो बार चिपकाया गया हो।",
  } satisfies Record<KeysHint, string>,
  name: "नाम",
  namePlaceholder: "Acme सहायता",
  address: "पता (होस्ट)",
  addressPlaceholder: "apigw.service-in.leadsquared.com",
  addressHelp: "आप API का पूरा पता चिपका सकते हैं: होस्ट और संगठन ID उससे ले लिए जाते हैं।",
  organisation: "संगठन ID",
  organisationPlaceholder: "22824",
  accessKey: "एक्सेस कुंजी",
  secretKey: "गुप्त कुंजी",
  keyKept: "सहेजी हुई; बनाए रखने के लिए खाली छोड़ें",
  signOff: "अगर कई लोग ये कुंजियाँ इस्तेमाल करते हैं: भेजता कौन है",
  signOffPlaceholder: "आशा वर्मा ने भेजा",
  signOffHelp: "टिकट पर सब कुछ उसी व्यक्ति का किया माना जाता है जिसकी कुंजियाँ हैं, भेजें चाहे कोई भी दबाए। आप यहाँ जो लिखते हैं वह हर अपडेट और हर नए टिकट के बाद आंतरिक नोट के रूप में जुड़ता है; ग्राहक उसे नहीं देखता। नोट न चाहिए तो खाली छोड़ें।",
  advanced: "उन्नत",
  calls: "हर 5 सेकंड में कॉल",
  callsHelp:
    "खाते का प्लान जितनी अनुमति देता है: Lite 2, Basic और Pro 10, Standard 15, Super 20, Enterprise 25, या जो अलग से ख़रीदा गया हो। ऐप उससे ज़्यादा करने के बजाय ख़ुद रुकता है, और जब सर्वर संख्या बताता है तो उसे सीख लेता है।",
  leadHost: "लीड का पता (वैकल्पिक)",
  leadHostPlaceholder: "api.leadsquared.com",
  leadHostHelp: "जहाँ टिकट के ग्राहक को ईमेल से खोजा जाता है: सूची में से आपके क्षेत्र का पता। इसकी ज़रूरत तभी है जब कुंजियाँ टिकट नहीं पढ़ सकतीं।",
  waiting: ({ count: n }: { count: number }) =>
    `${n === 1 ? "1 चीज़ पहले वाले पते पर जाने के इंतज़ार में है" : `${number(n)} चीज़ें पहले वाले पते पर जाने के इंतज़ार में हैं`}। इनमें से कुछ भी अपने-आप दूसरे पते पर नहीं जाता: सहेजने के बाद आपसे पूछा जाता है।`,
  movedTitle: ({ count: n }: { count: number }) => (n === 1 ? "जो इंतज़ार में है उसे नए पते पर भेजें?" : `जो ${number(n)} इंतज़ार में हैं उन्हें नए पते पर भेजें?`),
  movedText: ({ before, after, count: n }: { before: Account; after: Account; count: number }) =>
    `${n === 1 ? "वह" : "वे"} ${placeOf(before)} के लिए ${n === 1 ? "भेजा गया था" : "भेजे गए थे"}। “${foreign(after.name)}” अब ${placeOf(after)} पर है। अगर पहले वाला पता केवल ग़लत लिखा था, तो ${n === 1 ? "उसे" : "सबको"} वहाँ भेजें। नहीं तो ${n === 1 ? "वह" : "हर एक"} सूची में तब तक रुकता है जब तक आप उसे वहाँ न भेजें या रद्द न करें।`,
  movedYes: ({ count: n }: { count: number }) => (n === 1 ? "नए पते पर भेजें" : `${number(n)} को नए पते पर भेजें`),
  movedNo: "सूची में तय करें",
  try: "कनेक्शन जाँचें",
  trying: "जाँच रहे हैं…",
  save: "सहेजें",
  saving: "सहेज रहे हैं…",
  session: "कुंजियाँ ऐप बंद करने तक रखी जाती हैं, सहेजी नहीं जातीं।",
  noKeychain:
    "इस कंप्यूटर में ऐसा कीचेन नहीं है जो कुंजियाँ रख सके, इसलिए कुछ भी नहीं सहेजा गया। ऐप कुंजियाँ और कहीं नहीं लिखता। आप आगे बढ़ सकते हैं और अगली बार शुरू करने पर उन्हें फिर से दे सकते हैं।",
  keychainLocked:
    "इस कंप्यूटर का कीचेन बंद है, इसलिए कुछ भी नहीं सहेजा गया। उसे खोलकर फिर से सहेजें, या उसके बिना आगे बढ़ें और अगली बार शुरू करने पर कुंजियाँ फिर से दें।",
  noKeyring: "इस कंप्यूटर के कीचेन में अभी कुछ रखने की जगह (वॉलेट) नहीं है, और कोई बनाई भी नहीं गई, इसलिए कुछ नहीं सहेजा गया। फिर से सहेजें और पूछे जाने पर पासवर्ड चुनें, या आगे बढ़ें और अगली बार शुरू करने पर कुंजियाँ फिर से दें।",
  goOnWithout: "उसका इंतज़ार न करें",
  keep: "ऐप बंद करने तक कुंजियाँ रखें",
  keychainSaid: ({ why }: { why: string }) => `कीचेन कहता है: ${foreign(why)}`,
  saved: "सहेजा गया।",
  fault: (fault: AccountFault): string => {
    switch (fault.code) {
      case "name_empty":
        return "खाते को कोई नाम दें, जैसा आप उसे कहेंगे।";
      case "address_empty":
        return "पता ज़रूरी है।";
      case "address_unreadable":
        return "यह पता नहीं है। वह apigw.service-in.leadsquared.com जैसा दिखता है।";
      case "address_not_secure":
        return "यह पता सुरक्षित नहीं है: वह https:// से शुरू होना चाहिए।";
      case "organisation_empty":
        return "संगठन ID ज़रूरी है।";
      case "organisation_unreadable":
        return "यह संगठन ID नहीं है। वह 22824 जैसी एक संख्या है।";
      case "access_key_empty":
        return "एक्सेस कुंजी ज़रूरी है।";
      case "secret_key_empty":
        return "गुप्त कुंजी ज़रूरी है।";
      case "access_key_unreadable":
      case "secret_key_unreadable":
        return "यह कुंजी नहीं है: इसमें ख़ाली जगह या ऐसे चिह्न हैं जो कुंजी में कभी नहीं होते। इसे फिर से कॉपी करें।";
      case "calls_out_of_range":
        return "1 से 1000 तक की पूरी संख्या।";
      case "lead_host_unreadable":
        return "यह पता नहीं है। वह api.leadsquared.com जैसा दिखता है। इसे खाली छोड़ा जा सकता है।";
      case "keys_of_another_place":
        return "पता, संगठन ID या लीड का पता बदल गया है, और सहेजी हुई कुंजियाँ वहीं जाती हैं जहाँ के लिए वे दी गई थीं। दोनों कुंजियाँ फिर से दें।";
    }
  },
  connection: (c: Connection): { title: string; next: string; said: string | null; by: string | null } => {
    switch (c.result) {
      case "works":
        return { title: "कनेक्शन काम करता है।", next: "टिकट सिस्टम ने जवाब दिया: पता, संगठन ID और कुंजियाँ सही हैं।", said: null, by: null };
      case "faults":
        return { title: "ऊपर कुछ कम या ग़लत है।", next: "वह लाल रंग से दिखाया गया है।", said: null, by: null };
      case "keys_not_available":
        return { title: "जाँचने के लिए कोई कुंजी नहीं है।", next: `${keysState[c.keys]}: ऊपर दोनों कुंजियाँ दें।`, said: null, by: null };
      case "keys_refused":
        return {
          title: "कुंजियाँ अस्वीकार कर दी गईं।",
          next:
            c.named_host === null
              ? "ज़्यादातर कुंजियाँ ग़लत होती हैं: दोनों को फिर से कॉपी करें। नहीं तो: इस कंप्यूटर का पता IP की किसी अनुमति-सूची में नहीं है (ऐसी दो सूचियाँ हैं), जिसकी कुंजियाँ हैं वह व्यक्ति निष्क्रिय कर दिया गया है, या पता किसी और क्षेत्र का है।"
              : `जवाब में दूसरा पता आया है, “${foreign(c.named_host)}”: कुंजियाँ किसी और क्षेत्र की हो सकती हैं। पता (होस्ट) अपने एडमिन के साथ जाँचें; वहाँ कुछ नहीं भेजा गया।`,
          said: c.said,
          by: answeredBy(c.by),
        };
      case "forbidden":
        return {
          title: "पता जवाब देता है, और मना करता है।",
          next: "पता (होस्ट) और संगठन ID जाँचें, और यह भी कि क्या यह कंप्यूटर खाते की IP अनुमति-सूचियों में है।",
          said: c.said,
          by: answeredBy(c.by),
        };
      case "organisation_unknown":
        return c.by.who === "ticket_system"
          ? { title: "संगठन ID सही नहीं है।", next: "पता और कुंजियाँ ठीक हैं। संगठन ID जाँचें।", said: c.said, by: answeredBy(c.by) }
          : { title: "वहाँ यह संगठन ID कोई नहीं जानता।", next: "पहले संगठन ID जाँचें, फिर पता (होस्ट)।", said: c.said, by: answeredBy(c.by) };
      case "not_the_ticket_system":
        return { ...instead(c.by), said: null, by: answeredBy(c.by) };
      case "failed": {
        const { what, next } = failureWords(c.failure);
        const said = c.failure.answer?.reason ?? c.failure.answer?.message ?? null;
        const advice = triedAdvice.has(c.failure.code) ? next.replace(again, "फिर दोबारा जाँचें।") : "अपना इंटरनेट कनेक्शन और पता जाँचें, फिर दोबारा कोशिश करें।";
        return { title: what, next: advice, said, by: c.by && answeredBy(c.by) };
      }
    }
  },
  help: {
    title: "ये कहाँ मिलेंगे",
    host: "पता (होस्ट)",
    hostText: "यह LeadSquared में आपके खाता मैनेजर को पता है, और scsupport@leadsquared.com को भी। हर खाते का अलग होता है।",
    keys: "एक्सेस कुंजी और गुप्त कुंजी",
    keysText:
      "LeadSquared में: My Profile > Settings > API and Webhooks > API Access Keys. अक्सर यह पेज केवल एडमिन देख पाते हैं: अपने एडमिन से पूछें। कुंजियाँ किसी व्यक्ति की होती हैं, और उनसे जो भी भेजा जाता है वह उसी व्यक्ति का माना जाता है।",
    organisation: "संगठन ID",
    organisationText:
      "ऊपर दाईं ओर आपकी प्रोफ़ाइल तस्वीर के नीचे वाले मेनू में सबसे नीचे। API के पते में “tenants” के बाद की संख्या भी यही है: पूरा पता चिपकाएँ और वह अपने-आप भर जाती है।",
    switch: "एक स्विच चालू होना चाहिए",
    switchText: "Settings > Service Cloud > API Configurations: “Enable API” के पास “LeadSquared Service CRM APIs” चालू करें और Save दबाएँ।",
    whitelist: "अगर IP की कोई अनुमति-सूची है",
    whitelistText:
      "दो हो सकती हैं: स्विच वाले पेज पर, और पूरे खाते के लिए Users and Permissions में। इस कंप्यूटर का इंटरनेट पता हर उस सूची में होना चाहिए जो इस्तेमाल में है। नहीं तो सही कुंजियाँ भी अस्वीकार होती हैं।",
    where: "आपकी कुंजियाँ कहाँ जाती हैं",
    whereText: "इस कंप्यूटर के अपने कीचेन में, उस जगह के साथ जिसके लिए वे हैं। वे फिर कभी नहीं दिखाई जातीं और केवल आपके खाते के पते और लीड के पते पर जाती हैं, और जब आप उसका बटन दबाते हैं तो आपके क्षेत्र के पते पर। leadsquared.com के नीचे फ़ील्ड उस पते पर पूछे जाते हैं जो “api.” से शुरू होता है, जहाँ आपका “apigw.” से शुरू होता है।",
  },
};

/** Whose keys they are. */
export const owner = {
  region: "आपके LeadSquared खाते का क्षेत्र",
  choose: "चुनें…",
  regions: {
    mumbai: "भारत (मुंबई), api-in21",
    hyderabad: "भारत (हैदराबाद), api-in22",
    singapore: "सिंगापुर, api",
    united_states: "अमेरिका, api-us11",
    ireland: "आयरलैंड, api-ir31",
    canada: "कनाडा, api-ca12",
    middle_east: "मध्य पूर्व, api-me61",
    jakarta: "इंडोनेशिया (जकार्ता), api-id51",
  } satisfies Record<RegionName, string>,
  other: "दूसरा पता…",
  otherHost: "आपके क्षेत्र का पता",
  help: "अगर आप नहीं जानते, तो अपने एडमिन से पूछें। क्षेत्र एक-एक करके नहीं आज़माए जाते: कुंजियाँ वहीं जाती हैं जहाँ आप कहें।",
  leave: ({ host }: { host: string }) => `आपकी दोनों कुंजियाँ एक बार ${foreign(host)} को जाएँगी, इस सवाल के साथ कि वे किसकी हैं। वहाँ कुछ नहीं बदला जाता।`,
  ask: "बाकी भर दें",
  asking: "पूछ रहे हैं…",
  of: ({ name, company }: { name: string | null; company: string | null }) =>
    `कुंजियाँ इनकी हैं: ${[name, company].flatMap((part) => (part === null ? [] : [foreign(part)])).join(", ") || "यह खाता"}`,
  acts: ({ name }: { name: string }) => `इन कुंजियों से जो भी भेजे: टिकट पर यही दिखेगा कि ${foreign(name)} ने किया।`,
  zone: ({ zone }: { zone: string }) => `वहाँ का समय क्षेत्र: ${foreign(zone)}।`,
  filled: "संगठन ID और लीड का पता नीचे भर दिए गए हैं।",
  addressProposed: "बाकी नीचे भर दिया गया है। पता (होस्ट) आपके क्षेत्र का सामान्य पता है: “कनेक्शन जाँचें” बताता है कि क्या वह आपका है।",
  addressMissing: "अब केवल पता (होस्ट) कम है: किसी पेज पर नहीं लिखा कि आपके क्षेत्र में वह कौन-सा है। LeadSquared में आपके खाता मैनेजर को वह पता है।",
  refused:
    "ज़्यादातर कुंजियाँ ग़लत होती हैं (दोनों को फिर से कॉपी करें) या किसी और क्षेत्र की। नहीं तो जिसकी वे हैं वह व्यक्ति निष्क्रिय कर दिया गया है, या इस कंप्यूटर का पता IP की अनुमति-सूची में नहीं है।",
  failed: "आप नीचे के बक्से ख़ुद भर सकते हैं और कनेक्शन जाँच सकते हैं।",
  named: ({ host }: { host: string }) => `जवाब में दूसरा पता आया है: ${foreign(host)}। कुंजियाँ वहाँ तभी भेजी जाती हैं जब आप कहें।`,
  takeNamed: "वही पता इस्तेमाल करें",
};
