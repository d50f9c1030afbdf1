import { beforeEach, expect, test, vi } from "vitest";
import { delivery, doubtful } from "../../dev/deliveries";
import type { OutboxPage, Query } from "../shell/types";
import { search } from "./search.svelte";

// Each question waits for its answer until the test gives it.
type Asked = { query: Query; before: number | null; answer: (page: OutboxPage) => void };
const asked: Asked[] = [];
vi.mock("../shell/commands", () => ({
  outboxPage: (query: Query, before: number | null) =>
    new Promise<OutboxPage>((answer) => {
      asked.push({ query, before, answer });
    }),
  outboxTop: () => Promise.resolve({ needsYou: [], needsYouTotal: 0, onTheWay: [], onTheWayTotal: 0 }),
}));
const { outbox } = await import("./outbox.svelte");

const page = (...ids: number[]): OutboxPage => ({ deliveries: ids.map((id) => delivery({ id })), more: false });
const settle = () => new Promise((done) => setTimeout(done));
const listed = () => outbox.list.map((one) => one.id);

beforeEach(async () => {
  asked.length = 0;
  search.clear();
  const begun = outbox.begin();
  asked.at(-1)?.answer({ ...page(30, 20), more: true });
  await begun;
});

test("an answer to what was typed before is dropped, in whatever order they come", async () => {
  search.text = "in";
  outbox.ask();
  search.text = "inv";
  outbox.ask();
  const [, first, second] = asked;
  second?.answer(page(7));
  await settle();
  first?.answer(page(8, 9));
  await settle();
  expect([listed(), outbox.query.text]).toEqual([[7], "inv"]);
});

test("what changes while a page is on its way is not undone by the page", async () => {
  const older = outbox.older();
  outbox.changed(doubtful("looks_done", { id: 10 }));
  asked.at(-1)?.answer(page(10, 5));
  await older;
  expect([listed(), outbox.top.needsYou.map((one) => one.id)]).toEqual([[30, 20, 5], [10]]);
  outbox.changed(delivery({ id: 10 }));
});

test("what was removed while a page was on its way stays away", async () => {
  const older = outbox.older();
  outbox.removed([30, 5]);
  asked.at(-1)?.answer(page(10, 5));
  await older;
  expect(listed()).toEqual([20, 10]);
});

test("a page that is asked for once is not asked for again before it is there", async () => {
  const before = asked.length;
  const older = outbox.older();
  await outbox.older();
  expect(asked.length).toBe(before + 1);
  expect(asked.at(-1)?.before).toBe(20);
  asked.at(-1)?.answer(page(10));
  await older;
  await outbox.older();
  expect(asked.length).toBe(before + 1);
});
