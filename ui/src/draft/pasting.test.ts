import { beforeEach, expect, test, vi } from "vitest";
import { filled } from "../../dev/samples";
import type { Pasted } from "../shell/types";

const asked: string[] = [];
let answer: (pasted: Pasted) => void = () => undefined;
vi.mock("../shell/commands", () => ({
  ticketOfFiles: () => Promise.resolve(null),
  paste: (name: string) => {
    asked.push(name);
    return new Promise<Pasted>((given) => (answer = given));
  },
}));
class TextBox {
  type = "text";
}
vi.stubGlobal("HTMLInputElement", TextBox);
vi.stubGlobal("HTMLTextAreaElement", class {});
const { draft } = await import("./draft.svelte");
const { arranging } = await import("./arranging.svelte");
const { screen } = await import("../parts/screen.svelte");
const { showsNoText, meansPaste, pasting } = await import("./pasting.svelte");

beforeEach(() => {
  asked.length = 0;
  draft.take(filled);
  vi.useFakeTimers({ now: new Date(2026, 10, 24, 14, 5, 12), toFake: ["Date"] });
});

test("a picture is named by date and ticket, and its coming is said", async () => {
  screen.half = "history";
  const pasted = pasting.paste("window");
  // The key is still held.
  void pasting.paste("window");
  const [name = ""] = asked;
  answer({ result: "added", attached: { attachments: [{ id: 9, name, path: "", size: 1, kind: "picture", online: false }], added: 1, left: [], asked: [] } });
  await pasted;
  expect(asked).toEqual(["Picture 2026-11-24 14.05.12 ticket 143.png"]);
  expect([draft.attachments.at(-1)?.name, arranging.said, screen.half]).toEqual([name, "1 file added.", "draft"]);
});

test("what was typed for a number and is none is not in the name", async () => {
  draft.ticket = "../143";
  const pasted = pasting.paste("window");
  answer({ result: "nothing" });
  await pasted;
  expect([asked, arranging.note]).toEqual([["Picture 2026-11-24 14.05.12.png"], "There is no picture and no file in the clipboard."]);
});

test("text goes into text boxes as ever", () => {
  const key = (target: unknown, more = {}) => meansPaste({ key: "v", ctrlKey: true, metaKey: false, target, ...more } as unknown as KeyboardEvent);
  expect([key(null), key(new TextBox()), key(null, { shiftKey: true }), key(null, { ctrlKey: false })]).toEqual([true, false, false, false]);
  const event = (target: unknown, text: string) => showsNoText({ target, clipboardData: { getData: () => text } } as unknown as ClipboardEvent);
  expect([event(new TextBox(), "143"), event(new TextBox(), ""), event(null, "")]).toEqual([false, true, false]);
});

test("beside the boxes a picture next to text is offered and not taken", async () => {
  const pasted = pasting.paste("window");
  answer({ result: "picture_beside_text" });
  await pasted;
  expect([arranging.offer, arranging.note]).toEqual([true, null]);
  const taken = pasting.paste("files");
  expect(arranging.offer).toBe(false);
  answer({ result: "nothing" });
  await taken;
});
