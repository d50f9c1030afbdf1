// What can be done with the files of an update. Part of the catalogue in id.ts.
import type { FileShown, Folder, NameFault } from "../../shell/types";
import { foreign } from "../foreign";
import { stamp } from "../when";
import { count, list, number, size } from "./amounts";
import { failureWords } from "./failures";
import { files as filesOf } from "./things";

export const files = {
  takeAsItIs: "Ambil seperti sekarang",
  tookAsItIs: ({ name }: { name: string }) => `“${foreign(name)}” diambil seperti sekarang.`,
  removed: ({ name }: { name: string }) => `“${foreign(name)}” dihapus.`,
  undo: "Urungkan",
  undoOf: ({ name }: { name: string }) => `Urungkan: kembalikan “${foreign(name)}”`,
  back: ({ name }: { name: string }) => `“${foreign(name)}” sudah kembali.`,

  rename: ({ name }: { name: string }) => `Ganti nama ${foreign(name)}`,
  renameHelp: "Ganti namanya di tiket (F2)",
  name: ({ name }: { name: string }) => `Nama “${foreign(name)}” di tiket`,
  nameKeys: "Enter menyimpannya, Esc membiarkannya seperti semula.",
  ownName: ({ name }: { name: string }) => `“${foreign(name)}” di komputer ini`,
  renamed: ({ name }: { name: string }) => `Di tiket namanya akan menjadi “${foreign(name)}”.`,
  nameFault: (fault: NameFault): string => {
    switch (fault.code) {
      case "empty":
        return "Apa namanya? Ketik sebuah nama.";
      case "unseen":
        return "Nama ini memuat karakter yang tidak terlihat. Ketik ulang.";
      case "separator":
        return "Nama tidak boleh memuat / atau \\.";
      case "too_long":
        return `Nama terlalu panjang: memakai ${number(fault.bytes)} dari paling banyak ${number(fault.most)} byte.`;
      case "taken":
        return "Berkas lain di sini sudah bernama begitu.";
    }
  },

  move: ({ name, place, of }: { name: string; place: number; of: number }) => `Pindahkan ${foreign(name)}, ${number(place)} dari ${number(of)}`,
  moveHelp: "Seret ke tempat lain, atau tekan tombol panah atas dan bawah",
  /** As it will be called on the ticket. */
  pasteName: ({ at, ticket }: { at: Date; ticket: string }) => `Gambar ${stamp(at)}${ticket === "" ? "" : ` tiket ${ticket}`}.png`,
  pasted: "Ditempel; disimpan oleh aplikasi",
  online: "Belum ada di komputer ini. Saat Anda menekan Kirim, berkas diambil dulu; untuk itu diperlukan internet.",
  nothingPasted: "Tidak ada gambar dan tidak ada berkas di papan klip.",
  beside: "Ada teks di papan klip, dan gambarnya. Untuk menempelkan teksnya, klik dulu sebuah kotak.",
  addPicture: "Tambahkan gambarnya",
  /** For the screen reader. */
  took: ({ count: n, left }: { count: number; left: number }): string =>
    left === 0 ? (n === 0 ? "" : `${filesOf(n)} ditambahkan.`) : `${n === 0 ? "Tidak ada yang ditambahkan" : `${filesOf(n)} ditambahkan`}; ${filesOf(left)} dilewati, dan disebutkan sebabnya.`,
  droppedLink: "Tautan tidak dapat dikirim sebagai berkas. Jatuhkan di kotak teks, atau simpan yang ditujunya lalu jatuhkan itu.",
  droppedText: "Teks dapat dijatuhkan di kotak teks; tidak ada yang ditambahkan.",
  droppedOther: "Program lain itu tidak menyerahkan berkas. Simpan dulu di sana, lalu jatuhkan berkasnya; gambar juga dapat disalin di sana dan ditempelkan di sini dengan Ctrl+V.",
  instead: ({ names }: { names: string[] }) => `Tidak ada yang ditambahkan dari ${list(names.map((name) => `“${foreign(name)}”`))}: daftar ini datang sebagai gantinya.`,

  moved: ({ name, place, of }: { name: string; place: number; of: number }) => `“${foreign(name)}” sekarang ${number(place)} dari ${number(of)}.`,

  open: ({ name }: { name: string }) => `Buka ${foreign(name)}`,
  notOpened: ({ name, opened }: { name: string; opened: Exclude<FileShown, { result: "shown" }> }): string => {
    switch (opened.result) {
      case "not_for_viewing":
        return `“${foreign(name)}” tidak dibuka dari sini: jenisnya bukan berkas yang hanya dilihat, dan bisa jadi sebuah program.`;
      case "gone":
        return failureWords(opened.failure).what;
      case "no_viewer":
        return `Komputer ini tidak punya program untuk menampilkan “${foreign(name)}” (${foreign(opened.why)}).`;
    }
  },

  chooseFolder: "Pilih folder…",
  folderTitle: ({ names }: { names: string[] }) => `Berkas di ${list(names.map((name) => `“${foreign(name)}”`))}`,
  folderAll: "Semuanya",
  folderAdd: ({ count: n }: { count: number }) => (n === 0 ? "Tambahkan berkas" : `Tambahkan ${filesOf(n)}`),
  folderTotal: ({ count: n, of, bytes }: { count: number; of: number; bytes: number }) => `${number(n)} dari ${filesOf(of)}, ${size(bytes)}`,
  folderEmpty: "Tidak ada berkas di dalamnya yang dapat ditambahkan.",
  folderNotes: ({ files, hidden, links, unread, more }: Folder): string[] => [
    ...(more ? [`Masih ada lagi: ini ${number(files.length)} yang pertama. Tambahkan yang lain dari folder di dalamnya.`] : []),
    ...(hidden > 0 ? [`${count(hidden, "berkas tersembunyi atau berkas sistem")} dilewati.`] : []),
    ...(links > 0 ? [`${count(links, "tautan ke tempat lain")} dilewati.`] : []),
    ...(unread > 0 ? [`${count(unread, "berkas atau folder")} tidak dapat dibaca.`] : []),
  ],
};
