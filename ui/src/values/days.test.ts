import { expect, test } from "vitest";
import { dayTyped, spanOf } from "./days";

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();

test("the last day of a range counts whole, also where clocks change", () => {
  expect(spanOf("range", 0, "2026-03-28", "2026-03-29")).toEqual({ from: at(2026, 2, 28, 0, 0), until: at(2026, 2, 30, 0, 0) });
});

test("yesterday ends where today begins, and seven days hold today", () => {
  const now = at(2026, 2, 30, 9, 0);
  expect(spanOf("yesterday", now, "", "").until).toBe(spanOf("today", now, "", "").from);
  expect(spanOf("week", now, "", "").from).toBe(at(2026, 2, 24, 0, 0));
});

test("a half-typed day narrows nothing", () => {
  expect(dayTyped("")).toBeNull();
  expect(dayTyped("2026-1")).toBeNull();
  expect(dayTyped("2026-06-31")).toBeNull();
  expect(spanOf("range", 0, "", "2026-03-29").from).toBeNull();
});
