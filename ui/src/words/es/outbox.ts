// The list of what was sent: where each one stands, and why one waits. Part of the catalogue in es.ts.
import type { Delivery, DeliveryState, Exported, ExportWords, Job, KeysState, Place, Waiting } from "../../shell/types";
import type { DayChoice } from "../../values/days";
import { foreign } from "../foreign";
import { count, list, number } from "./amounts";
import { again, failureWords } from "./failures";
import { fieldNames, named, quoted, summary, theOne, things } from "./things";

const plainHost = (host: string) => host.replace(/^https?:\/\//, "");

const place = ({ host, organisation, leadHost }: Place) =>
  `“${foreign(plainHost(host))}”, organización ${foreign(organisation)}${leadHost === "" ? "" : `, leads en “${foreign(plainHost(leadHost))}”`}`;

const waitingState = (waiting: Waiting | null): string => {
  switch (waiting?.code) {
    case "behind":
    case "behind_unknown":
      return "Espera a uno anterior";
    case "pace":
      return "Espera un momento libre";
    case "connection":
      return "Espera la conexión";
    case "busy":
    case "unsure":
      return "Espera al sistema de tickets";
    case "way":
      return "Espera a que se arregle la conexión";
    case "keys":
    case "keys_refused":
      return "Espera las claves";
    case "account_gone":
      return "Su cuenta se quitó";
    case "place_changed":
      return "Su cuenta tiene ahora otra dirección";
    case "storage":
      return "Espera al disco de esta computadora";
    case "other_computer":
      return "Espera que usted decida";
    case "turn":
    case undefined:
      return "Preparándose";
  }
};

const keysWhy = (keys: KeysState, name: string): string => {
  switch (keys) {
    case "missing":
      return `No hay claves para “${foreign(name)}” en esta computadora. Escríbalas, y continúa por sí solo.`;
    case "locked":
      return `El llavero de esta computadora está bloqueado, así que no se pueden leer las claves de “${foreign(name)}”. Desbloquéelo o escriba las claves, y continúa por sí solo.`;
    case "no_keychain":
      return `En esta computadora no funciona ningún llavero, así que no se pueden leer las claves de “${foreign(name)}”. Escríbalas, y continúa por sí solo.`;
    case "saved":
    case "session":
      return "Las claves están de nuevo; continúa por sí solo en un momento.";
  }
};

const waitingWhy = (delivery: Delivery): string => {
  const { waiting, ticket, accountName } = delivery;
  switch (waiting?.code) {
    case "behind":
      return `Lo que usted envió antes a #${ticket} va primero, para que todo llegue en orden.`;
    case "behind_unknown":
      return `Todavía nadie sabe si se hizo lo que usted envió antes a #${ticket}. Presione allí “Sí se hizo” o “Enviar de nuevo”, y este continúa por sí solo.`;
    case "pace":
      // Refusals that last are no rush of a moment; when the day's allowance is used up, no page says what comes.
      return waiting.asked && Date.now() - delivery.createdAt > 60_000
        ? "El sistema de tickets pide esperar desde hace más de un minuto. Quizá otros usan las mismas claves, o se agotaron las llamadas de la cuenta para este día. Continúa por sí solo."
        : waiting.asked
          ? "El sistema de tickets pidió esperar. Continúa por sí solo."
          : "Las llamadas de la cuenta se agotaron por el momento. Continúa por sí solo.";
    case "connection":
      return `Por el momento no se puede llegar a “${foreign(plainHost(waiting.host))}”. Continúa por sí solo en cuanto vuelva la conexión.`;
    case "busy":
      return "El sistema de tickets no está disponible por el momento. Se intenta de nuevo por sí solo.";
    case "unsure":
      return "De los dos últimos nadie sabe si llegaron, así que la aplicación mira primero si el sistema de tickets responde. Este continúa por sí solo en cuanto responda.";
    case "way": {
      const { what, next } = failureWords(waiting.failure);
      return `${what} ${next.replace(again, "").trim()} Luego presione “Intentar ahora”.`;
    }
    case "keys":
      return keysWhy(waiting.keys, accountName);
    case "keys_refused":
      return `El sistema de tickets rechazó hace un momento las claves de “${foreign(accountName)}”, así que esto no se intentó con ellas. Revise las claves, o presione “Enviar de nuevo” en el que fue rechazado, y continúa por sí solo.`;
    case "account_gone":
      return `La cuenta “${foreign(accountName)}” se quitó de la aplicación, así que esto no se puede enviar con ella. Cancélelo aquí; “Usar de nuevo” lo pone en una actualización nueva para otra cuenta.`;
    case "place_changed":
      return `Esto se envió para ${place(waiting.from)}, y “${foreign(accountName)}” está ahora en ${place(waiting.to)}. Va allí solo si usted lo dice; o cancélelo.`;
    case "storage":
      return `El disco de esta computadora no acepta lo que hay que anotar primero (${foreign(waiting.why)}). Se intenta de nuevo por sí solo.`;
    case "other_computer":
      return "Vino aquí desde otra computadora, que también podría enviarlo. Presione “Enviar desde aquí” arriba de la lista si aquella no lo hace.";
    case "turn":
    case undefined:
      return "Su turno llega en un momento.";
  }
};

const state = (delivery: Delivery): string => {
  switch (delivery.state) {
    case "held_back":
      return delivery.askedBack ? "Retenido" : "Sale en un momento";
    case "waiting":
      return waitingState(delivery.waiting);
    case "sending":
      return "Enviando";
    case "done":
      return "Hecho";
    case "refused":
      return delivery.ended?.ended === "failed" && delivery.ended.failure.effect === "not_sent" ? "No enviado" : "Rechazado";
    case "may_be_done":
      return "No se sabe si llegó";
    case "cancelled":
      return "Cancelado";
  }
};

const states: Record<DeliveryState | "needs_you", string> = {
  needs_you: "Espera algo de usted",
  held_back: "Sale en un momento",
  waiting: "En espera",
  sending: "Enviando",
  done: "Hecho",
  refused: "Rechazado",
  may_be_done: "No se sabe si llegó",
  cancelled: "Cancelado",
};

const days: Record<DayChoice, string> = {
  any: "Cualquier día",
  today: "Hoy",
  yesterday: "Ayer",
  week: "Últimos 7 días",
  range: "De … a …",
};

const jobs: Record<Job, string> = { update: "Actualización", new_ticket: "Ticket nuevo", note: "Nota" };

/** The saved list: what stands above its columns, and in its cells where the app has a name. */
const exportWords: ExportWords = {
  columns: {
    ticket: "Ticket",
    state: "Estado",
    sent: "Enviado",
    settled: "Resuelto",
    account: "Cuenta",
    changes: "Cambios",
    files: "Archivos",
    attempts: "Intentos",
    answer: "Respuesta",
    failure: "Falla",
    number: "Número",
    what: "Qué",
    note: "Nota",
  },
  states,
  jobs,
  fields: fieldNames,
};

export const outbox = {
  title: "Lo que se envió",
  /** What a saved list is called, unless the person changes it. */
  exportName: "Lo que se envió.csv",
  exportWords,
  /** A notice by the system, while nobody looks at the window, and anybody may look at the display: no customer, value, note
   * or name of a file is in it. */
  notice: (delivery: Delivery) => ({
    title: `${named(delivery)}: ${state(delivery)}`,
    text: things(delivery.job === "update" ? delivery.changes.length : 0, delivery.files.length),
  }),
  empty: "Todavía no se envió nada",
  emptyHelp: "Lo que usted envía aparece aquí con su respuesta, y se queda aquí cuando cierra la aplicación.",
  needsYou: ({ count: n }: { count: number }) => `Esperan algo de usted (${number(n)})`,
  onTheWay: ({ count: n }: { count: number }) => (n > 1 ? `En camino (${number(n)})` : "En camino"),
  andMore: ({ count: n }: { count: number }) => `y ${number(n)} más`,
  otherComputer: "Lo que espera aquí vino de otra computadora, y las dos lo enviarían.",
  sendFromHere: "Ahora esta es mi computadora: enviar desde aquí",
  today: "Hoy",
  yesterday: "Ayer",
  practice: "Práctica",
  state,
  waitingWhy,
  summary,
  count: (delivery: Delivery) =>
    delivery.job === "update" ? things(delivery.changes.length, delivery.files.length) : summary(delivery),
  cancel: (delivery: Delivery) => `Cancelar ${theOne(delivery)}`,
  undo: (delivery: Delivery) => `Deshacer ${theOne(delivery)}`,
  sendNow: (delivery: Delivery) => `Enviar ahora ${theOne(delivery)}`,
  cancelled: ({ attempts, job }: Delivery) =>
    attempts === 0
      ? "Cancelado antes de que se enviara algo."
      : `Cancelado antes de que se enviara todo: ${job === "new_ticket" ? "no se creó ningún ticket" : "el ticket no cambió"}.`,
  openEarlier: "Abrir el anterior",

  search: "Buscar en lo que se envió",
  searchHelp: "Ticket, archivo, valor o respuesta (Ctrl+F)",
  clearSearch: "Vaciar la búsqueda",
  filterState: "Estado",
  filterDay: "Día",
  filterAccount: "Cuenta",
  anyState: "Cualquier estado",
  anyAccount: "Todas las cuentas",
  states,
  days,
  from: "Desde",
  until: "Hasta",
  showAll: "Mostrar todo",
  found: ({ count: n, more }: { count: number; more: boolean }) => (more ? `Más de ${number(n)} encontrados` : `${number(n)} ${n === 1 ? "encontrado" : "encontrados"}`),
  nothing: ({ text, filters }: { text: string; filters: string[] }) =>
    `No se encontró nada${text === "" ? "" : ` para ${quoted(text)}`}${filters.length === 0 ? "" : ` con ${list(filters)}`}.`,
  nothingHelp: "La búsqueda encuentra comienzos de palabras, y deben estar todas las palabras.",
  filterWords: {
    state: ({ name }: { name: string }) => `“${foreign(name)}”`,
    account: ({ name }: { name: string }) => `la cuenta “${foreign(name)}”`,
    day: ({ name }: { name: string }) => `“${foreign(name)}”`,
    from: ({ day }: { day: string }) => `desde ${day}`,
    until: ({ day }: { day: string }) => `hasta ${day}`,
  },
  rangeFault: { unreadable: "Escriba un día como 2026-11-24.", turned: "El primer día es posterior al último." },
  dayPlaceholder: "2026-11-24",

  exportCsv: "Guardar la lista como CSV…",
  exporting: "Guardando…",
  exported: (result: Exclude<Exported, { result: "not_chosen" }>) =>
    result.result === "saved"
      ? `${count(result.rows, "línea guardada", "líneas guardadas")} como ${foreign(result.path)}`
      : `No se pudo guardar la lista (${foreign(result.why)}).`,
  dismiss: "Cerrar este aviso",
};
