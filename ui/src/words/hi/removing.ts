// What a removal from the list means, said before it is done. Part of the catalogue in hi.ts.
import type { Delivery, Removable, Removal, SetAside } from "../../shell/types";
import { count, dateAndTime, list, number, size } from "./amounts";
import { subject } from "./things";

const entries = (n: number) => count(n, "प्रविष्टि", "प्रविष्टियाँ");
const forGood = "इसे वापस नहीं लिया जा सकता। LeadSquared में कुछ नहीं बदलता।";
const setAside = ({ setAside: n }: Removable): string =>
  n === 0 ? "" : ` अलग रखी ${count(n, "ख़राब सूची भी हटती है, क्योंकि उसमें", "ख़राब सूचियाँ भी हटती हैं, क्योंकि उनमें")} वही हो सकता है।`;

/** What stays, and what has to happen before it can go. */
const stays = ({ onTheWay, needsYou, proof }: Removable): string => {
  const them = [
    ...(onTheWay > 0 ? [`${number(onTheWay)} जो रास्ते में ${onTheWay === 1 ? "है" : "हैं"} (पहले रद्द करें)`] : []),
    ...(needsYou > 0 ? [`${number(needsYou)} जिसे आपकी ज़रूरत है (पहले बताएँ कि उसका क्या हुआ)`] : []),
    ...(proof > 0 ? [`${number(proof)} जिससे पता चलता है कि किसी टिकट पर किसकी फ़ाइलें हैं (जब तक आप न बताएँ कि जो शायद नहीं पहुँचा उसका क्या हुआ)`] : []),
  ];
  return them.length === 0 ? "" : ` जो रहता है: ${list(them)}।`;
};

export const removing = {
  heading: "इस कंप्यूटर पर",
  one: "सूची से हटाएँ…",
  ticket: ({ ticket }: Delivery) => `#${ticket} का सब कुछ हटाएँ…`,
  everything: "सूची से सब कुछ हटाएँ…",
  waits: "भेजे या रद्द किए जाने के बाद सूची से हटाया जा सकता है।",
  unsure: "जब आप बता दें कि यह हुआ या नहीं, तब सूची से हटाया जा सकता है।",
  yes: "हमेशा के लिए हटाएँ",
  understood: "बंद करें",

  title: ({ removal, delivery, can }: { removal: Removal; delivery: Delivery | null; can: boolean }): string => {
    if (removal.what === "everything") return "सूची से सब कुछ हटाएँ?";
    if (removal.what === "ticket") return can ? `#${removal.ticket} का सब कुछ हटाएँ?` : `#${removal.ticket} का अभी कुछ नहीं हटाया जा सकता`;
    return can ? `${delivery ? `${subject(delivery)}: ` : ""}सूची से हटाएँ?` : "यह अभी नहीं हटाया जा सकता";
  },
  text: ({ removal, delivery, found }: { removal: Removal; delivery: Delivery | null; found: Removable }): string => {
    if (removal.what === "one") {
      if (found.goes === 0) return stays(found).trim();
      const undone = delivery?.needsYou ? "यह नहीं हुआ, और इसके बाद यहाँ से नहीं भेजा जा सकेगा। " : "";
      return `${undone}जो भेजा गया, उसका जवाब, और टिकट से जो पढ़ा गया, वह इस कंप्यूटर से हटा दिया जाता है।${setAside(found)} ${forGood}`;
    }
    const of = removal.what === "ticket" ? `#${removal.ticket} की ` : "";
    const read = removal.what === "ticket" ? "टिकट और उसके ग्राहक के बारे में जो पढ़ा गया" : "टिकटों और ग्राहकों के बारे में जो कुछ पढ़ा गया";
    if (found.goes === 0 && removal.what === "ticket") return stays(found).trim();
    const go = found.goes === 0 ? `अभी कोई प्रविष्टि नहीं हटाई जा सकती; ${read} वह इस कंप्यूटर से हटता है।` : `इस कंप्यूटर से ${of}${entries(found.goes)} हटती ${found.goes === 1 ? "है" : "हैं"}, और ${read} वह भी।`;
    return `${go}${stays(found)}${setAside(found)} आप जो तैयार कर रहे हैं वह रहता है। ${forGood}`;
  },

  setAsideHeading: "अलग रखी गई",
  setAsideHelp: "इस ऐप की सूचियाँ जो ख़राब थीं। जो पढ़ा जा सका वह ले लिया गया; ऐप को अब इनकी ज़रूरत नहीं है।",
  setAsideFacts: ({ writtenAt, bytes }: SetAside) => `आख़िरी बार ${dateAndTime(writtenAt)} को लिखी गई, ${size(bytes)}`,
  setAsideName: ({ name }: { name: string }) => `${name} हटाएँ`,
  setAsideTitle: "यह ख़राब सूची हटाएँ?",
  setAsideText: "अगर ख़राब होने के बाद से सूची में कुछ कम है, तो फिर कोई उसे वहाँ नहीं खोज पाएगा। इसे वापस नहीं लिया जा सकता।",
};
