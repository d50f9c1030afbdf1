import { beforeEach, expect, test, vi } from "vitest";
import { emptyDraft } from "../../dev/samples";
import type { NamedTicket } from "../shell/types";

let named: NamedTicket | null = null;
vi.mock("../parts/focus", () => ({ focusOn: () => Promise.resolve() }));
vi.mock("../shell/commands", () => ({
  ticketOfFiles: () => Promise.resolve(named),
  ticketOfText: () => Promise.resolve(named),
  saveDraft: () => Promise.resolve(),
}));
const { draft } = await import("./draft.svelte");
const { namedTicket } = await import("./namedTicket.svelte");

beforeEach(() => {
  draft.take(emptyDraft);
  namedTicket.offer = null;
  namedTicket.filled = null;
});
async function files(ticket: NamedTicket | null): Promise<void> {
  named = ticket;
  await namedTicket.ofFiles(["a.pdf"]);
}

test("a name that says its ticket fills in the number where none was typed", async () => {
  await files({ number: "143", said: true });
  expect([draft.ticket, namedTicket.filled?.number, namedTicket.offer]).toEqual(["143", "143", null]);
});

test("a bare number is only offered, and taken by a press", async () => {
  await files({ number: "2291", said: false });
  expect([draft.ticket, namedTicket.offer?.number]).toEqual(["", "2291"]);
  namedTicket.use();
  expect([draft.ticket, namedTicket.offer]).toEqual(["2291", null]);
});

test.each([true, false])("what was typed is never replaced (said: %s)", async (said) => {
  draft.ticket = "144";
  await files({ number: "143", said });
  expect(draft.ticket).toBe("144");
  expect(namedTicket.offer?.number).toBe(said ? "143" : undefined);
});

test("for the number that stands there nothing is offered", async () => {
  draft.ticket = "#143";
  await files({ number: "143", said: true });
  expect([draft.ticket, namedTicket.offer]).toEqual(["#143", null]);
});

test("a new ticket has no number", async () => {
  draft.choose("new_ticket");
  await files({ number: "143", said: true });
  expect([draft.ticket, namedTicket.offer]).toEqual(["", null]);
});

test("a text that names none is said to be none", async () => {
  named = null;
  expect(await namedTicket.ofText("a letter")).toBe(false);
  named = { number: "143", said: true };
  expect(await namedTicket.ofText("https://a.example/ticket/143")).toBe(true);
  expect(draft.ticket).toBe("143");
});
