// The rows of the list: deliveries, with a heading before each day.
import type { Delivery } from "../shell/types";
import { midnight } from "../values/days";

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
