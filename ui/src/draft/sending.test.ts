import { beforeEach, describe, expect, test, vi } from "vitest";
import { asRead } from "../../dev/asRead";
import { delivery, refused } from "../../dev/deliveries";
import { emptyDraft, filled } from "../../dev/samples";
import { toldByEvent } from "../outbox/newest";
import { outbox } from "../outbox/outbox.svelte";
import type { Copying, Sent, Undone } from "../shell/types";

let asked: { taking: (taking: Copying) => void; answer: (sent: Sent) => void } | null = null;
const saved: unknown[] = [];
const undoing: [number, boolean][] = [];
let undone: Undone[] = [];
vi.mock("../shell/commands", () => ({
  checkDraft: () => Promise.resolve([]),
  saveDraft: (text: unknown) => {
    saved.push(text);
    return Promise.resolve();
  },
  undo: (id: number, replace: boolean) => {
    undoing.push([id, replace]);
    return Promise.resolve(undone.shift());
  },
  updateTicket: (_text: unknown, _inParts: boolean, taking: (taking: Copying) => void) =>
    new Promise<Sent>((answer) => {
      asked = { taking, answer };
    }),
}));
vi.mock("../accounts/accounts.svelte", () => ({ accounts: { refresh: () => Promise.resolve() } }));
const focused: string[] = [];
vi.stubGlobal("document", {
  getElementById: (id: string) => {
    focused.push(id);
    return null;
  },
});
const { draft } = await import("./draft.svelte");
const { screen } = await import("../parts/screen.svelte");
const { ticket } = await import("./ticket.svelte");
const { sending } = await import("./sending.svelte");

const settle = () => new Promise((done) => setTimeout(done));
async function press() {
  const sent = sending.send();
  await settle();
  if (!asked) throw new Error("Send was not asked for");
  return { ...asked, sent };
}
beforeEach(() => {
  asked = null;
  focused.length = 0;
  sending.last = null;
  draft.take(filled);
});

test("once it is accepted the draft is empty and the next ticket number can be typed, whatever becomes of this one", async () => {
  const { answer, sent } = await press();
  expect(sending.busy).toBe(true);
  answer({ result: "accepted", delivery: delivery({ id: 1, state: "waiting" }), before: [], draft: emptyDraft });
  await sent;
  await settle();
  expect([draft.empty, sending.busy, sending.last?.id, focused.at(-1)]).toEqual([true, false, 1, "ticket"]);
});

test("one that was settled before Send was answered is shown with its answer", async () => {
  const { answer, sent } = await press();
  toldByEvent(refused("not_found", { id: 2 }));
  answer({ result: "accepted", delivery: delivery({ id: 2, state: "waiting" }), before: [], draft: emptyDraft });
  await sent;
  expect(sending.last?.state).toBe("refused");
});

test("nothing else that happens meanwhile takes its place", async () => {
  const { answer, sent } = await press();
  answer({ result: "accepted", delivery: delivery({ id: 3, state: "waiting" }), before: [], draft: emptyDraft });
  await sent;
  sending.changed(delivery({ id: 4 }));
  expect([sending.last?.id, sending.last?.state]).toEqual([3, "waiting"]);
});

test.each<[string, Sent]>([
  ["no room", { result: "no_room", needed: 2, free: 1 }],
  ["a file that changed", { result: "not_taken", failures: [{ code: "file_changed", file: "Papers.zip", effect: "not_sent", answer: null, oversize: false }] }],
  ["stopped", { result: "stopped" }],
])("%s: the draft stays as it was", async (_why, result) => {
  const { answer, sent } = await press();
  answer(result);
  await sent;
  expect([draft.number, draft.lines.length, draft.attachments.length, sending.last]).toEqual(["143", 2, 3, null]);
  expect(sending.failureOf("Papers.zip")?.code).toBe(result.result === "not_taken" ? "file_changed" : undefined);
});

test("taking copies is shown only when it lasts, and then until it ends", async () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const { taking, answer, sent } = await press();
  const at = (now: number, copied: number) => {
    clock.mockReturnValue(now);
    taking({ file: 0, files: 3, copied, total: 1000 });
    return sending.taking !== null;
  };
  expect(at(100, 1)).toBe(false);
  // Nearly done: it would be gone before it is read.
  expect(at(500, 900)).toBe(false);
  expect(at(900, 500)).toBe(true);
  expect(at(1700, 990)).toBe(true);
  answer({ result: "stopped" });
  await sent;
  expect(sending.taking).toBeNull();
  clock.mockRestore();
});

describe("somebody else changed meanwhile what is to be changed", () => {
  const changed = [{ field: "Status", was: "Open", is: "Closed" }];
  test.each([
    ["Send", true],
    ["Look at it again", false],
  ])("%s", async (_choice, yes) => {
    const compared = vi.spyOn(ticket, "changedMeanwhile").mockResolvedValue(changed);
    const sent = sending.send();
    await settle();
    expect([asRead(screen.question?.text ?? ""), asked]).toEqual([expect.stringContaining("“Closed” (it was “Open”)"), null]);
    screen.question?.answer(yes);
    await settle();
    expect([asked !== null, focused.at(-1)]).toEqual(yes ? [true, undefined] : [false, "send"]);
    asked?.answer({ result: "stopped" });
    await sent;
    compared.mockRestore();
  });
});

test("a ticket that is not there is not sent to", async () => {
  const missing = vi.spyOn(ticket, "missing").mockResolvedValue(true);
  await sending.send();
  await settle();
  expect([asked, focused.at(-1), sending.state]).toEqual([null, "ticket", null]);
  missing.mockRestore();
});

test("nothing is saved while it is sent: a late answer must not bring back a draft that was sent off", async () => {
  const { answer, sent } = await press();
  saved.length = 0;
  draft.setLead("late");
  answer({ result: "accepted", delivery: delivery({ id: 5, state: "waiting" }), before: [], draft: emptyDraft });
  await sent;
  await settle();
  expect([saved, draft.empty]).toEqual([[], true]);
});

describe("what is held back after Send", () => {
  const held = () => delivery({ state: "held_back" });
  beforeEach(() => {
    undoing.length = 0;
    draft.take(emptyDraft);
  });

  test("is the draft again after Undo, and stands nowhere else", async () => {
    const sent = held();
    sending.last = sent;
    outbox.changed(sent);
    undone = [{ result: "draft", draft: filled }];
    await sending.undo(sent);
    expect([draft.text().changes.length, sending.last]).toEqual([filled.changes.length, null]);
    expect(outbox.known(sent.id)).toBeUndefined();
    expect(undoing).toEqual([[sent.id, false]]);
  });

  test("takes the place of what was put together since only by the person's word", async () => {
    const sent = held();
    const inTheWay: Undone = { result: "in_the_way", delivery: { ...sent, askedBack: true, goesAt: null } };
    draft.take({ ...emptyDraft, ticket: "144" });
    const asking = vi.spyOn(screen, "ask");
    for (const yes of [false, true]) {
      undoing.length = 0;
      undone = [inTheWay, { result: "draft", draft: filled }];
      asking.mockResolvedValueOnce(yes);
      await sending.undo(sent);
      expect(undoing).toEqual(yes ? [[sent.id, false], [sent.id, true]] : [[sent.id, false]]);
      expect(draft.text().ticket).toBe(yes ? filled.ticket : "144");
    }
    expect(outbox.known(sent.id)).toBeUndefined();
  });
});
