// Sending, and what stands above the Send button. Part of the catalogue in id.ts.
import type { Copying, Delivery, Job, Progress } from "../../shell/types";
import { foreign } from "../foreign";
import { count, duration, list, number, percent, size, sizeEachSecond, sizeOf } from "./amounts";
import { files, things } from "./things";

export const send = {
  button: ({ job, changes: c, files: f, ticket }: { job: Job; changes: number; files: number; ticket: string }) => {
    if (job === "note") return `Kirim catatan${ticket === "" ? "" : ` ke #${ticket}`}`;
    if (job === "new_ticket") return `Buat tiket baru${f === 0 ? "" : ` dengan ${files(f)}`}`;
    const what = things(c, f);
    return `Kirim${what === "" ? "" : ` ${what}`}${what === "" || ticket === "" ? "" : ` ke #${ticket}`}`;
  },
  missing: (lacks: { ticket: boolean; lead: "customer" | "contact" | "id" | null; content: boolean; title: boolean; note: boolean }) =>
    `Masih diperlukan: ${list([
      ...(lacks.ticket ? ["nomor tiket"] : []),
      ...(lacks.lead === null ? [] : [{ id: "ID lead", customer: "pelanggan tiket", contact: "email atau telepon pelanggan baru" }[lacks.lead]]),
      ...(lacks.title ? ["subjek"] : []),
      ...(lacks.note ? ["isi catatan"] : []),
      ...(lacks.content ? ["perubahan atau berkas"] : []),
    ])}.`,
  faults: ({ count: n }: { count: number }) => `${count(n, "tempat")} perlu diperiksa: ditandai dengan warna merah.`,
  inAll: ({ bytes }: { bytes: number }) => `${size(bytes)} seluruhnya`,
  /** A warning: what was refused once need not be again. */
  sizeDoubt: ({ bytes, passed, refused, several }: { bytes: number; passed: number | null; refused: number; several: boolean }) =>
    `${size(bytes)} mungkin terlalu banyak sekaligus: pembaruan sebesar ${size(refused)} pernah ditolak karena ukurannya${passed === null ? "" : `, dan yang terbesar yang lolos berukuran ${size(passed)}`}. ${several ? "Anda bisa mengirimnya per bagian (beberapa pembaruan satu demi satu, perubahannya ikut yang terakhir), atau tetap sekaligus." : "Anda tetap bisa mengirimnya."}`,
  inParts: "Kirim per bagian",
  shortcut: "Ctrl+Enter mengirim",

  taking: "Membuat salinan berkas Anda…",
  takingWhy: "Supaya Anda bisa memindahkan atau mengubah berkas Anda sendiri selama ini dalam perjalanan.",
  takingCount: (taking: Copying) => `${number(Math.min(taking.file + 1, taking.files))} dari ${number(taking.files)}`,
  takingProgress: "Tersalin sejauh ini",
  stop: "Berhenti",
  noRoom: ({ needed, free }: { needed: number; free: number }) =>
    `Ruang di disk komputer ini tidak cukup untuk salinan berkas Anda: diperlukan ${size(needed)} dan yang kosong ${size(free)}. Tidak ada yang dikirim, dan semuanya masih di sini. Sediakan ruang, atau kirim lebih sedikit berkas sekaligus.`,
  notTaken: ({ count: n }: { count: number }) =>
    `${n === 1 ? "Satu berkas" : files(n)} tidak lagi seperti saat Anda menambahkannya, jadi tidak ada yang dikirim. Selebihnya masih di sini. Perbaiki berkasnya atau hapus, lalu kirim:`,

  label: "Yang terakhir Anda kirim",
  undo: "Urungkan",
  sendNow: "Kirim sekarang",
  takeBack: "Tarik kembali",
  heldBack: "Belum dikirim",
  heldBackWhy: "Belum ada yang keluar dari komputer ini.",
  goesIn: ({ seconds }: { seconds: number }) => (seconds > 0 ? `Berangkat dalam ${count(seconds, "detik")}.` : "Berangkat sekarang."),
  askedBack: "Ditahan",
  askedBackWhy: "Anda menariknya kembali, dan ada yang baru di draf. Ini berangkat hanya jika Anda mengatakannya.",
  heldBackSpoken: "Berangkat dalam 5 detik. Urungkan ada di sebelahnya.",
  inTheWayTitle: "Ganti yang Anda susun sejak itu?",
  inTheWay: "Tidak ada yang dikirim. Yang Anda tarik kembali menempati draf, tempat ada yang baru; yang baru akan hilang.",
  inTheWayYes: "Ganti",
  inTheWayNo: "Tetap yang baru",
  undone: "Ditarik kembali. Tidak ada yang dikirim, dan semuanya ada lagi di draf.",
  preparing: "Bersiap…",
  to: ({ job, ticket }: Delivery): string =>
    job === "update" ? `Mengirim ke #${ticket}` : job === "note" ? `Mengirim catatan ke #${ticket}` : "Mengirim tiket baru",
  hide: "Jangan tampilkan lagi di sini; pengiriman berlanjut",
  waiting: "Menunggu giliran kosong",
  waitingWhy: ({ milliseconds, asked }: { milliseconds: number; asked: boolean }) =>
    `${asked ? "Sistem tiket meminta menunggu" : "Panggilan akun habis untuk saat ini"}; berlanjut sendiri sekitar ${duration(milliseconds / 1000)} lagi.`,
  percent: ({ part }: { part: number }) => percent(part),
  left: ({ seconds }: { seconds: number }) => `${duration(seconds)} lagi`,
  sent: ({ sent, total, speed }: { sent: number; total: number; speed: number | null }) =>
    [sizeOf(sent, total), ...(speed === null ? [] : [sizeEachSecond(speed)])].join(" · "),
  sending: ({ sent, total, speed, left }: { sent: number; total: number; speed: number | null; left: number | null }) =>
    [sizeOf(sent, total), ...(speed === null ? [] : [sizeEachSecond(speed)]), ...(left === null ? [] : [`${duration(left)} lagi`])].join(" · "),
  file: ({ name, index, total }: { name: string; index: number; total: number }) =>
    total === 1 ? foreign(name) : `${foreign(name)} (${number(index + 1)} dari ${number(total)})`,
  answer: "Semuanya sudah dikirim",
  answerWhy: "Menunggu jawaban. Jika dibatalkan sekarang, jawabannya tidak akan diketahui.",
  answerShort: "Menunggu jawaban",
  cancelling: "Membatalkan…",
  progress: "Terkirim sejauh ini",
  spoken: ({ progress, tenths }: { progress: Progress; tenths: number }): string => {
    switch (progress.step) {
      case "waiting":
        return "Menunggu giliran kosong. Pengiriman berlanjut sendiri.";
      case "sending":
        return `${percent(tenths / 10)} terkirim.`;
      case "answer":
        return "Semuanya sudah dikirim. Menunggu jawaban.";
    }
  },
};

export const answer = {
  label: "Jawaban",
  said: "Kata sistem tiket:",
  details: "Rincian",
  status: ({ status }: { status: number }) => `Kode status HTTP ${String(status)}`,
  received: "Jawaban seperti yang diterima",
  emptyBody: "(kosong)",
  noAnswer: "Tidak ada jawaban yang diterima.",
  goToKeys: "Masukkan kunci",
  goToAccount: "Buka akun",
  dismiss: "Tutup jawaban ini",
};
