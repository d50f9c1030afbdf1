import { expect, test } from "vitest";
import { beginnings, rowAt, rowsInSight } from "./layout";

const begins = beginnings([36, 76, 76, 200, 76]);

test("each row begins where the one before ends", () => {
  expect([...begins]).toEqual([0, 36, 112, 188, 388, 464]);
});

test("a point lies in the row that it touches; beyond the ends in the first and the last", () => {
  expect([-5, 0, 35, 36, 187, 188, 387, 463, 9999].map((y) => rowAt(begins, y))).toEqual([0, 0, 0, 1, 2, 3, 3, 4, 4]);
});

test("what is in sight is drawn, with what is just beyond it, and nothing else", () => {
  expect(rowsInSight(begins, 120, 100, 0)).toEqual({ first: 2, end: 4 });
  expect(rowsInSight(begins, 120, 100, 50)).toEqual({ first: 1, end: 4 });
  expect(rowsInSight(begins, 0, 9999, 0)).toEqual({ first: 0, end: 5 });
});

test("a list that is out of sight, or empty, draws nothing", () => {
  expect(rowsInSight(begins, 2000, 100, 50)).toEqual({ first: 0, end: 0 });
  expect(rowsInSight(begins, -500, 100, 50)).toEqual({ first: 0, end: 0 });
  expect(rowsInSight(beginnings([]), 0, 500, 600)).toEqual({ first: 0, end: 0 });
});

test("every point of a hundred thousand rows is covered by what is drawn there", () => {
  const heights = Float64Array.from({ length: 100_000 }, (_, at) => (at % 40 === 0 ? 36 : at % 53 === 0 ? 231 : 76));
  const many = beginnings(heights);
  const whole = many[heights.length] ?? 0;
  for (let top = 0; top < whole; top += 9973) {
    const { first, end } = rowsInSight(many, top, 700, 600);
    expect(many[first]).toBeLessThanOrEqual(Math.max(0, top - 600));
    expect(many[end]).toBeGreaterThanOrEqual(Math.min(whole, top + 1300));
    expect(end - first).toBeLessThan(50);
  }
});
