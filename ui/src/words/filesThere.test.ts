import { expect, test } from "vitest";
import type { FileFound } from "../shell/types";
import { asRead } from "../../dev/asRead";
import { filesThere, seenFiles } from "./filesThere";

const file = (name: string, seen: boolean, of_others = false): FileFound => ({ name, seen, of_others, at: null });

test("what is seen is said, and what is not is never called missing", () => {
  expect(seenFiles({ found: [file("a.pdf", true)], ticket: "143" })).toBe("The file is seen on the ticket.");
  expect(seenFiles({ found: [file("a.pdf", true), file("b.pdf", true)], ticket: "143" })).toBe("All 2 files are seen on the ticket.");
  const some = asRead(seenFiles({ found: [file("a.pdf", true), file("b.pdf", false)], ticket: "143" }));
  expect(some).toContain("Seen on the ticket: “a.pdf”. Not seen there: “b.pdf”.");
  expect(some).toContain("All Files");
  const others = asRead(seenFiles({ found: [file("a.pdf", false, true)], ticket: "143" }));
  expect(others).toContain("perhaps from another update of yours: “a.pdf”.");
  expect(others).not.toContain("Not seen");
  const none = asRead(filesThere.found({ looked: { result: "looked", files: [file("b.pdf", false)] }, ticket: "143" }));
  for (const said of [some, none]) expect(said).not.toMatch(/not arrive|missing|lost|was not sent/i);
});
