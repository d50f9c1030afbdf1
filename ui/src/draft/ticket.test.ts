import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { acme, emptyDraft, filled, lead } from "../../dev/samples";
import { seen } from "../../dev/tickets";
import type { SeenTicket, TicketAnswer } from "../shell/types";

type Asked = { number: string; fresh: boolean; answer: (answer: TicketAnswer) => void };
const asked: Asked[] = [];
let kept: SeenTicket | null = null;
vi.mock("../shell/commands", () => ({
  saveDraft: () => Promise.resolve(),
  checkDraft: () => Promise.resolve([]),
  keptTicket: () => Promise.resolve(kept),
  readTicket: (number: string, fresh: boolean) => new Promise<TicketAnswer>((answer) => asked.push({ number, fresh, answer })),
}));
const refresh = vi.fn(() => Promise.resolve());
vi.mock("../accounts/accounts.svelte", () => ({ accounts: { refresh: () => refresh() } }));
const { draft } = await import("./draft.svelte");
const { ticket, typingPause } = await import("./ticket.svelte");

const other = { ...acme, id: "other" };
const settle = () => vi.advanceTimersByTimeAsync(0);
const last = (): Asked => {
  const one = asked.at(-1);
  if (!one) throw new Error("the ticket was not asked for");
  return one;
};
const answered = async (answer: TicketAnswer) => {
  last().answer(answer);
  await settle();
};
const isSeen = (part: Partial<SeenTicket> & { ago?: number } = {}): TicketAnswer => ({ result: "seen", ticket: seen(part), stale: null });
function type(number: string) {
  draft.ticket = number;
  ticket.typed(draft.number);
}
beforeEach(() => {
  vi.useFakeTimers();
  kept = null;
  draft.take(emptyDraft);
  ticket.follow(other, "");
  ticket.follow(acme, "");
  asked.length = 0;
  refresh.mockClear();
});
afterEach(() => vi.useRealTimers());

describe("a number is read", () => {
  test("once typing has paused, and not at each digit", async () => {
    for (const typed of ["1", "14", "143"]) {
      type(typed);
      await vi.advanceTimersByTimeAsync(typingPause - 1);
    }
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.map(({ number }) => number)).toEqual(["143"]);
  });
  test("once more where an older reading has ended the newest", async () => {
    type("143");
    ticket.entered();
    await answered({ result: "overtaken" });
    expect([asked.length, ticket.phase]).toEqual([2, "reading"]);
    await answered(isSeen());
    expect(ticket.phase).toBe("seen");
  });
  test("at once on Enter or on leaving the box, and only once", async () => {
    type("143");
    ticket.entered();
    ticket.left();
    await vi.advanceTimersByTimeAsync(2 * typingPause);
    expect(asked.length).toBe(1);
  });
  test("only where it is one", async () => {
    type("14a");
    await vi.advanceTimersByTimeAsync(2 * typingPause);
    expect([asked.length, ticket.phase]).toEqual([0, "none"]);
  });
  test("a draft of an earlier start shows what is kept at once, as being read again", async () => {
    kept = seen({ ago: 600 });
    draft.take(filled);
    ticket.follow(acme, draft.number);
    await settle();
    expect([ticket.phase, ticket.seen?.readAt]).toEqual(["reading", kept.readAt]);
    await answered(isSeen());
    expect(ticket.phase).toBe("seen");
  });
  test("anew for another account, whose lead is another", async () => {
    type("143");
    ticket.left();
    await answered(isSeen());
    expect(draft.lead).toBe(lead);
    ticket.follow(other, "143");
    expect([draft.lead, ticket.seen, asked.length]).toEqual(["", null, 2]);
  });
});

describe("answers that come late", () => {
  test("are dropped where the number is another one by then", async () => {
    type("143");
    ticket.left();
    const first = last();
    type("144");
    ticket.left();
    await answered(isSeen({ number: "144", title: "The other one" }));
    first.answer(isSeen());
    await settle();
    expect(ticket.seen?.title).toBe("The other one");
  });
  test("what is kept never replaces what was read", async () => {
    kept = seen({ title: "Old" });
    type("143");
    ticket.left();
    last().answer(isSeen({ title: "New" }));
    await settle();
    expect([ticket.seen?.title, ticket.phase]).toEqual(["New", "seen"]);
  });
});

describe("what the answer means", () => {
  beforeEach(() => {
    type("143");
    ticket.left();
  });
  test("the lead goes into the draft, and leaves it when the number is changed", async () => {
    await answered(isSeen());
    expect(draft.lead).toBe(lead);
    type("14");
    expect([draft.lead, ticket.seen]).toEqual(["", null]);
  });
  test("not there: no lead and nothing shown", async () => {
    await answered({ result: "not_there" });
    expect([ticket.phase, draft.lead]).toEqual(["not_there", ""]);
  });
  test("not allowed: the shell is asked for the account's next step", async () => {
    await answered({ result: "not_allowed" });
    expect(refresh).toHaveBeenCalledOnce();
  });
  test("failed with nothing kept; what was seen stays when it can't be read again", async () => {
    await answered({ result: "failed", why: "no_connection" });
    expect(ticket.phase).toBe("failed");
    ticket.entered();
    await answered(isSeen());
    void ticket.look(true);
    await answered({ result: "failed", why: "no_connection" });
    expect([ticket.phase, ticket.seen?.number]).toEqual(["stale", "143"]);
  });
  test("without keys it is read once they are there", async () => {
    await answered({ result: "keys_not_available", keys: "locked" });
    ticket.follow({ ...acme, keys: "locked" }, "143");
    ticket.follow(acme, "143");
    expect(asked.length).toBe(2);
  });
});

describe("before it is sent", () => {
  const changes = [{ field: "Status", value: "On Hold" }];
  const reading = async (ago: number) => {
    type("143");
    ticket.left();
    await answered(isSeen({ ago }));
    const compared = ticket.changedMeanwhile(changes);
    await settle();
    return compared;
  };
  test("what was read a moment ago is not read again", async () => {
    expect(await reading(0)).toEqual([]);
    expect(asked.length).toBe(1);
  });
  test("an older one is read afresh, and the fresh values are shown", async () => {
    const compared = reading(1);
    await settle();
    expect(last().fresh).toBe(true);
    await answered(isSeen({ status: "Closed" }));
    expect(await compared).toEqual([{ field: "Status", was: "Open", is: "Closed" }]);
    expect(ticket.seen?.status).toBe("Closed");
  });
  test("without an answer it goes on after some seconds", async () => {
    const compared = reading(1);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await compared).toEqual([]);
  });
  test("what the app itself has done meanwhile is read, and is nobody else's change", async () => {
    type("143");
    ticket.left();
    await answered(isSeen({ ago: 1 }));
    const { delivery } = await import("../../dev/deliveries");
    ticket.changedByUs(delivery({ ticket: "143" }));
    await answered(isSeen({ status: "On Hold" }));
    expect(await ticket.changedMeanwhile(changes)).toEqual([]);
  });
  test("a number that was not there may be there by now", async () => {
    type("999");
    ticket.left();
    await answered({ result: "not_there" });
    const missing = ticket.missing();
    await answered(isSeen({ number: "999" }));
    expect(await missing).toBe(false);
  });
});
