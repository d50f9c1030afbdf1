// What a failure tells in every language alike.
import type { Failure } from "../shell/types";

const begun = new Set<Failure["code"]>(["broke_while_sending", "stalled_while_sending", "failed_early", "not_released", "cancelled", "file_shrank", "file_grew", "answered_early"]);

/** A part had left this computer already, so "Nothing was sent" would be read as untrue. */
export const partlySent = (failure: Failure): boolean => failure.effect === "not_sent" && begun.has(failure.code);

/** The server's own reason, without the point at its end. */
export const reasonOf = (failure: Failure): string | null => failure.answer?.reason?.trim().replace(/[.\s]+$/, "") || null;

/** Whether a proxy would be content with a name and a password. */
export const isBasic = (kinds: string[]): boolean => kinds.length === 0 || kinds.some((kind) => kind.toLowerCase() === "basic");

export type ProxySaid = "nothing" | "sign_in" | "not_allowed" | "not_reached" | "other";
/** What a proxy that made no connection meant, by its status. */
export function proxySaid(status: number | null): ProxySaid {
  if (status === null) return "nothing";
  if (status === 511 || (status >= 300 && status < 400)) return "sign_in";
  if (status === 403 || status === 405) return "not_allowed";
  return status === 429 || status >= 500 ? "not_reached" : "other";
}
