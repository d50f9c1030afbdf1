import { expect, test } from "vitest";
import { delivery, done, failure } from "../../dev/samples";
import { byDay, needsPerson } from "./days";

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();
const sent = (startedAt: number) => delivery(0, "143", done, { startedAt });

test("days are the calendar's: a minute past midnight, 23:59 is yesterday", () => {
  const days = byDay(
    [sent(at(2026, 2, 2, 0, 1)), sent(at(2026, 2, 1, 23, 59)), sent(at(2026, 2, 1, 0, 0)), sent(at(2026, 1, 28, 23, 59))],
    at(2026, 2, 2, 0, 2),
  );
  expect(days.map((day) => [day.name, day.deliveries.length])).toEqual([["today", 1], ["yesterday", 2], ["date", 1]]);
});

test("yesterday is right when the clocks changed", () => {
  const [day] = byDay([sent(at(2026, 2, 29, 0, 30))], at(2026, 2, 30, 0, 10));
  expect(day?.name).toBe("yesterday");
});

test("an unknown end needs a person until a later update of the same ticket was done", () => {
  const later = { ...delivery(0, "139", done), id: 9 };
  const unknown = { ...delivery(5, "139", { state: "failed", failure: failure("no_answer") }), id: 5 };
  const refused = { ...delivery(5, "139", { state: "failed", failure: failure("not_found") }), id: 6 };
  expect(needsPerson(unknown, [unknown])).toBe(true);
  expect(needsPerson(refused, [refused])).toBe(false);
  expect(needsPerson(unknown, [{ ...later, ticket: "140" }, unknown])).toBe(true);
  expect(needsPerson(unknown, [later, unknown])).toBe(false);
});
