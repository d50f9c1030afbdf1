// Every sentence of the screen, in Hindi: plain, with "आप", and with the words of everyday office work.
import { readings } from "./draft";
import type { Words } from "./en";
import { account, owner } from "./hi/account";
import { dateAndTime, dateOf, number, size, timeOfDay, todayOrDate } from "./hi/amounts";
import { closing, settings, start, trouble } from "./hi/app";
import { alreadyThere } from "./hi/alreadyThere";
import { choices } from "./hi/choices";
import { delivery } from "./hi/delivery";
import { draft, draftFault, leftOut } from "./hi/draft";
import { failureWords, keysState } from "./hi/failures";
import { files } from "./hi/files";
import { filesThere } from "./hi/filesThere";
import { namedTicket } from "./hi/namedTicket";
import { outbox } from "./hi/outbox";
import { presets } from "./hi/presets";
import { proxy } from "./hi/proxy";
import { putBack } from "./hi/putBack";
import { removing } from "./hi/removing";
import { saveSetup } from "./hi/saveSetup";
import { answer, send } from "./hi/send";
import { launch, setup } from "./hi/setup";
import { setupDetails } from "./hi/setupDetails";
import { files as filesOf, named, subject } from "./hi/things";
import { ticket } from "./hi/ticket";
import { foreign } from "./foreign";

// Words, for whoever translates on: ticket: टिकट; customer: ग्राहक; file: फ़ाइल; field: फ़ील्ड; value: मान; draft: मसौदा; update:
// अपडेट; attempt: प्रयास; key: कुंजी; keychain: कीचेन; preset: प्रीसेट; team setup: टीम सेटअप; passphrase: पासफ़्रेज़; a key's sign:
// चिह्न; Send again: फिर से भेजें; It was done: हो गया था; Undo: वापस लें. "कल" is yesterday and tomorrow, so it never stands alone.
export const hi: Words = {
  product: "Ticket Courier",
  close: "बंद करें",
  cancel: "रद्द करें",
  remove: "हटाएँ",
  loading: "एक पल…",
  amounts: { size, timeOfDay, dateAndTime, todayOrDate, dateOf },
  failure: failureWords,
  named,
  subject,

  head: {
    account: ({ name, state }: { name: string; state: string }) => `खाता: ${foreign(name)}, ${state}. दूसरा चुनें`,
    accounts: "खाते",
    practice: "अभ्यास",
    practiceState: "इस कंप्यूटर से कुछ नहीं निकलता",
    addAccount: "खाता जोड़ें…",
    settings: "सेटिंग्स",
    panes: "विंडो के हिस्से",
    draft: "भेजने के लिए",
    history: "जो भेजा गया",
    needsYou: ({ count: n }: { count: number }) => `${number(n)} को आपकी ज़रूरत है`,
  },
  keys: {
    state: keysState,
    missing: ({ name }: { name: string }) => `इस कंप्यूटर पर “${foreign(name)}” की कुंजियाँ नहीं हैं।`,
    locked: ({ name }: { name: string }) =>
      `इस कंप्यूटर का कीचेन बंद है, इसलिए “${foreign(name)}” की कुंजियाँ नहीं पढ़ी जा सकतीं। उसे खोलें, या इस बार के लिए कुंजियाँ फिर से दें।`,
    no_keychain: ({ name }: { name: string }) =>
      `इस कंप्यूटर पर कोई कीचेन नहीं चल रहा, इसलिए “${foreign(name)}” की कुंजियाँ नहीं पढ़ी जा सकतीं। इस बार के लिए उन्हें फिर से दें।`,
    enter: "कुंजियाँ दें",
    lookAgain: "फिर से देखें",
    waits: "इस कंप्यूटर के कीचेन ने अभी जवाब नहीं दिया। शायद वह किसी दूसरी विंडो में अपना पासवर्ड माँग रहा है: उसे देखें। इस बीच कुछ नहीं खोता।",
    session: "इस बार के लिए कुंजियाँ दें",
  },
  practice: {
    line: "अभ्यास: इस कंप्यूटर से कुछ नहीं निकलता।",
    example: "नमूना टिकट भरें",
    customer: "नमूना ग्राहक भरें",
  },

  first: {
    title: "बदलाव और फ़ाइलें टिकट तक पहुँचाएँ",
    lead: "फ़ाइलें इस विंडो पर छोड़ें, टिकट बताएँ, भेजें दबाएँ, और हमेशा देखें कि क्या हुआ।",
    files: ({ count: n }: { count: number }) =>
      n === 1 ? `${filesOf(n)} जोड़ी गई। जब तक आप न चुनें कि कैसे शुरू करना है, वह यहीं रुकती है।` : `${filesOf(n)} जोड़ी गईं। जब तक आप न चुनें कि कैसे शुरू करना है, वे यहीं रुकती हैं।`,
    practice: "पहले अभ्यास करें",
    practiceHelp: "एक बनावटी खाता, जिसमें एक दर्जन टिकट हैं। इस कंप्यूटर से कुछ नहीं निकलता, इसलिए कुछ ग़लत नहीं हो सकता।",
    setup: "टीम सेटअप खोलें",
    setupHelp: "आपके एडमिन ने आपको एक फ़ाइल दी है जो .ticketcourier पर ख़त्म होती है। उसमें पता है; आपको केवल कुंजियाँ या पासफ़्रेज़ चाहिए।",
    account: "अपना खाता जोड़ें",
    accountHelp: "आपको अपने LeadSquared खाते का पता और उसकी दो कुंजियाँ चाहिए। अगला पेज बताता है कि वे कहाँ हैं।",
    later: "बाकी काम आप कभी भी कर सकते हैं: खातों का मेनू ऊपर है।",
  },

  draft,
  files,
  ticket,
  leftOut,
  draftFault,
  readings,
  presets,
  send,
  answer,
  outbox,
  choices,
  delivery,
  account,
  proxy,
  owner,
  filesThere,
  alreadyThere,
  namedTicket,
  putBack,
  setup,
  setupDetails,
  removing,
  saveSetup,
  launch,
  settings,
  closing,
  start,
  trouble,
};
