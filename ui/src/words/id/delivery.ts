// One delivery, opened: its attempts. Part of the catalogue in id.ts.
import type { Attempt, Delivery, Job } from "../../shell/types";
import { dateAndTime, duration, number, sizeOf, timeOfDay } from "./amounts";
import { failureWords } from "./failures";
import { named } from "./things";

export const delivery = {
  title: (delivery: Delivery) => (delivery.job === "update" ? `Tiket #${delivery.ticket}` : named(delivery)),
  note: "Catatan internal",
  fields: "Kolom",
  changes: "Perubahan",
  files: "Berkas",
  empty: "(kosong)",
  sentOn: "Dikirim",
  settled: "Tuntas",
  took: ({ from, to }: { from: number; to: number }) => (to < from ? dateAndTime(to) : `${dateAndTime(to)} (setelah ${duration((to - from) / 1000)})`),
  account: "Akun",
  practice: "Latihan",
  lead: "ID lead",
  sending: "Ini sedang dikirim sekarang.",
  notThere: "Yang ini tidak ada lagi di daftar.",
  useAgain: "Pakai lagi",
  useAgainBusy: "Bisa dilakukan begitu berkas di draf selesai disalin.",
  useAgainHelp: {
    update: "Menaruh perubahan dan berkas ini ke pembaruan baru, untuk diperiksa dan dikirim.",
    new_ticket: "Menaruh kolom dan berkas ini ke tiket baru lain, untuk diperiksa dan dikirim.",
    note: "Menaruh catatan ini ke catatan baru, untuk diperiksa dan dikirim.",
  } satisfies Record<Job, string>,
  replaceTitle: "Ganti yang sudah Anda mulai?",
  replace: "Yang sedang Anda susun diganti dengan ini. Itu tidak dikirim.",
  replaceYes: "Ganti",
  replaceNo: "Tetap punya saya",

  attempts: "Percobaan",
  noAttempts: "Belum ada.",
  attempt: ({ count: n }: { count: number }) => `Percobaan ${number(n)}`,
  began: (attempt: Attempt) =>
    attempt.endedAt === null || attempt.endedAt < attempt.startedAt
      ? dateAndTime(attempt.startedAt)
      : `${dateAndTime(attempt.startedAt)}, berlangsung ${duration((attempt.endedAt - attempt.startedAt) / 1000)}`,
  /** How far it came, and whether the ticket system may have had all of it. */
  far: ({ ended, sent, total, releasedAt }: Attempt): string => {
    const had = sent === null || total === null ? "" : `${sizeOf(sent, total)} sudah keluar dari komputer ini. `;
    if (ended?.ended === "done") return "";
    if (total === 0) return "Pengiriman tidak sempat dimulai, jadi percobaan ini tidak mungkin mengubah apa pun.";
    return releasedAt === null
      ? `${had}Bagian terakhir tidak pernah dikirim, jadi percobaan ini tidak mungkin mengubah apa pun.`
      : `${had}Bagian terakhir dilepas pukul ${timeOfDay(releasedAt)}, jadi sistem tiket mungkin sudah menerima semuanya.`;
  },
  came: ({ attempt: { ended }, job }: { attempt: Attempt; job: Job }): string => {
    switch (ended?.ended) {
      case "done":
        return "Selesai.";
      case "failed":
        return failureWords(ended.failure, job).what;
      case "interrupted":
        return "Aplikasi berhenti di tengah jalan.";
      case "said_done":
        return "Anda mengatakan bahwa ini sudah terlaksana.";
      case undefined:
        return "Sedang berjalan.";
    }
  },
};
