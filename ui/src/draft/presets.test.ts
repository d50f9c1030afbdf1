import { beforeEach, describe, expect, test, vi } from "vitest";
import { closed, field, ofAccount, onHold, usual, values } from "../../dev/fields";
import { emptyDraft, filled } from "../../dev/samples";
import type { DraftFault, Presets, PresetsSaved } from "../shell/types";

let known: Presets = { team: [], own: [] };
let answer: PresetsSaved = { result: "fault", preset: 0, fault: "name_empty" };
let found: DraftFault[] = [];
vi.mock("../shell/commands", () => ({
  saveDraft: () => Promise.resolve(),
  checkDraft: () => Promise.resolve(found),
  presets: () => Promise.resolve(known),
  savePresets: () => Promise.resolve(answer),
}));
const { draft } = await import("./draft.svelte");
const { fields } = await import("./fields.svelte");
const { faults } = await import("./faults.svelte");
const { presets } = await import("./presets.svelte");

const changes = () => draft.text().changes.map(({ field, value }) => [field, value]);
beforeEach(async () => {
  known = { team: [onHold], own: [closed] };
  draft.takeFields(usual);
  draft.take({ ...emptyDraft, changes: [{ field: "Title", value: "Kept" }, { field: "Priority", value: "High" }] });
  await presets.follow("acme");
});

describe("presets", () => {
  test("the team's come before the person's own", () => {
    expect(presets.all.map(({ name }) => name)).toEqual([onHold.name, closed.name]);
  });
  test("one that is applied sets its fields, leaves the others, and shows its note", () => {
    presets.apply(onHold);
    expect(changes()).toEqual([["Title", "Kept"], ["Priority", "Low"], ["Status", "On Hold"]]);
    expect(presets.note?.text).toBe(onHold.note);
    presets.apply(onHold);
    expect(changes()).toHaveLength(3);
  });
  test("undone, the fields are as before, but for what was changed since", () => {
    presets.apply(onHold);
    presets.undo();
    expect(changes()).toEqual([["Title", "Kept"], ["Priority", "High"]]);
    expect([presets.applied, presets.note]).toEqual([null, null]);
    presets.apply(onHold);
    draft.set({ field: "Priority", value: "Urgent" });
    presets.undo();
    expect(changes()).toEqual([["Title", "Kept"], ["Priority", "Urgent"]]);
  });
  test("with the draft goes what was said of it, and another account has its own presets", async () => {
    presets.apply(onHold);
    await presets.follow("acme");
    expect(presets.note).not.toBeNull();
    draft.take(filled);
    known = { team: [], own: [] };
    await presets.follow("other");
    expect([presets.note, presets.all]).toEqual([null, []]);
  });
  test("one that cannot be kept changes nothing", async () => {
    expect(await presets.keep([])).toEqual(answer);
    expect(presets.own).toEqual([closed]);
    answer = { result: "saved", presets: { team: [], own: [] } };
    await presets.keep([]);
    expect(presets.all).toEqual([]);
  });
});

describe("fields that come later", () => {
  test("leave what is being typed where it is", () => {
    draft.take({ ...emptyDraft, changes: [{ field: "CustomData.Branch", value: "Pune" }] });
    const [row] = draft.lines;
    const other = draft.addOther("CustomData.Branch");
    expect([row?.ownField, other.ownField]).toEqual([true, true]);
    draft.takeFields(ofAccount);
    expect(draft.lines[0]?.key).toBe(row?.key);
    expect([row?.ownField, row?.value, row?.ownValue, other.ownField]).toEqual([false, "Pune", false, true]);
    draft.takeFields({ from: "team", lacks: { fields: 0, lists: [] }, contacts: usual.contacts, fields: [field("CustomData.Branch", "list", { values: values("Delhi") })] });
    expect([row?.value, row?.ownValue]).toEqual(["Pune", true]);
  });
  test("a list without a choice is said once, and one without anything to choose is a text", () => {
    draft.take({ ...emptyDraft, changes: [{ field: "Status", value: "" }] });
    faults.show([{ change: 0, code: "value_empty" }], draft.lines);
    expect(faults.all.map(({ fault }) => fault.code)).toEqual(["value_not_chosen"]);
    faults.show([{ change: 0, code: "field_twice", field: "Status" }], draft.lines);
    expect(faults.all.map(({ fault }) => fault.code)).toEqual(["field_twice", "value_not_chosen"]);
    draft.takeFields({ from: "account", lacks: { fields: 0, lists: [] }, contacts: usual.contacts, fields: [field("Status", "list")] });
    faults.show([], draft.lines);
    expect(faults.all).toEqual([]);
    fields.used = { Status: ["Open"] };
    faults.show([], draft.lines);
    expect(faults.all).toHaveLength(1);
    fields.used = {};
  });
  test("a value that breaks a rule is said at its box when the person leaves it, but not that it is empty", async () => {
    const place = `value-${draft.lines[0]?.key ?? 0}` as const;
    found = [{ change: 0, code: "value_too_long", length: 201, most: 200 }];
    await draft.leave(place);
    expect(faults.at(place)?.code).toBe("value_too_long");
    found = [{ change: 0, code: "value_empty" }];
    await draft.leave(place);
    expect(faults.at(place)).toBeNull();
  });
});
