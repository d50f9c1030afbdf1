// The account form and its page of help. Part of the catalogue in id.ts; apart only because it is long.
import type { Account, AccountFault, Connection, KeysHint, RegionName, Speaker } from "../../shell/types";
import { triedAdvice } from "../account";
import { foreign } from "../foreign";
import { number } from "./amounts";
import { again, failureWords, keysState } from "./failures";

const itself = (name: string | null) => (name === null ? "" : ` Ia menyebut dirinya “${foreign(name)}”.`);

/** Who answered a try. */
function answeredBy(by: Speaker): string {
  switch (by.who) {
    case "ticket_system":
      return "Yang menjawab adalah sistem tiket itu sendiri.";
    case "gateway":
      return `Yang menjawab sebuah gerbang atau server web, bukan sistem tiket.${itself(by.name)}`;
    case "proxy":
      return `Yang menjawab sebuah proksi atau penyaring di jaringan Anda, bukan sistem tiket.${itself(by.name)}`;
    case "sign_in_page":
      return by.at === null ? "Yang menjawab sebuah halaman masuk." : `Jawabannya mengarah ke “${foreign(by.at)}”, mungkin sebuah halaman masuk. Kunci tidak dikirim ke sana.`;
    case "page":
      return `Yang menjawab sebuah situs web.${itself(by.name)}`;
    case "unknown":
      return "Tidak dapat dipastikan apakah yang menjawab sistem tiket atau sesuatu yang lain.";
  }
}

/** What to do about something else that answered. */
function instead(by: Speaker): { title: string; next: string } {
  switch (by.who) {
    case "sign_in_page":
      return {
        title: "Sistem tiket tidak terjangkau.",
        next: "Jika jaringan Anda meminta Anda masuk, buka halaman apa pun di peramban, masuk di sana, lalu coba lagi. Jika tidak, periksa alamatnya (host).",
      };
    case "proxy":
      return { title: "Sistem tiket tidak terjangkau.", next: "Minta administrator Anda mengizinkan alamat ini (host), dan pastikan alamat itu benar." };
    case "gateway":
      return { title: "Sistem tiket tidak terjangkau.", next: "Paling sering alamatnya (host) salah. Jika benar, tanyakan kepada administrator apakah komputer ini boleh menjangkaunya." };
    case "ticket_system":
    case "page":
    case "unknown":
      return { title: "Ini bukan alamat sistem tiket.", next: "Periksa alamatnya (host)." };
  }
}

const placeOf = ({ host, organisation, leadHost }: Account): string => {
  const plain = (address: string) => foreign(address.replace(/^https:\/\//, ""));
  return `“${plain(host)}”, organisasi ${foreign(organisation)}${leadHost === "" ? "" : `, lead di “${plain(leadHost)}”`}`;
};

export const account = {
  add: "Tambahkan akun Anda",
  edit: ({ name }: { name: string }) => `Akun “${foreign(name)}”`,
  keysFirst: "Mulailah dengan kedua kunci. Jika Anda izinkan, LeadSquared ditanya milik siapa kunci itu, lalu sebagian besar sisanya terisi. Atau isi semuanya sendiri.",
  hint: {
    swapped: "Keduanya tampaknya tertukar: kunci akses diawali “u$r”, kunci rahasia tidak.",
    same: "Kunci yang sama ada di kedua kotak.",
    access_key_cut: "Kunci akses tampaknya terpotong. Salin lagi, sampai paling akhir.",
    secret_key_cut: "Kunci rahasia tampaknya terpotong. Salin lagi, sampai paling akhir.",
    access_key_long: "Kunci akses tampaknya terlalu panjang, seolah-olah tertempel dua kali.",
    secret_key_long: "Kunci rahasia tampaknya terlalu panjang, seolah-olah tertempel dua kali.",
  } satisfies Record<KeysHint, string>,
  name: "Nama",
  namePlaceholder: "Layanan Acme",
  address: "Alamat (host)",
  addressPlaceholder: "apigw.service-in.leadsquared.com",
  addressHelp: "Anda boleh menempelkan alamat API lengkap: host dan ID organisasi diambil darinya.",
  organisation: "ID organisasi",
  organisationPlaceholder: "22824",
  accessKey: "Kunci akses",
  secretKey: "Kunci rahasia",
  keyKept: "tersimpan; kosongkan agar tetap",
  signOff: "Jika beberapa orang memakai kunci ini: siapa yang mengirim",
  signOffPlaceholder: "Dikirim oleh Ani Lestari",
  signOffHelp: "Di tiket, semuanya tercatat atas nama pemilik kunci, siapa pun yang menekan Kirim. Yang Anda tulis di sini ditambahkan sebagai catatan internal setelah setiap pembaruan dan setiap tiket baru; pelanggan tidak melihatnya. Kosongkan jika tidak perlu catatan.",
  advanced: "Lanjutan",
  calls: "Panggilan per 5 detik",
  callsHelp:
    "Yang diizinkan paket akun: Lite 2, Basic dan Pro 10, Standard 15, Super 20, Enterprise 25, atau yang dibeli di luar itu. Aplikasi menunggu sendiri daripada melampauinya, dan mengetahui angkanya saat server menyebutkannya.",
  leadHost: "Alamat lead (opsional)",
  leadHostPlaceholder: "api.leadsquared.com",
  leadHostHelp: "Tempat mencari pelanggan sebuah tiket lewat email: alamat wilayah Anda, dari daftar. Hanya diperlukan jika kunci tidak boleh membaca tiket.",
  waiting: ({ count: n }: { count: number }) =>
    `Ada ${number(n)} kiriman yang menunggu untuk alamat yang lama. Tidak satu pun pergi ke alamat lain dengan sendirinya: setelah menyimpan, Anda akan ditanya.`,
  movedTitle: ({ count: n }: { count: number }) => (n === 1 ? "Kirim yang menunggu ke alamat baru?" : `Kirim ${number(n)} yang menunggu ke alamat baru?`),
  movedText: ({ before, after, count: n }: { before: Account; after: Account; count: number }) =>
    `Kiriman itu dibuat untuk ${placeOf(before)}. “${foreign(after.name)}” sekarang ada di ${placeOf(after)}. Jika yang lama hanya salah ketik, kirim ${n === 1 ? "itu" : "semuanya"} ke sana. Jika tidak, ${n === 1 ? "kiriman itu" : "masing-masing"} menunggu di daftar sampai Anda mengirimnya ke sana atau membatalkannya.`,
  movedYes: ({ count: n }: { count: number }) => (n === 1 ? "Kirim ke alamat baru" : `Kirim ${number(n)} ke alamat baru`),
  movedNo: "Putuskan di daftar",
  try: "Coba sambungan",
  trying: "Mencoba…",
  save: "Simpan",
  saving: "Menyimpan…",
  session: "Kunci dipakai sampai Anda menutup aplikasi, tidak disimpan.",
  noKeychain:
    "Komputer ini tidak punya penyimpan kunci yang mau menerima kunci, jadi tidak ada yang disimpan. Aplikasi tidak menulis kunci di tempat lain. Anda bisa melanjutkan dan memasukkannya lagi setelah aplikasi dibuka berikutnya.",
  noKeyring:
    "Penyimpan kunci komputer ini belum punya tempat untuk menyimpan apa pun, dan tidak ada yang dibuat, jadi tidak ada yang disimpan. Simpan lagi dan pilih kata sandi saat ditanya, atau lanjutkan dan masukkan kunci lagi setelah aplikasi dibuka berikutnya.",
  goOnWithout: "Jangan menunggu",
  keychainLocked:
    "Penyimpan kunci komputer ini terkunci, jadi tidak ada yang disimpan. Buka kuncinya lalu simpan lagi, atau lanjutkan tanpanya dan masukkan kunci lagi setelah aplikasi dibuka berikutnya.",
  keep: "Pakai kunci sampai saya menutup aplikasi",
  keychainSaid: ({ why }: { why: string }) => `Kata penyimpan kunci: ${foreign(why)}`,
  saved: "Tersimpan.",
  fault: (fault: AccountFault): string => {
    switch (fault.code) {
      case "name_empty":
        return "Beri akun ini nama, seperti Anda biasa menyebutnya.";
      case "address_empty":
        return "Alamat diperlukan.";
      case "address_unreadable":
        return "Ini bukan alamat. Bentuknya seperti apigw.service-in.leadsquared.com.";
      case "address_not_secure":
        return "Alamat ini tidak aman: harus diawali https://.";
      case "organisation_empty":
        return "ID organisasi diperlukan.";
      case "organisation_unreadable":
        return "Ini bukan ID organisasi. ID itu sebuah angka seperti 22824.";
      case "access_key_empty":
        return "Kunci akses diperlukan.";
      case "secret_key_empty":
        return "Kunci rahasia diperlukan.";
      case "access_key_unreadable":
      case "secret_key_unreadable":
        return "Ini bukan kunci: ada spasi atau tanda yang tidak pernah ada dalam kunci. Salin lagi.";
      case "calls_out_of_range":
        return "Bilangan bulat dari 1 sampai 1000.";
      case "lead_host_unreadable":
        return "Ini bukan alamat. Bentuknya seperti api.leadsquared.com. Boleh dikosongkan.";
      case "keys_of_another_place":
        return "Alamat, ID organisasi, atau alamat lead telah berubah, dan kunci yang tersimpan tidak pergi ke mana pun selain ke tempat asalnya. Masukkan kedua kunci lagi.";
    }
  },
  connection: (c: Connection): { title: string; next: string; said: string | null; by: string | null } => {
    switch (c.result) {
      case "works":
        return { title: "Sambungan berfungsi.", next: "Sistem tiket menjawab: alamat, ID organisasi, dan kunci benar.", said: null, by: null };
      case "faults":
        return { title: "Ada yang kurang atau salah di atas.", next: "Ditandai dengan warna merah.", said: null, by: null };
      case "keys_not_available":
        return { title: "Tidak ada kunci untuk dicoba.", next: `${keysState[c.keys]}: masukkan kedua kunci di atas.`, said: null, by: null };
      case "keys_refused":
        return {
          title: "Kunci ditolak.",
          next:
            c.named_host === null
              ? "Paling sering kuncinya salah: salin keduanya lagi. Jika tidak: alamat komputer ini tidak ada di daftar IP yang diizinkan (ada dua), pemilik kunci dinonaktifkan, atau alamatnya milik wilayah lain."
              : `Jawabannya menyebut alamat lain, “${foreign(c.named_host)}”: kunci mungkin milik wilayah lain. Periksa alamatnya (host) bersama administrator; tidak ada yang dikirim ke sana.`,
          said: c.said,
          by: answeredBy(c.by),
        };
      case "forbidden":
        return {
          title: "Alamat itu menjawab, dan menolak.",
          next: "Periksa alamatnya (host) dan ID organisasi, dan apakah komputer ini ada di daftar IP yang diizinkan untuk akun ini.",
          said: c.said,
          by: answeredBy(c.by),
        };
      case "organisation_unknown":
        return c.by.who === "ticket_system"
          ? { title: "ID organisasi tidak benar.", next: "Alamat dan kunci sudah benar. Periksa ID organisasi.", said: c.said, by: answeredBy(c.by) }
          : { title: "ID organisasi tidak dikenal di sana.", next: "Periksa ID organisasi dulu, lalu alamatnya (host).", said: c.said, by: answeredBy(c.by) };
      case "not_the_ticket_system":
        return { ...instead(c.by), said: null, by: answeredBy(c.by) };
      case "failed": {
        const { what, next } = failureWords(c.failure);
        const said = c.failure.answer?.reason ?? c.failure.answer?.message ?? null;
        const advice = triedAdvice.has(c.failure.code) ? next.replace(again, "Lalu coba lagi.") : "Periksa sambungan internet dan alamatnya, lalu coba lagi.";
        return { title: what, next: advice, said, by: c.by && answeredBy(c.by) };
      }
    }
  },
  help: {
    title: "Di mana menemukannya",
    host: "Alamat (host)",
    hostText: "Manajer akun Anda di LeadSquared mengetahuinya, begitu juga scsupport@leadsquared.com. Setiap akun berbeda.",
    keys: "Kunci akses dan kunci rahasia",
    keysText:
      "Di LeadSquared: My Profile > Settings > API and Webhooks > API Access Keys. Sering kali hanya administrator yang melihat halaman ini: tanyakan kepada administrator Anda. Kunci adalah milik seseorang, dan apa pun yang dikirim dengannya tercatat atas nama orang itu.",
    organisation: "ID organisasi",
    organisationText:
      "Di bagian bawah menu di bawah foto profil Anda, kanan atas. ID itu juga angka setelah “tenants” dalam alamat API: tempelkan seluruh alamat dan ID terisi sendiri.",
    switch: "Satu sakelar harus menyala",
    switchText: "Settings > Service Cloud > API Configurations: di sebelah “Enable API”, nyalakan “LeadSquared Service CRM APIs” lalu tekan Save.",
    whitelist: "Jika ada daftar IP yang diizinkan",
    whitelistText:
      "Mungkin ada dua: di halaman dengan sakelar itu, dan di Users and Permissions untuk seluruh akun. Alamat internet komputer ini harus ada di setiap daftar yang dipakai. Jika tidak, kunci yang benar pun ditolak.",
    where: "Ke mana kunci Anda pergi",
    whereText: "Ke penyimpan kunci milik komputer ini, bersama tempat yang dituju. Kunci tidak pernah ditampilkan lagi dan hanya pergi ke alamat akun dan alamat lead Anda, dan, bila Anda menekan tombolnya, ke alamat wilayah Anda. Di bawah leadsquared.com, kolom ditanyakan di alamat yang diawali “api.” sedangkan alamat Anda diawali “apigw.”.",
  },
};

/** Whose keys they are. */
export const owner = {
  region: "Wilayah akun LeadSquared Anda",
  choose: "Pilih…",
  regions: {
    mumbai: "India (Mumbai), api-in21",
    hyderabad: "India (Hyderabad), api-in22",
    singapore: "Singapura, api",
    united_states: "Amerika Serikat, api-us11",
    ireland: "Irlandia, api-ir31",
    canada: "Kanada, api-ca12",
    middle_east: "Timur Tengah, api-me61",
    jakarta: "Indonesia (Jakarta), api-id51",
  } satisfies Record<RegionName, string>,
  other: "Alamat lain…",
  otherHost: "Alamat wilayah Anda",
  help: "Tanyakan kepada administrator jika Anda tidak mengetahuinya. Wilayah tidak dicoba satu per satu: kunci hanya pergi ke tempat yang Anda sebut.",
  leave: ({ host }: { host: string }) => `Kedua kunci Anda akan pergi ke ${foreign(host)}, satu kali, dengan pertanyaan milik siapa kunci itu. Tidak ada yang diubah di sana.`,
  ask: "Isikan sisanya",
  asking: "Bertanya…",
  of: ({ name, company }: { name: string | null; company: string | null }) =>
    `Kunci milik ${[name, company].flatMap((part) => (part === null ? [] : [foreign(part)])).join(", ") || "akun ini"}`,
  acts: ({ name }: { name: string }) => `Siapa pun yang mengirim dengan kunci ini: di tiket tercatat bahwa ${foreign(name)} yang melakukannya.`,
  zone: ({ zone }: { zone: string }) => `Zona waktu di sana: ${foreign(zone)}.`,
  filled: "ID organisasi dan alamat lead sudah terisi di bawah.",
  addressProposed: "Sisanya sudah terisi di bawah. Alamat (host) itu yang lazim untuk wilayah Anda: “Coba sambungan” memberi tahu apakah itu milik Anda.",
  addressMissing: "Sekarang hanya alamat (host) yang kurang: tidak ada halaman yang menyebutkannya untuk wilayah Anda. Manajer akun Anda di LeadSquared mengetahuinya.",
  refused:
    "Paling sering kuncinya salah (salin keduanya lagi) atau milik wilayah lain. Jika tidak, pemilik kunci dinonaktifkan, atau alamat komputer ini tidak ada di daftar IP yang diizinkan.",
  failed: "Anda bisa mengisi sendiri kotak di bawah, lalu mencoba sambungannya.",
  named: ({ host }: { host: string }) => `Jawabannya menyebut alamat lain: ${foreign(host)}. Kunci dikirim ke sana hanya jika Anda mengatakannya.`,
  takeNamed: "Pakai alamat itu",
};
