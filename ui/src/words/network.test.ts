// The network's own troubles: each is named, and says what to do.
import { expect, test } from "vitest";
import { delivery, waitings } from "../../dev/deliveries";
import { failure } from "../../dev/samples";
import type { Failure } from "../shell/types";
import { asRead } from "../../dev/asRead";
import { failureWords } from "./failures";
import { en as words } from "./en";

const refused = (status: number | null): Failure => ({
  code: "proxy_refused", host: "tickets.example", proxy: "proxy.acme.example:3128", status, effect: "not_sent", answer: null, oversize: false,
});
const signIn = (kinds: string[]): Failure => ({ code: "proxy_sign_in", proxy: "proxy.acme.example:3128", kinds, effect: "not_sent", answer: null, oversize: false });

test.each([null, 302, 403, 429, 502, 503, 504, 511, 418])("a proxy that says %s is named, with what it said", (status) => {
  const { what, next } = failureWords(refused(status));
  expect(asRead(what)).toContain("proxy.acme.example:3128");
  if (status !== null) expect(what).toContain(String(status));
  expect(next).toMatch(/^[A-Z].+\.$/);
});

test("a sign-in that is not spoken is named", () => {
  expect(asRead(failureWords(signIn(["Negotiate", "NTLM"])).what)).toContain("Negotiate and NTLM");
});

test("what a person has to mend says so, and what to press then", () => {
  const waits = delivery({ state: "waiting", waiting: waitings.way });
  expect(words.outbox.waitingWhy(waits)).toContain("certificate");
  expect(words.outbox.waitingWhy(waits)).toContain("“Try now”");
});

test("one that ended at the same place again and again says where, and that it may be too large", () => {
  const stuck = (sent: number, total: number) => failureWords(failure("broke_while_sending"), "update", { sent, total });
  expect(stuck(12_400_000, 40_000_000).what).toContain("12.4 of 40 MB");
  expect(stuck(12_400_000, 40_000_000).next).toContain("too large");
  expect(stuck(40_000_000, 40_000_000).what).toContain("all of it had left");
  expect(stuck(0, 40_000_000).what).toContain("before any of it was sent");
});

test("a vague refusal of much says that it may be too much, and one that names the size does not say it twice", () => {
  const much = (code: Failure["code"]) => failureWords({ ...failure(code), oversize: true }).next;
  expect(much("not_accepted")).toContain("too many or too large");
  expect(much("not_found")).toContain("too many or too large");
  expect(much("server_error")).toContain("too many or too large");
  expect(much("too_large")).not.toContain("Or the files");
});
