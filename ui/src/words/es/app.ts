// The app itself: settings, closing, starting, and what can go wrong with its own files. Part of the catalogue in es.ts.
import type { Closing, DeskError, Rescue, SettingsRescue, Storage, Theme } from "../../shell/types";
import { foreign } from "../foreign";
import { count, list, number, size } from "./amounts";

// Updates, new tickets and notes alike.
const things = (n: number) => count(n, "envío", "envíos");

export const settings = {
  title: "Configuración",
  accounts: "Cuentas",
  edit: "Editar",
  editName: ({ name }: { name: string }) => `Editar ${foreign(name)}`,
  removeName: ({ name }: { name: string }) => `Quitar ${foreign(name)}`,
  removeTitle: ({ name }: { name: string }) => `¿Quitar “${foreign(name)}”?`,
  removeSigns: "También se va la clave que firma la configuración de su equipo: désela antes a un segundo administrador, o todos tendrán que confirmar la próxima configuración.",
  removeText: "La cuenta y sus claves se quitan de esta computadora. Lo que se envió sigue en la lista, y nada cambia en LeadSquared.",
  language: "Idioma",
  languageOfSystem: "El del sistema",
  languageUnreviewed: "Nadie que haya crecido con este idioma ha revisado todavía estas palabras. Donde algo podría haberse enviado ya, abajo aparece el texto en inglés.",
  theme: "Apariencia",
  themes: { system: "La del sistema", light: "Clara", dark: "Oscura" } satisfies Record<Theme, string>,

  sending: "Envío",
  undo: "Esperar 5 segundos después de Enviar, con Deshacer",
  undoHelp: "Un ticket equivocado está a una cifra de distancia, y un archivo no se puede retirar de un ticket. En estos segundos nada sale de esta computadora.",

  list: "Lo que se envió",
  keep: "Conservar lo resuelto durante",
  keepChoice: ({ days }: { days: number | null }) => (days === null ? "siempre" : count(days, "día", "días")),
  keepOwn: "otra cantidad de días",
  keepDays: "Días",
  keepHelp: "Lo más antiguo sale de esta computadora: lo que se hizo, se canceló o se dejó así, y lo que se leyó de tickets y clientes. Lo que está en espera o espera algo de usted nunca se quita, y nada cambia en LeadSquared.",
  keepWrong: "Un número entero de días, de 1 a 36,500.",
  keepLessTitle: ({ days }: { days: number }) => `¿Conservar solo ${count(days, "día", "días")}?`,
  keepLess: "Lo que se resolvió o se leyó antes se quita de esta computadora y no se puede recuperar. Los tickets no cambian.",
  keepLessYes: "Conservar solo estos",
  spool: "Copias de archivos que esperan",
  spoolSize: (s: Storage) => (s.spoolFiles === 0 ? "ninguna" : `${size(s.spoolBytes)} (${count(s.spoolFiles, "archivo", "archivos")})`),
  spoolHelp: "Se quitan en cuanto se resuelve aquello a lo que pertenecen.",
  kept: "La lista misma",
  keptSize: (s: Storage) => `${count(s.deliveries, "entrada", "entradas")}, ${size(s.databaseBytes)}`,
  folder: "Dónde",
};

const onTheWay = ({ sending, waiting }: Closing): string => {
  const being = sending === 0 ? [] : [`${things(sending)} ${sending === 1 ? "está" : "están"} en camino`];
  const wait = waiting === 0 ? [] : [`${sending === 0 ? things(waiting) : number(waiting)} ${waiting === 1 ? "espera" : "esperan"} su turno`];
  return `${list([...being, ...wait])}.`;
};

export const closing = {
  title: "Todavía hay algo en camino",
  what: onTheWay,
  background: "Continuar en segundo plano",
  backgroundHelp: "La ventana se cierra; lo que está en camino continúa, y después la aplicación termina por sí sola.",
  stop: "Detener ahora y continuar en el próximo inicio",
  stopHelp: (c: Closing) =>
    c.sending > 0
      ? "No se pierde nada. Solo si ya salió todo y falta la respuesta, en el próximo inicio se le pregunta si se hizo."
      : "No se pierde nada: se envía en cuanto usted abra de nuevo la aplicación.",
  stay: "Quedarse aquí",
  settledTitle: "Todo está resuelto",
  settled: "Ya no hay nada en camino.",
  close: "Cerrar la aplicación",
};

export const start = {
  inUseTitle: "Ticket Courier ya está abierto",
  inUse: "Su otra ventana se ocupa de todo lo que usted envía. Dos a la vez podrían enviar lo mismo dos veces, así que esta no hace nada.",
  inUseNext: "Continúe en la otra ventana y cierre esta. Si no la encuentra, cierre su sesión en esta computadora y vuelva a iniciarla.",
  tryAgain: "Intentar de nuevo",
  rescue: (r: Rescue) =>
    `La lista propia de la aplicación estaba dañada, y se empezó una nueva. ${
      r.deliveries === 0 && !r.draft
        ? "De la dañada no se pudo leer nada."
        : `Se rescató de ella: ${list([...(r.deliveries > 0 ? [count(r.deliveries, "entrada", "entradas")] : []), ...(r.draft ? ["lo que usted había empezado"] : [])])}.`
    } La dañada se conservó:`,
  settingsRescue: (r: SettingsRescue) =>
    `La configuración de la aplicación en esta computadora no se pudo leer${r.setAside ? "" : ", o ya no estaba"}. ${
      r.restored ? "Está de nuevo como se guardó la última vez." : "No había ninguna copia de ella."
    }${r.lost > 0 ? ` ${r.lost === 1 ? "Falta" : "Faltan"} ${count(r.lost, "cuenta", "cuentas")}: ${r.lost === 1 ? "agréguela" : "agréguelas"} de nuevo.` : r.restored ? "" : " Agregue de nuevo sus cuentas."}${
      r.setAside ? " El archivo dañado se conservó:" : ""
    }`,
};

export const trouble = (error: DeskError | null): string => {
  switch (error?.code) {
    case "storage":
      return `La aplicación no pudo leer o escribir sus propios archivos en esta computadora (${foreign(error.why)}). Con esto no se envió nada.`;
    case "practice_server":
      return `No se pudo iniciar la cuenta de práctica (${foreign(error.why)}).`;
    case "busy":
      return "La aplicación todavía está ocupada con otra cosa. Intente de nuevo en un momento.";
    case "in_use":
      return "Ticket Courier ya está abierto; esta ventana no hace nada.";
    case "no_room":
      return "El disco de esta computadora está lleno, así que no se puede anotar lo que usted hace aquí. Libere espacio; con esto no se envió nada.";
    case "read_only":
      return "La aplicación no tiene permiso para escribir en su propia carpeta. Hasta que lo tenga no se puede enviar nada; pregunte a quien se ocupa de esta computadora.";
    case "held":
      return "Otro programa tiene abiertos los archivos propios de la aplicación, probablemente una copia de seguridad o un antivirus. No se perdió nada y con esto no se envió nada: intente de nuevo en un momento.";
    case "newer":
      return "Lo que usted envió lo guardó por última vez una versión más nueva de la aplicación, y esta no puede leerlo. No se perdió nada: instale de nuevo la versión más nueva.";
    case "not_possible":
      return "Eso ya no es posible: mientras tanto ha seguido adelante. La lista muestra en qué está.";
    case undefined:
      return "Algo en la propia aplicación salió mal. Con esto no se envió nada. Si continúa, cierre la aplicación y ábrala de nuevo.";
  }
};
