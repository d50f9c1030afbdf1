// When something is due or was read, as far as every language tells it apart.
import { midnight } from "../values/days";

export type Due = { is: "today" | "tomorrow" | "since_yesterday" } | { is: "past" | "later"; day: number };

/**
 * When a ticket is due. The server's date names no time zone, so that only its day is used. Null where there is none:
 * the year 1 is how some servers write that.
 */
export function whenDue(date: string | null, now: number): Due | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(date?.trim() ?? "");
  if (!parts || Number(parts[1]) < 1900) return null;
  const day = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])).getTime();
  if (day === midnight(now)) return { is: "today" };
  if (day === midnight(now, 1)) return { is: "tomorrow" };
  if (day === midnight(now, -1)) return { is: "since_yesterday" };
  return { is: day < now ? "past" : "later", day };
}

export type Read = { is: "now" | "today" | "yesterday" | "earlier" } | { is: "minutes"; minutes: number };

/** How old what is shown is. */
export function whenRead(at: number, now: number): Read {
  const minutes = Math.floor((now - at) / 60_000);
  // A clock that was set back makes a reading of the future: its date is what is known.
  if (minutes >= -1 && minutes <= 0) return { is: "now" };
  if (minutes > 0 && minutes < 60) return { is: "minutes", minutes };
  const day = midnight(at);
  return { is: day === midnight(now) ? "today" : day === midnight(now, -1) ? "yesterday" : "earlier" };
}

const two = (n: number) => String(n).padStart(2, "0");
/** "2026-11-24 14.05.12": sorts by time, and is a name on every system. */
export const stamp = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`;
