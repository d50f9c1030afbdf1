import { describe, expect, test } from "vitest";
import { asRead } from "../../dev/asRead";
import { seen } from "../../dev/tickets";
import type { Short } from "../shell/types";
import { due, read, ticket } from "./ticket";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 9, day, hour, minute).getTime();

test.each([
  ["2026-10-24T23:59:59", "overdue since yesterday"],
  ["2026-10-25T00:00:00", "due today"],
  // The day before has 25 hours: clocks go back.
  ["2026-10-26T00:00:00", "due tomorrow"],
  ["2026-10-30T10:36:23", "due Friday 30 October"],
  ["2027-01-02", "due 2 January 2027"],
  ["2024-08-29T10:36:23", "overdue since 29 August 2024"],
  ["0001-01-01T00:00:00", null],
  ["soon", null],
  [null, null],
])("due %j: %j", (date, said) => {
  expect(due(date, at(25, 12))).toBe(said);
});

test.each([
  [at(25, 12), "read just now"],
  [at(25, 11, 59), "read 1 minute ago"],
  [at(25, 11, 1), "read 59 minutes ago"],
  [at(25, 9, 5), "read today at 09:05"],
  [at(24, 16, 12), "read yesterday at 16:12"],
  [at(20, 16, 12), "read on Tuesday 20 October at 16:12"],
  [at(26, 16, 12), "read on Monday 26 October at 16:12"],
])("read at %d: %s", (when, said) => {
  expect(read(when, at(25, 12))).toBe(said);
});

test("one that is kept says how old it is and why", () => {
  expect(ticket.stale({ at: at(24, 16, 12), now: at(25, 12), why: "no_connection" })).toBe("read yesterday at 16:12: no connection now");
});

test("facts that are not there leave no gap", () => {
  expect(asRead(ticket.facts({ t: seen({ leadName: null, priority: "", dueDate: null }), now: Date.now() }))).toBe("Open · Email");
});

test("what somebody else changed is named, one or several", () => {
  expect(asRead(ticket.changed({ all: [{ field: "Status", was: "Open", is: "Closed" }] }))).toBe(
    "Meanwhile somebody changed Status to “Closed” (it was “Open”). Send all the same?",
  );
  expect(asRead(ticket.changed({ all: [{ field: "Status", was: "", is: "Closed" }, { field: "Priority", was: "Low", is: "" }] }))).toBe(
    "Meanwhile somebody changed Status to “Closed” (it was empty) and emptied Priority (it was “Low”). Send all the same?",
  );
});

describe("whatever went wrong is said without the words of the trade", () => {
  const all: Record<Short, null> = {
    no_connection: null, not_secure: null, proxy: null, busy: null, keys_refused: null, not_the_ticket_system: null, no_usable_answer: null,
  };
  test.each(Object.keys(all) as Short[])("%s", (one) => {
    for (const said of [ticket.failed({ why: one }), ticket.stale({ at: 0, now: 0, why: one }), ticket.emailFailed({ why: one })]) {
      expect(said).not.toMatch(/schema|uuid|api\b|http|host|lead id|undefined|null/i);
    }
  });
});
