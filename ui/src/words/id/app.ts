// The app itself: settings, closing, starting, and what can go wrong with its own files. Part of the catalogue in id.ts.
import type { Closing, DeskError, Rescue, SettingsRescue, Storage, Theme } from "../../shell/types";
import { foreign } from "../foreign";
import { count, list, size } from "./amounts";

// Updates, new tickets and notes alike.
const things = (n: number) => count(n, "kiriman");

export const settings = {
  title: "Pengaturan",
  accounts: "Akun",
  edit: "Ubah",
  editName: ({ name }: { name: string }) => `Ubah ${foreign(name)}`,
  removeName: ({ name }: { name: string }) => `Hapus ${foreign(name)}`,
  removeTitle: ({ name }: { name: string }) => `Hapus “${foreign(name)}”?`,
  removeSigns: "Kunci yang menandatangani pengaturan tim juga ikut hilang: berikan dulu kepada administrator kedua, kalau tidak semua orang harus mengonfirmasi pengaturan berikutnya.",
  removeText: "Akun dan kuncinya dihapus dari komputer ini. Yang sudah dikirim tetap ada di daftar, dan tidak ada yang berubah di LeadSquared.",
  language: "Bahasa",
  languageOfSystem: "Seperti sistem",
  languageUnreviewed: "Belum ada penutur asli yang memeriksa kata-kata ini. Jika sesuatu mungkin sudah terkirim, teks bahasa Inggrisnya ada di bawah.",
  theme: "Tampilan",
  themes: { system: "Seperti sistem", light: "Terang", dark: "Gelap" } satisfies Record<Theme, string>,

  sending: "Pengiriman",
  undo: "Tunggu 5 detik setelah Kirim, dengan Urungkan",
  undoHelp: "Tiket yang salah hanya berjarak satu angka, dan berkas tidak bisa ditarik lagi dari tiket. Selama detik-detik ini tidak ada yang keluar dari komputer ini.",

  list: "Yang sudah dikirim",
  keep: "Simpan yang sudah tuntas selama",
  keepChoice: ({ days }: { days: number | null }) => (days === null ? "selamanya" : count(days, "hari")),
  keepOwn: "jumlah hari lain",
  keepDays: "Hari",
  keepHelp: "Yang lebih lama keluar dari komputer ini: yang sudah selesai, dibatalkan, atau dibiarkan, dan yang dibaca dari tiket dan pelanggan. Yang menunggu atau membutuhkan Anda tidak pernah dihapus, dan tidak ada yang berubah di LeadSquared.",
  keepWrong: "Jumlah hari berupa bilangan bulat, dari 1 sampai 36.500.",
  keepLessTitle: ({ days }: { days: number }) => `Simpan hanya ${count(days, "hari")}?`,
  keepLess: "Yang tuntas atau dibaca sebelum itu dihapus dari komputer ini dan tidak bisa dikembalikan. Tiketnya tidak berubah.",
  keepLessYes: "Simpan hanya ini",
  spool: "Salinan berkas yang menunggu",
  spoolSize: (s: Storage) => (s.spoolFiles === 0 ? "tidak ada" : `${size(s.spoolBytes)} (${count(s.spoolFiles, "berkas")})`),
  spoolHelp: "Dihapus begitu kirimannya tuntas.",
  kept: "Daftar itu sendiri",
  keptSize: (s: Storage) => `${count(s.deliveries, "entri")}, ${size(s.databaseBytes)}`,
  folder: "Tempat",
};

const onTheWay = ({ sending, waiting }: Closing): string =>
  `${list([...(sending === 0 ? [] : [`${things(sending)} sedang dikirim`]), ...(waiting === 0 ? [] : [`${things(waiting)} menunggu dikirim`])])}.`;

export const closing = {
  title: "Masih ada yang sedang dikirim",
  what: onTheWay,
  background: "Lanjutkan di latar belakang",
  backgroundHelp: "Jendela ditutup; pengiriman berlanjut, dan setelah itu aplikasi berhenti sendiri.",
  stop: "Berhenti sekarang, lanjutkan saat dibuka lagi",
  stopHelp: (c: Closing) =>
    c.sending > 0
      ? "Tidak ada yang hilang. Hanya jika semuanya sudah keluar dan jawabannya belum ada, Anda akan ditanya saat aplikasi dibuka lagi apakah itu sudah terlaksana."
      : "Tidak ada yang hilang: semuanya dikirim begitu Anda membuka aplikasi lagi.",
  stay: "Tetap di sini",
  settledTitle: "Semuanya tuntas",
  settled: "Tidak ada lagi yang sedang dikirim.",
  close: "Tutup aplikasi",
};

export const start = {
  inUseTitle: "Ticket Courier sudah terbuka",
  inUse: "Jendelanya yang lain mengurus semua yang Anda kirim. Dua sekaligus bisa mengirim hal yang sama dua kali, jadi yang ini tidak melakukan apa-apa.",
  inUseNext: "Lanjutkan di jendela yang lain dan tutup yang ini. Jika Anda tidak menemukannya, keluar dari sesi komputer ini lalu masuk lagi.",
  tryAgain: "Coba lagi",
  rescue: (r: Rescue) =>
    `Daftar milik aplikasi rusak, dan daftar baru dimulai. ${
      r.deliveries === 0 && !r.draft
        ? "Tidak ada yang bisa dibaca dari yang rusak."
        : `Yang diselamatkan: ${list([...(r.deliveries > 0 ? [count(r.deliveries, "entri")] : []), ...(r.draft ? ["yang sudah Anda mulai"] : [])])}.`
    } Yang rusak disimpan di:`,
  settingsRescue: (r: SettingsRescue) =>
    `Pengaturan aplikasi di komputer ini tidak dapat dibaca${r.setAside ? "" : ", atau hilang"}. ${
      r.restored ? "Pengaturan kembali seperti terakhir disimpan." : "Tidak ada salinannya."
    }${r.lost > 0 ? ` ${count(r.lost, "akun")} tidak ada lagi: tambahkan kembali.` : r.restored ? "" : " Tambahkan akun Anda lagi."}${
      r.setAside ? " Berkas yang rusak disimpan di:" : ""
    }`,
};

export const trouble = (error: DeskError | null): string => {
  switch (error?.code) {
    case "storage":
      return `Aplikasi tidak dapat membaca atau menulis berkasnya sendiri di komputer ini (${foreign(error.why)}). Tidak ada yang dikirim karena ini.`;
    case "practice_server":
      return `Akun latihan tidak dapat dimulai (${foreign(error.why)}).`;
    case "busy":
      return "Aplikasi masih sibuk dengan hal lain. Coba lagi sebentar lagi.";
    case "in_use":
      return "Ticket Courier sudah terbuka; jendela ini tidak melakukan apa-apa.";
    case "no_room":
      return "Disk komputer ini penuh, jadi yang Anda lakukan di sini tidak dapat dicatat. Sediakan ruang; tidak ada yang dikirim karena ini.";
    case "read_only":
      return "Aplikasi tidak boleh menulis ke foldernya sendiri. Tidak ada yang bisa dikirim sampai diizinkan; tanyakan kepada yang mengurus komputer ini.";
    case "held":
      return "Program lain sedang membuka berkas milik aplikasi, kemungkinan besar pencadangan atau antivirus. Tidak ada yang hilang dan tidak ada yang dikirim karena ini: coba lagi sebentar lagi.";
    case "newer":
      return "Yang Anda kirim terakhir disimpan oleh versi aplikasi yang lebih baru, yang tidak dapat dibaca versi ini. Tidak ada yang hilang: pasang kembali versi yang lebih baru.";
    case "not_possible":
      return "Itu tidak mungkin lagi: sementara itu sudah berlanjut. Daftar menunjukkan keadaannya.";
    case undefined:
      return "Ada yang salah di dalam aplikasi. Tidak ada yang dikirim karena ini. Jika terus terjadi, tutup aplikasi lalu buka lagi.";
  }
};
