// What no type can keep: rules that hold for every source of the screen.
import { expect, test } from "vitest";

const sources = import.meta.glob<string>("./**/*.{svelte,css}", { query: "?raw", import: "default", eager: true });
const styleOf = (path: string, text: string) => (path.endsWith(".css") ? text : [...text.matchAll(/<style>(.*)<\/style>/gs)].map((found) => found[1]).join(""));

const physical = /^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear):\s*(?:left|right))\b/;
/** Four values: what stands at the right is not what stands at the left. */
const uneven = /^\s*(?:margin|padding|inset|border-width): \S+ (\S+) \S+ (?!\1;)\S+;/;

test("styles know start and end, not left and right", () => {
  const found = Object.entries(sources).flatMap(([path, text]) =>
    styleOf(path, text)
      .split("\n")
      .filter((line) => physical.test(line) || uneven.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(Object.keys(sources).length).toBeGreaterThan(60);
  expect(found).toEqual([]);
});

test("no component keeps words of the language that was spoken when it was made", () => {
  const kept = Object.entries(sources).filter(([, text]) => /^\s*(?:const|let) \S+ = words\b/m.test(text));
  expect(kept.map(([path]) => path)).toEqual([]);
});
