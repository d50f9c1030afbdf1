import { beforeEach, describe, expect, test, vi } from "vitest";
import { asRead } from "../../dev/asRead";
import { PretendedFiles } from "../../dev/files";
import { failure, filled } from "../../dev/samples";
import type { DraftFiles, FileShown, RestoredFile } from "../shell/types";

let kept: DraftFiles = filled;
const files = new PretendedFiles(() => kept, (arranged) => (kept = arranged));
const asked: string[] = [];
const answer = <T>(name: string, value: T): Promise<T> => {
  asked.push(name);
  return Promise.resolve(value);
};
let restoreFile: (id: number) => RestoredFile;
let opened: FileShown = { result: "shown" };
vi.mock("../shell/commands", () => ({
  ticketOfFiles: () => Promise.resolve(null),
  openFile: () => answer("open", opened),
  detach: (id: number) => answer("detach", files.remove(id)),
  restoreFile: (id: number) => answer("restore_file", restoreFile(id)),
  renameFile: (id: number, name: string) => answer(`rename ${name}`, files.rename(id, name)),
  moveFile: (id: number, to: number) => answer(`move to ${to}`, files.move(id, to)),
}));
const focused: string[] = [];
vi.stubGlobal("document", {
  getElementById: (id: string) => {
    focused.push(id);
    return null;
  },
});
const { draft } = await import("./draft.svelte");
const { arranging, placeAt, stemLength } = await import("./arranging.svelte");

const { words } = await import("../words/words.svelte");

const settle = () => new Promise((done) => setTimeout(done));
const names = () => draft.attachments.map(({ name }) => name);
const [damage, invoice, papers] = ["Damage front left.jpg", "Invoice 2291.pdf", "Papers.zip"];

beforeEach(() => {
  kept = filled;
  draft.take(filled);
  arranging.naming = null;
  asked.length = 0;
  focused.length = 0;
  restoreFile = (id) => ({ files: files.restoreFile(id), left: null });
});

test("a removal is said and taken back from where the focus then is, the last one first", async () => {
  await arranging.remove(2);
  await settle();
  expect([names(), asRead(arranging.said), focused.at(-1)]).toEqual([[damage, papers], "“Invoice 2291.pdf” was removed.", "undo-removal"]);
  await arranging.remove(1);
  expect(arranging.lastRemoved?.name).toBe(damage);
  await arranging.undo();
  await settle();
  expect([asRead(arranging.said), focused.at(-1), arranging.lastRemoved?.name]).toEqual([`“${damage}” is back.`, "rename-1", invoice]);
  await arranging.undo();
  expect([names(), arranging.lastRemoved]).toEqual([[damage, invoice, papers], null]);
});

test("one that was added again meanwhile is not there twice, and that is said", async () => {
  await arranging.remove(2);
  restoreFile = () => ({ files: { attachments: filled.attachments, removed: [] }, left: { code: "already_attached", file: "Invoice 2291.pdf" } });
  await arranging.undo();
  await settle();
  expect([draft.left.length, names().length, focused.at(-1)]).toEqual([1, 3, "choose-files"]);
});

describe("a name", () => {
  test("is kept, and said as it will be called", async () => {
    arranging.startNaming(2);
    await settle();
    expect([arranging.naming?.typed, focused.at(-1)]).toEqual([invoice, "file-name"]);
    if (arranging.naming) arranging.naming.typed = "Invoice of May.pdf";
    expect(await arranging.finishNaming()).toBe(true);
    expect([names()[1], arranging.naming, asRead(arranging.said)]).toEqual([
      "Invoice of May.pdf", null, "It will be called “Invoice of May.pdf” on the ticket.",
    ]);
  });
  test("that cannot be is said at the box, which stays open", async () => {
    arranging.startNaming(2);
    if (arranging.naming) arranging.naming.typed = "Papers.zip";
    expect(await arranging.finishNaming()).toBe(false);
    expect([arranging.naming?.fault?.code, names()[1]]).toEqual(["taken", invoice]);
  });
  test("that was not changed asks nobody, and Esc leaves it as it was", async () => {
    arranging.startNaming(2);
    expect(await arranging.finishNaming()).toBe(true);
    arranging.startNaming(2);
    if (arranging.naming) arranging.naming.typed = "no";
    arranging.cancelNaming();
    expect([asked, names()[1]]).toEqual([[], invoice]);
  });
  test.each([
    ["Invoice 2291.pdf", 12],
    ["old.tar.gz", 3],
    ["README", 6],
    [".profile", 8],
  ])("the part of %s to type anew is its first %i letters", (name, letters) => expect(stemLength(name)).toBe(letters));
});

test("what is not opened is said, until it is tried again", async () => {
  opened = { result: "not_for_viewing" };
  await arranging.open(2);
  expect(asRead(arranging.note ?? "")).toContain("“Invoice 2291.pdf” is not opened from here");
  opened = { result: "gone", failure: failure("file_missing") };
  await arranging.open(2);
  expect(arranging.note).toBe(words.failure(failure("file_missing")).what);
  opened = { result: "shown" };
  await arranging.open(2);
  expect(arranging.note).toBeNull();
});

describe("the order", () => {
  test("goes by steps, never beyond the ends, and the focus stays with the file", async () => {
    await arranging.step(3, -1);
    await settle();
    expect([names(), asRead(arranging.said), focused.at(-1)]).toEqual([[damage, papers, invoice], "“Papers.zip” is now 2 of 3.", "move-3"]);
    await arranging.step(3, -1);
    await arranging.step(3, -1);
    expect([names(), asked]).toEqual([[papers, damage, invoice], ["move to 1", "move to 0"]]);
  });
  test("goes by dragging; what is let go where it was, or not let go at all, asks nobody", async () => {
    arranging.hold(1);
    await arranging.drop();
    arranging.hold(1);
    arranging.over(2);
    arranging.letGo();
    await arranging.drop();
    expect(asked).toEqual([]);
    arranging.hold(1);
    arranging.over(2);
    await arranging.drop();
    expect(names()).toEqual([invoice, papers, damage]);
  });
  test("the place of what is dragged is below the rows whose middle it has passed", () => {
    expect([0, 25, 80, 200].map((y) => placeAt(y, [20, 76, 132]))).toEqual([0, 1, 2, 3]);
  });
});
