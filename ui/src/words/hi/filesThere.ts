// Whether a ticket shows the files that were sent to it. Part of the catalogue in hi.ts.
//
// Seen there is proof; not seen there is none: the ticket system may show files elsewhere, so nothing here ever says that
// a file did not arrive.
import type { FileFound, FilesLooked } from "../../shell/types";
import { foreign } from "../foreign";
import { list } from "./amounts";
import { failureWords } from "./failures";
import { files, quoted } from "./things";

const most = 3;
const names = (some: FileFound[]): string => (some.length <= most ? list(some.map(({ name }) => quoted(name))) : files(some.length));
const allFiles = (ticket: string) => `LeadSquared में टिकट #${foreign(ticket)} खोलें और All Files में देखें।`;

/** What is seen, in a sentence or two. */
export const seenFiles = ({ found, ticket }: { found: FileFound[]; ticket: string }): string => {
  const seen = found.filter((file) => file.seen);
  const ofOthers = found.filter((file) => file.of_others);
  const unseen = found.filter((file) => !file.seen && !file.of_others);
  if (seen.length === found.length) return found.length === 1 ? "फ़ाइल टिकट पर दिखती है।" : `सभी ${files(found.length)} टिकट पर दिखती हैं।`;
  const there = seen.length === 0 ? "" : `टिकट पर दिखती हैं: ${names(seen)}। `;
  const others = ofOthers.length === 0 ? "" : `वहाँ दिखती हैं, पर शायद आपके किसी और अपडेट से: ${names(ofOthers)}। `;
  const not = unseen.length === 0 ? "" : `वहाँ नहीं दिखतीं: ${names(unseen)}। इससे कुछ साबित नहीं होता, क्योंकि वहाँ हर फ़ाइल नहीं दिखाई जाती। `;
  return `${there}${others}${not}${allFiles(ticket)}`;
};

export const filesThere = {
  look: "टिकट पर फ़ाइलें खोजें",
  looking: "देख रहे हैं…",
  show: "ग्राहक के टिकट ब्राउज़र में दिखाएँ",
  nowhere: "आपके LeadSquared का पता यहाँ मालूम नहीं है: उसे वैसे ही खोलें जैसे हमेशा खोलते हैं।",
  found: ({ looked, ticket }: { looked: FilesLooked; ticket: string }): string => {
    switch (looked.result) {
      case "looked":
        return seenFiles({ found: looked.files, ticket });
      case "not_answered":
        return `टिकट की बातचीत नहीं पढ़ी जा सकी: ${failureWords(looked.failure).what} ${allFiles(ticket)}`;
      case "nobody_to_ask":
        return `खाते की कुंजियाँ अभी उपलब्ध नहीं हैं, इसलिए किसी से नहीं पूछा गया। ${allFiles(ticket)}`;
    }
  },
};
