// Putting back what an update changed. Part of the catalogue in es.ts.
import type { Delivery, Stands } from "../../shell/types";
import { dateAndTime, number } from "./amounts";
import { files } from "./things";

const stands: Record<Stands, string> = {
  can_go_back: "Nadie lo ha cambiado desde entonces.",
  as_before: "Está como estaba antes.",
  changed_since: "Alguien lo cambió después, así que se queda.",
  cannot_tell: "No se puede saber si alguien lo cambió después, así que se queda.",
  not_read: "No se leyó cómo estaba antes, así que no se puede restablecer.",
};

export const putBack = {
  open: "Restablecer…",
  title: ({ ticket }: Delivery) => `¿Restablecer lo que se cambió en #${ticket}?`,
  titleOther: "Qué se puede restablecer",
  reading: "Leyendo el ticket…",
  stays: ({ job, ticket, files: sent, changes }: Delivery): string => {
    if (job === "note") return "Desde aquí no se puede quitar una nota de un ticket. Alguien tiene que quitarla en LeadSquared.";
    if (job === "new_ticket") return `Desde aquí no se puede deshacer un ticket nuevo. Cierre o quite ${ticket === "" ? "el ticket" : `#${ticket}`} en LeadSquared.`;
    if (sent.length === 0) return "";
    const went = sent.length === 1 ? "El archivo que se envió se queda" : `Los ${files(sent.length)} que se enviaron se quedan`;
    return `${went} en el ticket${changes.length === 0 ? " y no se cambió nada más: no hay nada que restablecer" : ""}. Desde aquí no se pueden quitar archivos de un ticket; eso solo se puede hacer en LeadSquared.`;
  },
  field: "Campo",
  was: "Antes",
  set: "Se puso",
  now: "Ahora",
  choose: ({ field }: { field: string }) => `Restablecer ${field}`,
  empty: "(vacío)",
  unknown: "no se leyó",
  notShown: "no se muestra",
  stands,
  beforeReadAt: ({ at }: { at: number }) => `“Antes” es lo que mostraba el ticket cuando se leyó por última vez antes de la actualización: ${dateAndTime(at)}.`,
  notReadBefore: "El ticket no se leyó antes de esta actualización, así que nadie sabe cómo estaba.",
  last: "El ticket se lee una vez más justo antes de enviar. Si para entonces alguien cambió uno de estos campos, no se envía nada y se le avisa.",
  go: ({ count: n }: { count: number }) => (n === 0 ? "Restablecer" : n === 1 ? "Restablecer 1 campo" : `Restablecer ${number(n)} campos`),
  nothing: "No hay nada que restablecer.",
  nobodyToAsk: "Ahora no se puede leer el ticket: faltan las claves de su cuenta, o la cuenta tiene otra dirección. No se cambió nada.",
  notAnswered: "Ahora no se pudo leer el ticket. No se cambió nada.",
  again: "Leerlo de nuevo",
  undone: "Deshecho. No se envió nada; el ticket está como estaba.",
};
