// Saving a team setup for the others of a team. Part of the catalogue in id.ts.
import type { KeysState, Preset, SealFault, SetupFault, SetupForm, Signing, SigningKeyMoved } from "../../shell/types";
import { foreign } from "../foreign";
import { count, number } from "./amounts";

const problem = (f: SetupFault): string => {
  switch (f.code) {
    case "empty":
      return f.place.startsWith("limits") ? "Sebutkan sedikitnya satu jenis, atau kosongkan untuk semua." : "Nama diperlukan.";
    case "too_long":
      return `Ini terlalu panjang: paling banyak ${number(f.most)} huruf.`;
    case "hidden_characters":
      return "Ada huruf di dalamnya yang tidak terlihat siapa pun. Ketik ulang.";
    case "unreadable":
      return "Jenis ditulis seperti pdf, jpg, png.";
    case "out_of_range":
      return f.place.startsWith("account")
        ? `Akun ini melakukan lebih banyak panggilan dalam 5 detik daripada yang boleh dimuat sebuah pengaturan (${number(f.most)}). Ubah dulu di akunnya.`
        : "Ini bukan ukuran.";
    case "too_many":
      return `Terlalu banyak: paling banyak ${number(f.most)}.`;
    default:
      return "Ini tidak dapat disimpan seperti adanya; rinciannya menyebutkan tempatnya.";
  }
};

const signing = (s: Signing): string => {
  switch (s.by) {
    case "first":
      return "Kunci tanda tangan dibuat saat Anda menyimpan, dan disimpan di penyimpan kunci komputer ini. Dengan itu aplikasi orang lain membedakan berkas Anda dari berkas orang asing.";
    case "ours":
      return `Ditandatangani dengan kunci tim Anda, jadi yang lain menerimanya sebagai dari tim yang sama seperti sebelumnya. Bacakan tandanya kepada yang bertanya: ${foreign(s.key)}`;
    case "anothers":
      return `Pengaturan tim Anda ditandatangani dengan kunci yang tidak dimiliki komputer ini (${foreign(s.key)}). Jika disimpan dari sini, kunci lain yang menandatanganinya, dan semua orang harus mengonfirmasinya. Lebih baik: mintalah kuncinya kepada administrator yang lain.`;
  }
};
const unavailable = (keys: KeysState): string =>
  keys === "locked"
    ? "Penyimpan kunci komputer ini terkunci, jadi kunci tanda tangan tidak dapat diambil. Buka kuncinya lalu coba lagi."
    : keys === "no_keychain"
      ? "Tidak ada penyimpan kunci yang berjalan di komputer ini, dan kunci tanda tangan tidak disimpan di tempat lain."
      : "Kunci tanda tangan tidak ada lagi di penyimpan kunci komputer ini. Ambil dari berkas administrator lain, jika ada.";
/** What came of giving the key away or taking it. */
const keyMoved = (m: SigningKeyMoved, unseal: (fault: Extract<SigningKeyMoved, { result: "sealed" }>["fault"]) => string, seal: (fault: SealFault) => string): string => {
  switch (m.result) {
    case "exported":
      return `Tersimpan: ${foreign(m.path)} Berikan hanya kepada administrator kedua, dan beri tahu frasa sandinya lewat jalan lain.`;
    case "imported":
      return `Mulai sekarang Anda menandatangani sebagai tim ini: ${foreign(m.key)}`;
    case "not_chosen":
      return "";
    case "weak":
      return seal(m.fault);
    case "sealed":
      return m.fault.code === "passphrase_wrong" ? unseal(m.fault) : "Tidak ada kunci tanda tangan di berkas ini.";
    case "another_teams":
      return `Ini kunci tim lain (${foreign(m.key)}); kunci tim Anda dikenali dari ${foreign(m.team)}. Tidak ada yang diubah.`;
    case "not_available":
      return unavailable(m.keys);
    case "failed":
      return `Komputer ini tidak dapat melakukannya. Katanya: ${foreign(m.why)}`;
  }
};

export const saveSetup = {
  open: "Simpan pengaturan tim…",
  openName: ({ account }: { account: string }) => `Simpan pengaturan tim… untuk ${foreign(account)}`,
  title: "Simpan pengaturan tim",
  lead: "Ini berkas untuk anggota tim Anda yang lain. Mereka membukanya, dan tidak perlu tahu alamat maupun nama kolom.",
  next: ({ revision }: SetupForm) => (revision === null ? "Ini yang pertama." : `Ini menjadi nomor ${number(revision + 1)}; siapa pun yang punya yang lebih lama dapat memperbaruinya dengan ini.`),
  name: "Nama tim",
  fields: "Kolom yang dilihat orang, dalam urutan ini",
  fieldsHelp: "Jika tidak ada yang dipilih, orang melihat yang lazim. Alt dan tombol panah juga memindahkan kolom.",
  shown: ({ label }: { label: string }) => `Tampilkan ${foreign(label)}`,
  label: ({ name }: { name: string }) => `Sebutan orang untuk ${foreign(name)}`,
  up: ({ label }: { label: string }) => `Naikkan ${foreign(label)}`,
  down: ({ label }: { label: string }) => `Turunkan ${foreign(label)}`,
  moved: ({ label, place, of }: { label: string; place: number; of: number }) => `${foreign(label)} sekarang ${number(place)} dari ${number(of)}.`,
  presets: "Prasetel",
  presetWhat: (preset: Preset) =>
    [...(preset.changes.length > 0 ? [count(preset.changes.length, "perubahan")] : []), ...(preset.note === null ? [] : [foreign(preset.note)])].join(" · "),
  removePreset: ({ name }: { name: string }) => `Tinggalkan ${foreign(name)}`,
  limits: "Batas",
  largest: "Berkas terbesar, dalam MB",
  largestHelp: "Jika kosong, aplikasi tidak memberi batas.",
  largestWrong: "Ukuran dalam MB, seperti 20 atau 0.5.",
  endings: "Jenis berkas",
  endingsPlaceholder: "pdf, jpg, png",
  endingsHelp: "Jika kosong, semua jenis boleh dikirim.",
  calls: ({ count: n }: { count: number }) => `Aplikasi melakukan paling banyak ${count(n, "panggilan")} dalam 5 detik, seperti di akun ini.`,
  keys: "Sertakan kunci, dengan frasa sandi",
  keysHelp: "Siapa pun yang punya berkas dan frasa sandinya punya kuncinya. Beri tahu frasa sandi lewat jalan lain daripada berkasnya. Tanpa itu, setiap orang memasukkan kedua kunci.",
  passphrase: "Frasa sandi",
  passphraseHelp: "Sedikitnya 12 huruf. Beberapa kata bagus.",
  seal: (fault: SealFault): string =>
    fault.code === "passphrase_too_short" ? `Frasa sandi memerlukan sedikitnya ${number(fault.least)} huruf: siapa pun yang mendapat berkasnya bisa mencoba selama yang ia mau.` : "Kunci tidak dapat disertakan.",
  noKeys: "Kunci akun ini tidak dapat dibaca sekarang, jadi tidak dapat disertakan. Masukkan dulu di akunnya.",
  signingTitle: "Tanda tangan",
  signing,
  unavailable,
  keyMoved,
  saveUnsigned: "Simpan tanpa tanda tangan",
  saveUnsignedHelp: "Tanpa tanda tangan tidak ada yang tahu bahwa berkas ini dari Anda.",
  give: "Berikan kunci kepada administrator kedua…",
  giveYes: "Simpan kunci…",
  givePassphrase: "Frasa sandi untuk berkas kunci",
  takeKey: "Saya diberi kunci tanda tangan…",
  takeYes: "Buka kunci…",
  takePassphrase: "Frasa sandi yang diberitahukan kepada Anda",
  save: "Simpan…",
  busy: "Sebentar…",
  problem,
  failed: "Berkas tidak dapat disimpan.",
  saved: ({ revision, path }: { revision: number; path: string }) => `Disimpan sebagai nomor ${number(revision)}: ${foreign(path)}`,
  savedNext: "Berikan berkas ini kepada yang lain. Akun Anda sendiri memakai pengaturan ini mulai sekarang.",
};
