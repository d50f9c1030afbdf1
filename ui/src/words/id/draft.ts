// What is being put together. Part of the catalogue in id.ts.
import type { DraftFault, FieldsFrom, FileKind, Job, LeftOut, Lies, NumberFault, NumeralFault, SetupField, TimeFault } from "../../shell/types";
import { foreign } from "../foreign";
import { count, day, exact, list, number, size } from "./amounts";
import { notRegular } from "./failures";
import { fieldName, files, kinds, plainFieldName } from "./things";

export const draft = {
  jobs: "Yang akan dikirim",
  job: { update: "Perbarui tiket", new_ticket: "Tiket baru", note: "Catatan" } satisfies Record<Job, string>,
  ticket: "Nomor tiket",
  lead: "ID lead",
  leadPlaceholder: "330fba67-6795-46c2-…",
  leadHelp: "Di mana menemukannya?",
  leadHelpText:
    "Buka lead tiket itu di LeadSquared. Alamat di bagian atas peramban biasanya berakhir dengan “LeadID=” dan 36 huruf, angka, dan tanda hubung: salin itu. Jika tidak terlihat, administrator Anda dapat mencari ID itu lewat email lead.",
  changes: "Perubahan",
  fields: "Kolom",
  addField: "Isi kolom lain",
  newFieldMenu: "Kolom yang dapat diisi",
  newValue: ({ field }: { field: string }) => fieldName(field),
  removeField: ({ field }: { field: string }) => `Jangan isi ${field === "" ? "kolom ini" : fieldName(field)}`,
  emptyLeavesOut: "Jika kosong, tidak dikirim",
  note: "Catatan internal",
  noteHelp: "Yang menangani tiket melihatnya; pelanggannya tidak.",
  noteFiles: ({ count: n }: { count: number }) => `Catatan tidak membawa berkas. ${files(n)} yang Anda tambahkan tetap di sini untuk pembaruan atau tiket baru.`,
  to: "menjadi",
  addFirst: "Ubah sebuah kolom",
  addAnother: "Ubah kolom lain",
  fieldMenu: "Kolom yang dapat diubah",
  findField: "Cari kolom",
  /** What a status may lead to; nothing where it is an ordinary one. */
  statusMeans: ({ status }: { status: string }): string => {
    const plain = status.trim().toLowerCase();
    return plain === "closed"
      ? "Ini bisa bersifat akhir: tiket yang ditutup bisa tertutup selamanya dan tidak menerima perubahan atau berkas lagi."
      : plain === "resolved"
        ? "Resolved belum berarti ditutup: LeadSquared bisa menutupnya sendiri setelah beberapa waktu."
        : "";
  },
  fieldsFrom: { team: "Kolom tim Anda", account: "Kolom akun ini", built_in: "Kolom yang lazim" } satisfies Record<FieldsFrom, string>,
  fieldsLack: ({ count: n }: { count: number }) => `${count(n, "kolom")} lagi tidak dapat dibaca dari akun Anda. “Kolom lain” menerimanya berdasarkan nama.`,
  fieldsLocked: ({ names }: { names: string[] }) => `Ditetapkan saat tiket dibuat, dan tidak diubah setelahnya: ${list(names.map(fieldName))}.`,
  locked: "Di akun Anda kolom ini ditetapkan saat tiket dibuat; perubahan bisa ditolak.",
  listNotRead: "Nilai daftar ini tidak dapat dibaca: ketik satu nilai persis seperti yang ditampilkan LeadSquared.",
  findValue: "Cari nilai",
  valuesFound: ({ count: n, of }: { count: number; of: number }) => (n === of ? count(n, "nilai") : `${number(n)} dari ${count(of, "nilai")}`),
  groups: { common: "Umum", more: "Kolom lainnya", own: "Khusus akun ini" },
  fieldsFound: ({ count: n }: { count: number }) => (n === 0 ? "Tidak ada kolom dengan nama itu." : count(n, "kolom")),
  otherField: "Kolom lain",
  otherFieldHelp: "Nama yang diberikan administrator Anda",
  otherFieldValue: "Nilai baru",
  fieldName,
  plainFieldName,
  value: ({ field }: { field: string }) => `Nilai baru untuk ${fieldName(field)}`,
  choose: "Pilih…",
  otherValue: "Nilai lain…",
  backToList: "Kembali ke daftar",
  removeChange: ({ field }: { field: string }) => `Jangan ubah ${field === "" ? "kolom ini" : fieldName(field)}`,
  emptyClears: "Jika kosong, isi kolom dihapus",
  time: "2026-12-24 17:00",
  date: "2026-12-24",
  range: ({ min_value: least, max_value: most }: SetupField) =>
    least !== null && most !== null ? `${exact(least)} sampai ${exact(most)}` : least !== null ? `${exact(least)} atau lebih` : most !== null ? `${exact(most)} atau kurang` : "",
  lastUsed: "Terakhir dipakai",
  allValues: "Semua nilai",
  sentAs: ({ value }: { value: string }) => `Dikirim sebagai ${foreign(value)}`,
  /** Which of the two that a value could be. */
  meant: ({ value }: { value: string }) => `Maksud saya ${foreign(value)}`,
  suggested: ({ value }: { value: string }) => `Pakai ${foreign(value)}`,
  calendar: "Pilih hari",
  days: ["Hari ini", "Besok", "Seminggu lagi"],
  emails: "ani@example.org, budi@example.org",
  tags: "tag pertama, tag kedua",
  files: "Berkas",
  filesTotal: ({ count: n, bytes }: { count: number; bytes: number }) => `${files(n)} · ${size(bytes)}`,
  chooseFiles: "Pilih berkas…",
  drop: "Jatuhkan berkas di mana saja di jendela ini",
  dropHelp: "atau pilih, atau tempelkan gambar (Ctrl+V)",
  dropNow: "Jatuhkan berkas di sini",
  dropTo: ({ job, ticket }: { job: Job; ticket: string }): string => {
    if (job === "note") return "Catatan tidak membawa berkas: berkas menunggu di sini untuk pembaruan atau tiket baru.";
    if (job === "new_ticket") return "Berkas ditambahkan ke tiket baru.";
    return ticket === "" ? "Berkas ditambahkan ke pembaruan ini." : `Berkas ditambahkan ke pembaruan #${ticket}.`;
  },
  dropLater: "Berkas menunggu di sini untuk pembaruan berikutnya.",
  fileFacts: ({ bytes, kind }: { bytes: number; kind: FileKind }) => `${size(bytes)} · ${kinds[kind]}`,
  removeFile: ({ name }: { name: string }) => `Hapus ${foreign(name)}`,
  dismiss: "Tutup pemberitahuan ini",
  adding: ({ count: n }: { count: number }) => (n === 0 ? "Memeriksa yang datang…" : `Menambahkan ${files(n)}…`),
  addingProgress: "Bagian yang sudah disalin",
  addingWhy: "Tempatnya bisa hilang sendiri, jadi aplikasi membuat salinannya sendiri.",
  stopAdding: "Hentikan",
  addAllTheSame: "Tetap tambahkan",
  addAllOfThem: "Tetap tambahkan semuanya",
  staysThere: "Tidak ada ruang untuk salinan: biarkan di tempatnya sampai Anda menekan Kirim",
};

const elsewhere: Record<Lies, (what: string) => string> = {
  server: (what) => `${what} ada di server yang tidak ditampilkan komputer ini sebagai folder: simpan dulu di komputer ini, lalu tambahkan.`,
  phone: (what) => `${what} ada di ponsel atau kamera: salin dulu ke komputer ini, lalu tambahkan.`,
  trash: (what) => `${what} ada di tempat sampah: kembalikan dulu, lalu tambahkan.`,
  archive: (what) => `${what} ada di dalam arsip: ekstrak dulu, lalu tambahkan.`,
  web_page: (what) => `${what} adalah halaman web dan bukan berkas: simpan dulu yang Anda maksud di komputer ini, lalu tambahkan.`,
  page_picture: (what) => `${what} adalah gambar dari halaman web: salin di sana (tombol kanan tetikus, Salin Gambar) lalu tekan Ctrl+V di sini.`,
  nowhere: (what) => `${what} bukan berkas di komputer ini: simpan dulu, lalu tambahkan.`,
};

export const leftOut = (left: LeftOut): string => {
  switch (left.code) {
    case "already_attached":
      return `“${foreign(left.file)}” sudah ada di sini, jadi tidak ditambahkan lagi.`;
    case "same_content":
      return `Isi “${foreign(left.file)}” sama dengan “${foreign(left.as)}”, jadi tidak ditambahkan dua kali.`;
    case "file_missing":
      return `“${foreign(left.file)}” tidak ada lagi di tempatnya, jadi tidak dapat ditambahkan.`;
    case "file_changed":
      return `“${foreign(left.file)}” bukan lagi berkas yang dulu dikirim, jadi tidak ditambahkan. Tambahkan sendiri jika itu yang benar.`;
    case "larger_than_allowed":
      return `“${foreign(left.file)}” berukuran ${size(left.size)}; tim Anda mengirim berkas paling besar ${size(left.most)}.`;
    case "kind_not_allowed":
      return `“${foreign(left.file)}” dari jenis yang tidak dikirim tim Anda. Yang dikirim: ${list(left.endings.map((ending) => ending.toUpperCase()))}.`;
    case "not_here":
      return elsewhere[left.lies](left.file === "" ? "Yang dijatuhkan" : `“${foreign(left.file)}”`);
    case "only_a_link":
      return `“${foreign(left.file)}” hanya tautan ke sesuatu, bukan dokumennya sendiri.`;
    case "empty":
      return `“${foreign(left.file)}” kosong: tidak ada isinya.`;
    case "no_room_to_take":
      return `“${foreign(left.file)}” sudah ditambahkan. Di sini tidak ada ruang untuk salinannya, dan tempatnya bisa hilang sendiri: biarkan di sana sampai Anda menekan Kirim.`;
    case "stopped":
      return `“${foreign(left.file)}” tidak ditambahkan: Anda menghentikannya.`;
    case "file_unreadable":
      return `“${foreign(left.file)}” tidak dapat dibaca (${foreign(left.why)}).`;
    case "file_not_regular":
      return left.kind === "folder"
        ? `“${foreign(left.file)}” adalah folder: tambahkan berkas di dalamnya, atau kemas dulu menjadi arsip.`
        : `“${foreign(left.file)}” adalah ${notRegular[left.kind]}, dan hanya berkas yang dapat dikirim.`;
  }
};

const characters = (n: number) => count(n, "karakter");

/** Why what was typed names no ticket. */
const notATicket: Record<NumberFault, (given: string) => string> = {
  empty: () => "Tiket yang mana? Ketik nomornya.",
  no_number: (given) => `“${given}” bukan nomor tiket. Nomornya berupa angka seperti 143.`,
  several: (given) => `“${given}” menyebut lebih dari satu tiket. Ketik nomor satu tiket saja.`,
  not_whole: (given) => `“${given}” bukan nomor tiket: nomornya bilangan bulat seperti 143, tanpa titik, koma, atau tanda.`,
  zero: () => "Tidak ada tiket 0. Ketik nomor seperti 143.",
  too_long: (given) => `“${given}” terlalu panjang untuk nomor tiket.`,
};

const notATime = (fault: TimeFault, wanted: "date" | "time"): string => {
  const like = wanted === "date" ? "2026-12-24" : "2026-12-24 17:00";
  switch (fault.is) {
    case "unreadable":
      return wanted === "date" ? `Tulis tanggalnya seperti ${like}.` : `Tulis tanggal dan jam seperti ${like}.`;
    case "has_zone":
      return `Tulis tanggal dan jam tanpa zona waktu, seperti ${like}: sistem tiket memakai zona waktu akun, yang tidak diketahui aplikasi ini.`;
    case "no_such_day":
      return `Hari itu tidak ada. Tulis seperti ${like}.`;
    case "short_year":
      return `Tulis tahunnya dengan empat angka, seperti ${like}.`;
    case "doubtful":
      return `Ini bisa ${day(fault.one)} atau ${day(fault.other)}. Yang mana maksud Anda?`;
    case "has_time":
      return "Kolom ini menerima hari tanpa jam.";
  }
};
const notANumber = (fault: NumeralFault): string =>
  fault.is === "no_number" ? "Tulis angka seperti 12.5." : `Ini bisa ${foreign(fault.one)} atau ${foreign(fault.other)}. Yang mana maksud Anda?`;

export const draftFault = (fault: DraftFault | { code: "value_not_chosen" | "value_refused"; change: number }): string => {
  switch (fault.code) {
    case "ticket_empty":
      return "Tiket yang mana? Ketik nomornya.";
    case "ticket_not_a_number":
      return notATicket[fault.why](foreign(fault.given.trim()));
    case "lead_empty":
      return "ID lead juga diperlukan.";
    case "lead_not_an_id":
      return "Ini bukan ID lead: 36 huruf (a sampai f), angka, dan tanda hubung, seperti 330fba67-6795-46c2-9dad-077794077f70.";
    case "field_empty":
      return "Kolom yang mana? Ketik namanya.";
    case "field_twice":
      return `${fieldName(fault.field)} diubah dua kali: hapus salah satunya.`;
    case "value_not_a_time":
      return notATime(fault.why, "time");
    case "value_not_a_date":
      return notATime(fault.why, "date");
    case "value_empty":
      return "Kolom ini tidak boleh kosong di tiket.";
    case "value_too_short":
      return `Ini ${characters(fault.length)}; paling sedikit diperlukan ${number(fault.least)}.`;
    case "value_too_long":
      return `Ini ${characters(fault.length)}; kolom ini menerima paling banyak ${number(fault.most)}.`;
    case "value_not_a_number":
      return notANumber(fault.why);
    case "value_too_small":
      return `Ini terlalu kecil: kolom ini menerima paling sedikit ${exact(fault.least)}.`;
    case "value_too_great":
      return `Ini terlalu besar: kolom ini menerima paling banyak ${exact(fault.most)}.`;
    case "value_not_an_email":
      return `“${foreign(fault.given)}” bukan alamat email. Tulis alamat seperti ani@example.org, dengan koma di antara dua alamat.`;
    case "value_not_like_pattern":
      return `Bentuknya tidak seperti yang diminta kolom ini (${foreign(fault.pattern)}).`;
    case "value_refused":
      return "Sistem tiket menyebut kolom ini ketika menolak percobaan terakhir.";
    case "value_not_chosen":
      return "Pilih nilai, atau hapus perubahan ini.";
    case "note_empty":
      return "Apa isi catatannya?";
    case "title_empty":
      return "Tentang apa tiket baru ini? Ketik subjeknya.";
    case "nothing_to_send":
      return "Belum ada yang bisa dikirim: ubah sebuah kolom atau tambahkan berkas.";
  }
};
