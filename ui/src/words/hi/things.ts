// How changes and files are named wherever they appear. Part of the catalogue in hi.ts.
import type { Change, Delivery, FileKind, Job, SentFile } from "../../shell/types";
import { foreign } from "../foreign";
import { namingFields } from "../labels.svelte";
import { onOneLine, quoting } from "../quoting";
import { count, list, number } from "./amounts";

export const changes = (n: number) => count(n, "बदलाव", "बदलाव");
export const files = (n: number) => count(n, "फ़ाइल", "फ़ाइलें");
/** "2 बदलाव और 3 फ़ाइलें". */
export const things = (c: number, f: number) => list([...(c > 0 ? [changes(c)] : []), ...(f > 0 ? [files(f)] : [])]);

export const kinds: Record<FileKind, { one: string; many: string }> = {
  picture: { one: "तस्वीर", many: "तस्वीरें" },
  pdf: { one: "PDF", many: "PDF" },
  archive: { one: "संग्रह", many: "संग्रह" },
  text: { one: "टेक्स्ट", many: "टेक्स्ट" },
  table: { one: "तालिका", many: "तालिकाएँ" },
  document: { one: "दस्तावेज़", many: "दस्तावेज़" },
  sound: { one: "ऑडियो", many: "ऑडियो" },
  video: { one: "वीडियो", many: "वीडियो" },
  other: { one: "फ़ाइल", many: "फ़ाइलें" },
};

export const fieldNames: Record<string, string> = {
  Status: "स्थिति",
  Priority: "प्राथमिकता",
  Title: "टिकट का विषय",
  Description: "विवरण",
  Type: "प्रकार",
  SubType: "उप-प्रकार",
  Channel: "माध्यम",
  CcEmails: "Cc ईमेल",
  Tags: "टैग",
  DueDate: "अंतिम तारीख़",
  OwnerId: "टिकट का ज़िम्मेदार",
  Owner: "टिकट का ज़िम्मेदार",
  "LeadDetail.EmailAddress": "नए ग्राहक का ईमेल",
  "LeadDetail.Phone": "नए ग्राहक का फ़ोन",
  "LeadDetail.FirstName": "नए ग्राहक का नाम",
  "LeadDetail.LastName": "नए ग्राहक का उपनाम",
};
export const { plainFieldName, fieldName } = namingFields(fieldNames);

const filesSummary = (sent: SentFile[]): string => {
  const [first] = sent;
  if (!first) return "";
  if (sent.length === 1) return foreign(first.name);
  return sent.every((file) => file.kind === first.kind) ? `${number(sent.length)} ${kinds[first.kind].many}` : files(sent.length);
};

type Sent = Pick<Delivery, "job" | "ticket">;

export const named = ({ job, ticket }: Sent): string => {
  switch (job) {
    case "update":
      return `#${ticket}`;
    case "new_ticket":
      return ticket === "" ? "नया टिकट" : `नया टिकट #${ticket}`;
    case "note":
      return `#${ticket} पर नोट`;
  }
};
/** "#143 का अपडेट". */
export const subject = (sent: Sent): string => (sent.job === "update" ? `#${sent.ticket} का अपडेट` : named(sent));

/** "Status → On Hold · 2 तस्वीरें"; the note itself. */
export const summary = (sent: { job: Job; changes: Change[]; note: string; files: SentFile[]; putsBack?: number | null }): string => {
  if (sent.job === "note") return foreign(onOneLine(sent.note));
  const between = sent.job === "update" ? " → " : ": ";
  const fields = sent.changes.map((c) => `${fieldName(c.field)}${between}${c.value === "" ? "(खाली)" : foreign(c.value)}`);
  const begins = sent.putsBack == null ? "" : "पहले जैसा: ";
  return begins + [...(fields.length > 0 ? [fields.join(", ")] : []), filesSummary(sent.files)].filter((part) => part !== "").join(" · ");
};

export const quoted = quoting("“", "”");
