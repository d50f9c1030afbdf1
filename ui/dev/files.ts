// The pretended draft's files: arranged as the shell does, with the plainest of its rules.
import type { Attached, Attachment, DraftFiles, FolderFile, Pasted, Renamed } from "../src/shell/types";

export class PretendedFiles {
  constructor(
    private readonly now: () => DraftFiles,
    private readonly keep: (files: DraftFiles) => void,
  ) {}

  #arrange(attachments: Attachment[], removed = this.now().removed): DraftFiles {
    this.keep({ attachments, removed });
    return { attachments, removed };
  }
  #split(id: number, files: Attachment[]): [Attachment[], Attachment[]] {
    return [files.filter((file) => file.id !== id), files.filter((file) => file.id === id)];
  }
  remove(id: number): DraftFiles {
    const { attachments, removed } = this.now();
    const [rest, gone] = this.#split(id, attachments);
    return this.#arrange(rest, [...removed, ...gone]);
  }
  restoreFile(id: number): DraftFiles {
    const { attachments, removed } = this.now();
    const [rest, back] = this.#split(id, removed);
    return this.#arrange([...attachments, ...back].sort((a, b) => a.id - b.id), rest);
  }
  rename(id: number, name: string): Renamed {
    const { attachments } = this.now();
    if (name.trim() === "") return { result: "fault", fault: { code: "empty" } };
    if (/[/\\]/.test(name)) return { result: "fault", fault: { code: "separator" } };
    if (attachments.some((file) => file.id !== id && file.name === name)) return { result: "fault", fault: { code: "taken" } };
    return { result: "renamed", files: this.#arrange(attachments.map((file) => (file.id === id ? { ...file, name } : file))) };
  }
  add(added: FolderFile[]): Attached {
    const { attachments } = this.now();
    const first = Math.max(0, ...attachments.map(({ id }) => id)) + 1;
    const fresh = added.map((file, at) => ({ ...file, id: first + at, name: file.name.split("/").at(-1) ?? "", path: file.name, online: false }));
    return { attachments: this.#arrange([...attachments, ...fresh]).attachments, added: fresh.length, left: [], asked: [] };
  }
  paste(name: string): Pasted {
    return { result: "added", attached: this.add([{ name, size: 212_000, kind: "picture" }]) };
  }
  move(id: number, to: number): DraftFiles {
    const [rest, moved] = this.#split(id, this.now().attachments);
    return this.#arrange([...rest.slice(0, to), ...moved, ...rest.slice(to)]);
  }
}
