import { expect, test } from "vitest";
import { doubtful, refused } from "../../dev/deliveries";
import { codeOf, effectOf, sectionOf } from "./delivery";

test("a refused one that was attended to stands among the settled ones", () => {
  expect(sectionOf(refused("not_found"))).toBe("needs_you");
  expect(sectionOf(refused("not_found", { needsYou: false }))).toBe("settled");
});

test("one whose attempt was cut off by the end of the app has a code and an effect too", () => {
  const cut = doubtful(null, { ended: { ended: "interrupted", released: true } });
  expect([codeOf(cut), effectOf(cut)]).toEqual(["interrupted", "may_be_done"]);
});
