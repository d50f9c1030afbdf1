// What can be done with the files of an update. Part of the catalogue in hi.ts.
import type { FileShown, Folder, NameFault } from "../../shell/types";
import { foreign } from "../foreign";
import { stamp } from "../when";
import { count, list, number, size } from "./amounts";
import { failureWords } from "./failures";
import { files as filesOf } from "./things";

const added = (n: number) => `${filesOf(n)} ${n === 1 ? "जोड़ी गई" : "जोड़ी गईं"}`;
const left = (n: number) => `${filesOf(n)} ${n === 1 ? "छोड़ दी गई" : "छोड़ दी गईं"}`;

export const files = {
  takeAsItIs: "जैसी अभी है वैसी ही लें",
  tookAsItIs: ({ name }: { name: string }) => `“${foreign(name)}” वैसी ही ली गई जैसी अभी है।`,
  removed: ({ name }: { name: string }) => `“${foreign(name)}” हटाई गई।`,
  undo: "वापस लें",
  undoOf: ({ name }: { name: string }) => `वापस लें: “${foreign(name)}” फिर से रखें`,
  back: ({ name }: { name: string }) => `“${foreign(name)}” वापस आ गई।`,

  rename: ({ name }: { name: string }) => `${foreign(name)} का नाम बदलें`,
  renameHelp: "टिकट पर उसका नाम बदलें (F2)",
  name: ({ name }: { name: string }) => `टिकट पर “${foreign(name)}” का नाम`,
  nameKeys: "Enter से नाम रहता है, Esc से पहले जैसा हो जाता है।",
  ownName: ({ name }: { name: string }) => `इस कंप्यूटर पर “${foreign(name)}”`,
  renamed: ({ name }: { name: string }) => `टिकट पर इसका नाम “${foreign(name)}” होगा।`,
  nameFault: (fault: NameFault): string => {
    switch (fault.code) {
      case "empty":
        return "इसका नाम क्या हो? कोई नाम लिखें।";
      case "unseen":
        return "नाम में ऐसा अक्षर है जो दिखता नहीं। उसे फिर से लिखें।";
      case "separator":
        return "नाम में / या \\ नहीं हो सकता।";
      case "too_long":
        return `नाम बहुत लंबा है: वह ${number(fault.bytes)} बाइट लेता है, ज़्यादा से ज़्यादा ${number(fault.most)} हो सकती हैं।`;
      case "taken":
        return "यहाँ किसी और फ़ाइल का यही नाम है।";
    }
  },

  move: ({ name, place, of }: { name: string; place: number; of: number }) => `${foreign(name)} को खिसकाएँ, ${number(of)} में से ${number(place)}`,
  moveHelp: "दूसरी जगह खींचें, या ऊपर-नीचे की तीर कुंजियाँ दबाएँ",
  /** As it will be called on the ticket. */
  pasteName: ({ at, ticket }: { at: Date; ticket: string }) => `तस्वीर ${stamp(at)}${ticket === "" ? "" : ` टिकट ${ticket}`}.png`,
  pasted: "चिपकाई गई; ऐप इसे रखता है",
  online: "यह अभी इस कंप्यूटर पर नहीं है। जब आप भेजें दबाते हैं, तो पहले यह लाई जाती है; उसके लिए इंटरनेट चाहिए।",
  nothingPasted: "क्लिपबोर्ड में न कोई तस्वीर है, न फ़ाइल।",
  beside: "क्लिपबोर्ड में टेक्स्ट है, और उसकी तस्वीर भी। टेक्स्ट चिपकाने के लिए पहले किसी बक्से में क्लिक करें।",
  addPicture: "तस्वीर जोड़ें",
  /** For the screen reader. */
  took: ({ count: n, left: out }: { count: number; left: number }): string =>
    out === 0 ? (n === 0 ? "" : `${added(n)}।`) : `${n === 0 ? "कुछ नहीं जोड़ा गया" : added(n)}; ${left(out)}, और कारण बताया गया है।`,
  droppedLink: "लिंक फ़ाइल की तरह नहीं भेजा जा सकता। उसे टेक्स्ट के बक्से पर छोड़ें, या जहाँ वह ले जाता है उसे सहेजकर छोड़ें।",
  droppedText: "टेक्स्ट को टेक्स्ट के बक्से पर छोड़ा जा सकता है; कुछ नहीं जोड़ा गया।",
  droppedOther: "दूसरे प्रोग्राम ने कोई फ़ाइल नहीं दी। पहले उसे वहाँ सहेजें, फिर फ़ाइल छोड़ें; तस्वीर को वहाँ कॉपी करके यहाँ Ctrl+V से चिपकाया भी जा सकता है।",
  instead: ({ names }: { names: string[] }) => `${list(names.map((name) => `“${foreign(name)}”`))} में से कुछ नहीं जोड़ा गया: उसकी जगह यह सूची आई।`,

  moved: ({ name, place, of }: { name: string; place: number; of: number }) => `“${foreign(name)}” अब ${number(of)} में से ${number(place)} पर है।`,

  open: ({ name }: { name: string }) => `${foreign(name)} खोलें`,
  notOpened: ({ name, opened }: { name: string; opened: Exclude<FileShown, { result: "shown" }> }): string => {
    switch (opened.result) {
      case "not_for_viewing":
        return `“${foreign(name)}” यहाँ से नहीं खोली जाती: यह केवल देखी जाने वाली फ़ाइल नहीं है, और प्रोग्राम हो सकती है।`;
      case "gone":
        return failureWords(opened.failure).what;
      case "no_viewer":
        return `इस कंप्यूटर में “${foreign(name)}” दिखाने के लिए कुछ नहीं है (${foreign(opened.why)})।`;
    }
  },

  chooseFolder: "फ़ोल्डर चुनें…",
  folderTitle: ({ names }: { names: string[] }) => `${list(names.map((name) => `“${foreign(name)}”`))} की फ़ाइलें`,
  folderAll: "सभी",
  folderAdd: ({ count: n }: { count: number }) => (n === 0 ? "फ़ाइलें जोड़ें" : `${filesOf(n)} जोड़ें`),
  folderTotal: ({ count: n, of, bytes }: { count: number; of: number; bytes: number }) => `${filesOf(of)} में से ${number(n)}, ${size(bytes)}`,
  folderEmpty: "इसमें ऐसी कोई फ़ाइल नहीं है जो जोड़ी जा सके।",
  folderNotes: ({ files, hidden, links, unread, more }: Folder): string[] => [
    ...(more ? [`और भी हैं: ये पहली ${number(files.length)} हैं। बाकी अंदर के फ़ोल्डरों से जोड़ें।`] : []),
    ...(hidden > 0 ? [`${count(hidden, "छिपी या सिस्टम की फ़ाइल", "छिपी या सिस्टम की फ़ाइलें")} छोड़ दी गईं।`] : []),
    ...(links > 0 ? [`दूसरी जगहों के ${count(links, "लिंक", "लिंक")} छोड़ दिए गए।`] : []),
    ...(unread > 0 ? [`${count(unread, "फ़ाइल या फ़ोल्डर", "फ़ाइलें या फ़ोल्डर")} नहीं पढ़े जा सके।`] : []),
  ],
};
