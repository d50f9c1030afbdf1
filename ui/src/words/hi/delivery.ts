// One delivery, opened: its attempts. Part of the catalogue in hi.ts.
import type { Attempt, Delivery, Job } from "../../shell/types";
import { dateAndTime, duration, number, sizeOf, timeOfDay } from "./amounts";
import { failureWords } from "./failures";
import { named } from "./things";

export const delivery = {
  title: (delivery: Delivery) => (delivery.job === "update" ? `टिकट #${delivery.ticket}` : named(delivery)),
  note: "आंतरिक नोट",
  fields: "फ़ील्ड",
  changes: "बदलाव",
  files: "फ़ाइलें",
  empty: "(खाली)",
  sentOn: "भेजा गया",
  settled: "निपटा",
  took: ({ from, to }: { from: number; to: number }) => (to < from ? dateAndTime(to) : `${dateAndTime(to)} (${duration((to - from) / 1000)} बाद)`),
  account: "खाता",
  practice: "अभ्यास",
  lead: "लीड ID",
  sending: "यह अभी भेजा जा रहा है।",
  notThere: "यह अब सूची में नहीं है।",
  useAgain: "फिर से इस्तेमाल करें",
  useAgainBusy: "मसौदे की फ़ाइलों की प्रतियाँ बनते ही यह संभव होगा।",
  useAgainHelp: {
    update: "इन बदलावों और फ़ाइलों को नए अपडेट में रखता है, देखकर भेजने के लिए।",
    new_ticket: "इन फ़ील्ड और फ़ाइलों को एक और नए टिकट में रखता है, देखकर भेजने के लिए।",
    note: "इस नोट को नए नोट में रखता है, देखकर भेजने के लिए।",
  } satisfies Record<Job, string>,
  replaceTitle: "जो आपने शुरू किया है उसे बदल दें?",
  replace: "आप जो तैयार कर रहे हैं उसकी जगह यह आ जाएगा। वह भेजा नहीं जाता।",
  replaceYes: "बदल दें",
  replaceNo: "मेरा ही रखें",

  attempts: "प्रयास",
  noAttempts: "अभी कोई नहीं।",
  attempt: ({ count: n }: { count: number }) => `प्रयास ${number(n)}`,
  began: (attempt: Attempt) =>
    attempt.endedAt === null || attempt.endedAt < attempt.startedAt
      ? dateAndTime(attempt.startedAt)
      : `${dateAndTime(attempt.startedAt)}, ${duration((attempt.endedAt - attempt.startedAt) / 1000)} लगे`,
  /** How far it came, and whether the ticket system may have had all of it. */
  far: ({ ended, sent, total, releasedAt }: Attempt): string => {
    const had = sent === null || total === null ? "" : `इस कंप्यूटर से ${sizeOf(sent, total)} निकल चुके थे। `;
    if (ended?.ended === "done") return "";
    if (total === 0) return "भेजने की नौबत नहीं आई, इसलिए इस प्रयास से कुछ नहीं बदला हो सकता।";
    return releasedAt === null
      ? `${had}आख़िरी हिस्सा कभी नहीं भेजा गया, इसलिए इस प्रयास से कुछ नहीं बदला हो सकता।`
      : `${had}आख़िरी हिस्से को ${timeOfDay(releasedAt)} बजे जाने दिया गया, इसलिए टिकट सिस्टम को शायद सब कुछ मिल गया था।`;
  },
  came: ({ attempt: { ended }, job }: { attempt: Attempt; job: Job }): string => {
    switch (ended?.ended) {
      case "done":
        return "हो गया।";
      case "failed":
        return failureWords(ended.failure, job).what;
      case "interrupted":
        return "बीच में ऐप बंद हो गया।";
      case "said_done":
        return "आपने कहा कि यह हो गया था।";
      case undefined:
        return "अभी चल रहा है।";
    }
  },
};
