// Sending, and what stands above the Send button. Part of the catalogue in es.ts.
import type { Copying, Delivery, Job, Progress } from "../../shell/types";
import { foreign } from "../foreign";
import { count, duration, list, number, percent, size, sizeEachSecond, sizeOf } from "./amounts";
import { files, things } from "./things";

export const send = {
  button: ({ job, changes: c, files: f, ticket }: { job: Job; changes: number; files: number; ticket: string }) => {
    if (job === "note") return `Enviar la nota${ticket === "" ? "" : ` a #${ticket}`}`;
    if (job === "new_ticket") return `Crear un ticket nuevo${f === 0 ? "" : ` con ${files(f)}`}`;
    const what = things(c, f);
    return `Enviar${what === "" ? "" : ` ${what}`}${what === "" || ticket === "" ? "" : ` a #${ticket}`}`;
  },
  missing: (lacks: { ticket: boolean; lead: "customer" | "contact" | "id" | null; content: boolean; title: boolean; note: boolean }) =>
    `Todavía falta: ${list([
      ...(lacks.ticket ? ["el número de ticket"] : []),
      ...(lacks.lead === null ? [] : [{ id: "el ID del lead", customer: "el cliente del ticket", contact: "el correo o el teléfono del cliente nuevo" }[lacks.lead]]),
      ...(lacks.title ? ["un asunto"] : []),
      ...(lacks.note ? ["el texto de la nota"] : []),
      ...(lacks.content ? ["un cambio o un archivo"] : []),
    ])}.`,
  faults: ({ count: n }: { count: number }) => `Hay que revisar ${count(n, "lugar, marcado", "lugares, marcados")} en rojo.`,
  inAll: ({ bytes }: { bytes: number }) => `${size(bytes)} en total`,
  /** A warning: what was refused once need not be again. */
  sizeDoubt: ({ bytes, passed, refused, several }: { bytes: number; passed: number | null; refused: number; several: boolean }) =>
    `${size(bytes)} quizá es demasiado de una vez: antes se rechazó por su tamaño una actualización de ${size(refused)}${passed === null ? "" : `, y la más grande que pasó tenía ${size(passed)}`}. ${several ? "Puede enviarlo por partes (varias actualizaciones una tras otra, los cambios con la última), o de todos modos." : "Puede enviarlo de todos modos."}`,
  inParts: "Enviar por partes",
  shortcut: "Ctrl+Enter envía",

  taking: "Haciendo copias de sus archivos…",
  takingWhy: "Así usted puede mover o cambiar sus propios archivos mientras estos van en camino.",
  takingCount: (taking: Copying) => `${number(Math.min(taking.file + 1, taking.files))} de ${number(taking.files)}`,
  takingProgress: "Copiado hasta ahora",
  stop: "Detener",
  noRoom: ({ needed, free }: { needed: number; free: number }) =>
    `En el disco de esta computadora no hay espacio suficiente para copias de sus archivos: hacen falta ${size(needed)} y hay ${size(free)} libres. No se envió nada, y todo sigue aquí. Libere espacio, o envíe menos archivos a la vez.`,
  notTaken: ({ count: n }: { count: number }) =>
    n === 1
      ? "Un archivo no está como usted lo agregó, así que no se envió nada. Todo lo demás sigue aquí. Arregle el archivo o quítelo, y luego envíe:"
      : `${number(n)} archivos no están como usted los agregó, así que no se envió nada. Todo lo demás sigue aquí. Arregle los archivos o quítelos, y luego envíe:`,

  label: "Lo último que envió",
  undo: "Deshacer",
  sendNow: "Enviar ahora",
  takeBack: "Recuperarlo",
  heldBack: "Todavía no se envió",
  heldBackWhy: "Nada ha salido de esta computadora.",
  goesIn: ({ seconds }: { seconds: number }) => (seconds > 0 ? `Sale en ${count(seconds, "segundo", "segundos")}.` : "Sale ahora."),
  askedBack: "Retenido",
  askedBackWhy: "Usted lo recuperó, y en el borrador hay algo nuevo. Sale solo si usted lo dice.",
  heldBackSpoken: "Sale en 5 segundos. Al lado está Deshacer.",
  inTheWayTitle: "¿Reemplazar lo que ha preparado desde entonces?",
  inTheWay: "No se envió nada. Lo que usted recuperó va al borrador, donde hay algo nuevo; lo nuevo se perdería.",
  inTheWayYes: "Reemplazarlo",
  inTheWayNo: "Conservar lo nuevo",
  undone: "Recuperado. No se envió nada, y todo está de nuevo en el borrador.",
  preparing: "Preparándose…",
  to: ({ job, ticket }: Delivery): string =>
    job === "update" ? `Enviando a #${ticket}` : job === "note" ? `Enviando una nota a #${ticket}` : "Enviando un ticket nuevo",
  hide: "No mostrarlo más aquí; continúa",
  waiting: "Espera un momento libre",
  waitingWhy: ({ milliseconds, asked }: { milliseconds: number; asked: boolean }) =>
    `${asked ? "El sistema de tickets pidió esperar" : "Las llamadas de la cuenta se agotaron por el momento"}; continúa por sí solo en unos ${duration(milliseconds / 1000)}.`,
  percent: ({ part }: { part: number }) => percent(part),
  left: ({ seconds }: { seconds: number }) => `faltan ${duration(seconds)}`,
  sent: ({ sent, total, speed }: { sent: number; total: number; speed: number | null }) =>
    [sizeOf(sent, total), ...(speed === null ? [] : [sizeEachSecond(speed)])].join(" · "),
  sending: ({ sent, total, speed, left }: { sent: number; total: number; speed: number | null; left: number | null }) =>
    [sizeOf(sent, total), ...(speed === null ? [] : [sizeEachSecond(speed)]), ...(left === null ? [] : [`faltan ${duration(left)}`])].join(" · "),
  file: ({ name, index, total }: { name: string; index: number; total: number }) =>
    total === 1 ? foreign(name) : `${foreign(name)} (${number(index + 1)} de ${number(total)})`,
  answer: "Se envió todo",
  answerWhy: "Esperando la respuesta. Si cancela ahora, la respuesta no se conocería.",
  answerShort: "Esperando la respuesta",
  cancelling: "Cancelando…",
  progress: "Enviado hasta ahora",
  spoken: ({ progress, tenths }: { progress: Progress; tenths: number }): string => {
    switch (progress.step) {
      case "waiting":
        return "Espera un momento libre. Continúa por sí solo.";
      case "sending":
        return `${percent(tenths / 10)} enviado.`;
      case "answer":
        return "Se envió todo. Esperando la respuesta.";
    }
  },
};

export const answer = {
  label: "Respuesta",
  said: "El sistema de tickets dice:",
  details: "Detalles",
  status: ({ status }: { status: number }) => `Estado HTTP ${String(status)}`,
  received: "Respuesta tal como se recibió",
  emptyBody: "(vacía)",
  noAnswer: "No se recibió ninguna respuesta.",
  goToKeys: "Escribir las claves",
  goToAccount: "Abrir la cuenta",
  dismiss: "Cerrar esta respuesta",
};
