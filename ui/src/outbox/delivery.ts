// A delivery as the screen sees it: its section of the list, its colour, and what can be done about it.
import type { Delivery, Failure, Waiting } from "../shell/types";

export type Section = "needs_you" | "on_the_way" | "settled";
export const sectionOf = ({ state, needsYou }: Delivery): Section =>
  needsYou ? "needs_you" : state === "waiting" || state === "sending" ? "on_the_way" : "settled";

export type Tone = "good" | "warn" | "bad" | "busy" | "calm";

const forPerson: ReadonlySet<Waiting["code"]> = new Set(["account_gone", "place_changed", "keys", "keys_refused", "storage", "other_computer", "way"]);

/** The colour of a delivery's badge; its words say the same. */
export function toneOf({ state, waiting }: Delivery): Tone {
  switch (state) {
    case "done":
      return "good";
    case "sending":
      return "busy";
    case "waiting":
      return waiting && forPerson.has(waiting.code) ? "warn" : "busy";
    case "may_be_done":
      return "warn";
    case "refused":
      return "bad";
    case "cancelled":
      return "calm";
  }
}

/** The proxy that a delivery waits for, where a name and a password would do. */
export const proxyOf = ({ waiting }: Delivery): string | null => (waiting?.code === "way" ? proxyToSignIn(waiting.failure) : null);
export function proxyToSignIn(failure: Failure): string | null {
  if (failure.code !== "proxy_sign_in" || failure.proxy === "") return null;
  return failure.kinds.length === 0 || failure.kinds.some((kind) => kind.toLowerCase() === "basic") ? failure.proxy : null;
}

export const failureOf = ({ ended }: Delivery): Failure | null => (ended?.ended === "failed" ? ended.failure : null);

/** What stands in `data-code` of a card: the failure's code, or how else its last attempt ended. */
export const codeOf = (delivery: Delivery): string | undefined =>
  failureOf(delivery)?.code ?? (delivery.ended?.ended === "done" ? undefined : delivery.ended?.ended);
export const effectOf = (delivery: Delivery): string | undefined =>
  failureOf(delivery)?.effect ?? (delivery.state === "may_be_done" ? "may_be_done" : undefined);
