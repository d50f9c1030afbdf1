// Putting back what an update changed. Part of the catalogue in es.ts.
import type { Delivery, Stands } from "../../shell/types";
import { dateAndTime } from "./amounts";
import { files } from "./things";

const stands: Record<Stands, string> = {
  can_go_back: "Nadie lo cambió desde entonces.",
  as_before: "Está como estaba antes.",
  changed_since: "Alguien lo cambió desde entonces, así que se queda.",
  cannot_tell: "No se puede saber si alguien lo cambió desde entonces, así que se queda.",
  not_read: "No se leyó cómo estaba antes, así que no se puede volver atrás.",
};

export const putBack = {
  open: "Volver atrás…",
  title: ({ ticket }: Delivery) => `¿Volver atrás lo que se cambió en #${ticket}?`,
  titleOther: "Lo que puede volver atrás",
  reading: "Leyendo el ticket…",
  /** What no press can take back. */
  stays: ({ job, ticket, files: sent, changes }: Delivery): string => {
    if (job === "note") return "Una nota no se puede quitar de un ticket desde aquí. Alguien tiene que quitarla en LeadSquared mismo.";
    if (job === "new_ticket") return `Un ticket nuevo no se puede retirar desde aquí. Cierre o quite ${ticket === "" ? "el ticket" : `#${ticket}`} en LeadSquared mismo.`;
    if (sent.length === 0) return "";
    const went = sent.length === 1 ? "El archivo que fue con ella se queda" : `Los ${files(sent.length)} que fueron con ella se quedan`;
    return `${went} en el ticket${changes.length === 0 ? " y no se cambió nada más: no hay nada que volver atrás" : ""}. Los archivos no se pueden quitar de un ticket desde aquí; eso solo se puede hacer en LeadSquared mismo.`;
  },
  field: "Campo",
  was: "Antes",
  set: "Se puso en",
  now: "Ahora está en",
  choose: ({ field }: { field: string }) => `Volver atrás ${field}`,
  empty: "(vacío)",
  unknown: "no se leyó",
  notShown: "no se muestra",
  stands,
  beforeReadAt: ({ at }: { at: number }) => `“Antes” es lo que mostraba el ticket cuando se leyó por última vez antes de la actualización: ${dateAndTime(at)}.`,
  notReadBefore: "El ticket no se leyó antes de esta actualización, así que nadie sabe cómo estaba.",
  last: "El ticket se lee una vez más justo antes de enviar. Si para entonces alguien ha cambiado uno de estos campos, no se envía nada, y se le avisa.",
  go: ({ count: n }: { count: number }) => (n === 0 ? "Volver atrás" : n === 1 ? "Volver atrás 1 campo" : `Volver atrás ${String(n)} campos`),
  nothing: "No hay nada que volver atrás.",
  nobodyToAsk: "El ticket no se puede leer en este momento: faltan las claves de su cuenta, o la cuenta tiene otra dirección. No se cambió nada.",
  notAnswered: "El ticket no se pudo leer en este momento. No se cambió nada.",
  again: "Leerlo de nuevo",
  undone: "Recuperado. No se envió nada; el ticket está como estaba.",
};
