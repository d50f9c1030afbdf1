import { beforeEach, expect, test, vi } from "vitest";
import { asRead } from "../../dev/asRead";
import { PretendedFiles } from "../../dev/files";
import { filled, folder as claim } from "../../dev/samples";
import type { DraftFiles } from "../shell/types";

let kept: DraftFiles = filled;
const files = new PretendedFiles(() => kept, (arranged) => (kept = arranged));
const asked: unknown[] = [];
vi.mock("../shell/commands", () => ({
  ticketOfFiles: () => Promise.resolve(null),
  addFromFolder: (listing: number, chosen: number[]) => {
    asked.push([listing, chosen]);
    return Promise.resolve(files.add(chosen.flatMap((number) => claim.files[number] ?? [])));
  },
}));
vi.stubGlobal("document", { getElementById: () => null });
const { draft } = await import("./draft.svelte");
const { folder } = await import("./folder.svelte");
const { words } = await import("../words/words.svelte");

beforeEach(() => {
  kept = filled;
  asked.length = 0;
  draft.take(filled);
  folder.list(claim);
});

test("all files are meant at first; what is unticked is not added", async () => {
  expect([folder.numbers.length, folder.size]).toEqual([5, 11_041_000]);
  folder.chosen[1] = false;
  await folder.add();
  expect([asked, draft.attachments.length, folder.listed]).toEqual([[[1, [0, 2, 3, 4]]], 7, null]);
});

test("with nothing chosen nothing is added, and the list stays open", async () => {
  folder.all(false);
  await folder.add();
  expect([asked, folder.listed]).toEqual([[], claim]);
});

test("what was left out is counted in words", () => {
  expect(words.files.folderNotes({ ...claim, more: true, unread: 2 })).toEqual([
    "There are more: these are the first 5. Add the others from the folders within.",
    "3 hidden or system files left out.",
    "1 link to other places left out.",
    "2 files or folders could not be read.",
  ]);
  expect(asRead(words.files.folderTitle({ names: ["a", "b"] }))).toBe("Files in “a” and “b”");
});
