// What a failure means to a person: what happened, what became of the ticket, what to do next.
// Part of the catalogue in hi.ts; apart only because it is long.
import type { Effect, Failure, Insecure, Job, KeysState, NotRegular, Stuck } from "../../shell/types";
import type { FailureWords } from "../failures";
import { foreign } from "../foreign";
import { isBasic, partlySent, proxySaid, reasonOf } from "../reached";
import { count, list, sizeOf } from "./amounts";
import { fieldName } from "./things";

const safe: Record<Job, Record<Effect, string>> = {
  update: { not_sent: "कुछ नहीं भेजा गया।", not_done: "टिकट नहीं बदला।", may_be_done: "टिकट शायद बदल चुका है।" },
  new_ticket: { not_sent: "कुछ नहीं भेजा गया।", not_done: "कोई टिकट नहीं बना।", may_be_done: "टिकट शायद बन चुका है।" },
  note: { not_sent: "कुछ नहीं भेजा गया।", not_done: "नोट नहीं जोड़ा गया।", may_be_done: "नोट शायद जुड़ चुका है।" },
};

// A part had left this computer already, so "Nothing was sent" would be read as untrue.
const nothingArrived: Record<Job, string> = {
  update: "टिकट तक कुछ नहीं पहुँचा।",
  new_ticket: "कोई टिकट नहीं बना।",
  note: "टिकट तक कुछ नहीं पहुँचा।",
};

export const notRegular: Record<NotRegular, string> = {
  folder: "फ़ोल्डर",
  pipe: "पाइप",
  device: "उपकरण",
  other: "कोई असामान्य चीज़",
};

export const keysState: Record<KeysState, string> = {
  saved: "कुंजियाँ सहेजी हुई हैं",
  session: "कुंजियाँ ऐप बंद करने तक हैं",
  missing: "कुंजियाँ नहीं हैं",
  locked: "कीचेन बंद है",
  no_keychain: "कीचेन नहीं है",
};

export const again = "एक बार और कोशिश करने के लिए “फिर से भेजें” दबाएँ।";
const back = "“सुधारकर दोबारा भेजें” सब कुछ वापस लाता है, ताकि आप बदल सकें।";
const change = `जिसका नाम लिया गया उसे बदलें: ${back}`;
const checks: Record<Job, string> = {
  update: `टिकट नंबर और मान जाँचें: ${back}`,
  new_ticket: `ग्राहक और मान जाँचें: ${back}`,
  note: `टिकट नंबर जाँचें: ${back}`,
};
const admin = "विवरण अपने एडमिन को दिखाएँ।";
const looks: Record<Job, string> = {
  update: "LeadSquared में टिकट खोलें। तभी फिर से भेजें जब बदलाव या फ़ाइलें वहाँ न हों।",
  new_ticket: "LeadSquared में नया टिकट खोजें। तभी फिर से भेजें जब वह वहाँ न हो।",
  note: "LeadSquared में टिकट खोलें। तभी फिर से भेजें जब नोट वहाँ न हो।",
};
const readd = (file: string) => `“सुधारकर दोबारा भेजें” दबाएँ, और “${foreign(file)}” को फिर से जोड़ें।`;

/** Why a connection is not secure, and what to do about it. */
const insecure: Record<Insecure, { what: (host: string) => string; next: string }> = {
  expired: {
    what: (host) => `“${host}” के प्रमाणपत्र की अवधि ख़त्म हो गई है, इसलिए कनेक्शन इस्तेमाल नहीं किया गया।`,
    next: "इस कंप्यूटर की तारीख़ और समय जाँचें। अगर वे सही हैं, तो सर्वर चलाने वालों को प्रमाणपत्र नया करना होगा: अपने एडमिन को बताएँ।",
  },
  not_yet_valid: {
    what: (host) => `“${host}” का प्रमाणपत्र अभी मान्य नहीं हुआ है, इसलिए कनेक्शन इस्तेमाल नहीं किया गया।`,
    next: "इस कंप्यूटर की तारीख़ और समय जाँचें: शायद वे पीछे हैं।",
  },
  other_name: {
    what: (host) => `“${host}” ने जो प्रमाणपत्र दिखाया वह किसी और सर्वर का है, इसलिए कनेक्शन इस्तेमाल नहीं किया गया।`,
    next: "खाते की सेटिंग्स में पता जाँचें, और यह भी कि क्या आपका नेटवर्क पहले साइन-इन माँगता है।",
  },
  unknown_issuer: {
    what: (host) => `यह कंप्यूटर नहीं जानता कि “${host}” के प्रमाणपत्र की ज़िम्मेदारी कौन लेता है, इसलिए कनेक्शन इस्तेमाल नहीं किया गया।`,
    next: "कंपनी का नेटवर्क या वायरस-स्कैनर सुरक्षित कनेक्शन अपने प्रमाणपत्र से खोलता हो सकता है, जो इस कंप्यूटर में इंस्टॉल होना चाहिए: अपने एडमिन से पूछें।",
  },
  too_old: {
    what: (host) => `“${host}” और इस कंप्यूटर को बात करने का ऐसा सुरक्षित तरीक़ा नहीं मिला जो दोनों जानते हों, इसलिए कनेक्शन इस्तेमाल नहीं किया गया।`,
    next: "सर्वर, या उसके रास्ते में कुछ, बहुत पुराना है: अपने एडमिन को बताएँ।",
  },
  wants_certificate: {
    what: (host) => `“${host}” इस कंप्यूटर से प्रमाणपत्र माँगता है, और ऐप के पास दिखाने को कोई नहीं है।`,
    next: "खाते की सेटिंग्स में पता जाँचें, या अपने एडमिन से ऐसा पता माँगें जो इसके बिना चले।",
  },
  other: {
    what: (host) => `“${host}” से कनेक्शन सुरक्षित नहीं है, इसलिए इस्तेमाल नहीं किया गया।`,
    next: "इस कंप्यूटर की तारीख़ और समय, और खाते की सेटिंग्स में पता जाँचें। अगर दोनों सही हैं, तो अपने एडमिन से पूछें।",
  },
};

const proxyNamed = (name: string) => (name === "" ? "आपके नेटवर्क का प्रॉक्सी" : `आपके नेटवर्क का प्रॉक्सी “${foreign(name)}”`);

function proxySignIn(proxy: string, kinds: string[]): { what: string; next: string } {
  return isBasic(kinds)
    ? {
        what: `${proxyNamed(proxy)} कुछ भी जाने देने से पहले नाम और पासवर्ड माँगता है।`,
        next: "“प्रॉक्सी में साइन-इन करें” दबाएँ, या अपने एडमिन से पूछें।",
      }
    : {
        what: `${proxyNamed(proxy)} ऐसा साइन-इन माँगता है जो ऐप को नहीं आता: ${foreign(list(kinds))}।`,
        next: "ऐप केवल नाम और पासवर्ड से साइन-इन करता है (Basic)। अपने एडमिन से कहें कि टिकट सिस्टम को बिना साइन-इन के जाने दें।",
      };
}

function proxyRefused(proxy: string, host: string, status: number | null): { what: string; next: string } {
  const made = `${proxyNamed(proxy)} “${foreign(host)}” से कनेक्शन नहीं जोड़ पाया`;
  switch (proxySaid(status)) {
    case "nothing":
      return { what: `${made}: उसने बात काट दी, या वह प्रॉक्सी नहीं है।`, next: `इस कंप्यूटर की नेटवर्क सेटिंग्स में प्रॉक्सी जाँचें, या अपने एडमिन से पूछें। ${again}` };
    case "sign_in":
      return { what: `${made}: वह चाहता है कि आप पहले साइन-इन करें (${status})।`, next: "ब्राउज़र में कोई भी पेज खोलें और वहाँ साइन-इन करें।" };
    case "not_allowed":
      return { what: `${made}: वह इसकी अनुमति नहीं देता (${status})।`, next: "अपने एडमिन से कहें कि इस पते की अनुमति दें।" };
    case "not_reached":
      return {
        what: `${made}: वह वहाँ पहुँच नहीं सका, या बहुत व्यस्त है (${status})।`,
        next: `खाते की सेटिंग्स में पता जाँचें। अगर वह सही है, तो कुछ मिनट रुकें। ${again}`,
      };
    case "other":
      return { what: `${made} (${status})।`, next: "अपने एडमिन से पूछें कि क्या प्रॉक्सी उस पते की अनुमति देता है।" };
  }
}

const fewer = "एक बार में कम फ़ाइलें भेजें, या तेज़ कनेक्शन इस्तेमाल करें।";

/** One that failed so often in a row that it is not tried any more by itself. */
function stopped(stuck: Stuck, next: string): { what: string; next: string } {
  if (stuck.sent === 0) {
    return { what: "यह बार-बार आज़माया गया, और हर बार कुछ भी भेजे जाने से पहले रुक गया।", next };
  }
  const far = stuck.sent >= stuck.total ? "जब सब कुछ निकल चुका था" : `जब ${sizeOf(stuck.sent, stuck.total)} निकल चुके थे`;
  return {
    what: `यह बार-बार आज़माया गया, और तब रुका ${far}।`,
    next: `शायद रास्ते में किसी के लिए यह बहुत बड़ा है, या बहुत धीरे जाता है। ${fewer} ${again}`,
  };
}

const orTooLarge = "या फ़ाइलें रास्ते में किसी के लिए बहुत ज़्यादा या बहुत बड़ी हैं: एक बार में कम के साथ आज़माएँ।";

/** The server's own reason, as the headline. */
const says = (failure: Failure): string | null => {
  const said = reasonOf(failure);
  return said === null ? null : `टिकट सिस्टम कहता है: “${foreign(said)}”।`;
};

/** Another address that the server named, where there was one: for the person to judge. */
const named = (failure: Failure): string =>
  failure.answer?.named_host
    ? `जवाब में दूसरा पता आया है, “${foreign(failure.answer.named_host)}”; वहाँ कुछ नहीं भेजा गया। अगर आपका खाता उस क्षेत्र में है, तो अपने एडमिन से उसका पता माँगें। `
    : "";

const reason = (failure: Failure, then: string, without: string) =>
  failure.answer?.reason ? then : failure.answer?.message ? `उसमें कारण लिखा है। ${then}` : `उसने कोई कारण नहीं बताया। ${without}`;

const internet = `अपना इंटरनेट कनेक्शन जाँचें (और VPN, अगर इस्तेमाल करते हैं)। ${again}`;

function happened(failure: Failure, job: Job): { what: string; next: string } {
  const look = looks[job];
  const check = checks[job];
  const uncertain = failure.effect === "may_be_done";
  switch (failure.code) {
    case "file_missing":
      return { what: `“${foreign(failure.file)}” अब वहाँ नहीं है जहाँ थी।`, next: readd(failure.file) };
    case "file_unreadable":
      return {
        what: `“${foreign(failure.file)}” नहीं पढ़ी जा सकी (${foreign(failure.why)})।`,
        next: `उसे इस्तेमाल कर रहे दूसरे प्रोग्राम बंद करें और जाँचें कि आप उसे खोल सकते हैं। ${readd(failure.file)}`,
      };
    case "file_not_regular":
      return {
        what: `“${foreign(failure.file)}” अब ${notRegular[failure.kind]} है, और केवल फ़ाइलें भेजी जा सकती हैं।`,
        next: "“सुधारकर दोबारा भेजें” दबाएँ, उसे हटाएँ, और जो फ़ाइल भेजनी है उसे जोड़ें।",
      };
    case "file_changed":
      return { what: `“${foreign(failure.file)}” आपके जोड़ने के बाद बदल गई।`, next: readd(failure.file) };
    case "file_shrank":
      return {
        what: `“${foreign(failure.file)}” भेजे जाते समय छोटी हो गई।`,
        next: `तब तक रुकें जब तक कोई प्रोग्राम उसमें न लिख रहा हो। ${readd(failure.file)}`,
      };
    case "file_grew":
      return {
        what: `“${foreign(failure.file)}” भेजे जाते समय बड़ी हो गई।`,
        next: `तब तक रुकें जब तक कोई प्रोग्राम उसमें न लिख रहा हो। ${readd(failure.file)}`,
      };
    case "lead_unknown":
      return {
        what: "टिकट सिस्टम नहीं बताता कि यह टिकट किस ग्राहक का है, और अपडेट के लिए यह ज़रूरी है।",
        next: "अपने एडमिन से टिकट देखने को कहें।",
      };
    case "changed_since": {
      const fields = list(failure.fields.map((field) => `“${fieldName(field)}”`));
      return {
        what: `जिस अपडेट को पलटना था उसके बाद किसी ने ${fields} बदल दिया, या यह पता नहीं चल सकता, इसलिए उसमें से कुछ नहीं भेजा गया।`,
        next: "टिकट देखें। उस अपडेट पर “पहले जैसा करें…” दिखाता है कि वह अब क्या है।",
      };
    }
    case "host_not_found":
      return {
        what: `“${foreign(failure.host)}” नाम का कोई सर्वर नहीं मिला।`,
        next: "अपना इंटरनेट कनेक्शन जाँचें, फिर खाते की सेटिंग्स में पता।",
      };
    case "cannot_connect":
      return { what: `“${foreign(failure.host)}” तक नहीं पहुँचा जा सका।`, next: internet };
    case "connect_timed_out":
      return { what: `“${foreign(failure.host)}” ने समय पर कनेक्शन नहीं लिया।`, next: internet };
    case "connection_not_secure": {
      const words = insecure[failure.kind];
      return { what: words.what(foreign(failure.host)), next: words.next };
    }
    case "proxy_unreachable":
      return {
        what: `प्रॉक्सी “${foreign(failure.proxy)}”, जो इस कंप्यूटर की नेटवर्क सेटिंग्स में है, तक नहीं पहुँचा जा सका।`,
        next: `कंपनी के नेटवर्क से कनेक्शन जाँचें (VPN, अगर इस्तेमाल करते हैं)। अगर यहाँ प्रॉक्सी की ज़रूरत नहीं है, तो उसे इस कंप्यूटर की नेटवर्क सेटिंग्स से हटाएँ। ${again}`,
      };
    case "proxy_not_spoken":
      return {
        what: `इस कंप्यूटर की नेटवर्क सेटिंग्स में प्रॉक्सी “${foreign(failure.proxy)}” है, जिसका प्रकार ${foreign(failure.kind.toUpperCase())} ऐप को नहीं आता।`,
        next: "ऐप वेब प्रॉक्सी और SOCKS5 से बात करता है। अपने एडमिन से इनमें से कोई एक माँगें।",
      };
    case "proxy_sign_in":
      return proxySignIn(failure.proxy, failure.kinds);
    case "proxy_refused":
      return proxyRefused(failure.proxy, failure.host, failure.status);
    case "broke_while_sending":
      return { what: "सब कुछ भेजे जाने से पहले कनेक्शन टूट गया।", next: again };
    case "stalled_while_sending":
      return { what: `${count(failure.seconds, "सेकंड", "सेकंड")} तक कुछ आगे नहीं बढ़ा, इसलिए भेजना रोक दिया गया।`, next: again };
    case "not_released":
      return {
        what: `यह कंप्यूटर नहीं लिख सका कि काम पूरा होने वाला था (${foreign(failure.why)}), इसलिए अंत से पहले रुक गया।`,
        next: "इस कंप्यूटर की डिस्क पर जगह बनाएँ; यह अपने-आप आगे बढ़ता है।",
      };
    case "cancelled":
      return uncertain
        ? { what: "आपने सब कुछ भेजे जाने के बाद रद्द किया, इसलिए जवाब पता नहीं है।", next: look }
        : { what: "आपने सब कुछ भेजे जाने से पहले रद्द किया।", next: "“फिर से इस्तेमाल करें” इसे नए अपडेट में रखता है।" };
    case "too_many_calls":
      return {
        what: "खाते ने अभी के लिए अपनी कॉल पूरी कर ली हैं; शायद दूसरे लोग या प्रोग्राम वही कुंजियाँ इस्तेमाल कर रहे हैं।",
        next: `थोड़ा रुकें। ${again}`,
      };
    case "unavailable":
      return uncertain
        ? { what: "सब कुछ भेजे जाने के बाद रास्ते में किसी ने कहा कि टिकट सिस्टम उपलब्ध नहीं है।", next: look }
        : { what: "टिकट सिस्टम इस समय उपलब्ध नहीं है।", next: `कुछ मिनट रुकें। ${again}` };
    case "too_slow":
      return uncertain
        ? { what: "सब कुछ भेजे जाने के बाद सर्वर ने कहा कि बहुत समय लग गया।", next: look }
        : { what: "भेजने में उससे ज़्यादा समय लगा जितना सर्वर रुकता है।", next: `${fewer} ${again}` };
    case "failed_early":
      return {
        what: says(failure) ?? "सब कुछ मिलने से पहले सर्वर विफल हो गया।",
        next: `कुछ मिनट रुकें। ${again} अगर उसी जगह विफल हो, तो फ़ाइलें बहुत ज़्यादा या बहुत बड़ी हो सकती हैं।`,
      };
    case "not_the_ticket_system":
      return {
        what: "टिकट सिस्टम ने नहीं, किसी वेब पेज ने जवाब दिया।",
        next: `शायद आपका नेटवर्क पहले साइन-इन चाहता है: ब्राउज़र में कोई भी पेज खोलें। ${again} अगर ऐसा ही रहे, तो खाते की सेटिंग्स में पता जाँचें।`,
      };
    case "wrong_address":
      return { what: "इस पते पर सर्वर के पास कोई टिकट सिस्टम नहीं है।", next: "खाते की सेटिंग्स में पता और संगठन ID जाँचें।" };
    case "not_accepted":
      return { what: says(failure) ?? "टिकट सिस्टम ने इसे स्वीकार नहीं किया।", next: reason(failure, change, check) };
    case "keys_refused":
      return {
        what: "टिकट सिस्टम ने कुंजियाँ अस्वीकार कर दीं।",
        next: `${named(failure)}ज़्यादातर कुंजियाँ ग़लत होती हैं या नई बना दी गई होती हैं: खाते की सेटिंग्स में दोनों जाँचें। अगर वे सही हैं, तो इनमें से कोई बात है, और एडमिन बता सकता है: इस कंप्यूटर का पता IP की किसी अनुमति-सूची में नहीं है (ऐसी दो सूचियाँ हैं), जिसकी कुंजियाँ हैं वह व्यक्ति निष्क्रिय कर दिया गया है, या खाता किसी और क्षेत्र में है।`,
      };
    case "forbidden":
      return {
        what: says(failure) ?? "इन कुंजियों को यह करने की अनुमति नहीं है।",
        next: `${named(failure)}ज़्यादातर इसका कारण उस व्यक्ति की भूमिका होती है जिसकी कुंजियाँ हैं: Agent की कुंजियाँ केवल उसी Agent को सौंपे गए टिकट बदलती हैं, Light Agent की कोई नहीं। नहीं तो “LeadSquared Service CRM APIs” बंद है, इस कंप्यूटर का पता IP की अनुमति-सूची में नहीं है, या खाते का पता कहीं और ले जाता है। अपने एडमिन से पूछें, फिर दोबारा भेजें।`,
      };
    case "not_found":
      if (job === "new_ticket") {
        return { what: "टिकट सिस्टम इस पते पर टिकट नहीं बनाता।", next: "खाते की सेटिंग्स में पता और संगठन ID जाँचें।" };
      }
      return {
        what: "टिकट सिस्टम इस टिकट को नहीं जानता।",
        next: "पहले टिकट नंबर जाँचें, फिर खाते की सेटिंग्स में पता। ग़लत नंबर “सुधारकर दोबारा भेजें” से ठीक होता है।",
      };
    case "too_large":
      return {
        what: "टिकट सिस्टम के लिए फ़ाइलें बहुत बड़ी थीं।",
        next: `जहाँ कई फ़ाइलें हों, वहाँ “हिस्सों में भेजें” इससे कई छोटे अपडेट बनाता है। अकेली फ़ाइल जो बहुत बड़ी है उसे छोटा करना होगा: ${back}`,
      };
    case "refused":
      return { what: says(failure) ?? "टिकट सिस्टम ने इसे अस्वीकार कर दिया।", next: reason(failure, change, admin) };
    case "redirected":
      return {
        what: "सर्वर ने दूसरा पता बताया; कुंजियाँ वहाँ नहीं भेजी गईं।",
        next: "खाते की सेटिंग्स में पता जाँचें, या अपने नेटवर्क का साइन-इन पेज।",
      };
    case "declined":
      return { what: says(failure) ?? "टिकट सिस्टम ने इसे लिया, पर पूरा नहीं किया।", next: reason(failure, change, check) };
    case "server_error":
      return {
        what: says(failure) ?? "इस पर काम करते समय टिकट सिस्टम विफल हो गया।",
        next: failure.answer?.exception ? `यह अस्वीकृति जैसा लगता है। ${uncertain ? look : again}` : uncertain ? look : again,
      };
    case "answer_unreadable":
      return { what: "टिकट सिस्टम का जवाब समझ में नहीं आया।", next: uncertain ? look : admin };
    case "answered_early":
      return { what: "टिकट सिस्टम ने सब कुछ मिलने से पहले जवाब दे दिया।", next: uncertain ? look : reason(failure, change, admin) };
    case "broke_before_answer":
      return { what: "सब कुछ भेजे जाने के बाद, जवाब आने से पहले, कनेक्शन टूट गया।", next: look };
    case "no_answer":
      return { what: `सब कुछ भेजा गया, पर ${count(failure.seconds, "सेकंड", "सेकंड")} में कोई जवाब नहीं आया।`, next: look };
  }
}

export function failureWords(failure: Failure, job: Job = "update", stuck: Stuck | null = null): FailureWords {
  const { what, next } = happened(failure, job);
  // What is said of the size already needs no second word.
  const also = failure.oversize && failure.code !== "too_large" ? `${next} ${orTooLarge}` : next;
  const words = stuck ? stopped(stuck, also) : { what, next: also };
  return { ...words, quotes: words.what === says(failure), safe: partlySent(failure) ? nothingArrived[job] : safe[job][failure.effect] };
}
