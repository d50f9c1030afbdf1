import { expect, test, vi } from "vitest";
import { attachments } from "../../dev/samples";

const asked: number[] = [];
vi.mock("../shell/commands", () => ({
  thumbnail: (id: number) => {
    asked.push(id);
    return id === 4 ? Promise.reject(new Error("gone")) : Promise.resolve(id === 1 ? new Uint8Array([1, 2, 255]).buffer : new ArrayBuffer(0));
  },
}));
const { thumbnails } = await import("./thumbnails.svelte");
const picture = (id: number) => ({ id, name: `${id}.png`, path: "", size: 1, kind: "picture" as const, online: false });

test("only pictures are asked for, each once, and what has none keeps its badge", async () => {
  const warned = vi.spyOn(console, "warn").mockReturnValue();
  const files = [...attachments, picture(4), picture(5)];
  await thumbnails.look(files);
  await thumbnails.look(files);
  expect(asked).toEqual([1, 4, 5]);
  expect([1, 2, 4, 5].map((id) => thumbnails.of(id))).toEqual(["data:image/png;base64,AQL/", null, null, null]);
  // Gone and put back, it is asked for anew.
  await thumbnails.look([]);
  expect(thumbnails.of(1)).toBeNull();
  await thumbnails.look(attachments);
  expect(asked).toEqual([1, 4, 5, 1]);
  warned.mockRestore();
});
