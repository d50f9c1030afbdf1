// What is being put together. Part of the catalogue in es.ts.
import type { DraftFault, FieldsFrom, FileKind, Job, LeftOut, Lies, NumberFault, NumeralFault, SetupField, TimeFault } from "../../shell/types";
import { foreign } from "../foreign";
import { count, day, exact, list, number, size } from "./amounts";
import { notRegular } from "./failures";
import { fieldName, files, kinds, plainFieldName } from "./things";

export const draft = {
  jobs: "Qué enviar",
  job: { update: "Actualizar un ticket", new_ticket: "Ticket nuevo", note: "Nota" } satisfies Record<Job, string>,
  ticket: "Número de ticket",
  lead: "ID del lead",
  leadPlaceholder: "330fba67-6795-46c2-…",
  leadHelp: "¿Dónde lo encuentro?",
  leadHelpText:
    "Abra en LeadSquared el lead del ticket. La dirección que aparece arriba en el navegador suele terminar en “LeadID=” y 36 letras, cifras y guiones: copie eso. Si no los ve, su administrador puede buscar el ID por el correo del lead.",
  changes: "Cambios",
  fields: "Campos",
  addField: "Completar otro campo",
  newFieldMenu: "Campos que se pueden completar",
  newValue: ({ field }: { field: string }) => fieldName(field),
  removeField: ({ field }: { field: string }) => `No completar ${field === "" ? "este campo" : fieldName(field)}`,
  emptyLeavesOut: "Si se deja vacío, no se envía",
  note: "Nota interna",
  noteHelp: "La ven las personas que trabajan en el ticket; su cliente, no.",
  noteFiles: ({ count: n }: { count: number }) =>
    `Una nota no lleva archivos. ${n === 1 ? "El archivo que agregó se queda" : `Los ${files(n)} que agregó se quedan`} aquí para una actualización o un ticket nuevo.`,
  to: "pasa a ser",
  addFirst: "Cambiar un campo",
  addAnother: "Cambiar otro campo",
  fieldMenu: "Campos que se pueden cambiar",
  findField: "Buscar un campo",
  /** What a status may lead to; nothing where it is an ordinary one. */
  statusMeans: ({ status }: { status: string }): string => {
    const plain = status.trim().toLowerCase();
    return plain === "closed"
      ? "Esto puede ser definitivo: un ticket cerrado puede quedar cerrado para siempre y no aceptar más cambios ni archivos."
      : plain === "resolved"
        ? "Resuelto todavía no es cerrado: LeadSquared puede cerrarlo por sí solo después de un tiempo."
        : "";
  },
  fieldsFrom: { team: "Campos de su equipo", account: "Campos de esta cuenta", built_in: "Campos habituales" } satisfies Record<FieldsFrom, string>,
  fieldsLack: ({ count: n }: { count: number }) =>
    `${n === 1 ? "No se pudo" : "No se pudieron"} leer de su cuenta ${count(n, "campo", "campos")} más. “Otro campo” ${n === 1 ? "lo" : "los"} acepta por su nombre.`,
  fieldsLocked: ({ names }: { names: string[] }) => `Se definen cuando se crea un ticket y no se cambian después: ${list(names.map(fieldName))}.`,
  locked: "En su cuenta este campo se define cuando se crea un ticket; un cambio puede ser rechazado.",
  listNotRead: "No se pudieron leer los valores de esta lista: escriba uno exactamente como lo muestra LeadSquared.",
  findValue: "Buscar un valor",
  valuesFound: ({ count: n, of }: { count: number; of: number }) => (n === of ? count(n, "valor", "valores") : `${number(n)} de ${count(of, "valor", "valores")}`),
  groups: { common: "Comunes", more: "Más campos", own: "Propios de esta cuenta" },
  fieldsFound: ({ count: n }: { count: number }) => (n === 0 ? "Ningún campo se llama así." : count(n, "campo", "campos")),
  otherField: "Otro campo",
  otherFieldHelp: "El nombre que le dio su administrador",
  otherFieldValue: "Valor nuevo",
  fieldName,
  plainFieldName,
  value: ({ field }: { field: string }) => `Valor nuevo de ${fieldName(field)}`,
  choose: "Elija…",
  otherValue: "Otro valor…",
  backToList: "Volver a la lista",
  removeChange: ({ field }: { field: string }) => `No cambiar ${field === "" ? "este campo" : fieldName(field)}`,
  emptyClears: "Si se deja vacío, el campo se vacía",
  time: "2026-12-24 17:00",
  date: "2026-12-24",
  range: ({ min_value: least, max_value: most }: SetupField) =>
    least !== null && most !== null ? `${exact(least)} a ${exact(most)}` : least !== null ? `${exact(least)} o más` : most !== null ? `${exact(most)} o menos` : "",
  lastUsed: "Usados últimamente",
  allValues: "Todos los valores",
  sentAs: ({ value }: { value: string }) => `Se envía como ${foreign(value)}`,
  /** Which of the two that a value could be. */
  meant: ({ value }: { value: string }) => `Quiero decir ${foreign(value)}`,
  suggested: ({ value }: { value: string }) => `Tomar ${foreign(value)}`,
  calendar: "Elija un día",
  days: ["Hoy", "Mañana", "En una semana"],
  emails: "ana@example.org, luis@example.org",
  tags: "primera etiqueta, segunda etiqueta",
  files: "Archivos",
  filesTotal: ({ count: n, bytes }: { count: number; bytes: number }) => `${files(n)} · ${size(bytes)}`,
  chooseFiles: "Elegir archivos…",
  drop: "Suelte archivos en cualquier lugar de esta ventana",
  dropHelp: "o elíjalos, o pegue una imagen (Ctrl+V)",
  dropNow: "Suelte aquí los archivos",
  dropTo: ({ job, ticket }: { job: Job; ticket: string }): string => {
    if (job === "note") return "Una nota no lleva archivos: esperan aquí una actualización o un ticket nuevo.";
    if (job === "new_ticket") return "Se agregan al ticket nuevo.";
    return ticket === "" ? "Se agregan a esta actualización." : `Se agregan a la actualización de #${ticket}.`;
  },
  dropLater: "Esperan aquí la próxima actualización.",
  fileFacts: ({ bytes, kind }: { bytes: number; kind: FileKind }) => `${size(bytes)} · ${kinds[kind].one}`,
  removeFile: ({ name }: { name: string }) => `Quitar ${foreign(name)}`,
  dismiss: "Cerrar este aviso",
  adding: ({ count: n }: { count: number }) => (n === 0 ? "Mirando lo que llegó…" : `Agregando ${files(n)}…`),
  addingProgress: "Parte copiada",
  addingWhy: "Están donde pueden desaparecer por sí solos, así que la aplicación hace copias propias.",
  stopAdding: "Detener",
  addAllTheSame: "Agregarlo de todos modos",
  addAllOfThem: "Agregarlos de todos modos",
  staysThere: "No hay espacio para una copia: déjelo donde está hasta que haya presionado Enviar",
};

const elsewhere: Record<Lies, (what: string) => string> = {
  server: (what) => `${what} está en un servidor que esta computadora no muestra como carpeta: guárdelo primero en esta computadora y luego agréguelo.`,
  phone: (what) => `${what} está en un teléfono o una cámara: cópielo primero a esta computadora y luego agréguelo.`,
  trash: (what) => `${what} está en la papelera: sáquelo primero de allí y luego agréguelo.`,
  archive: (what) => `${what} está dentro de un archivo comprimido: descomprímalo primero y luego agréguelo.`,
  web_page: (what) => `${what} es una página web y no un archivo: guarde primero en esta computadora lo que quiere enviar y luego agréguelo.`,
  page_picture: (what) => `${what} es una imagen de una página web: cópiela allí (botón derecho del mouse, Copiar imagen) y presione Ctrl+V aquí.`,
  nowhere: (what) => `${what} no es un archivo de esta computadora: guárdelo primero y luego agréguelo.`,
};

export const leftOut = (left: LeftOut): string => {
  switch (left.code) {
    case "already_attached":
      return `“${foreign(left.file)}” ya está aquí, así que no se agregó otra vez.`;
    case "same_content":
      return `“${foreign(left.file)}” contiene lo mismo que “${foreign(left.as)}”, así que no se agregó dos veces.`;
    case "file_missing":
      return `“${foreign(left.file)}” ya no está donde estaba, así que no se pudo agregar.`;
    case "file_changed":
      return `“${foreign(left.file)}” ya no es el archivo que se envió, así que no se agregó. Agréguelo usted si es el correcto.`;
    case "larger_than_allowed":
      return `“${foreign(left.file)}” tiene ${size(left.size)}; su equipo envía archivos de ${size(left.most)} como máximo.`;
    case "kind_not_allowed":
      return `“${foreign(left.file)}” es de un tipo que su equipo no envía. Envía ${list(left.endings.map((ending) => ending.toUpperCase()))}.`;
    case "not_here":
      return elsewhere[left.lies](left.file === "" ? "Lo que soltó" : `“${foreign(left.file)}”`);
    case "only_a_link":
      return `“${foreign(left.file)}” es solo un enlace a algo, no el documento mismo.`;
    case "empty":
      return `“${foreign(left.file)}” está vacío: no contiene nada.`;
    case "no_room_to_take":
      return `“${foreign(left.file)}” se agregó. Aquí no hay espacio para una copia, y está donde puede desaparecer por sí solo: déjelo allí hasta que haya presionado Enviar.`;
    case "stopped":
      return `“${foreign(left.file)}” no se agregó: usted lo detuvo.`;
    case "file_unreadable":
      return `No se pudo leer “${foreign(left.file)}” (${foreign(left.why)}).`;
    case "file_not_regular":
      return left.kind === "folder"
        ? `“${foreign(left.file)}” es una carpeta: agregue los archivos que contiene, o comprímala primero en un solo archivo.`
        : `“${foreign(left.file)}” es ${notRegular[left.kind]}, y solo se pueden enviar archivos.`;
  }
};

const characters = (n: number) => count(n, "carácter", "caracteres");

/** Why what was typed names no ticket. */
const notATicket: Record<NumberFault, (given: string) => string> = {
  empty: () => "¿Qué ticket? Escriba su número.",
  no_number: (given) => `“${given}” no es un número de ticket. Es un número como 143.`,
  several: (given) => `“${given}” nombra más de un ticket. Escriba el número de uno solo.`,
  not_whole: (given) => `“${given}” no es un número de ticket: es un número entero como 143, sin punto, coma ni signo.`,
  zero: () => "No hay ningún ticket 0. Escriba un número como 143.",
  too_long: (given) => `“${given}” es demasiado largo para un número de ticket.`,
};

const notATime = (fault: TimeFault, wanted: "date" | "time"): string => {
  const like = wanted === "date" ? "2026-12-24" : "2026-12-24 17:00";
  switch (fault.is) {
    case "unreadable":
      return wanted === "date" ? `Escriba la fecha como ${like}.` : `Escriba la fecha y la hora como ${like}.`;
    case "has_zone":
      return `Escriba la fecha y la hora sin zona horaria, como ${like}: el sistema de tickets las toma en la de la cuenta, que esta aplicación no conoce.`;
    case "no_such_day":
      return `Ese día no existe. Escríbalo como ${like}.`;
    case "short_year":
      return `Escriba el año con cuatro cifras, como ${like}.`;
    case "doubtful":
      return `Podría ser ${day(fault.one)} o ${day(fault.other)}. ¿Cuál quiere decir?`;
    case "has_time":
      return "Este campo acepta un día sin hora.";
  }
};
const notANumber = (fault: NumeralFault): string =>
  fault.is === "no_number" ? "Escriba un número como 12.5." : `Podría ser ${foreign(fault.one)} o ${foreign(fault.other)}. ¿Cuál quiere decir?`;

export const draftFault = (fault: DraftFault | { code: "value_not_chosen" | "value_refused"; change: number }): string => {
  switch (fault.code) {
    case "ticket_empty":
      return "¿Qué ticket? Escriba su número.";
    case "ticket_not_a_number":
      return notATicket[fault.why](foreign(fault.given.trim()));
    case "lead_empty":
      return "También hace falta el ID del lead.";
    case "lead_not_an_id":
      return "Esto no es un ID de lead: son 36 letras (de la a a la f), cifras y guiones, como 330fba67-6795-46c2-9dad-077794077f70.";
    case "field_empty":
      return "¿Qué campo? Escriba su nombre.";
    case "field_twice":
      return `${fieldName(fault.field)} se cambia dos veces: quite uno de los dos cambios.`;
    case "value_not_a_time":
      return notATime(fault.why, "time");
    case "value_not_a_date":
      return notATime(fault.why, "date");
    case "value_empty":
      return "Este campo no puede estar vacío en un ticket.";
    case "value_too_short":
      return `Esto tiene ${characters(fault.length)}; hacen falta al menos ${number(fault.least)}.`;
    case "value_too_long":
      return `Esto tiene ${characters(fault.length)}; el campo acepta ${number(fault.most)} como máximo.`;
    case "value_not_a_number":
      return notANumber(fault.why);
    case "value_too_small":
      return `Esto es muy poco: lo mínimo que acepta el campo es ${exact(fault.least)}.`;
    case "value_too_great":
      return `Esto es demasiado: lo máximo que acepta el campo es ${exact(fault.most)}.`;
    case "value_not_an_email":
      return `“${foreign(fault.given)}” no es una dirección de correo. Escriba direcciones como ana@example.org, con una coma entre dos.`;
    case "value_not_like_pattern":
      return `Esto no tiene la forma que pide el campo (${foreign(fault.pattern)}).`;
    case "value_refused":
      return "El sistema de tickets mencionó este campo cuando rechazó el último intento.";
    case "value_not_chosen":
      return "Elija un valor, o quite este cambio.";
    case "note_empty":
      return "¿Qué debe decir la nota?";
    case "title_empty":
      return "¿De qué trata el ticket nuevo? Escriba un asunto.";
    case "nothing_to_send":
      return "Todavía no hay nada que enviar: cambie un campo o agregue un archivo.";
  }
};
