// Every sentence of the screen, in Spanish: plain, neutral for the Americas, with "usted".
import { readings } from "./draft";
import type { Words } from "./en";
import { account, owner } from "./es/account";
import { dateAndTime, dateOf, number, size, timeOfDay, todayOrDate } from "./es/amounts";
import { closing, settings, start, trouble } from "./es/app";
import { alreadyThere } from "./es/alreadyThere";
import { choices } from "./es/choices";
import { delivery } from "./es/delivery";
import { draft, draftFault, leftOut } from "./es/draft";
import { failureWords, keysState } from "./es/failures";
import { files } from "./es/files";
import { filesThere } from "./es/filesThere";
import { namedTicket } from "./es/namedTicket";
import { outbox } from "./es/outbox";
import { presets } from "./es/presets";
import { proxy } from "./es/proxy";
import { putBack } from "./es/putBack";
import { removing } from "./es/removing";
import { saveSetup } from "./es/saveSetup";
import { answer, send } from "./es/send";
import { launch, setup } from "./es/setup";
import { setupDetails } from "./es/setupDetails";
import { files as filesOf, named, subject } from "./es/things";
import { ticket } from "./es/ticket";
import { foreign } from "./foreign";

// Words, for whoever translates on: ticket; customer: cliente; computer: computadora (equipo is the team); draft: borrador;
// update: actualización; attempt: intento; key: clave; keychain: llavero; preset: plantilla; team setup: configuración del
// equipo; passphrase: frase de contraseña; a key's sign: seña; Send again: Enviar de nuevo; It was done: Sí se hizo.
export const es: Words = {
  product: "Ticket Courier",
  close: "Cerrar",
  cancel: "Cancelar",
  remove: "Quitar",
  loading: "Un momento…",
  amounts: { size, timeOfDay, dateAndTime, todayOrDate, dateOf },
  failure: failureWords,
  named,
  subject,

  head: {
    account: ({ name, state }: { name: string; state: string }) => `Cuenta: ${foreign(name)}, ${state}. Elegir otra`,
    accounts: "Cuentas",
    practice: "Práctica",
    practiceState: "Nada sale de esta computadora",
    addAccount: "Agregar una cuenta…",
    settings: "Configuración",
    panes: "Partes de la ventana",
    draft: "Por enviar",
    history: "Lo que se envió",
    needsYou: ({ count: n }: { count: number }) => `${number(n)} ${n === 1 ? "espera" : "esperan"} algo de usted`,
  },
  keys: {
    state: keysState,
    missing: ({ name }: { name: string }) => `No hay claves para “${foreign(name)}” en esta computadora.`,
    locked: ({ name }: { name: string }) =>
      `El llavero de esta computadora está bloqueado, así que no se pueden leer las claves de “${foreign(name)}”. Desbloquéelo, o escriba de nuevo las claves para esta sesión.`,
    no_keychain: ({ name }: { name: string }) =>
      `En esta computadora no funciona ningún llavero, así que no se pueden leer las claves de “${foreign(name)}”. Escríbalas de nuevo para esta sesión.`,
    enter: "Escribir las claves",
    lookAgain: "Mirar de nuevo",
    waits: "El llavero de esta computadora todavía no respondió. Quizá pide su contraseña en otra ventana: búsquela. Mientras tanto no se pierde nada.",
    session: "Escribir las claves para esta sesión",
  },
  practice: {
    line: "Práctica: nada sale de esta computadora.",
    example: "Completar un ticket de ejemplo",
    customer: "Completar un cliente de ejemplo",
  },

  first: {
    title: "Lleve cambios y archivos a un ticket",
    lead: "Suelte archivos en esta ventana, indique un ticket, presione Enviar y vea siempre qué pasó.",
    files: ({ count: n }: { count: number }) => `${filesOf(n)} ${n === 1 ? "agregado. Espera" : "agregados. Esperan"} aquí hasta que usted elija cómo empezar.`,
    practice: "Practicar primero",
    practiceHelp: "Una cuenta inventada con una docena de tickets. Nada sale de esta computadora, así que nada puede salir mal.",
    setup: "Abrir configuración del equipo",
    setupHelp: "Su administrador le dio un archivo que termina en .ticketcourier. El archivo conoce la dirección; usted solo necesita las claves, o una frase de contraseña.",
    account: "Agregar su cuenta",
    accountHelp: "Necesita la dirección de su cuenta de LeadSquared y sus dos claves. La página siguiente dice dónde están.",
    later: "Puede hacer lo demás en cualquier momento: el menú de cuentas está arriba.",
  },

  draft,
  files,
  ticket,
  leftOut,
  draftFault,
  readings,
  presets,
  send,
  answer,
  outbox,
  choices,
  delivery,
  removing,
  account,
  proxy,
  owner,
  filesThere,
  alreadyThere,
  namedTicket,
  putBack,
  setup,
  setupDetails,
  saveSetup,
  launch,
  settings,
  closing,
  start,
  trouble,
};
