// The ticket as it was read, and its customer. Part of the catalogue in es.ts.
import type { KeysState, SeenTicket, Short } from "../../shell/types";
import type { Meanwhile } from "../../values/fieldValues";
import { foreign } from "../foreign";
import type { Unread } from "../ticket";
import { whenDue, whenRead } from "../when";
import { count, dateOf, list, minutesAgo, relativeDay, timeOfDay } from "./amounts";
import { fieldName, quoted } from "./things";

const inShort: Record<Short | KeysState, string> = {
  no_connection: "no hay conexión",
  not_secure: "la conexión no es segura",
  proxy: "el proxy de su red no deja pasar nada",
  busy: "el sistema de tickets está ocupado",
  keys_refused: "las claves fueron rechazadas",
  not_the_ticket_system: "respondió otra cosa en lugar del sistema de tickets",
  no_usable_answer: "el sistema de tickets no dio una respuesta utilizable",
  locked: "el llavero de esta computadora está bloqueado",
  missing: "las claves no están a mano",
  no_keychain: "las claves no están a mano",
  saved: "las claves no están a mano",
  session: "las claves no están a mano",
};
const shortly = (why: Unread): string => (why === null ? "algo salió mal en la aplicación" : inShort[why]);

function due(date: string | null, now: number): string | null {
  const when = whenDue(date, now);
  switch (when?.is) {
    case "today":
      return `vence ${relativeDay(0)}`;
    case "tomorrow":
      return `vence ${relativeDay(1)}`;
    case "since_yesterday":
      return `venció ${relativeDay(-1)}`;
    case "past":
      return `venció el ${dateOf(when.day, now)}`;
    case "later":
      return `vence el ${dateOf(when.day, now)}`;
    case undefined:
      return null;
  }
}

/** How old what is shown is. */
function read(at: number, now: number): string {
  const when = whenRead(at, now);
  switch (when.is) {
    case "now":
      return "leído ahora mismo";
    case "minutes":
      return `leído ${minutesAgo(when.minutes)}`;
    case "today":
      return `leído ${relativeDay(0)} a las ${timeOfDay(at)}`;
    case "yesterday":
      return `leído ${relativeDay(-1)} a las ${timeOfDay(at)}`;
    case "earlier":
      return `leído el ${dateOf(at, now)} a las ${timeOfDay(at)}`;
  }
}

const factOf = (fact: string | null): string | null => (fact === null || fact.trim() === "" ? null : foreign(fact));
const said = (value: string) => (value.trim() === "" ? "vacío" : quoted(value));
const changed = ({ field, was, is }: Meanwhile) =>
  `${is.trim() === "" ? `vació ${fieldName(field)}` : `cambió ${fieldName(field)} a ${quoted(is)}`} (estaba ${was.trim() === "" ? said(was) : `en ${said(was)}`})`;

export const ticket = {
  hint: "El asunto del ticket aparece aquí en cuanto se escribe su número.",
  reading: "Leyendo el ticket…",
  readingAgain: "leyéndolo de nuevo…",
  noTitle: "(sin título)",
  facts: ({ t, now }: { t: SeenTicket; now: number }) =>
    [...[t.leadName, t.status, t.priority, t.channel].map(factOf), due(t.dueDate, now)].filter((fact) => fact !== null).join(" · "),
  read,
  stale: ({ at, now, why }: { at: number; now: number; why: Unread }) => `${read(at, now)}: ${shortly(why)}${why === "no_connection" ? " ahora" : ""}`,
  readAgain: "Leer de nuevo",
  details: "Detalles",
  lead: "ID del lead",
  noLead: "todavía no se conoce",
  notThere: ({ number, account }: { number: string; account: string }) => `No hay ningún ticket #${number} en “${foreign(account)}”.`,
  notThereShort: ({ number }: { number: string }) => `No hay ningún ticket #${number}.`,
  failed: ({ why }: { why: Unread }) =>
    `El ticket no se puede leer por el momento (${shortly(why)}). Puede enviar de todos modos: la aplicación pregunta lo que necesita antes de enviar.`,
  spoken: (t: SeenTicket) => [`Ticket ${t.number}: ${t.title === null ? "sin asunto" : foreign(t.title)}`, ...(t.status ? [foreign(t.status)] : [])].join(", "),

  empty: "(vacío)",
  presentName: ({ field }: { field: string }) => `${fieldName(field)} actualmente:`,
  presently: "Actualmente:",
  already: "ya está así",

  comparing: "Mirando si el ticket cambió mientras tanto…",
  changedTitle: "El ticket cambió mientras tanto",
  changed: ({ all }: { all: Meanwhile[] }) => `Mientras tanto alguien ${list(all.map(changed))}. ¿Enviar de todos modos?`,
  changedYes: "Enviar",
  changedNo: "Mirarlo otra vez",

  notAllowedEmail: ({ account }: { account: string }) => `“${foreign(account)}” no puede leer tickets, así que su cliente se busca por correo.`,
  notAllowedHand: ({ account }: { account: string }) => `“${foreign(account)}” no puede leer tickets ni buscar clientes, así que hace falta el ID del lead.`,
  tryAgain: "Intentar leer de nuevo el ticket",
  email: "Correo del cliente del ticket",
  emailPlaceholder: "ana@example.org",
  emailFault: "Escriba la dirección de correo completa, como ana@example.org.",
  newEmail: "Correo del cliente",
  newNotAllowed: ({ account }: { account: string }) => `“${foreign(account)}” no puede buscar clientes, así que hace falta el ID del lead.`,
  noteNeedsNumber: "Una nota necesita el número del ticket y su texto, nada más.",
  customerNeeded: ({ whose }: { whose: "lead" | "customer" }) =>
    whose === "lead" ? "¿De quién es el ticket? También hace falta el correo del cliente." : "¿Para quién es el ticket nuevo? Hace falta el correo del cliente.",
  customerChoose: ({ whose }: { whose: "lead" | "customer" }) => (whose === "lead" ? "Elija abajo el cliente del ticket." : "Elija abajo el cliente del ticket nuevo."),
  unknown: "¿Todavía no es cliente?",
  unknownByEmail: "Crearlo por correo",
  unknownByPhone: "Crearlo por teléfono",
  newCustomer: "Un cliente nuevo",
  newCustomerMade: "LeadSquared crea al cliente junto con el ticket, a partir del correo o del teléfono de abajo.",
  newCustomerNeeds: "Hace falta un correo o un teléfono, en los campos de abajo.",
  newCustomerAdd: ({ field }: { field: string }) =>
    ({ "LeadDetail.EmailAddress": "Agregar un correo", "LeadDetail.Phone": "Agregar un teléfono", "LeadDetail.FirstName": "Agregar un nombre", "LeadDetail.LastName": "Agregar un apellido" })[field] ?? `Agregar ${fieldName(field)}`,
  knownCustomer: "Es un cliente conocido",
  recent: ({ number, at, now }: { number: string | null; at: number; now: number }) =>
    number === null
      ? "Un ticket nuevo para este cliente ya está en camino. LeadSquared puede ocultar un segundo como duplicado."
      : `Este cliente tiene el ticket #${foreign(number)}, usado aquí por última vez el ${dateOf(at, now)} a las ${timeOfDay(at)}. LeadSquared puede ocultar uno nuevo como duplicado de él; más papeles del mismo asunto van en ese ticket.`,
  recentUpdate: ({ number }: { number: string }) => `Actualizar en su lugar #${foreign(number)}`,
  searching: "Buscando al cliente…",
  matches: ({ count: n }: { count: number }) => (n === 1 ? "Un cliente tiene este correo:" : `${count(n, "cliente tiene", "clientes tienen")} este correo. ¿De quién es el ticket?`),
  noMatch: "No se encontró ningún cliente con este correo. Revise cómo está escrito, o pruebe otra de las direcciones del cliente.",
  noName: "(sin nombre)",
  keptCustomer: "Se conserva el cliente que se eligió antes. Escriba un correo para elegir otro.",
  noAddress: ({ account }: { account: string }) =>
    `La aplicación todavía no sabe dónde buscar clientes de “${foreign(account)}”. Escríbalo en la página de la cuenta, en Avanzado: “Dirección de leads”.`,
  openAccount: "Abrir la cuenta",
  emailFailed: ({ why }: { why: Unread }) => `El cliente no se puede buscar por el momento (${shortly(why)}).`,
  searchAgain: "Buscar de nuevo",
  haveId: "Tengo el ID del lead del cliente",
  backToEmail: "Buscar al cliente por correo",

  handPicture: "La barra de direcciones de un navegador, cuya dirección termina en LeadID= y 36 letras, cifras y guiones: esos están marcados.",
};
