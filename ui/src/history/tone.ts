import type { Delivery } from "../shell/types";

export type Tone = "good" | "warn" | "bad" | "busy" | "calm";

/** The colour of a delivery's badge; its words say the same. */
export function toneOf({ outcome }: Delivery): Tone {
  switch (outcome.state) {
    case "done":
      return "good";
    case "sending":
      return "busy";
    case "interrupted":
      return "warn";
    case "failed":
      if (outcome.failure.effect === "may_be_done") return "warn";
      return outcome.failure.code === "cancelled" ? "calm" : "bad";
  }
}
