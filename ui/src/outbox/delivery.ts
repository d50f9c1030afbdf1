// A delivery as the screen sees it: its section of the list, its colour, and what can be done about it.
import type { Delivery, Failure, Waiting } from "../shell/types";

export type Section = "needs_you" | "on_the_way" | "settled";
export const sectionOf = ({ state, needsYou }: Delivery): Section =>
  needsYou ? "needs_you" : state === "waiting" || state === "sending" || state === "held_back" ? "on_the_way" : "settled";

export type Tone = "good" | "warn" | "bad" | "busy" | "calm";

const forPerson: ReadonlySet<Waiting["code"]> = new Set(["account_gone", "place_changed", "keys", "keys_refused", "storage", "other_computer"]);

/** The colour of a delivery's badge; its words say the same. */
export function toneOf({ state, waiting, askedBack }: Delivery): Tone {
  switch (state) {
    case "done":
      return "good";
    case "sending":
      return "busy";
    case "waiting":
      return waiting && forPerson.has(waiting.code) ? "warn" : "busy";
    case "held_back":
      return askedBack ? "warn" : "calm";
    case "may_be_done":
      return "warn";
    case "refused":
      return "bad";
    case "cancelled":
      return "calm";
  }
}

export const failureOf = ({ ended }: Delivery): Failure | null => (ended?.ended === "failed" ? ended.failure : null);

/** What stands in `data-code` of a card: the failure's code, or how else its last attempt ended. */
export const codeOf = (delivery: Delivery): string | undefined =>
  failureOf(delivery)?.code ?? (delivery.ended?.ended === "done" ? undefined : delivery.ended?.ended);
export const effectOf = (delivery: Delivery): string | undefined =>
  failureOf(delivery)?.effect ?? (delivery.state === "may_be_done" ? "may_be_done" : undefined);

/** Whether the very same can have another end when it is sent once more: somebody put something right meanwhile. */
const sameAgain: Record<Failure["code"], boolean> = {
  file_missing: false,
  file_unreadable: true,
  file_not_regular: false,
  file_changed: false,
  file_shrank: false,
  file_grew: false,
  lead_unknown: true,
  host_not_found: true,
  cannot_connect: true,
  connect_timed_out: true,
  connection_not_secure: true,
  proxy_sign_in: true,
  proxy_refused: true,
  broke_while_sending: true,
  stalled_while_sending: true,
  not_released: true,
  cancelled: true,
  too_many_calls: true,
  unavailable: true,
  too_slow: true,
  failed_early: true,
  not_the_ticket_system: true,
  wrong_address: true,
  not_accepted: false,
  keys_refused: true,
  forbidden: true,
  not_found: true,
  too_large: false,
  refused: true,
  redirected: true,
  declined: false,
  server_error: true,
  answer_unreadable: true,
  answered_early: false,
  broke_before_answer: true,
  no_answer: true,
};

export const canSendAgain = (delivery: Delivery): boolean => {
  const failure = failureOf(delivery);
  return delivery.state === "may_be_done" || (delivery.state === "refused" && (failure === null || sameAgain[failure.code]));
};
