// The ticket as it was read, and its customer. Part of the catalogue in id.ts.
import type { KeysState, SeenTicket, Short } from "../../shell/types";
import type { Meanwhile } from "../../values/fieldValues";
import { foreign } from "../foreign";
import type { Unread } from "../ticket";
import { whenDue, whenRead } from "../when";
import { count, dateOf, list, minutesAgo, relativeDay, timeOfDay } from "./amounts";
import { fieldName, quoted } from "./things";

const inShort: Record<Short | KeysState, string> = {
  no_connection: "tidak ada sambungan",
  not_secure: "sambungannya tidak aman",
  proxy: "proksi jaringan Anda tidak meloloskan apa pun",
  busy: "sistem tiket sibuk",
  keys_refused: "kunci ditolak",
  not_the_ticket_system: "yang menjawab bukan sistem tiket",
  no_usable_answer: "sistem tiket tidak memberi jawaban yang dapat dipakai",
  locked: "penyimpan kunci komputer ini terkunci",
  missing: "kuncinya tidak tersedia",
  no_keychain: "kuncinya tidak tersedia",
  saved: "kuncinya tidak tersedia",
  session: "kuncinya tidak tersedia",
};
const shortly = (why: Unread): string => (why === null ? "ada yang salah di dalam aplikasi" : inShort[why]);

function due(date: string | null, now: number): string | null {
  const when = whenDue(date, now);
  switch (when?.is) {
    case "today":
      return `tenggat ${relativeDay(0)}`;
    case "tomorrow":
      return `tenggat ${relativeDay(1)}`;
    case "since_yesterday":
      return `lewat tenggat sejak ${relativeDay(-1)}`;
    case "past":
      return `lewat tenggat sejak ${dateOf(when.day, now)}`;
    case "later":
      return `tenggat ${dateOf(when.day, now)}`;
    case undefined:
      return null;
  }
}

/** How old what is shown is. */
function read(at: number, now: number): string {
  const when = whenRead(at, now);
  switch (when.is) {
    case "now":
      return "dibaca baru saja";
    case "minutes":
      return `dibaca ${minutesAgo(when.minutes)}`;
    case "today":
      return `dibaca ${relativeDay(0)} pukul ${timeOfDay(at)}`;
    case "yesterday":
      return `dibaca ${relativeDay(-1)} pukul ${timeOfDay(at)}`;
    case "earlier":
      return `dibaca ${dateOf(at, now)} pukul ${timeOfDay(at)}`;
  }
}

const factOf = (fact: string | null): string | null => (fact === null || fact.trim() === "" ? null : foreign(fact));
const said = (value: string) => (value.trim() === "" ? "kosong" : quoted(value));
const changed = ({ field, was, is }: Meanwhile) =>
  `${is.trim() === "" ? `mengosongkan ${fieldName(field)}` : `mengubah ${fieldName(field)} menjadi ${quoted(is)}`} (sebelumnya ${said(was)})`;

export const ticket = {
  hint: "Subjek tiket muncul di sini setelah nomornya diketik.",
  reading: "Membaca tiket…",
  readingAgain: "membacanya lagi…",
  noTitle: "(tanpa judul)",
  facts: ({ t, now }: { t: SeenTicket; now: number }) =>
    [...[t.leadName, t.status, t.priority, t.channel].map(factOf), due(t.dueDate, now)].filter((fact) => fact !== null).join(" · "),
  read,
  stale: ({ at, now, why }: { at: number; now: number; why: Unread }) => `${read(at, now)}: ${why === "no_connection" ? "sekarang " : ""}${shortly(why)}`,
  readAgain: "Baca lagi",
  details: "Rincian",
  lead: "ID lead",
  noLead: "belum diketahui",
  notThere: ({ number, account }: { number: string; account: string }) => `Tidak ada tiket #${number} di “${foreign(account)}”.`,
  notThereShort: ({ number }: { number: string }) => `Tidak ada tiket #${number}.`,
  failed: ({ why }: { why: Unread }) =>
    `Tiket sedang tidak dapat dibaca (${shortly(why)}). Anda tetap bisa mengirim: aplikasi menanyakan yang diperlukannya sebelum mengirim.`,
  spoken: (t: SeenTicket) => [`Tiket ${t.number}: ${t.title === null ? "tanpa subjek" : foreign(t.title)}`, ...(t.status ? [foreign(t.status)] : [])].join(", "),

  empty: "(kosong)",
  presentName: ({ field }: { field: string }) => `${fieldName(field)} saat ini:`,
  presently: "Saat ini:",
  already: "sudah begitu",

  comparing: "Melihat apakah tiket berubah sementara itu…",
  changedTitle: "Tiket berubah sementara itu",
  changed: ({ all }: { all: Meanwhile[] }) => `Sementara itu seseorang ${list(all.map(changed))}. Tetap kirim?`,
  changedYes: "Kirim",
  changedNo: "Lihat sekali lagi",

  notAllowedEmail: ({ account }: { account: string }) => `“${foreign(account)}” tidak boleh membaca tiket, jadi pelanggannya dicari lewat email.`,
  notAllowedHand: ({ account }: { account: string }) => `“${foreign(account)}” tidak boleh membaca tiket atau mencari pelanggan, jadi ID lead diperlukan.`,
  tryAgain: "Coba baca tiket lagi",
  email: "Email pelanggan tiket",
  emailPlaceholder: "ani@example.org",
  emailFault: "Ketik alamat email selengkapnya, seperti ani@example.org.",
  newEmail: "Email pelanggan",
  newNotAllowed: ({ account }: { account: string }) => `“${foreign(account)}” tidak boleh mencari pelanggan, jadi ID lead diperlukan.`,
  noteNeedsNumber: "Catatan memerlukan nomor tiket dan isinya, tidak lebih.",
  customerNeeded: ({ whose }: { whose: "lead" | "customer" }) =>
    whose === "lead" ? "Tiket milik siapa? Email pelanggannya juga diperlukan." : "Tiket baru ini untuk siapa? Email pelanggannya diperlukan.",
  customerChoose: ({ whose }: { whose: "lead" | "customer" }) => (whose === "lead" ? "Pilih pelanggan tiket di bawah." : "Pilih pelanggan tiket baru di bawah."),
  unknown: "Belum menjadi pelanggan?",
  unknownByEmail: "Buat dengan email",
  unknownByPhone: "Buat dengan telepon",
  newCustomer: "Pelanggan baru",
  newCustomerMade: "LeadSquared membuat pelanggan bersama tiketnya, dari email atau nomor telepon di bawah.",
  newCustomerNeeds: "Email atau nomor telepon diperlukan, di kolom di bawah.",
  newCustomerAdd: ({ field }: { field: string }) =>
    ({ "LeadDetail.EmailAddress": "Tambahkan email", "LeadDetail.Phone": "Tambahkan nomor telepon", "LeadDetail.FirstName": "Tambahkan nama depan", "LeadDetail.LastName": "Tambahkan nama belakang" })[field] ?? `Tambahkan ${fieldName(field)}`,
  knownCustomer: "Sudah menjadi pelanggan",
  recent: ({ number, at, now }: { number: string | null; at: number; now: number }) =>
    number === null
      ? "Tiket baru untuk pelanggan ini sudah dalam perjalanan. LeadSquared bisa menyembunyikan yang kedua sebagai duplikat."
      : `Pelanggan ini punya tiket #${foreign(number)}, terakhir dipakai di sini pada ${dateOf(at, now)} pukul ${timeOfDay(at)}. LeadSquared bisa menyembunyikan yang baru sebagai duplikatnya; dokumen tambahan untuk urusan yang sama sebaiknya di tiket itu.`,
  recentUpdate: ({ number }: { number: string }) => `Perbarui #${foreign(number)} saja`,
  searching: "Mencari pelanggan…",
  matches: ({ count: n }: { count: number }) => (n === 1 ? "Satu pelanggan punya email ini:" : `${count(n, "pelanggan")} punya email ini. Tiket milik siapa?`),
  noMatch: "Tidak ditemukan pelanggan dengan email ini. Periksa ejaannya, atau coba alamat pelanggan yang lain.",
  noName: "(tanpa nama)",
  keptCustomer: "Pelanggan yang dipilih sebelumnya tetap dipakai. Ketik email untuk memilih yang lain.",
  noAddress: ({ account }: { account: string }) =>
    `Aplikasi belum tahu di mana mencari pelanggan “${foreign(account)}”. Isikan di halaman akun, di Lanjutan: “Alamat lead”.`,
  openAccount: "Buka akun",
  emailFailed: ({ why }: { why: Unread }) => `Pelanggan sedang tidak dapat dicari (${shortly(why)}).`,
  searchAgain: "Cari lagi",
  haveId: "Saya punya ID lead pelanggan",
  backToEmail: "Cari pelanggan lewat email",

  handPicture: "Bilah alamat peramban, yang alamatnya berakhir dengan LeadID= dan 36 huruf, angka, dan tanda hubung: itu yang ditandai.",
};
