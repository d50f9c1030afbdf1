// What a person does with the files that are in the draft: removing one and taking that back, its name, their order.
import * as shell from "../shell/commands";
import type { Attached, Attachment, DraftFiles, NameFault } from "../shell/types";
import { focusOn } from "../parts/focus";
import { report } from "../parts/trouble.svelte";
import { words } from "../words/words.svelte";
import { draft } from "./draft.svelte";
import { namedTicket } from "./namedTicket.svelte";

class Arranging {
  /** The file whose name is being typed. */
  naming = $state<{ id: number; typed: string; fault: NameFault | null } | null>(null);
  /** The file that is being dragged, and the place it would have: that many others before it. */
  held = $state<{ id: number; to: number } | null>(null);
  /** For the screen reader: what was just done. */
  said = $state("");
  /** Why something could not be done with the files: shown until it is closed or something is tried again. */
  note = $state<string | null>(null);
  /** A picture that lies in the clipboard beside text: whether it is meant, the person says. */
  offer = $state(false);

  readonly lastRemoved = $derived<Attachment | null>(draft.removed.at(-1) ?? null);

  /** What was said of the last thing is over. */
  clear(): void {
    this.note = null;
    this.offer = false;
  }
  /** Files came, by whatever way. */
  took(attached: Attached): void {
    this.clear();
    draft.attached(attached);
    this.said = words.files.took({ count: attached.added, left: attached.left.length + attached.asked.length });
    const added = attached.added > 0 ? attached.attachments.slice(-attached.added) : [];
    void namedTicket.ofFiles(added.map(({ name }) => name));
  }

  #file(id: number): Attachment | undefined {
    return draft.attachments.find((file) => file.id === id);
  }
  async #arrange(files: Promise<DraftFiles>): Promise<boolean> {
    try {
      draft.arranged(await files);
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  }

  async remove(id: number): Promise<void> {
    if (this.naming?.id === id) this.naming = null;
    const name = this.#file(id)?.name ?? "";
    if (!(await this.#arrange(shell.detach(id)))) return;
    draft.closeLeft();
    this.said = words.files.removed({ name });
    // What was removed by mistake is one key away.
    void focusOn("undo-removal");
  }
  async undo(): Promise<void> {
    const file = this.lastRemoved;
    if (!file) return;
    try {
      const { files, left } = await shell.restoreFile(file.id);
      draft.arranged(files);
      draft.left = left ? [left] : [];
      if (!left) this.said = words.files.back({ name: file.name });
      void focusOn(left ? "choose-files" : `rename-${file.id}`);
    } catch (error) {
      report(error);
    }
  }

  async choose(): Promise<void> {
    try {
      this.took(await shell.chooseFiles());
    } catch (error) {
      report(error);
    }
  }
  /** Takes a file that was changed as it is now; false where it cannot be. */
  async takeAsItIs(id: number): Promise<boolean> {
    const name = this.#file(id)?.name ?? "";
    try {
      const { files, left } = await shell.takeAsItIs(id);
      draft.arranged(files);
      draft.left = left ? [left] : [];
      if (!left) this.said = words.files.tookAsItIs({ name });
      void focusOn(left ? "choose-files" : `rename-${id}`);
      return left === null;
    } catch (error) {
      report(error);
      return false;
    }
  }
  async addAllTheSame(numbers: number[]): Promise<void> {
    const others = draft.asked.filter(({ number }) => !numbers.includes(number));
    try {
      this.took(await shell.addAllTheSame(numbers));
      draft.asked = [...others, ...draft.asked];
      void focusOn("choose-files");
    } catch (error) {
      report(error);
    }
  }
  async open(id: number): Promise<void> {
    this.clear();
    try {
      const opened = await shell.openFile(id);
      if (opened.result !== "shown") this.note = words.files.notOpened({ name: this.#file(id)?.name ?? "", opened });
    } catch (error) {
      report(error);
    }
  }

  startNaming(id: number): void {
    const file = this.#file(id);
    if (!file) return;
    this.naming = { id, typed: file.name, fault: null };
    void focusOn("file-name");
  }
  cancelNaming(): void {
    const id = this.naming?.id;
    this.naming = null;
    if (id !== undefined) void focusOn(`rename-${id}`);
  }
  /** Keeps what was typed; false where it cannot be, which is said at the box. */
  async finishNaming(): Promise<boolean> {
    const { naming } = this;
    if (!naming) return true;
    const { id, typed } = naming;
    if (typed === this.#file(id)?.name) {
      this.naming = null;
      return true;
    }
    try {
      const answer = await shell.renameFile(id, typed);
      // Meanwhile another may be being named, or this one removed.
      const here = this.naming?.id === id;
      if (answer.result === "fault") {
        if (here) this.naming = { ...naming, fault: answer.fault };
        return !here;
      }
      if (here) this.naming = null;
      draft.arranged(answer.files);
      const name = this.#file(id)?.name;
      if (name !== undefined) this.said = words.files.renamed({ name });
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  }

  async move(id: number, to: number): Promise<void> {
    const from = draft.attachments.findIndex((file) => file.id === id);
    const place = Math.max(0, Math.min(to, draft.attachments.length - 1));
    if (from < 0 || place === from) return;
    if (!(await this.#arrange(shell.moveFile(id, place)))) return;
    const now = draft.attachments.findIndex((file) => file.id === id);
    const file = draft.attachments[now];
    if (file) this.said = words.files.moved({ name: file.name, place: now + 1, of: draft.attachments.length });
    // The row went to another place in the document, and lost the focus by that.
    void focusOn(`move-${id}`);
  }
  /** By `by` places: up is negative. */
  step(id: number, by: number): Promise<void> {
    return this.move(id, draft.attachments.findIndex((file) => file.id === id) + by);
  }

  hold(id: number): void {
    this.held = { id, to: draft.attachments.findIndex((file) => file.id === id) };
  }
  over(to: number): void {
    if (this.held) this.held.to = to;
  }
  async drop(): Promise<void> {
    const { held } = this;
    this.held = null;
    if (held) await this.move(held.id, held.to);
  }
  letGo(): void {
    this.held = null;
  }
}

export const arranging = new Arranging();

/** How many of the other rows lie above a point: the place of what is let go there. `middles` are those of the others. */
export const placeAt = (y: number, middles: number[]): number => middles.filter((middle) => middle < y).length;

/** The part of a name before its ending: what a person mostly wants to type anew. */
export function stemLength(name: string): number {
  const ending = /(?:\.tar)?\.[a-z0-9]{1,8}$/i.exec(name);
  return ending && ending.index > 0 ? ending.index : name.length;
}
