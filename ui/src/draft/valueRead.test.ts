import { expect, test } from "vitest";
import { unlike } from "./valueRead.svelte";

test.each([
  ["time", "2026-12-24 17:00", "2026-12-24T17:00:00", ""],
  ["time", "2026-12-24T17:00:00", "2026-12-24T17:00:00", ""],
  ["time", "24.12.2026 5 pm", "2026-12-24T17:00:00", "2026-12-24 17:00"],
  ["time", "2026-12-24", "2026-12-24T00:00:00", "2026-12-24 00:00"],
  ["time", "24.12.2026 17:00:30", "2026-12-24T17:00:30", "2026-12-24 17:00:30"],
  ["date", "24 Dec 2026", "2026-12-24", "2026-12-24"],
  ["number", " 12.5", "12.5", ""],
  ["number", "1.234,50", "1234.50", "1234.50"],
  ["emails", "a@x.org, b@x.org", "a@x.org,b@x.org", ""],
  ["emails", "Asha <a@x.org>; b@x.org", "a@x.org,b@x.org", "a@x.org, b@x.org"],
] as const)("a %s that is typed as %s and sent as %s is shown as %j", (kind, typed, sent, shown) => {
  expect(unlike(kind, typed, sent)).toBe(shown);
});
