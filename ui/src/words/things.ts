// How changes and files are named wherever they appear. Part of the catalogue in en.ts.
import type { Change, Delivery, FileKind, Job, SentFile } from "../shell/types";
import { count, list, number } from "./amounts";
import { foreign } from "./foreign";
import { namingFields } from "./labels.svelte";
import { onOneLine, quoting } from "./quoting";

export const changes = (n: number) => count(n, "change", "changes");
export const files = (n: number) => count(n, "file", "files");
/** "2 changes and 3 files". */
export const things = (c: number, f: number) => list([...(c > 0 ? [changes(c)] : []), ...(f > 0 ? [files(f)] : [])]);

export const kinds: Record<FileKind, { one: string; many: string }> = {
  picture: { one: "picture", many: "pictures" },
  pdf: { one: "PDF", many: "PDFs" },
  archive: { one: "archive", many: "archives" },
  text: { one: "text", many: "texts" },
  table: { one: "table", many: "tables" },
  document: { one: "document", many: "documents" },
  sound: { one: "sound", many: "sounds" },
  video: { one: "video", many: "videos" },
  other: { one: "file", many: "files" },
};

// The names LeadSquared's own screen gives its system fields.
export const fieldNames: Record<string, string> = {
  Status: "Status",
  Priority: "Priority",
  Title: "Ticket Subject",
  Description: "Description",
  Type: "Type",
  SubType: "Sub-type",
  Channel: "Channel",
  CcEmails: "Cc emails",
  Tags: "Tags",
  DueDate: "Due date",
  OwnerId: "Ticket Owner",
  Owner: "Ticket Owner",
  "LeadDetail.EmailAddress": "New customer's email",
  "LeadDetail.Phone": "New customer's phone",
  "LeadDetail.FirstName": "New customer's first name",
  "LeadDetail.LastName": "New customer's last name",
};
export const { plainFieldName, fieldName } = namingFields(fieldNames);

const filesSummary = (sent: SentFile[]): string => {
  const [first] = sent;
  if (!first) return "";
  if (sent.length === 1) return foreign(first.name);
  return sent.every((file) => file.kind === first.kind)
    ? `${number(sent.length)} ${kinds[first.kind].many}`
    : files(sent.length);
};

type Sent = Pick<Delivery, "job" | "ticket">;

/** What something that was sent is called where only little room is: "#143". */
export const named = ({ job, ticket }: Sent): string => {
  switch (job) {
    case "update":
      return `#${ticket}`;
    case "new_ticket":
      return ticket === "" ? "New ticket" : `New ticket #${ticket}`;
    case "note":
      return `Note on #${ticket}`;
  }
};
/** "Update of #143". */
export const subject = (sent: Sent): string => (sent.job === "update" ? `Update of #${sent.ticket}` : named(sent));
/** "the update of #143". */
export const theOne = (sent: Sent): string => `the ${subject(sent).replace(/^[A-Z]/, (letter) => letter.toLowerCase())}`;

/** "Status → On Hold · 2 pictures"; "Title: Broken chair · 2 pictures"; the note itself. */
export const summary = (sent: { job: Job; changes: Change[]; note: string; files: SentFile[]; putsBack?: number | null }): string => {
  if (sent.job === "note") return foreign(onOneLine(sent.note));
  const between = sent.job === "update" ? " → " : ": ";
  const fields = sent.changes.map((c) => `${fieldName(c.field)}${between}${c.value === "" ? "(empty)" : foreign(c.value)}`);
  const begins = sent.putsBack == null ? "" : "Puts back ";
  return begins + [...(fields.length > 0 ? [fields.join(", ")] : []), filesSummary(sent.files)].filter((part) => part !== "").join(" · ");
};

export const quoted = quoting("“", "”");
