// Every sentence of the screen, in Indonesian: plain, with "Anda".
import { readings } from "./draft";
import type { Words } from "./en";
import { account, owner } from "./id/account";
import { dateAndTime, dateOf, number, size, timeOfDay, todayOrDate } from "./id/amounts";
import { closing, settings, start, trouble } from "./id/app";
import { alreadyThere } from "./id/alreadyThere";
import { choices } from "./id/choices";
import { delivery } from "./id/delivery";
import { draft, draftFault, leftOut } from "./id/draft";
import { failureWords, keysState } from "./id/failures";
import { files } from "./id/files";
import { filesThere } from "./id/filesThere";
import { namedTicket } from "./id/namedTicket";
import { outbox } from "./id/outbox";
import { presets } from "./id/presets";
import { proxy } from "./id/proxy";
import { putBack } from "./id/putBack";
import { removing } from "./id/removing";
import { saveSetup } from "./id/saveSetup";
import { answer, send } from "./id/send";
import { launch, setup } from "./id/setup";
import { setupDetails } from "./id/setupDetails";
import { files as filesOf, named, subject } from "./id/things";
import { ticket } from "./id/ticket";
import { foreign } from "./foreign";

// Words, for whoever translates on: ticket: tiket; customer: pelanggan; file: berkas; field: kolom; draft: draf; update:
// pembaruan; attempt: percobaan; key: kunci; keychain: penyimpan kunci; preset: prasetel; team setup: pengaturan tim;
// passphrase: frasa sandi; proxy: proksi; Send again: Kirim lagi; It was done: Sudah terlaksana.
export const id: Words = {
  product: "Ticket Courier",
  close: "Tutup",
  cancel: "Batal",
  remove: "Hapus",
  loading: "Sebentar…",
  amounts: { size, timeOfDay, dateAndTime, todayOrDate, dateOf },
  failure: failureWords,
  named,
  subject,

  head: {
    account: ({ name, state }: { name: string; state: string }) => `Akun: ${foreign(name)}, ${state}. Pilih yang lain`,
    accounts: "Akun",
    practice: "Latihan",
    practiceState: "Tidak ada yang keluar dari komputer ini",
    addAccount: "Tambahkan akun…",
    settings: "Pengaturan",
    panes: "Bagian jendela",
    draft: "Akan dikirim",
    history: "Yang sudah dikirim",
    needsYou: ({ count: n }: { count: number }) => `${number(n)} membutuhkan Anda`,
  },
  keys: {
    state: keysState,
    missing: ({ name }: { name: string }) => `Tidak ada kunci untuk “${foreign(name)}” di komputer ini.`,
    locked: ({ name }: { name: string }) =>
      `Penyimpan kunci komputer ini terkunci, jadi kunci “${foreign(name)}” tidak dapat dibaca. Buka kuncinya, atau masukkan kunci lagi untuk sesi ini.`,
    no_keychain: ({ name }: { name: string }) =>
      `Tidak ada penyimpan kunci yang berjalan di komputer ini, jadi kunci “${foreign(name)}” tidak dapat dibaca. Masukkan lagi untuk sesi ini.`,
    enter: "Masukkan kunci",
    lookAgain: "Lihat lagi",
    waits: "Penyimpan kunci komputer ini belum menjawab. Mungkin ia menanyakan kata sandinya di jendela lain: carilah. Sementara itu tidak ada yang hilang.",
    session: "Masukkan kunci untuk sesi ini",
  },
  practice: {
    line: "Latihan: tidak ada yang keluar dari komputer ini.",
    example: "Isikan contoh tiket",
    customer: "Isikan contoh pelanggan",
  },

  first: {
    title: "Antarkan perubahan dan berkas ke tiket",
    lead: "Jatuhkan berkas di jendela ini, sebutkan tiketnya, tekan Kirim, dan selalu lihat hasilnya.",
    files: ({ count: n }: { count: number }) => `${filesOf(n)} ditambahkan. Berkas menunggu di sini sampai Anda memilih cara memulai.`,
    practice: "Berlatih dulu",
    practiceHelp: "Akun buatan dengan selusin tiket. Tidak ada yang keluar dari komputer ini, jadi tidak ada yang bisa salah.",
    setup: "Buka pengaturan tim",
    setupHelp: "Administrator memberi Anda berkas yang berakhiran .ticketcourier. Berkas itu tahu alamatnya; Anda hanya memerlukan kunci, atau frasa sandi.",
    account: "Tambahkan akun Anda",
    accountHelp: "Anda memerlukan alamat akun LeadSquared dan kedua kuncinya. Halaman berikutnya menyebutkan di mana menemukannya.",
    later: "Anda bisa melakukan yang lain kapan saja: menu akun ada di atas.",
  },

  draft,
  files,
  ticket,
  leftOut,
  draftFault,
  readings,
  presets,
  send,
  answer,
  outbox,
  choices,
  delivery,
  removing,
  account,
  proxy,
  owner,
  filesThere,
  alreadyThere,
  namedTicket,
  putBack,
  setup,
  setupDetails,
  saveSetup,
  launch,
  settings,
  closing,
  start,
  trouble,
};
