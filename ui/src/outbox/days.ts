// Days of the calendar: the headings of the list, and the choices of the day filter.
import type { Delivery } from "../shell/types";

/** Midnight at the beginning of a moment's day, by the calendar: a day is 23 or 25 hours long when clocks change. */
export function midnight(at: number, daysOn = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysOn).getTime();
}

export type DayName = "today" | "yesterday" | "date";
export type Heading = { day: DayName; at: number; key: string };
/** A row of the list: there may be a hundred thousand, so a delivery is its own row. */
export type Row = Heading | Delivery;
export const isHeading = (row: Row): row is Heading => "day" in row;
/** Names a row among all that the list shows. */
export const keyOf = (row: Row): string => (isHeading(row) ? row.key : `delivery-${String(row.id)}`);

/** `headings`: the indexes of the headings among the rows, in order. */
export type DayRows = { rows: Row[]; headings: number[] };

/**
 * The list with a heading before each run of one day. A clock that was set back makes two runs of the same day, so
 * that a heading's key counts the runs.
 */
export function rowsByDay(deliveries: Delivery[], now: number): DayRows {
  const rows: Row[] = [];
  const headings: number[] = [];
  const runs = new Map<number, number>();
  const today = midnight(now);
  const yesterday = midnight(now, -1);
  let from = Infinity;
  let until = -Infinity;
  for (const delivery of deliveries) {
    const { createdAt } = delivery;
    if (createdAt < from || createdAt >= until) {
      from = midnight(createdAt);
      until = midnight(createdAt, 1);
      const run = (runs.get(from) ?? 0) + 1;
      runs.set(from, run);
      headings.push(rows.length);
      const day = from === today ? "today" : from === yesterday ? "yesterday" : "date";
      rows.push({ day, at: from, key: `day-${String(from)}-${String(run)}` });
    }
    rows.push(delivery);
  }
  return { rows, headings };
}

/** Which delivery of the list a row is, counted from 1, for those who hear the list and don't see it. */
export function positionOf(index: number, headings: number[]): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return index - low + 1;
}

export const dayChoices = ["any", "today", "yesterday", "week", "range"] as const;
export type DayChoice = (typeof dayChoices)[number];
export type Span = { from: number | null; until: number | null };

/**
 * The midnight that a date box ("2026-11-24") names; null while it is empty or half filled in. Where a web view has no
 * date boxes it is a text box, in which anything can stand.
 */
export function dayTyped(typed: string, daysOn = 0): number | null {
  const parts = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(typed);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])];
  // There is no 31st of June: a date box refuses it, a plain text box does not.
  if (new Date(year, month, day).getMonth() !== month) return null;
  return new Date(year, month, day + daysOn).getTime();
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
