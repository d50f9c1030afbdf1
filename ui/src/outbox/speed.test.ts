import { expect, test } from "vitest";
import { Speed } from "./speed";

test("says nothing before it has seen half a second", () => {
  const speed = new Speed();
  speed.add(0, 0);
  speed.add(400, 400_000);
  expect(speed.perSecond()).toBeNull();
  expect(speed.secondsLeft(1_000_000)).toBeNull();
});

test("follows the last seconds and forgets a slow beginning", () => {
  const speed = new Speed(4000);
  for (let at = 0; at <= 10_000; at += 50) speed.add(at, at);
  for (let at = 10_050; at <= 16_000; at += 50) speed.add(at, 10_000 + (at - 10_000) * 10);
  expect(speed.perSecond()).toBeCloseTo(10_000, 0);
  expect(speed.secondsLeft(170_000)).toBeCloseTo(10, 1);
});

test("one short pause does not throw the estimate off", () => {
  const speed = new Speed(4000);
  for (let at = 0; at <= 4000; at += 50) speed.add(at, at * 1000);
  speed.add(4500, 4_000_000);
  expect(speed.perSecond()).toBeGreaterThan(800_000);
});

test("a line that stands still has no speed and no time left", () => {
  const speed = new Speed(4000);
  speed.add(0, 500);
  for (let at = 1000; at <= 9000; at += 1000) speed.add(at, 500);
  expect(speed.perSecond()).toBeNull();
});

test("starts afresh when an attempt begins again", () => {
  const speed = new Speed();
  speed.add(0, 0);
  speed.add(1000, 1_000_000);
  speed.add(1100, 0);
  expect(speed.perSecond()).toBeNull();
});
