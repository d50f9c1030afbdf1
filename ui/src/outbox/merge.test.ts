import { describe, expect, test } from "vitest";
import { delivery, doubtful, refused } from "../../dev/deliveries";
import type { Delivery, OutboxTop, Query } from "../shell/types";
import { appendPage, belongs, everything, mergeList, mergeTop, topLimit } from "./merge";

const ids = (list: Delivery[]) => list.map((one) => one.id);
const done = (id: number, part: Partial<Delivery> = {}) => delivery({ id, ...part });
const list = [done(90), done(70), done(50)];
const filter = (part: Partial<Query>): Query => ({ ...everything, ...part });

describe("the list", () => {
  test("what was settled comes in by its id, and a known one is replaced in its place", () => {
    expect(ids(mergeList(list, true, everything, done(60)).list)).toEqual([90, 70, 60, 50]);
    expect(ids(mergeList(list, true, everything, done(99)).list)).toEqual([99, 90, 70, 50]);
    const again = mergeList(list, true, everything, done(70, { ticket: "7" })).list;
    expect([ids(again), again[1]?.ticket]).toEqual([[90, 70, 50], "7"]);
  });
  test("older than what is loaded, it waits for its page; with all loaded it goes to the end", () => {
    expect(mergeList(list, true, everything, done(10)).list).toBe(list);
    expect(ids(mergeList(list, false, everything, done(10)).list)).toEqual([90, 70, 50, 10]);
  });
  test("one that is on its way again, or needs the person, leaves it", () => {
    expect(ids(mergeList(list, true, everything, delivery({ id: 70, state: "waiting" })).list)).toEqual([90, 50]);
    expect(ids(mergeList(list, true, everything, doubtful("partly", { id: 90 })).list)).toEqual([70, 50]);
  });
  test("a filter decides by state, account and moment", () => {
    expect(belongs(filter({ state: "needs_you" }), refused("not_found"))).toBe(true);
    expect(belongs(filter({ state: "refused" }), done(1))).toBe(false);
    expect(belongs(filter({ account: "other" }), done(1))).toBe(false);
    expect(belongs(filter({ from: 10, until: 20 }), done(1, { createdAt: 10 }))).toBe(true);
    expect(belongs(filter({ from: 10, until: 20 }), done(1, { createdAt: 20 }))).toBe(false);
  });
  test("with a text only the outbox knows whether a new one is found; a found one is kept up to date", () => {
    const query = filter({ text: "invoice" });
    expect(mergeList(list, true, query, done(99))).toEqual({ list, ask: true });
    expect(mergeList(list, true, query, done(70)).ask).toBe(false);
    expect(mergeList(list, true, filter({ text: "invoice", state: "refused" }), done(99)).ask).toBe(false);
  });
  test("a page lists nothing twice that came in meanwhile", () => {
    expect(ids(appendPage(list, [done(50), done(40)]))).toEqual([90, 70, 50, 40]);
  });
});

describe("above the list", () => {
  const empty: OutboxTop = { needsYou: [], needsYouTotal: 0, onTheWay: [], onTheWayTotal: 0 };
  const put = (top: OutboxTop, ...all: Delivery[]) => all.reduce((before, one) => mergeTop(before, one).top, top);

  test("who needs the person stands newest first, what is on its way oldest first", () => {
    const top = put(empty, ...[3, 9, 5].flatMap((id) => [doubtful(null, { id }), delivery({ id: id + 100, state: "waiting" })]));
    expect([ids(top.needsYou), ids(top.onTheWay)]).toEqual([[9, 5, 3], [103, 105, 109]]);
    expect([top.needsYouTotal, top.onTheWayTotal]).toEqual([3, 3]);
  });
  test("one moves from its way to who needs the person, and away when it is settled", () => {
    const sent = put(empty, delivery({ id: 1, state: "sending" }));
    const asked = put(sent, doubtful("looks_done", { id: 1 }));
    expect([asked.onTheWayTotal, asked.needsYouTotal]).toEqual([0, 1]);
    const over = put(asked, done(1));
    expect([over.onTheWayTotal, over.needsYouTotal]).toEqual([0, 0]);
  });
  test("the same news twice counts once", () => {
    expect(put(empty, refused("not_found", { id: 1 }), refused("not_found", { id: 1 })).needsYouTotal).toBe(1);
  });
  test("beyond what is shown only the outbox knows: it is asked", () => {
    const all = Array.from({ length: topLimit }, (_, id) => doubtful(null, { id: id + 1 }));
    const full: OutboxTop = { ...empty, needsYou: all, needsYouTotal: topLimit };
    expect(mergeTop(full, done(500)).ask).toBe(false);
    const beyond = mergeTop(full, doubtful(null, { id: 500 })).top;
    expect([beyond.needsYou.length, beyond.needsYouTotal, beyond.needsYou[0]?.id]).toEqual([topLimit, topLimit + 1, 500]);
    expect(mergeTop(beyond, done(500)).ask).toBe(true);
  });
});
