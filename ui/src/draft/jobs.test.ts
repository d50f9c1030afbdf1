import { beforeEach, describe, expect, test, vi } from "vitest";
import { usual } from "../../dev/fields";
import { acme, emptyDraft, filled, lead, newTicket, note } from "../../dev/samples";
import type { DraftText, LeadsAnswer, Sent } from "../shell/types";

const saved: DraftText[] = [];
const sent: DraftText[] = [];
let answer: LeadsAnswer = { result: "found", leads: [{ id: lead, name: "George Jackson", email: "ann@example.org" }] };
vi.mock("../shell/commands", () => ({
  saveDraft: (text: DraftText) => {
    saved.push(text);
    return Promise.resolve();
  },
  checkDraft: () => Promise.resolve([]),
  findLeads: () => Promise.resolve(answer),
  updateTicket: (text: DraftText) => {
    sent.push(text);
    return Promise.resolve<Sent>({ result: "stopped" });
  },
}));
const refresh = vi.fn(() => Promise.resolve());
vi.mock("../accounts/accounts.svelte", () => ({ accounts: { refresh: () => refresh() } }));
vi.stubGlobal("document", { getElementById: () => null });
const { customer, newCustomer } = await import("./customer.svelte");
const { draft } = await import("./draft.svelte");
const { faults } = await import("./faults.svelte");
const { sending } = await import("./sending.svelte");
const { ticket } = await import("./ticket.svelte");

const settle = () => new Promise((done) => setTimeout(done));
const fieldsOf = () => draft.lines.map(({ field }) => field);
beforeEach(() => {
  saved.length = 0;
  sent.length = 0;
  refresh.mockClear();
  draft.takeFields(usual);
  draft.take(emptyDraft);
});

describe("what is typed for one thing stays while another is chosen", () => {
  test("and all of it is saved", async () => {
    draft.take(filled);
    draft.choose("new_ticket");
    const [title] = draft.lines;
    if (title) title.value = "Broken chair";
    draft.choose("note");
    draft.note = "Called back.";
    draft.choose("update");
    expect([draft.number, fieldsOf(), draft.note]).toEqual(["143", ["Status", "Priority"], "Called back."]);
    await settle();
    expect(saved.at(-1)).toMatchObject({ job: "update", ticket: "143", lead, note: "Called back.", changes: filled.changes });
    expect(saved.at(-1)?.fields[0]).toEqual({ field: "Title", value: "Broken chair" });
  });
  test("a lead that is found for one is not the other's", () => {
    draft.take(filled);
    draft.setLead("", "customer");
    draft.setLead(lead.replace(/^./, "9"), "customer");
    expect([draft.lead, draft.customer]).toEqual([lead, lead.replace(/^./, "9")]);
  });
  test("a change is added to what is chosen, and to nothing else", () => {
    draft.choose("new_ticket");
    draft.add("Priority");
    draft.choose("update");
    expect(fieldsOf()).toEqual([]);
  });
});

describe("a new ticket", () => {
  test("begins with a title, which stays, and a description, which can go", () => {
    draft.choose("new_ticket");
    expect(fieldsOf()).toEqual(["Title", "Description"]);
    expect(draft.lines.map((row) => draft.isNeeded(row))).toEqual([true, false]);
    expect(draft.empty).toBe(true);
  });
  test("is there again as it was left, with its title first where it had none", () => {
    draft.take(newTicket);
    expect(fieldsOf()).toEqual(["Title", "Description", "Priority"]);
    draft.take({ ...newTicket, fields: [{ field: "Priority", value: "High" }] });
    expect(fieldsOf()).toEqual(["Title", "Priority"]);
  });
  test("what it lacks is said at its place, in the order of the screen", () => {
    draft.choose("new_ticket");
    faults.show([{ code: "title_empty" }, { code: "lead_empty" }], draft.lines);
    expect(faults.all.map(({ spot }) => spot)).toEqual(["lead", `value-${draft.lines[0]?.key ?? ""}`]);
  });
});

test("a note that says nothing is marked where it is typed", () => {
  draft.choose("note");
  faults.show([{ code: "note_empty" }], draft.lines);
  expect(faults.at("note")?.code).toBe("note_empty");
  draft.edited("note");
  expect(faults.at("note")).toBeNull();
});

test.each([
  ["update", filled, 1],
  ["new_ticket", newTicket, 0],
  ["note", note, 0],
] as const)("%s: compared with the ticket where fields of one are changed, and sent", async (job, typed, compared) => {
  const changed = vi.spyOn(ticket, "changedMeanwhile").mockResolvedValue([]);
  draft.take(typed);
  await sending.send();
  expect([changed.mock.calls.length, sent.at(-1)?.job]).toEqual([compared, job]);
  changed.mockRestore();
});

describe("a new ticket's customer", () => {
  const find = async () => {
    newCustomer.email = "ann@example.org";
    newCustomer.typed();
    newCustomer.entered(false);
    await settle();
  };
  const account = { ...acme, leadHost: "api-in21.leadsquared.com" };
  beforeEach(() => {
    newCustomer.follow({ ...account, id: "other" }, draft.taken);
    newCustomer.follow(account, draft.taken);
  });
  test("is found by email, and the ticket's own is left as it is", async () => {
    await find();
    expect([draft.customer, draft.lead, newCustomer.phase, customer.phase]).toEqual([lead, "", "found", "none"]);
  });
  test("is entered by hand where nobody may be looked up, until another account is chosen", async () => {
    answer = { result: "not_allowed" };
    await find();
    expect([newCustomer.byHand, newCustomer.notAllowed]).toEqual([true, true]);
    newCustomer.follow(account, draft.taken + 1);
    expect(newCustomer.byHand).toBe(true);
    newCustomer.follow({ ...account, id: "third" }, draft.taken + 1);
    expect(newCustomer.byHand).toBe(false);
  });
  test("belongs to its account", () => {
    draft.setLead(lead, "customer");
    newCustomer.follow({ ...account, id: "another" }, draft.taken);
    expect(draft.customer).toBe("");
  });
});
