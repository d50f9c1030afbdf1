// How changes and files are named wherever they appear. Part of the catalogue in id.ts.
import type { Change, Delivery, FileKind, Job, SentFile } from "../../shell/types";
import { foreign } from "../foreign";
import { namingFields } from "../labels.svelte";
import { onOneLine, quoting } from "../quoting";
import { count, list, number } from "./amounts";

export const changes = (n: number) => count(n, "perubahan");
export const files = (n: number) => count(n, "berkas");
/** "2 perubahan dan 3 berkas". */
export const things = (c: number, f: number) => list([...(c > 0 ? [changes(c)] : []), ...(f > 0 ? [files(f)] : [])]);

export const kinds: Record<FileKind, string> = {
  picture: "gambar",
  pdf: "PDF",
  archive: "arsip",
  text: "teks",
  table: "tabel",
  document: "dokumen",
  sound: "audio",
  video: "video",
  other: "berkas",
};

export const fieldNames: Record<string, string> = {
  Status: "Status",
  Priority: "Prioritas",
  Title: "Subjek tiket",
  Description: "Deskripsi",
  Type: "Jenis",
  SubType: "Subjenis",
  Channel: "Saluran",
  CcEmails: "Email tembusan",
  Tags: "Tag",
  DueDate: "Tenggat",
  OwnerId: "Penanggung jawab tiket",
  Owner: "Penanggung jawab tiket",
  "LeadDetail.EmailAddress": "Email pelanggan baru",
  "LeadDetail.Phone": "Telepon pelanggan baru",
  "LeadDetail.FirstName": "Nama depan pelanggan baru",
  "LeadDetail.LastName": "Nama belakang pelanggan baru",
};
export const { plainFieldName, fieldName } = namingFields(fieldNames);

const filesSummary = (sent: SentFile[]): string => {
  const [first] = sent;
  if (!first) return "";
  if (sent.length === 1) return foreign(first.name);
  return sent.every((file) => file.kind === first.kind) ? `${number(sent.length)} ${kinds[first.kind]}` : files(sent.length);
};

type Sent = Pick<Delivery, "job" | "ticket">;

export const named = ({ job, ticket }: Sent): string => {
  switch (job) {
    case "update":
      return `#${ticket}`;
    case "new_ticket":
      return ticket === "" ? "Tiket baru" : `Tiket baru #${ticket}`;
    case "note":
      return `Catatan di #${ticket}`;
  }
};
/** "Pembaruan #143". */
export const subject = (sent: Sent): string => (sent.job === "update" ? `Pembaruan #${sent.ticket}` : named(sent));
/** "pembaruan #143". */
export const theOne = (sent: Sent): string => subject(sent).replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/** "Status → On Hold · 2 gambar"; the note itself. */
export const summary = (sent: { job: Job; changes: Change[]; note: string; files: SentFile[]; putsBack?: number | null }): string => {
  if (sent.job === "note") return foreign(onOneLine(sent.note));
  const between = sent.job === "update" ? " → " : ": ";
  const fields = sent.changes.map((c) => `${fieldName(c.field)}${between}${c.value === "" ? "(kosong)" : foreign(c.value)}`);
  const begins = sent.putsBack == null ? "" : "Mengembalikan ";
  return begins + [...(fields.length > 0 ? [fields.join(", ")] : []), filesSummary(sent.files)].filter((part) => part !== "").join(" · ");
};

export const quoted = quoting("“", "”");
