import { beforeEach, expect, test, vi } from "vitest";
import { emptyDraft } from "../../dev/samples";

const answers = new Map<string, (number: string | null) => void>();
vi.mock("../shell/commands", () => ({
  readNumber: (text: string) => new Promise<string | null>((answer) => answers.set(text, answer)),
}));
const { draft } = await import("./draft.svelte");

const told: string[] = [];
function type(text: string): Promise<void> {
  draft.ticket = text;
  return draft.understand((number) => told.push(number));
}
beforeEach(() => {
  draft.take(emptyDraft);
  answers.clear();
  told.length = 0;
});

test("the number is the one that the shell understood", async () => {
  const asked = type("Ticket #143: Update Email Id");
  answers.get(draft.ticket)?.("143");
  await asked;
  expect([draft.number, told]).toEqual(["143", ["143"]]);
});

test("what was understood of an earlier text is not taken for the one that stands there now", async () => {
  const [first, second] = [type("#034"), type("#035")];
  answers.get("#035")?.("35");
  answers.get("#034")?.("34");
  await Promise.all([first, second]);
  expect([draft.number, told]).toEqual(["35", ["35"]]);
});

test("a text that means none or several stays as it was typed", async () => {
  const asked = type("143, 144");
  answers.get("143, 144")?.(null);
  await asked;
  expect([draft.number, told]).toEqual(["143, 144", []]);
});
