// Presets. Part of the catalogue in id.ts.
import type { Preset, PresetFault } from "../../shell/types";
import { foreign } from "../foreign";
import { list } from "./amounts";
import { fieldName, quoted } from "./things";

export const presets = {
  title: "Prasetel",
  key: ({ key }: { key: number }) => `Ctrl+${String(key)}`,
  edit: "Ubah prasetel",
  keep: "Simpan ini sebagai prasetel…",
  applied: ({ name, fields }: { name: string; fields: string[] }) =>
    fields.length === 0 ? `“${foreign(name)}” tidak mengubah kolom apa pun.` : `“${foreign(name)}” telah mengisi ${list([...new Set(fields)].map(fieldName))}.`,
  undo: "Urungkan",
  undoName: ({ name }: { name: string }) => `Urungkan prasetel ${foreign(name)}`,
  dismiss: "Tutup baris ini",
  noteFor: ({ name }: { name: string }) => `Dokumen untuk “${foreign(name)}”:`,
  dismissNote: "Tutup pengingat dokumen",

  team: "Dari tim Anda",
  teamHelp: "Datang bersama pengaturan tim Anda, dan diubah di sana.",
  own: "Milik Anda sendiri",
  none: "Anda belum punya prasetel sendiri. Susun perubahan, lalu tekan “Simpan ini sebagai prasetel…”.",
  changes: ({ changes }: Pick<Preset, "changes">) =>
    changes.length === 0 ? "Tidak mengubah kolom apa pun" : changes.map(({ field, value }) => `${fieldName(field)} ${value.trim() === "" ? "dikosongkan" : `→ ${quoted(value)}`}`).join(", "),
  editOne: "Ubah",
  editName: ({ name }: { name: string }) => `Ubah prasetel ${foreign(name)}`,
  removeName: ({ name }: { name: string }) => `Hapus prasetel ${foreign(name)}`,
  removeTitle: ({ name }: { name: string }) => `Hapus prasetel “${foreign(name)}”?`,
  removeText: "Prasetel dihapus dari komputer ini. Yang dikirim dengannya tetap seperti adanya.",
  newTitle: "Simpan sebagai prasetel",
  name: "Nama",
  namePlaceholder: "Ditunda + dokumen",
  note: "Dokumen yang termasuk (boleh dikosongkan)",
  takeChanges: "Pakai perubahan dari pembaruan ini saja",
  save: "Simpan prasetel",
  fault: {
    name_empty: "Apa namanya?",
    name_twice: "Prasetel lain sudah bernama begitu.",
    nothing_in_it: "Tidak mengubah apa pun dan tidak punya pengingat: prasetel memerlukan salah satunya.",
  } satisfies Record<PresetFault, string>,
};
