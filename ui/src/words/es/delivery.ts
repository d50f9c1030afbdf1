// One delivery, opened: its attempts. Part of the catalogue in es.ts.
import type { Attempt, Delivery, Job } from "../../shell/types";
import { dateAndTime, duration, number, sizeOf, timeOfDay } from "./amounts";
import { failureWords } from "./failures";
import { named } from "./things";

export const delivery = {
  title: (delivery: Delivery) => (delivery.job === "update" ? `Ticket #${delivery.ticket}` : named(delivery)),
  note: "Nota interna",
  fields: "Campos",
  changes: "Cambios",
  files: "Archivos",
  empty: "(vacío)",
  sentOn: "Enviado",
  settled: "Resuelto",
  took: ({ from, to }: { from: number; to: number }) => (to < from ? dateAndTime(to) : `${dateAndTime(to)} (después de ${duration((to - from) / 1000)})`),
  account: "Cuenta",
  practice: "Práctica",
  lead: "ID del lead",
  sending: "Esto se está enviando en este momento.",
  notThere: "Esto ya no está en la lista.",
  useAgain: "Usar de nuevo",
  useAgainBusy: "Será posible en cuanto se hayan copiado los archivos del borrador.",
  useAgainHelp: {
    update: "Pone estos cambios y archivos en una actualización nueva, para revisarla y enviarla.",
    new_ticket: "Pone estos campos y archivos en otro ticket nuevo, para revisarlo y enviarlo.",
    note: "Pone esta nota en una nueva, para revisarla y enviarla.",
  } satisfies Record<Job, string>,
  replaceTitle: "¿Reemplazar lo que ha empezado?",
  replace: "Lo que está preparando se reemplaza por esto. No se envía.",
  replaceYes: "Reemplazarlo",
  replaceNo: "Conservar lo mío",

  attempts: "Intentos",
  noAttempts: "Ninguno todavía.",
  attempt: ({ count: n }: { count: number }) => `Intento ${number(n)}`,
  began: (attempt: Attempt) =>
    attempt.endedAt === null || attempt.endedAt < attempt.startedAt
      ? dateAndTime(attempt.startedAt)
      : `${dateAndTime(attempt.startedAt)}, duró ${duration((attempt.endedAt - attempt.startedAt) / 1000)}`,
  /** How far it came, and whether the ticket system may have had all of it. */
  far: ({ ended, sent, total, releasedAt }: Attempt): string => {
    const had = sent === null || total === null ? "" : `Habían salido de esta computadora ${sizeOf(sent, total)}. `;
    if (ended?.ended === "done") return "";
    if (total === 0) return "No se llegó a enviar, así que este intento no puede haber cambiado nada.";
    return releasedAt === null
      ? `${had}La última parte nunca se envió, así que este intento no puede haber cambiado nada.`
      : `${had}La última parte pudo salir a las ${timeOfDay(releasedAt)}, así que el sistema de tickets quizá lo tuvo todo.`;
  },
  came: ({ attempt: { ended }, job }: { attempt: Attempt; job: Job }): string => {
    switch (ended?.ended) {
      case "done":
        return "Hecho.";
      case "failed":
        return failureWords(ended.failure, job).what;
      case "interrupted":
        return "La aplicación terminó a la mitad.";
      case "said_done":
        return "Usted dijo que esto se hizo.";
      case undefined:
        return "En curso ahora.";
    }
  },
};
