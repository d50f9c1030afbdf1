import { describe, expect, test } from "vitest";
import { codes } from "../../dev/samples";
import type { Effect, Failure } from "../shell/types";
import { duration, size, sizeOf } from "./amounts";
import { words } from "./en";

describe("amounts", () => {
  test("a size never reads 1,000 of a unit", () => {
    expect([0, 1, 999, 999_499, 999_500, 999_949_999, 999_950_000].map(size)).toEqual([
      "0 bytes", "1 byte", "999 bytes", "999 KB", "1 MB", "999.9 MB", "1 GB",
    ]);
  });
  test("what was sent has the unit of the whole", () => {
    expect(sizeOf(8_100_000, 13_000_000)).toBe("8.1 of 13 MB");
    expect(sizeOf(0, 2_000_000_000)).toBe("0 of 2 GB");
  });
  test("a time left is never 0 s, nor 60 min", () => {
    expect([0, 11.2, 59.9, 90, 3590, 3900].map(duration)).toEqual(["1 s", "12 s", "60 s", "2 min", "1 h", "1 h 5 min"]);
  });
});

describe("the Send button says what it will do", () => {
  test.each([
    [2, 3, "143", "Send 2 changes and 3 files to #143"],
    [1, 0, "143", "Send 1 change to #143"],
    [0, 1, "143", "Send 1 file to #143"],
    [1, 1, "", "Send 1 change and 1 file"],
    [0, 0, "143", "Send"],
  ])("%i changes, %i files, ticket %j", (changes, files, ticket, sentence) => {
    expect(words.send.button(changes, files, ticket)).toBe(sentence);
  });
});

describe("every failure has words, whatever became of the ticket", () => {
  const effects: Effect[] = ["not_sent", "not_done", "may_be_done"];
  const forbidden = /\b(schema|uuid|tenant|json|http|multipart|endpoint|payload|undefined|null)\b|\[object/i;
  const all = Object.values(codes).flatMap((code) => effects.map((effect) => ({ ...code, effect, answer: null }) as Failure));
  test.each(all.map((failure) => [failure.code, failure.effect, failure] as const))("%s, %s", (_code, effect, failure) => {
    const { what, safe, next } = words.failure(failure);
    for (const sentence of [what, safe, next]) {
      expect(sentence).toMatch(/^\S.+[.]$/s);
      expect(sentence).not.toMatch(forbidden);
    }
    expect(safe).toMatch(effect === "not_sent" ? /^Nothing (was sent|reached the ticket)/ : effect === "not_done" ? /not changed/ : /may have been changed/);
  });
  test("no two codes read the same", () => {
    const sentences = Object.values(codes).map((code) => words.failure({ ...code, effect: "not_sent", answer: null }).what);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
