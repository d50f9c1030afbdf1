// How changes and files are named wherever they appear. Part of the catalogue in es.ts.
import type { Change, Delivery, FileKind, Job, SentFile } from "../../shell/types";
import { foreign } from "../foreign";
import { namingFields } from "../labels.svelte";
import { onOneLine, quoting } from "../quoting";
import { count, list, number } from "./amounts";

export const changes = (n: number) => count(n, "cambio", "cambios");
export const files = (n: number) => count(n, "archivo", "archivos");
/** "2 cambios y 3 archivos". */
export const things = (c: number, f: number) => list([...(c > 0 ? [changes(c)] : []), ...(f > 0 ? [files(f)] : [])]);

export const kinds: Record<FileKind, { one: string; many: string }> = {
  picture: { one: "imagen", many: "imágenes" },
  pdf: { one: "PDF", many: "PDF" },
  archive: { one: "archivo comprimido", many: "archivos comprimidos" },
  text: { one: "texto", many: "textos" },
  table: { one: "tabla", many: "tablas" },
  document: { one: "documento", many: "documentos" },
  sound: { one: "audio", many: "audios" },
  video: { one: "video", many: "videos" },
  other: { one: "archivo", many: "archivos" },
};

export const fieldNames: Record<string, string> = {
  Status: "Estado",
  Priority: "Prioridad",
  Title: "Asunto del ticket",
  Description: "Descripción",
  Type: "Tipo",
  SubType: "Subtipo",
  Channel: "Canal",
  CcEmails: "Correos en copia",
  Tags: "Etiquetas",
  DueDate: "Fecha límite",
  OwnerId: "Responsable del ticket",
  Owner: "Responsable del ticket",
  "LeadDetail.EmailAddress": "Correo del cliente nuevo",
  "LeadDetail.Phone": "Teléfono del cliente nuevo",
  "LeadDetail.FirstName": "Nombre del cliente nuevo",
  "LeadDetail.LastName": "Apellido del cliente nuevo",
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
      return ticket === "" ? "Ticket nuevo" : `Ticket nuevo #${ticket}`;
    case "note":
      return `Nota en #${ticket}`;
  }
};
/** "Actualización de #143". */
export const subject = (sent: Sent): string => (sent.job === "update" ? `Actualización de #${sent.ticket}` : named(sent));
/** "la actualización de #143". */
export const theOne = ({ job, ticket }: Sent): string => {
  switch (job) {
    case "update":
      return `la actualización de #${ticket}`;
    case "new_ticket":
      return ticket === "" ? "el ticket nuevo" : `el ticket nuevo #${ticket}`;
    case "note":
      return `la nota en #${ticket}`;
  }
};

/** "Estado → On Hold · 2 imágenes"; the note itself. */
export const summary = (sent: { job: Job; changes: Change[]; note: string; files: SentFile[]; putsBack?: number | null }): string => {
  if (sent.job === "note") return foreign(onOneLine(sent.note));
  const between = sent.job === "update" ? " → " : ": ";
  const fields = sent.changes.map((c) => `${fieldName(c.field)}${between}${c.value === "" ? "(vacío)" : foreign(c.value)}`);
  const begins = sent.putsBack == null ? "" : "Restablece ";
  return begins + [...(fields.length > 0 ? [fields.join(", ")] : []), filesSummary(sent.files)].filter((part) => part !== "").join(" · ");
};

export const quoted = quoting("“", "”");
