// What a removal from the list means, said before it is done. Part of the catalogue in es.ts.
import type { Delivery, Removable, Removal, SetAside } from "../../shell/types";
import { count, dateAndTime, list, number, size } from "./amounts";
import { theOne } from "./things";

const entries = (n: number) => count(n, "entrada", "entradas");
const forGood = "Esto no se puede deshacer. En LeadSquared no cambia nada.";
const setAside = ({ setAside: n }: Removable): string =>
  n === 0 ? "" : n === 1 ? " También se quita una lista dañada que se había apartado, porque puede contener lo mismo." : ` También se quitan ${number(n)} listas dañadas que se habían apartado, porque pueden contener lo mismo.`;

/** What stays, and what has to happen before it can go. */
const stays = ({ onTheWay, needsYou, proof }: Removable): string => {
  const them = [
    ...(onTheWay > 0 ? [`${number(onTheWay)} en camino (${onTheWay === 1 ? "cancélela" : "cancélelas"} primero)`] : []),
    ...(needsYou > 0 ? [`${number(needsYou)} que ${needsYou === 1 ? "lo necesita" : "lo necesitan"} a usted (diga primero qué pasó con ${needsYou === 1 ? "ella" : "ellas"})`] : []),
    ...(proof > 0
      ? [`${number(proof)} que ${proof === 1 ? "muestra" : "muestran"} de quién son los archivos de un ticket (hasta que usted haya dicho qué pasó con la que quizá no llegó)`]
      : []),
  ];
  return them.length === 0 ? "" : ` Lo que se queda: ${list(them)}.`;
};

export const removing = {
  heading: "En esta computadora",
  one: "Quitar de la lista…",
  ticket: ({ ticket }: Delivery) => `Quitar todo lo de #${ticket}…`,
  everything: "Quitar todo de la lista…",
  waits: "Se puede quitar de la lista cuando se haya enviado o cancelado.",
  unsure: "Se puede quitar de la lista cuando usted haya dicho si se hizo.",
  yes: "Quitar para siempre",
  understood: "Cerrar",

  title: ({ removal, delivery, can }: { removal: Removal; delivery: Delivery | null; can: boolean }): string => {
    if (removal.what === "everything") return "¿Quitar todo de la lista?";
    if (removal.what === "ticket") return can ? `¿Quitar todo lo de #${removal.ticket}?` : `Ahora no se puede quitar nada de #${removal.ticket}`;
    const it = delivery ? theOne(delivery) : "esto";
    return can ? `¿Quitar ${it} de la lista?` : "Esto no se puede quitar ahora";
  },
  text: ({ removal, delivery, found }: { removal: Removal; delivery: Delivery | null; found: Removable }): string => {
    if (removal.what === "one") {
      if (found.goes === 0) return stays(found).trim();
      const undone = delivery?.needsYou ? "No se hizo, y después ya no se podrá enviar desde aquí. " : "";
      return `${undone}Lo que se envió, su respuesta y lo que se leyó del ticket se quitan de esta computadora.${setAside(found)} ${forGood}`;
    }
    const of = removal.what === "ticket" ? ` de #${removal.ticket}` : "";
    const read = removal.what === "ticket" ? "lo que se leyó del ticket y de su cliente" : "todo lo que se leyó de tickets y clientes";
    if (found.goes === 0 && removal.what === "ticket") return stays(found).trim();
    const go = found.goes === 0 ? `Ninguna entrada se puede quitar ahora; ${read} se quita de esta computadora.` : `De esta computadora se quitan ${entries(found.goes)}${of}, y ${read}.`;
    return `${go}${stays(found)}${setAside(found)} Lo que está preparando se queda. ${forGood}`;
  },

  setAsideHeading: "Apartado",
  setAsideHelp: "Listas de esta aplicación que estaban dañadas. Lo que se pudo leer se conservó; la aplicación ya no las necesita.",
  setAsideFacts: ({ writtenAt, bytes }: SetAside) => `escrita por última vez el ${dateAndTime(writtenAt)}, ${size(bytes)}`,
  setAsideName: ({ name }: { name: string }) => `Quitar ${name}`,
  setAsideTitle: "¿Quitar esta lista dañada?",
  setAsideText: "Si a la lista le falta algo desde que se dañó, ya nadie podrá buscarlo allí. Esto no se puede deshacer.",
};
