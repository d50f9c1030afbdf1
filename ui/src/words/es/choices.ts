// What a person can do about one that needs them, and what is known of it. Part of the catalogue in es.ts.
import type { Delivery, FieldFound, Finding, Receipt } from "../../shell/types";
import { count, list, timeOfDay } from "./amounts";
import { failureWords } from "./failures";
import { seenFiles } from "./filesThere";
import { fieldName, files, quoted, theOne, things } from "./things";

const emptyOr = (value: string | null) => (value === null || value.trim() === "" ? "vacío" : quoted(value));
const shown = 3;
const some = (parts: string[]): string[] =>
  parts.length <= shown + 1 ? parts : [...parts.slice(0, shown), count(parts.length - shown, "campo más", "campos más")];

const is = ({ field, found }: FieldFound) => `${fieldName(field)} está en ${emptyOr(found)}`;
const isNot = ({ field, found, wanted }: FieldFound) => `${fieldName(field)} está en ${emptyOr(found)} (no en ${emptyOr(wanted)})`;
const alone = ({ field }: FieldFound) => fieldName(field);

/** How it came about that nobody knows. */
const happened = ({ ended, job }: Pick<Delivery, "ended" | "job">): string => {
  switch (ended?.ended) {
    case "failed":
      return failureWords(ended.failure, job).what;
    case "interrupted":
      return ended.released
        ? "La aplicación terminó mientras esto se enviaba, cuando quizá ya había salido todo."
        : "La aplicación terminó mientras esto se enviaba.";
    default:
      return "No se sabe si esto llegó.";
  }
};

const ofFields = (finding: Finding): string => {
  const { fields } = finding;
  switch (finding.comparison) {
    case "looks_done":
      return fields.length === 0 ? "El ticket se ve como debía quedar: parece hecho." : `En el ticket, ${list(some(fields.map(is)))} ahora: parece hecho.`;
    case "nothing_changed":
      return fields.length === 0
        ? "Nada cambió en el ticket: parece que esto no se hizo."
        : `En el ticket, ${list(some(fields.map(isNot)))}: parece que esto no se hizo.`;
    case "partly": {
      const [same, other, unsure] = (["same", "other", "cannot_tell"] as const).map((likeness) => fields.filter((field) => field.likeness === likeness));
      const rest = [
        ...(other?.length ? [list(some(other.map(isNot)))] : []),
        ...(unsure?.length ? [`de ${list(some(unsure.map(alone)))} nadie puede decirlo`] : []),
      ];
      return `En el ticket se ve solo una parte: ${list(some((same ?? []).map(is)))}, como debía ser, pero ${list(rest)}.`;
    }
    case "cannot_tell":
      return "Leer el ticket no puede mostrar si esto se hizo.";
    case "not_read":
      return finding.failure
        ? `No se pudo leer el ticket: ${failureWords(finding.failure).what}`
        : "No se pudo leer el ticket: faltan las claves de su cuenta.";
  }
};

/** What cannot be read at all, and what to look for instead. */
const unseen = (delivery: Delivery): string => {
  const title = delivery.changes.find(({ field }) => field === "Title")?.value ?? "";
  return delivery.job === "note"
    ? `Las notas no se pueden ver desde aquí: abra el ticket #${delivery.ticket} para ver si la nota está allí.`
    : `El ticket nuevo quizá ya existe, y no se puede ver desde aquí: busque en LeadSquared un ticket de este cliente con el asunto ${quoted(title)}, creado alrededor de las ${timeOfDay(delivery.settledAt ?? delivery.createdAt)}.`;
};

const ofFiles = (delivery: Delivery): string => {
  if (delivery.job !== "update") return "";
  const n = delivery.files.length;
  if (n === 0) return "";
  if (delivery.finding?.files && delivery.finding.files.length > 0) return seenFiles({ found: delivery.finding.files, ticket: delivery.ticket });
  return n === 1
    ? "El archivo no se puede ver desde aquí: abra el ticket y mire en All Files si está allí."
    : `Los ${files(n)} no se pueden ver desde aquí: abra el ticket y mire en All Files si están allí.`;
};

export const choices = {
  happened,
  looking: "Mirando el ticket…",
  /** What the ticket shows, in one sentence; nothing where there are only files. */
  found: ({ delivery, finding }: { delivery: Delivery; finding: Finding }): string =>
    delivery.job !== "update" ? unseen(delivery) : finding.comparison === "cannot_tell" && delivery.files.length > 0 ? "" : ofFields(finding),
  files: ofFiles,
  lookedAt: ({ at }: { at: number }) => `Mirado a las ${timeOfDay(at)}`,
  doubt: "“Sí se hizo” lo cierra. “Enviar de nuevo” lo envía todo una vez más.",
  itWasDone: "Sí se hizo",
  sendAgain: "Enviar de nuevo",
  sendToNewPlace: "Enviarlo al lugar nuevo",
  tryNow: "Intentar ahora",
  lookAgain: "Mirar de nuevo",
  correct: "Corregir y enviar de nuevo",
  correctHelp: "Trae todo de vuelta para que usted lo cambie y lo envíe.",
  split: "Enviar por partes",
  splitHelp: "Varias actualizaciones, cada una con algunos de los archivos, una tras otra. Los cambios van con la última.",
  correctTitle: ({ ticket }: Delivery) => `¿Corregir esto y enviarlo a #${ticket} de nuevo?`,
  leave: "Dejarlo así",
  leaveHelp: "Se queda en la lista y ya no espera nada de usted.",
  group: (delivery: Delivery) => `Qué hacer con ${theOne(delivery)}`,

  sendAgainTitle: ({ job, ticket }: Delivery) =>
    job === "update" ? `¿Enviar esto a #${ticket} de nuevo?` : job === "note" ? `¿Enviar la nota a #${ticket} de nuevo?` : "¿Crear el ticket nuevo otra vez?",
  sendAgainText: (delivery: Delivery): string => {
    const { changes, files: sent, job } = delivery;
    if (job === "note") return "Si de todos modos se hizo, la nota quedará dos veces en el ticket. Mire primero el ticket si puede.";
    if (job === "new_ticket") return "Si de todos modos se hizo, habrá dos tickets iguales. Busque primero el anterior si puede.";
    const twice = sent.length === 0 ? "" : sent.length === 1 ? "el archivo quedará dos veces en el ticket" : `los ${files(sent.length)} quedarán dos veces en el ticket`;
    const same = changes.length === 0 ? "" : "los cambios solo se harán una vez más";
    return `Si de todos modos se hizo, ${list([twice, same].filter((part) => part !== ""))}. Mire primero el ticket si puede.`;
  },

  done: ({ d, receipt }: { d: Delivery; receipt: Receipt }): string => {
    const ticket = receipt.key ?? `#${receipt.ticket}`;
    if (d.job === "note") return `La nota está en el ticket #${d.ticket}.`;
    if (d.job === "new_ticket") return `Se creó el ticket ${ticket}${d.files.length === 0 ? "" : ` con ${files(d.files.length)}`}.`;
    return `El ticket ${receipt.key ?? `#${d.ticket}`} ahora tiene ${things(d.changes.length, d.files.length)}.`;
  },
  saidDone: "Usted dijo que esto se hizo.",
};
