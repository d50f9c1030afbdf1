import { expect, test } from "vitest";
import { delivery } from "../../dev/deliveries";
import { isHeading, keyOf, positionOf, rowsByDay } from "./dayRows";

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();
const sent = (createdAt: number) => delivery({ createdAt });
const headings = (rows: ReturnType<typeof rowsByDay>["rows"]) => rows.flatMap((row) => (isHeading(row) ? [row.day] : []));

test("days are the calendar's: a minute past midnight, 23:59 is yesterday", () => {
  const { rows } = rowsByDay(
    [sent(at(2026, 2, 2, 0, 1)), sent(at(2026, 2, 1, 23, 59)), sent(at(2026, 2, 1, 0, 0)), sent(at(2026, 1, 28, 23, 59))],
    at(2026, 2, 2, 0, 2),
  );
  expect(rows.map((row) => (isHeading(row) ? row.day : "-"))).toEqual(["today", "-", "yesterday", "-", "-", "date", "-"]);
});

test("yesterday is right when the clocks changed", () => {
  expect(headings(rowsByDay([sent(at(2026, 2, 29, 0, 30))], at(2026, 2, 30, 0, 10)).rows)).toEqual(["yesterday"]);
});

test("the hour after a day of 25 hours belongs to the next day, the hour before midnight to its own", () => {
  const { rows } = rowsByDay([sent(at(2026, 9, 26, 0, 30)), sent(at(2026, 9, 25, 23, 30)), sent(at(2026, 9, 25, 23, 20)), sent(at(2026, 9, 25, 0, 30))], at(2026, 9, 26, 9, 0));
  expect(rows.map((row) => (isHeading(row) ? row.day : "-"))).toEqual(["today", "-", "yesterday", "-", "-", "-"]);
});

test("a clock that was set back shows the same day twice, and no two rows have the same key", () => {
  const day = at(2026, 2, 2, 12, 0);
  const before = at(2026, 2, 1, 12, 0);
  const { rows } = rowsByDay([sent(day), sent(before), sent(day), sent(before), sent(day)], day);
  expect(headings(rows)).toEqual(["today", "yesterday", "today", "yesterday", "today"]);
  expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
});

test("a position counts deliveries and not headings", () => {
  const { rows, headings } = rowsByDay([sent(at(2026, 2, 2, 12, 0)), sent(at(2026, 2, 2, 11, 0)), sent(at(2026, 2, 1, 12, 0))], 0);
  const positions = rows.flatMap((row, index) => (isHeading(row) ? [] : [positionOf(index, headings)]));
  expect(positions).toEqual([1, 2, 3]);
});
