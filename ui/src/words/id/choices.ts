// What a person can do about one that needs them, and what is known of it. Part of the catalogue in id.ts.
import type { Delivery, FieldFound, Finding, Receipt } from "../../shell/types";
import { count, list, timeOfDay } from "./amounts";
import { failureWords } from "./failures";
import { seenFiles } from "./filesThere";
import { fieldName, files, quoted, theOne, things } from "./things";

const emptyOr = (value: string | null) => (value === null || value.trim() === "" ? "kosong" : quoted(value));
const shown = 3;
const some = (parts: string[]): string[] => (parts.length <= shown + 1 ? parts : [...parts.slice(0, shown), count(parts.length - shown, "kolom lagi")]);

const is = ({ field, found }: FieldFound) => `${fieldName(field)} adalah ${emptyOr(found)}`;
const isNot = ({ field, found, wanted }: FieldFound) => `${fieldName(field)} adalah ${emptyOr(found)} (bukan ${emptyOr(wanted)})`;
const alone = ({ field }: FieldFound) => fieldName(field);

/** How it came about that nobody knows. */
const happened = ({ ended, job }: Pick<Delivery, "ended" | "job">): string => {
  switch (ended?.ended) {
    case "failed":
      return failureWords(ended.failure, job).what;
    case "interrupted":
      return ended.released ? "Aplikasi berhenti saat ini sedang dikirim, ketika semuanya mungkin sudah keluar." : "Aplikasi berhenti saat ini sedang dikirim.";
    default:
      return "Tidak diketahui apakah ini sampai.";
  }
};

const ofFields = (finding: Finding): string => {
  const { fields } = finding;
  switch (finding.comparison) {
    case "looks_done":
      return fields.length === 0
        ? "Tiket terlihat seperti yang diinginkan: tampaknya sudah terlaksana."
        : `Di tiket, ${list(some(fields.map(is)))} sekarang: tampaknya sudah terlaksana.`;
    case "nothing_changed":
      return fields.length === 0
        ? "Tidak ada yang berubah di tiket: tampaknya ini belum terlaksana."
        : `Di tiket, ${list(some(fields.map(isNot)))}: tampaknya ini belum terlaksana.`;
    case "partly": {
      const [same, other, unsure] = (["same", "other", "cannot_tell"] as const).map((likeness) => fields.filter((field) => field.likeness === likeness));
      const rest = [
        ...(other?.length ? [list(some(other.map(isNot)))] : []),
        ...(unsure?.length ? [`tentang ${list(some(unsure.map(alone)))} tidak ada yang tahu`] : []),
      ];
      return `Hanya sebagian yang terlihat di tiket: ${list(some((same ?? []).map(is)))} seperti yang diinginkan, tetapi ${list(rest)}.`;
    }
    case "cannot_tell":
      return "Membaca tiket tidak dapat menunjukkan apakah ini terlaksana.";
    case "not_read":
      return finding.failure ? `Tiket tidak dapat dibaca: ${failureWords(finding.failure).what}` : "Tiket tidak dapat dibaca: kunci akunnya tidak ada.";
  }
};

/** What cannot be read at all, and what to look for instead. */
const unseen = (delivery: Delivery): string => {
  const title = delivery.changes.find(({ field }) => field === "Title")?.value ?? "";
  return delivery.job === "note"
    ? `Catatan tidak dapat dilihat dari sini: buka tiket #${delivery.ticket} untuk melihat apakah catatannya ada.`
    : `Tiket baru itu mungkin sudah ada, dan tidak dapat dilihat dari sini: cari di LeadSquared tiket pelanggan ini dengan subjek ${quoted(title)}, dibuat sekitar pukul ${timeOfDay(delivery.settledAt ?? delivery.createdAt)}.`;
};

const ofFiles = (delivery: Delivery): string => {
  if (delivery.job !== "update") return "";
  const n = delivery.files.length;
  if (n === 0) return "";
  if (delivery.finding?.files && delivery.finding.files.length > 0) return seenFiles({ found: delivery.finding.files, ticket: delivery.ticket });
  return `${n === 1 ? "Berkasnya" : `${files(n)} itu`} tidak dapat dilihat dari sini: buka tiket dan periksa di All Files apakah ada di sana.`;
};

export const choices = {
  happened,
  looking: "Melihat tiket…",
  /** What the ticket shows, in one sentence; nothing where there are only files. */
  found: ({ delivery, finding }: { delivery: Delivery; finding: Finding }): string =>
    delivery.job !== "update" ? unseen(delivery) : finding.comparison === "cannot_tell" && delivery.files.length > 0 ? "" : ofFields(finding),
  files: ofFiles,
  lookedAt: ({ at }: { at: number }) => `Dilihat pukul ${timeOfDay(at)}`,
  doubt: "“Sudah terlaksana” menutupnya. “Kirim lagi” mengirim semuanya sekali lagi.",
  itWasDone: "Sudah terlaksana",
  sendAgain: "Kirim lagi",
  sendToNewPlace: "Kirim ke tempat baru",
  tryNow: "Coba sekarang",
  lookAgain: "Lihat lagi",
  correct: "Perbaiki dan kirim lagi",
  correctHelp: "Mengembalikan semuanya agar Anda bisa mengubah dan mengirimnya.",
  split: "Kirim per bagian",
  splitHelp: "Beberapa pembaruan, masing-masing dengan sebagian berkas, satu demi satu. Perubahannya ikut yang terakhir.",
  correctTitle: ({ ticket }: Delivery) => `Perbaiki ini dan kirim ke #${ticket} lagi?`,
  leave: "Biarkan saja",
  leaveHelp: "Tetap ada di daftar dan tidak lagi membutuhkan Anda.",
  group: (delivery: Delivery) => `Tindakan untuk ${theOne(delivery)}`,

  sendAgainTitle: ({ job, ticket }: Delivery) =>
    job === "update" ? `Kirim ini ke #${ticket} lagi?` : job === "note" ? `Kirim catatan ke #${ticket} lagi?` : "Buat tiket baru itu lagi?",
  sendAgainText: (delivery: Delivery): string => {
    const { changes, files: sent, job } = delivery;
    if (job === "note") return "Jika ternyata sudah terlaksana, catatan itu ada dua kali di tiket. Lihat dulu tiketnya jika bisa.";
    if (job === "new_ticket") return "Jika ternyata sudah terlaksana, akan ada dua tiket seperti itu. Cari dulu yang pertama jika bisa.";
    const twice = sent.length === 0 ? "" : `${sent.length === 1 ? "berkasnya" : `${files(sent.length)} itu`} ada dua kali di tiket`;
    const same = changes.length === 0 ? "" : "perubahannya hanya dilakukan sekali lagi";
    return `Jika ternyata sudah terlaksana, ${list([twice, same].filter((part) => part !== ""))}. Lihat dulu tiketnya jika bisa.`;
  },

  done: ({ d, receipt }: { d: Delivery; receipt: Receipt }): string => {
    const ticket = receipt.key ?? `#${receipt.ticket}`;
    if (d.job === "note") return `Catatan ada di tiket #${d.ticket}.`;
    if (d.job === "new_ticket") return `Tiket ${ticket} dibuat${d.files.length === 0 ? "" : ` dengan ${files(d.files.length)}`}.`;
    return `Tiket ${receipt.key ?? `#${d.ticket}`} sekarang punya ${things(d.changes.length, d.files.length)}.`;
  },
  saidDone: "Anda mengatakan bahwa ini sudah terlaksana.",
};
