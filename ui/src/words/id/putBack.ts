// Putting back what an update changed. Part of the catalogue in id.ts.
import type { Delivery, Stands } from "../../shell/types";
import { dateAndTime } from "./amounts";
import { files } from "./things";

const stands: Record<Stands, string> = {
  can_go_back: "Tidak ada yang mengubahnya sejak itu.",
  as_before: "Keadaannya seperti sebelumnya.",
  changed_since: "Seseorang mengubahnya sejak itu, jadi tetap begitu.",
  cannot_tell: "Tidak dapat dipastikan apakah seseorang mengubahnya sejak itu, jadi tetap begitu.",
  not_read: "Keadaan sebelumnya tidak dibaca, jadi tidak dapat dikembalikan.",
};

export const putBack = {
  open: "Kembalikan…",
  title: ({ ticket }: Delivery) => `Kembalikan yang diubah di #${ticket}?`,
  titleOther: "Yang dapat dikembalikan",
  reading: "Membaca tiket…",
  /** What no press can take back. */
  stays: ({ job, ticket, files: sent, changes }: Delivery): string => {
    if (job === "note") return "Catatan tidak dapat ditarik dari tiket dari sini. Seseorang harus menghapusnya di LeadSquared sendiri.";
    if (job === "new_ticket") return `Tiket baru tidak dapat ditarik kembali dari sini. Tutup atau hapus ${ticket === "" ? "tiket itu" : `#${ticket}`} di LeadSquared sendiri.`;
    if (sent.length === 0) return "";
    const went = sent.length === 1 ? "Berkas yang ikut tetap ada" : `${files(sent.length)} yang ikut tetap ada`;
    return `${went} di tiket${changes.length === 0 ? " dan tidak ada lagi yang diubah: tidak ada yang perlu dikembalikan" : ""}. Berkas tidak dapat ditarik dari tiket dari sini; itu hanya dapat dilakukan di LeadSquared sendiri.`;
  },
  field: "Kolom",
  was: "Sebelumnya",
  set: "Diubah menjadi",
  now: "Sekarang",
  choose: ({ field }: { field: string }) => `Kembalikan ${field}`,
  empty: "(kosong)",
  unknown: "tidak dibaca",
  notShown: "tidak ditampilkan",
  stands,
  beforeReadAt: ({ at }: { at: number }) => `“Sebelumnya” adalah yang ditunjukkan tiket saat terakhir dibaca sebelum pembaruan: ${dateAndTime(at)}.`,
  notReadBefore: "Tiket tidak dibaca sebelum pembaruan ini, jadi tidak ada yang tahu keadaannya.",
  last: "Tiket dibaca sekali lagi tepat sebelum dikirim. Jika saat itu seseorang sudah mengubah salah satu kolom ini, tidak ada yang dikirim, dan Anda diberi tahu.",
  go: ({ count: n }: { count: number }) => (n === 0 ? "Kembalikan" : `Kembalikan ${String(n)} kolom`),
  nothing: "Tidak ada yang perlu dikembalikan.",
  nobodyToAsk: "Tiket sedang tidak dapat dibaca: kunci akunnya tidak ada, atau akunnya punya alamat lain. Tidak ada yang diubah.",
  notAnswered: "Tiket sedang tidak dapat dibaca. Tidak ada yang diubah.",
  again: "Baca lagi",
  undone: "Ditarik kembali. Tidak ada yang dikirim; tiket seperti semula.",
};
