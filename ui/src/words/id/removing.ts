// What a removal from the list means, said before it is done. Part of the catalogue in id.ts.
import type { Delivery, Removable, Removal, SetAside } from "../../shell/types";
import { count, dateAndTime, list, number, size } from "./amounts";
import { theOne } from "./things";

const entries = (n: number) => count(n, "entri");
const forGood = "Ini tidak dapat dibatalkan. Di LeadSquared tidak ada yang berubah.";
const setAside = ({ setAside: n }: Removable): string =>
  n === 0 ? "" : ` Ikut dihapus: ${number(n)} daftar rusak yang disisihkan, karena hal yang sama mungkin ada di dalamnya.`;

/** What stays, and what has to happen before it can go. */
const stays = ({ onTheWay, needsYou, proof }: Removable): string => {
  const them = [
    ...(onTheWay > 0 ? [`${number(onTheWay)} yang masih dalam perjalanan (batalkan dulu)`] : []),
    ...(needsYou > 0 ? [`${number(needsYou)} yang membutuhkan Anda (katakan dulu apa yang terjadi dengannya)`] : []),
    ...(proof > 0 ? [`${number(proof)} yang menunjukkan berkas siapa yang ada di sebuah tiket (sampai Anda mengatakan apa yang terjadi dengan yang mungkin belum sampai)`] : []),
  ];
  return them.length === 0 ? "" : ` Yang tetap: ${list(them)}.`;
};

export const removing = {
  heading: "Di komputer ini",
  one: "Hapus dari daftar…",
  ticket: ({ ticket }: Delivery) => `Hapus semua tentang #${ticket}…`,
  everything: "Hapus semuanya dari daftar…",
  waits: "Dapat dihapus dari daftar setelah terkirim atau dibatalkan.",
  unsure: "Dapat dihapus dari daftar setelah Anda mengatakan apakah sudah dilakukan.",
  yes: "Hapus untuk selamanya",
  understood: "Tutup",

  title: ({ removal, delivery, can }: { removal: Removal; delivery: Delivery | null; can: boolean }): string => {
    if (removal.what === "everything") return "Hapus semuanya dari daftar?";
    if (removal.what === "ticket") return can ? `Hapus semua tentang #${removal.ticket}?` : `Belum ada yang dapat dihapus dari #${removal.ticket}`;
    const it = delivery ? theOne(delivery) : "ini";
    return can ? `Hapus ${it} dari daftar?` : "Ini belum dapat dihapus";
  },
  text: ({ removal, delivery, found }: { removal: Removal; delivery: Delivery | null; found: Removable }): string => {
    if (removal.what === "one") {
      if (found.goes === 0) return stays(found).trim();
      const undone = delivery?.needsYou ? "Ini tidak dilakukan, dan setelah itu tidak dapat dikirim lagi dari sini. " : "";
      return `${undone}Yang dikirim, jawabannya, dan yang dibaca dari tiket dihapus dari komputer ini.${setAside(found)} ${forGood}`;
    }
    const of = removal.what === "ticket" ? ` dari #${removal.ticket}` : "";
    const read = removal.what === "ticket" ? "yang dibaca dari tiket dan pelanggannya" : "semua yang dibaca dari tiket dan pelanggan";
    if (found.goes === 0 && removal.what === "ticket") return stays(found).trim();
    const go = found.goes === 0 ? `Belum ada entri yang dapat dihapus; ${read} dihapus dari komputer ini.` : `${entries(found.goes)}${of}, dan ${read}, dihapus dari komputer ini.`;
    return `${go}${stays(found)}${setAside(found)} Yang sedang Anda susun tetap ada. ${forGood}`;
  },

  setAsideHeading: "Disisihkan",
  setAsideHelp: "Daftar aplikasi ini yang rusak. Yang dapat dibaca sudah diambil; aplikasi tidak membutuhkannya lagi.",
  setAsideFacts: ({ writtenAt, bytes }: SetAside) => `terakhir ditulis ${dateAndTime(writtenAt)}, ${size(bytes)}`,
  setAsideName: ({ name }: { name: string }) => `Hapus ${name}`,
  setAsideTitle: "Hapus daftar rusak ini?",
  setAsideText: "Jika ada yang hilang dari daftar sejak rusak, tidak ada lagi yang dapat mencarinya di sana. Ini tidak dapat dibatalkan.",
};
