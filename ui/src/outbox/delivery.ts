// A delivery as the screen sees it: its section of the list, its colour, and what can be done about it.
import type { Delivery, Failure, Waiting } from "../shell/types";

export type Section = "needs_you" | "on_the_way" | "settled";
/** It has no end yet, and needs nobody's word about one. */
export const isOnTheWay = ({ state }: Delivery): boolean => state === "waiting" || state === "sending" || state === "held_back";
export const sectionOf = (delivery: Delivery): Section =>
  delivery.needsYou ? "needs_you" : isOnTheWay(delivery) ? "on_the_way" : "settled";

export type Tone = "good" | "warn" | "bad" | "busy" | "calm";

const forPerson: ReadonlySet<Waiting["code"]> = new Set(["account_gone", "place_changed", "keys", "keys_refused", "storage", "other_computer", "way"]);

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

/** The proxy that a delivery waits for, where a name and a password would do. */
export const proxyOf = ({ waiting }: Delivery): string | null => (waiting?.code === "way" ? waiting.sign_in_to : null);

export const failureOf = ({ ended }: Delivery): Failure | null => (ended?.ended === "failed" ? ended.failure : null);

/** What stands in `data-code` of a card: the failure's code, or how else its last attempt ended. */
export const codeOf = (delivery: Delivery): string | undefined =>
  failureOf(delivery)?.code ?? (delivery.ended?.ended === "done" ? undefined : delivery.ended?.ended);
export const effectOf = (delivery: Delivery): string | undefined =>
  failureOf(delivery)?.effect ?? (delivery.state === "may_be_done" ? "may_be_done" : undefined);
