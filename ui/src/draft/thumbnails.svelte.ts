// Small pictures of the draft's pictures, each asked for once.
import { SvelteMap } from "svelte/reactivity";
import * as shell from "../shell/commands";
import type { Attachment } from "../shell/types";

class Thumbnails {
  /** Addresses to show them by; null where there is none. */
  #made = new SvelteMap<number, string | null>();
  #asked = new Set<number>();

  of(id: number): string | null {
    return this.#made.get(id) ?? null;
  }
  /** Asks for those that are new, and forgets those of files that have gone. */
  async look(files: Attachment[]): Promise<void> {
    const there = new Set(files.map(({ id }) => id));
    for (const id of this.#asked) {
      if (there.has(id)) continue;
      this.#asked.delete(id);
      this.#made.delete(id);
    }
    const fresh = files.filter(({ id, kind }) => kind === "picture" && !this.#asked.has(id));
    for (const { id } of fresh) this.#asked.add(id);
    await Promise.all(fresh.map(({ id }) => this.#ask(id)));
  }
  async #ask(id: number): Promise<void> {
    try {
      const png = new Uint8Array(await shell.thumbnail(id));
      if (png.length > 0 && this.#asked.has(id)) this.#made.set(id, `data:image/png;base64,${btoa(text(png))}`);
    } catch (error) {
      // Its badge stays; whatever is wrong is said where it matters.
      console.warn(error);
    }
  }
}

const text = (bytes: Uint8Array): string => {
  let all = "";
  for (const byte of bytes) all += String.fromCharCode(byte);
  return all;
};

export const thumbnails = new Thumbnails();
