// Opening a team setup file, and what the app is asked from outside. Part of the catalogue in id.ts.
import type { SetupFault, SetupLimits, SetupPreview, UnsealFault } from "../../shell/types";
import { foreign } from "../foreign";
import { where } from "../setup";
import { count, list, number, size } from "./amounts";
import { changes, files } from "./things";

const named = (endings: string[]) => list(endings.map((ending) => ending.toUpperCase()));

const limits = ({ largest_file: largest, endings }: SetupLimits): string | null => {
  if (largest !== null) return `Berkas boleh sampai ${size(largest)}${endings ? `, dan hanya dari jenis ini: ${named(endings)}` : ""}.`;
  return endings ? `Berkas hanya boleh dari jenis ini: ${named(endings)}.` : null;
};

/** What a setup would set up besides its place, a sentence for each thing. */
const facts = ({ summary: s }: SetupPreview): string[] => [
  s.fields === 0 ? "Anda melihat kolom yang lazim." : `Anda melihat ${count(s.fields, "kolom")} yang dipilih tim Anda.`,
  ...(s.presets.length === 0 ? [] : [`Membawa ${count(s.presets.length, "prasetel")}: ${list(s.presets.map((preset) => `“${foreign(preset)}”`))}.`]),
  ...[limits(s.limits)].filter((sentence) => sentence !== null),
  `Aplikasi melakukan paling banyak ${count(s.calls_per_window, "panggilan")} dalam 5 detik.`,
  s.has_sealed_keys ? "Kunci ikut di dalamnya, dengan frasa sandi." : "Tidak ada kunci di dalamnya.",
];

const title = ({ standing, summary: { name } }: SetupPreview): string => {
  switch (standing) {
    case "new":
      return `Siapkan “${foreign(name)}”`;
    case "joins":
    case "newer":
    case "parted":
      return `Perbarui “${foreign(name)}”`;
    case "same":
    case "older":
      return `“${foreign(name)}” sudah ada di sini`;
    case "leaps":
      return `“${foreign(name)}” tidak dapat diterima`;
  }
};

/** How it stands to what is here, and what pressing the button does. */
const standing = (o: SetupPreview): string => {
  const account = `“${foreign(o.account ?? "")}”`;
  const revision = `nomor ${number(o.summary.revision)}`;
  const here = `nomor ${number(o.revisionHere ?? 0)}`;
  switch (o.standing) {
    case "new":
      return "Berkas ini menyiapkan aplikasi untuk tim Anda. Tidak ada yang diubah sampai Anda mengatakannya.";
    case "joins":
      return `Akun Anda ${account} ada di tempat yang sama. Akun itu mendapat yang dipilih tim Anda, dan yang sudah Anda kirim tetap di daftar.`;
    case "newer":
      return `Ini ${revision} dari pengaturan tim Anda; Anda punya ${here}. Akun Anda ${account} diperbarui.`;
    case "same":
      return o.keys === "none"
        ? `Anda sudah punya persis pengaturan ini, di akun Anda ${account}. Tidak ada yang perlu dilakukan.`
        : `Anda sudah punya persis pengaturan ini, di akun Anda ${account}; hanya kuncinya yang belum ada.`;
    case "older":
      return `Ini ${revision} dari pengaturan tim Anda, dan Anda punya ${here}, yang lebih baru. Tidak ada yang diubah. Jika Anda benar-benar ingin yang lebih lama, hapus dulu akun ${account}.`;
    case "leaps":
      return `Ini ${revision} dari pengaturan tim Anda, dan Anda punya ${here}. Tidak ada yang menyimpan pengaturan sebanyak itu di antara dua kali melihat, dan semua yang disimpan tim Anda mulai sekarang akan dianggap lebih lama. Jadi ini tidak diterima, dan tidak ada yang diubah. Beri tahu administrator Anda.`;
    case "parted":
      return `Ini ${revision} yang berbeda dari yang Anda punya: dua orang menyimpannya, masing-masing tanpa milik yang lain. Tanyakan mana yang berlaku. Jika yang ini, akun Anda ${account} diperbarui.`;
  }
};

const byHand = "Seseorang mengubah berkas ini dengan tangan, atau program lain yang membuatnya";
const again = "Mintalah lagi kepada yang memberikannya.";

/** One sentence for each way in which a file is no team setup. */
const fault = (f: SetupFault): string => {
  switch (f.code) {
    case "too_large":
      return `Berkas ini lebih besar daripada pengaturan tim mana pun (paling besar ${size(f.most)}).`;
    case "not_a_setup":
      return "Berkas ini bukan pengaturan tim.";
    case "utf16":
      return "Berkas ini disimpan editor dalam bentuk lain (UTF-16), yang tidak dapat dibaca. Simpan sebagai UTF-8.";
    case "cut_off":
      return `Akhir berkas ini hilang: berkas tidak sampai utuh. ${again}`;
    case "damaged":
    case "too_deep":
    case "member_twice":
    case "unknown_version":
      return `Berkas ini rusak. ${again}`;
    case "newer_version":
      return "Berkas ini dibuat oleh versi aplikasi yang lebih baru. Perbarui aplikasi, lalu buka lagi.";
    case "key_in_the_clear":
      return "Seseorang menulis kunci di berkas ini di tempat yang bisa dibaca semua orang, jadi tidak diterima. Beri tahu administrator Anda: kunci itu harus diganti.";
    case "unknown_member":
    case "missing":
    case "wrong_kind":
    case "unreadable":
    case "empty":
    case "too_long":
    case "too_many":
    case "out_of_range":
    case "least_above_most":
    case "pattern_invalid":
      return `${byHand}, dan sesuatu di dalamnya tidak dapat dimengerti. ${again}`;
    case "hidden_characters":
      return `${byHand}, dan sesuatu di dalamnya akan terlihat lain dari yang sebenarnya. ${again}`;
    case "address":
      return f.fault.code === "address_not_secure"
        ? "Alamat di berkas ini tidak aman, jadi kunci Anda bisa terbaca di perjalanan. Beri tahu administrator Anda."
        : `${byHand}, dan alamat di dalamnya bukan alamat. ${again}`;
    case "field_twice":
    case "list_value_twice":
    case "preset_twice":
    case "change_twice":
      return `${byHand}, dan sesuatu ada dua kali di dalamnya. ${again}`;
    case "pattern_too_costly":
      return "Berkas ini akan menyibukkan komputer terlalu lama, jadi tidak diterima. Beri tahu administrator Anda.";
    case "seal_damaged":
      return `Kunci di berkas ini rusak. ${again}`;
  }
};

const unseal = (f: UnsealFault): string => {
  switch (f.code) {
    case "passphrase_wrong":
      return "Ini bukan frasa sandinya. Perhatikan huruf besar dan spasi, atau tanyakan kepada yang memberikannya.";
    case "nothing_sealed":
      return "Tidak ada kunci di berkas ini. Masukkan kedua kunci saja.";
    case "seal_damaged":
      return `Kunci di berkas ini rusak. ${again}`;
    case "seal_too_costly":
      return "Kunci di berkas ini akan menyibukkan komputer terlalu lama, jadi tidak dibuka. Beri tahu administrator Anda.";
    case "sealed_for_another":
      return "Kunci di berkas ini milik alamat lain daripada yang disebutkannya: seseorang mengubahnya setelah dibuat. Jangan pakai, dan beri tahu administrator Anda.";
  }
};

export const setup = {
  open: "Buka pengaturan tim…",
  title,
  standing,
  facts,
  check: "Jika Anda tidak mengenal alamat dan ID organisasi ini, tanyakan kepada yang memberi berkas sebelum melanjutkan.",
  elsewhere: "Tempatnya lain dari sebelumnya, jadi kunci ditanyakan lagi. Jika tidak ada yang memberi tahu Anda, jangan masukkan: tanyakan dulu kepada administrator Anda.",
  passphrase: "Frasa sandi",
  passphraseHelp: "Diberitahukan oleh yang memberi berkas, lewat jalan lain daripada berkasnya.",
  passphraseEmpty: "Frasa sandi diperlukan.",
  passphraseMay: "Frasa sandi, hanya jika kuncinya baru",
  passphraseMayHelp: "Jika kosong, kunci yang ada di sini tetap dipakai.",
  instead: "Saya punya kedua kunci",
  insteadPassphrase: "Saya punya frasa sandi",
  keysHelp: "Kunci disimpan di penyimpan kunci milik komputer ini, dan hanya pergi ke alamat di atas.",
  yes: (o: SetupPreview) => (o.standing === "new" ? "Siapkan" : o.standing === "parted" ? "Pakai yang ini" : o.standing === "same" ? "Simpan kunci" : "Perbarui"),
  busy: "Sebentar…",
  gone: "Berkas itu tidak terbuka lagi. Buka lagi.",
  faultTitle: ({ file }: { file: string }) => `“${foreign(file)}” tidak dapat dipakai`,
  fault,
  where,
  unreadable: "Komputer ini tidak dapat membaca berkas itu.",
  unreadableWhy: ({ why }: { why: string }) => `Katanya: ${foreign(why)}`,
  nothingChanged: "Tidak ada yang diubah.",
  unseal,
};

export const launch = {
  strangeLink: "Sebuah tautan meminta aplikasi ini lebih dari membuka tiket, jadi tidak ada yang dilakukan. Jika Anda memercayai halamannya, buka tiket dengan nomornya.",
  anewTitle: ({ ticket }: { ticket: string }) => `Mulai dengan tiket #${ticket}?`,
  anew: ({ other, changes: c, files: f }: { other: string; changes: number; files: number }) => {
    const what = list([...(c > 0 ? [changes(c)] : []), ...(f > 0 ? [files(f)] : [])]);
    return `Anda sedang menyusun pembaruan #${other}${what === "" ? "" : `, dengan ${what}`}. Itu belum dikirim, dan memulai dengan tiket lain mengosongkannya. Berkas Anda tetap di tempatnya.`;
  },
  anewYes: ({ ticket }: { ticket: string }) => `Mulai dengan #${ticket}`,
  anewNo: ({ other }: { other: string }) => `Tetap #${other}`,
};
