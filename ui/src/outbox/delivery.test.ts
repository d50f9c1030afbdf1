import { expect, test } from "vitest";
import { delivery, doubtful, refused } from "../../dev/deliveries";
import { canSendAgain, codeOf, effectOf, sectionOf } from "./delivery";

test("a refused one that was attended to stands among the settled ones", () => {
  expect(sectionOf(refused("not_found"))).toBe("needs_you");
  expect(sectionOf(refused("not_found", { needsYou: false }))).toBe("settled");
});

test("the very same is offered again only where it can end otherwise", () => {
  const again = (["keys_refused", "forbidden", "not_found", "too_many_calls", "unavailable"] as const).map((code) => canSendAgain(refused(code)));
  expect(again).not.toContain(false);
  const never = (["not_accepted", "too_large", "declined", "file_missing"] as const).map((code) => canSendAgain(refused(code)));
  expect(never).not.toContain(true);
  expect(canSendAgain(doubtful(null))).toBe(true);
  expect(canSendAgain(delivery())).toBe(false);
});

test("one whose attempt was cut off by the end of the app has a code and an effect too", () => {
  const cut = doubtful(null, { ended: { ended: "interrupted", released: true } });
  expect([codeOf(cut), effectOf(cut)]).toEqual(["interrupted", "may_be_done"]);
});
