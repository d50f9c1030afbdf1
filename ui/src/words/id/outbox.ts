// The list of what was sent: where each one stands, and why one waits. Part of the catalogue in id.ts.
import type { Delivery, DeliveryState, Exported, ExportWords, Job, KeysState, Place, Waiting } from "../../shell/types";
import type { DayChoice } from "../../values/days";
import { foreign } from "../foreign";
import { count, list, number } from "./amounts";
import { again, failureWords } from "./failures";
import { fieldNames, named, quoted, summary, theOne, things } from "./things";

const plainHost = (host: string) => host.replace(/^https?:\/\//, "");

const place = ({ host, organisation, leadHost }: Place) =>
  `“${foreign(plainHost(host))}”, organisasi ${foreign(organisation)}${leadHost === "" ? "" : `, lead di “${foreign(plainHost(leadHost))}”`}`;

const waitingState = (waiting: Waiting | null): string => {
  switch (waiting?.code) {
    case "behind":
    case "behind_unknown":
      return "Menunggu yang sebelumnya";
    case "pace":
      return "Menunggu giliran kosong";
    case "connection":
      return "Menunggu sambungan";
    case "busy":
    case "unsure":
      return "Menunggu sistem tiket";
    case "way":
      return "Menunggu sambungan diperbaiki";
    case "keys":
    case "keys_refused":
      return "Menunggu kunci";
    case "account_gone":
      return "Akunnya sudah dihapus";
    case "place_changed":
      return "Akunnya sekarang punya alamat lain";
    case "storage":
      return "Menunggu disk komputer ini";
    case "other_computer":
      return "Menunggu keputusan Anda";
    case "turn":
    case undefined:
      return "Bersiap";
  }
};

const keysWhy = (keys: KeysState, name: string): string => {
  switch (keys) {
    case "missing":
      return `Tidak ada kunci untuk “${foreign(name)}” di komputer ini. Masukkan kuncinya, lalu pengiriman berlanjut sendiri.`;
    case "locked":
      return `Penyimpan kunci komputer ini terkunci, jadi kunci “${foreign(name)}” tidak dapat dibaca. Buka kuncinya atau masukkan kuncinya, lalu pengiriman berlanjut sendiri.`;
    case "no_keychain":
      return `Tidak ada penyimpan kunci yang berjalan di komputer ini, jadi kunci “${foreign(name)}” tidak dapat dibaca. Masukkan kuncinya, lalu pengiriman berlanjut sendiri.`;
    case "saved":
    case "session":
      return "Kuncinya sudah ada lagi; pengiriman berlanjut sendiri sebentar lagi.";
  }
};

const waitingWhy = (delivery: Delivery): string => {
  const { waiting, ticket, accountName } = delivery;
  switch (waiting?.code) {
    case "behind":
      return `Yang Anda kirim ke #${ticket} sebelumnya berangkat dulu, agar semuanya sampai berurutan.`;
    case "behind_unknown":
      return `Belum ada yang tahu apakah yang Anda kirim ke #${ticket} sebelumnya terlaksana. Tekan “Sudah terlaksana” atau “Kirim lagi” di sana, lalu yang ini berlanjut sendiri.`;
    case "pace":
      // Refusals that last are no rush of a moment; when the day's allowance is used up, no page says what comes.
      return waiting.asked && Date.now() - delivery.createdAt > 60_000
        ? "Sistem tiket sudah meminta menunggu lebih dari satu menit. Mungkin orang lain memakai kunci yang sama, atau jatah panggilan akun untuk hari ini sudah habis. Pengiriman berlanjut sendiri."
        : waiting.asked
          ? "Sistem tiket meminta menunggu. Pengiriman berlanjut sendiri."
          : "Panggilan akun habis untuk saat ini. Pengiriman berlanjut sendiri.";
    case "connection":
      return `“${foreign(plainHost(waiting.host))}” sedang tidak terjangkau. Pengiriman berlanjut sendiri begitu sambungan kembali.`;
    case "busy":
      return "Sistem tiket sedang tidak tersedia. Akan dicoba lagi dengan sendirinya.";
    case "unsure":
      return "Tidak ada yang tahu apakah dua yang terakhir sampai, jadi aplikasi melihat dulu apakah sistem tiket menjawab. Yang ini berlanjut sendiri begitu dijawab.";
    case "way": {
      const { what, next } = failureWords(waiting.failure);
      return `${what} ${next.replace(again, "").trim()} Lalu tekan “Coba sekarang”.`;
    }
    case "keys":
      return keysWhy(waiting.keys, accountName);
    case "keys_refused":
      return `Sistem tiket baru saja menolak kunci “${foreign(accountName)}”, jadi ini tidak dicoba dengan kunci itu. Periksa kuncinya, atau tekan “Kirim lagi” pada yang ditolak, lalu pengiriman berlanjut sendiri.`;
    case "account_gone":
      return `Akun “${foreign(accountName)}” sudah dihapus dari aplikasi, jadi ini tidak dapat dikirim dengannya. Batalkan di sini; “Pakai lagi” menaruhnya ke pembaruan baru untuk akun lain.`;
    case "place_changed":
      return `Ini dikirim untuk ${place(waiting.from)}, dan “${foreign(accountName)}” sekarang ada di ${place(waiting.to)}. Ini pergi ke sana hanya jika Anda mengatakannya; atau batalkan.`;
    case "storage":
      return `Disk komputer ini tidak menerima yang harus dicatat dulu (${foreign(waiting.why)}). Akan dicoba lagi dengan sendirinya.`;
    case "other_computer":
      return "Ini datang dari komputer lain, yang mungkin juga akan mengirimnya. Tekan “Kirim dari sini” di atas daftar jika komputer itu tidak.";
    case "turn":
    case undefined:
      return "Gilirannya sebentar lagi.";
  }
};

const state = (delivery: Delivery): string => {
  switch (delivery.state) {
    case "held_back":
      return delivery.askedBack ? "Ditahan" : "Berangkat sebentar lagi";
    case "waiting":
      return waitingState(delivery.waiting);
    case "sending":
      return "Mengirim";
    case "done":
      return "Selesai";
    case "refused":
      return delivery.ended?.ended === "failed" && delivery.ended.failure.effect === "not_sent" ? "Tidak terkirim" : "Ditolak";
    case "may_be_done":
      return "Belum pasti sampai";
    case "cancelled":
      return "Dibatalkan";
  }
};

const states: Record<DeliveryState | "needs_you", string> = {
  needs_you: "Membutuhkan Anda",
  held_back: "Berangkat sebentar lagi",
  waiting: "Menunggu",
  sending: "Mengirim",
  done: "Selesai",
  refused: "Ditolak",
  may_be_done: "Belum pasti sampai",
  cancelled: "Dibatalkan",
};

const days: Record<DayChoice, string> = {
  any: "Hari apa pun",
  today: "Hari ini",
  yesterday: "Kemarin",
  week: "7 hari terakhir",
  range: "Dari … sampai …",
};

const jobs: Record<Job, string> = { update: "Pembaruan", new_ticket: "Tiket baru", note: "Catatan" };

/** The saved list: what stands above its columns, and in its cells where the app has a name. */
const exportWords: ExportWords = {
  columns: {
    ticket: "Tiket",
    state: "Keadaan",
    sent: "Dikirim",
    settled: "Tuntas",
    account: "Akun",
    changes: "Perubahan",
    files: "Berkas",
    attempts: "Percobaan",
    answer: "Jawaban",
    failure: "Kegagalan",
    number: "Nomor",
    what: "Apa",
    note: "Catatan",
  },
  states,
  jobs,
  fields: fieldNames,
};

export const outbox = {
  title: "Yang sudah dikirim",
  /** What a saved list is called, unless the person changes it. */
  exportName: "Yang sudah dikirim.csv",
  exportWords,
  /** A notice by the system, while nobody looks at the window, and anybody may look at the display: no customer, value, note
   * or name of a file is in it. */
  notice: (delivery: Delivery) => ({
    title: `${named(delivery)}: ${state(delivery)}`,
    text: things(delivery.job === "update" ? delivery.changes.length : 0, delivery.files.length),
  }),
  empty: "Belum ada yang dikirim",
  emptyHelp: "Yang Anda kirim dicatat di sini bersama jawabannya, dan tetap di sini saat Anda menutup aplikasi.",
  needsYou: ({ count: n }: { count: number }) => `Membutuhkan Anda (${number(n)})`,
  onTheWay: ({ count: n }: { count: number }) => (n > 1 ? `Dalam perjalanan (${number(n)})` : "Dalam perjalanan"),
  andMore: ({ count: n }: { count: number }) => `dan ${number(n)} lagi`,
  otherComputer: "Yang menunggu di sini datang dari komputer lain, dan keduanya akan mengirimnya.",
  sendFromHere: "Sekarang ini komputer saya: kirim dari sini",
  today: "Hari ini",
  yesterday: "Kemarin",
  practice: "Latihan",
  state,
  waitingWhy,
  summary,
  count: (delivery: Delivery) =>
    delivery.job === "update" ? things(delivery.changes.length, delivery.files.length) : summary(delivery),
  cancel: (delivery: Delivery) => `Batalkan ${theOne(delivery)}`,
  undo: (delivery: Delivery) => `Urungkan ${theOne(delivery)}`,
  sendNow: (delivery: Delivery) => `Kirim ${theOne(delivery)} sekarang`,
  cancelled: ({ attempts, job }: Delivery) =>
    attempts === 0
      ? "Dibatalkan sebelum ada yang dikirim."
      : `Dibatalkan sebelum semuanya dikirim: ${job === "new_ticket" ? "tidak ada tiket yang dibuat" : "tiket tidak berubah"}.`,
  openEarlier: "Buka yang sebelumnya",

  search: "Cari di yang sudah dikirim",
  searchHelp: "Tiket, berkas, nilai, atau jawaban (Ctrl+F)",
  clearSearch: "Kosongkan pencarian",
  filterState: "Keadaan",
  filterDay: "Hari",
  filterAccount: "Akun",
  anyState: "Keadaan apa pun",
  anyAccount: "Semua akun",
  states,
  days,
  from: "Dari",
  until: "Sampai",
  showAll: "Tampilkan semuanya",
  found: ({ count: n, more }: { count: number; more: boolean }) => (more ? `Lebih dari ${number(n)} ditemukan` : `${number(n)} ditemukan`),
  nothing: ({ text, filters }: { text: string; filters: string[] }) =>
    `Tidak ada yang ditemukan${text === "" ? "" : ` untuk ${quoted(text)}`}${filters.length === 0 ? "" : ` dengan ${list(filters)}`}.`,
  nothingHelp: "Pencarian menemukan awal kata, dan semua kata harus ada.",
  filterWords: {
    state: ({ name }: { name: string }) => `“${foreign(name)}”`,
    account: ({ name }: { name: string }) => `akun “${foreign(name)}”`,
    day: ({ name }: { name: string }) => `“${foreign(name)}”`,
    from: ({ day }: { day: string }) => `sejak ${day}`,
    until: ({ day }: { day: string }) => `sampai ${day}`,
  },
  rangeFault: { unreadable: "Tulis hari seperti 2026-11-24.", turned: "Hari pertama setelah hari terakhir." },
  dayPlaceholder: "2026-11-24",

  exportCsv: "Simpan daftar sebagai CSV…",
  exporting: "Menyimpan…",
  exported: (result: Exclude<Exported, { result: "not_chosen" }>) =>
    result.result === "saved"
      ? `${count(result.rows, "baris")} disimpan sebagai ${foreign(result.path)}`
      : `Daftar tidak dapat disimpan (${foreign(result.why)}).`,
  dismiss: "Tutup pemberitahuan ini",
};
