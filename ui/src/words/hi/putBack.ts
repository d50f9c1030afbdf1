// Putting back what an update changed. Part of the catalogue in hi.ts.
import type { Delivery, Stands } from "../../shell/types";
import { dateAndTime } from "./amounts";
import { files } from "./things";

const stands: Record<Stands, string> = {
  can_go_back: "तब से किसी ने नहीं बदला।",
  as_before: "यह पहले जैसा ही है।",
  changed_since: "तब से किसी ने बदल दिया, इसलिए ऐसा ही रहता है।",
  cannot_tell: "पता नहीं चल सकता कि तब से किसी ने बदला या नहीं, इसलिए ऐसा ही रहता है।",
  not_read: "पहले क्या था वह नहीं पढ़ा गया, इसलिए पहले जैसा नहीं किया जा सकता।",
};

export const putBack = {
  open: "पहले जैसा करें…",
  title: ({ ticket }: Delivery) => `#${ticket} पर जो बदला गया उसे पहले जैसा करें?`,
  titleOther: "क्या पहले जैसा किया जा सकता है",
  reading: "टिकट पढ़ रहे हैं…",
  /** What no press can take back. */
  stays: ({ job, ticket, files: sent, changes }: Delivery): string => {
    if (job === "note") return "नोट यहाँ से टिकट पर से वापस नहीं लिया जा सकता। किसी को उसे LeadSquared में ही हटाना होगा।";
    if (job === "new_ticket") return `नया टिकट यहाँ से वापस नहीं लिया जा सकता। ${ticket === "" ? "उसे" : `#${ticket} को`} LeadSquared में ही बंद करें या हटाएँ।`;
    if (sent.length === 0) return "";
    const went = sent.length === 1 ? "साथ गई फ़ाइल" : `साथ गई ${files(sent.length)}`;
    return `${went} टिकट पर ${sent.length === 1 ? "रहती है" : "रहती हैं"}${changes.length === 0 ? " और कुछ नहीं बदला गया था: पहले जैसा करने को कुछ नहीं है" : ""}। फ़ाइलें यहाँ से टिकट पर से नहीं हटाई जा सकतीं; वह केवल LeadSquared में ही हो सकता है।`;
  },
  field: "फ़ील्ड",
  was: "पहले",
  set: "बदलकर किया",
  now: "अब है",
  choose: ({ field }: { field: string }) => `${field} को पहले जैसा करें`,
  empty: "(खाली)",
  unknown: "नहीं पढ़ा गया",
  notShown: "नहीं दिखाया गया",
  stands,
  beforeReadAt: ({ at }: { at: number }) => `“पहले” वह है जो टिकट ने अपडेट से पहले आख़िरी बार पढ़े जाने पर दिखाया: ${dateAndTime(at)}।`,
  notReadBefore: "इस अपडेट से पहले टिकट नहीं पढ़ा गया, इसलिए कोई नहीं जानता कि वह क्या था।",
  last: "भेजने से ठीक पहले टिकट एक बार और पढ़ा जाता है। अगर तब तक किसी ने इनमें से कोई फ़ील्ड बदल दिया हो, तो कुछ नहीं भेजा जाता, और आपको बताया जाता है।",
  go: ({ count: n }: { count: number }) => (n === 0 ? "पहले जैसा करें" : `${String(n)} फ़ील्ड पहले जैसे करें`),
  nothing: "पहले जैसा करने को कुछ नहीं है।",
  nobodyToAsk: "टिकट अभी नहीं पढ़ा जा सकता: उसके खाते की कुंजियाँ नहीं हैं, या खाते का पता दूसरा है। कुछ नहीं बदला गया।",
  notAnswered: "टिकट अभी नहीं पढ़ा जा सका। कुछ नहीं बदला गया।",
  again: "फिर से पढ़ें",
  undone: "वापस ले लिया। कुछ नहीं भेजा गया; टिकट जैसा था वैसा है।",
};
