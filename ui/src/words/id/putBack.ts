// Putting back what an update changed. Part of the catalogue in id.ts.
import type { Delivery, Stands } from "../../shell/types";
import { dateAndTime, number } from "./amounts";
import { files } from "./things";

const stands: Record<Stands, string> = {
  can_go_back: "Belum ada yang mengubahnya sejak itu.",
  as_before: "Isinya sama seperti sebelumnya.",
  changed_since: "Ada yang mengubahnya setelah itu, jadi dibiarkan.",
  cannot_tell: "Tidak dapat dipastikan apakah ada yang mengubahnya setelah itu, jadi dibiarkan.",
  not_read: "Isi sebelumnya tidak dibaca, jadi tidak dapat dikembalikan.",
};

export const putBack = {
  open: "Kembalikan…",
  title: ({ ticket }: Delivery) => `Kembalikan yang diubah pada #${ticket}?`,
  titleOther: "Yang dapat dikembalikan",
  reading: "Membaca tiket…",
  stays: ({ job, ticket, files: sent, changes }: Delivery): string => {
    if (job === "note") return "Catatan tidak dapat dihapus dari tiket lewat sini. Seseorang harus menghapusnya di LeadSquared.";
    if (job === "new_ticket") return `Tiket baru tidak dapat dibatalkan dari sini. Tutup atau hapus ${ticket === "" ? "tiketnya" : `#${ticket}`} di LeadSquared.`;
    if (sent.length === 0) return "";
    const went = sent.length === 1 ? "Berkas yang ikut dikirim tetap ada" : `${files(sent.length)} yang ikut dikirim tetap ada`;
    return `${went} di tiket${changes.length === 0 ? " dan tidak ada lagi yang diubah: tidak ada yang perlu dikembalikan" : ""}. File tidak dapat dihapus dari tiket lewat sini; itu hanya bisa dilakukan di LeadSquared.`;
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
  beforeReadAt: ({ at }: { at: number }) => `“Sebelumnya” adalah isi tiket saat terakhir dibaca sebelum pembaruan: ${dateAndTime(at)}.`,
  notReadBefore: "Tiket tidak dibaca sebelum pembaruan ini, jadi tidak ada yang tahu isinya.",
  last: "Tiket dibaca sekali lagi tepat sebelum dikirim. Jika saat itu ada yang sudah mengubah salah satu kolom ini, tidak ada yang dikirim dan Anda diberi tahu.",
  go: ({ count: n }: { count: number }) => (n === 0 ? "Kembalikan" : `Kembalikan ${number(n)} kolom`),
  nothing: "Tidak ada yang perlu dikembalikan.",
  nobodyToAsk: "Tiket belum dapat dibaca: kunci akunnya tidak ada, atau akunnya kini beralamat lain. Tidak ada yang diubah.",
  notAnswered: "Tiket tadi tidak dapat dibaca. Tidak ada yang diubah.",
  again: "Baca lagi",
  undone: "Dibatalkan. Tidak ada yang dikirim; tiketnya tetap seperti semula.",
};
