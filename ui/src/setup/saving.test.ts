import { beforeEach, expect, test, vi } from "vitest";
import { usual } from "../../dev/fields";
import { form, saved as outcomes } from "../../dev/setups";
import type { SetupSaved, SetupToSave } from "../shell/types";

const saved: SetupToSave[] = [];
let answer: SetupSaved = { result: "not_chosen" };
vi.mock("../shell/commands", () => ({
  setupForm: () => Promise.resolve(form(usual.fields)),
  saveSetup: (setup: SetupToSave) => {
    saved.push(setup);
    return Promise.resolve(answer);
  },
}));
vi.mock("../accounts/accounts.svelte", () => ({ accounts: { refresh: () => Promise.resolve() } }));
const focused: string[] = [];
vi.stubGlobal("document", {
  getElementById: (id: string) => {
    focused.push(id);
    return null;
  },
});
const { SaveDesk } = await import("./saving.svelte");

async function desk() {
  const desk = new SaveDesk("acme");
  await desk.look();
  return desk;
}
beforeEach(() => {
  saved.length = focused.length = 0;
  answer = { result: "not_chosen" };
});

test("what was saved before is seen first, by the names that people see", async () => {
  const { rows, largest, endings, keys } = await desk();
  expect(rows.map(({ label, shown }) => [label, shown]).slice(2, 6)).toEqual([["Ticket Subject", true], ["Description", true], ["Due date", false], ["Channel", false]]);
  expect([largest, endings, keys]).toEqual(["20", "pdf, jpg, png", true]);
});

test("the chosen fields go into the file in their order, with their names for people", async () => {
  const one = await desk();
  const [status, priority] = one.rows;
  if (!status || !priority) throw new Error("no rows");
  status.label = " State ";
  await one.move(priority, -1, "up");
  await one.move(priority, -1, "up");
  for (const row of one.rows.slice(2)) row.shown = false;
  await one.save();
  expect(saved[0]?.fields.map(({ name, label }) => [name, label])).toEqual([["Priority", "Priority"], ["Status", "State"]]);
  expect(focused).toEqual(["up"]);
});

test.each([
  ["", null],
  ["20", 20_000_000],
  ["0,5", 500_000],
  [" 1.25 ", 1_250_000],
])("a largest file of %j MB is %j bytes", async (typed, bytes) => {
  const one = await desk();
  one.largest = typed;
  await one.save();
  expect(saved[0]?.limits.largest_file).toBe(bytes);
});

test.each(["0", "-1", "20 MB", "1e3", "0x10", "Infinity"])("%j is no size, and nothing is saved", async (typed) => {
  const one = await desk();
  one.largest = typed;
  await one.save();
  expect(saved).toEqual([]);
  expect(one.problemAt("setup-largest")).toContain("in MB");
});

test.each([
  [".PDF; *.jpg  jpg", ["pdf", "jpg"]],
  [" , ", null],
])("kinds as people write them: %j", async (typed, kinds) => {
  const one = await desk();
  one.endings = typed;
  await one.save();
  expect(saved[0]?.limits.endings).toEqual(kinds);
});

test("keys go in only with a passphrase, and it is gone once they are", async () => {
  const one = await desk();
  one.passphrase = "correct horse battery";
  answer = outcomes["saved"] ?? answer;
  await one.save();
  expect(saved[0]?.passphrase).toBe("correct horse battery");
  expect(one.passphrase).toBe("");
  one.keys = false;
  await one.save();
  expect(saved[1]?.passphrase).toBeNull();
});

test("what is wrong is said at its box, and a field's at its row", async () => {
  const one = await desk();
  const at = (problem: NonNullable<typeof one.problem>) => one.spotOf(problem);
  expect(at({ code: "empty", place: "name" })).toBe("setup-name");
  expect(at({ code: "unreadable", place: "limits.endings[0]" })).toBe("setup-endings");
  expect(at({ code: "too_many", place: "fields[].pattern", most: 40 })).toBe("form");
  const [first] = one.rows;
  if (first) first.shown = false;
  expect(at({ code: "empty", place: "fields[0].label" }), "the first that is shown").toBe("setup-field-1");
  answer = outcomes["short"] ?? answer;
  await one.save();
  expect(one.problemAt("setup-new-passphrase")).toContain("at least 12");
});
