// Days of the calendar: the headings of the list, and the choices of the day filter.
import type { Delivery } from "../shell/types";

/** Midnight at the beginning of a moment's day, by the calendar: a day is 23 or 25 hours long when clocks change. */
export function midnight(at: number, daysOn = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysOn).getTime();
}

export type DayName = "today" | "yesterday" | "date";
export type Row =
  | { kind: "day"; key: string; name: DayName; at: number }
  /** `position` counts deliveries from 1, for those who hear the list and don't see it. */
  | { kind: "delivery"; key: string; delivery: Delivery; position: number };

/**
 * The list with a heading before each run of one day. A clock that was set back makes two runs of the same day, so
 * that a heading's key counts the runs.
 */
export function rowsByDay(deliveries: Delivery[], now: number): Row[] {
  const rows: Row[] = [];
  const runs = new Map<number, number>();
  const today = midnight(now);
  const yesterday = midnight(now, -1);
  let from = Infinity;
  let until = -Infinity;
  for (const [at, delivery] of deliveries.entries()) {
    const { createdAt } = delivery;
    if (createdAt < from || createdAt >= until) {
      from = midnight(createdAt);
      until = midnight(createdAt, 1);
      const run = (runs.get(from) ?? 0) + 1;
      runs.set(from, run);
      const name = from === today ? "today" : from === yesterday ? "yesterday" : "date";
      rows.push({ kind: "day", key: `day-${String(from)}-${String(run)}`, name, at: from });
    }
    rows.push({ kind: "delivery", key: `delivery-${String(delivery.id)}`, delivery, position: at + 1 });
  }
  return rows;
}

export const dayChoices = ["any", "today", "yesterday", "week", "range"] as const;
export type DayChoice = (typeof dayChoices)[number];
export type Span = { from: number | null; until: number | null };

/** The midnight that a date box ("2026-11-24") names; null while it is empty or half filled in. */
export function dayTyped(typed: string, daysOn = 0): number | null {
  const parts = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(typed);
  if (!parts) return null;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + daysOn).getTime();
}

/** From when until when a choice is; the last day of a range counts whole. */
export function spanOf(choice: DayChoice, now: number, first: string, last: string): Span {
  switch (choice) {
    case "any":
      return { from: null, until: null };
    case "today":
      return { from: midnight(now), until: null };
    case "yesterday":
      return { from: midnight(now, -1), until: midnight(now) };
    case "week":
      return { from: midnight(now, -6), until: null };
    case "range":
      return { from: dayTyped(first), until: dayTyped(last, 1) };
  }
}
