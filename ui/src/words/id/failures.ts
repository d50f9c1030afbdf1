// What a failure means to a person: what happened, what became of the ticket, what to do next.
// Part of the catalogue in id.ts; apart only because it is long.
import type { Effect, Failure, Insecure, Job, KeysState, NotRegular, Stuck } from "../../shell/types";
import type { FailureWords } from "../failures";
import { foreign } from "../foreign";
import { isBasic, partlySent, proxySaid, reasonOf } from "../reached";
import { count, list, sizeOf } from "./amounts";
import { fieldName } from "./things";

const safe: Record<Job, Record<Effect, string>> = {
  update: { not_sent: "Tidak ada yang dikirim.", not_done: "Tiket tidak berubah.", may_be_done: "Tiket mungkin sudah berubah." },
  new_ticket: { not_sent: "Tidak ada yang dikirim.", not_done: "Tidak ada tiket yang dibuat.", may_be_done: "Tiket mungkin sudah dibuat." },
  note: { not_sent: "Tidak ada yang dikirim.", not_done: "Catatan tidak ditambahkan.", may_be_done: "Catatan mungkin sudah ditambahkan." },
};

// A part had left this computer already, so "Nothing was sent" would be read as untrue.
const nothingArrived: Record<Job, string> = {
  update: "Tidak ada yang sampai ke tiket.",
  new_ticket: "Tidak ada tiket yang dibuat.",
  note: "Tidak ada yang sampai ke tiket.",
};

export const notRegular: Record<NotRegular, string> = {
  folder: "folder",
  pipe: "pipa",
  device: "perangkat",
  other: "bukan berkas biasa",
};

export const keysState: Record<KeysState, string> = {
  saved: "Kunci tersimpan",
  session: "Kunci dipakai sampai Anda menutup aplikasi",
  missing: "Tidak ada kunci",
  locked: "Penyimpan kunci terkunci",
  no_keychain: "Tidak ada penyimpan kunci",
};

export const again = "Tekan “Kirim lagi” untuk mencoba sekali lagi.";
const change = "Ubah yang disebutkannya: “Perbaiki dan kirim lagi” mengembalikan semuanya agar Anda bisa mengubahnya.";
const checks: Record<Job, string> = {
  update: "Periksa nomor tiket dan nilainya: “Perbaiki dan kirim lagi” mengembalikan semuanya agar Anda bisa mengubahnya.",
  new_ticket: "Periksa pelanggan dan nilainya: “Perbaiki dan kirim lagi” mengembalikan semuanya agar Anda bisa mengubahnya.",
  note: "Periksa nomor tiket: “Perbaiki dan kirim lagi” mengembalikan semuanya agar Anda bisa mengubahnya.",
};
const admin = "Tunjukkan rinciannya kepada administrator Anda.";
const looks: Record<Job, string> = {
  update: "Buka tiketnya di LeadSquared. Kirim lagi hanya jika perubahan atau berkasnya tidak ada di sana.",
  new_ticket: "Cari tiket baru itu di LeadSquared. Kirim lagi hanya jika tidak ada di sana.",
  note: "Buka tiketnya di LeadSquared. Kirim lagi hanya jika catatannya tidak ada di sana.",
};
const readd = (file: string) => `Tekan “Perbaiki dan kirim lagi”, lalu tambahkan “${foreign(file)}” lagi.`;

/** Why a connection is not secure, and what to do about it. */
const insecure: Record<Insecure, { what: (host: string) => string; next: string }> = {
  expired: {
    what: (host) => `Sertifikat “${host}” sudah kedaluwarsa, jadi sambungan tidak dipakai.`,
    next: "Periksa tanggal dan jam komputer ini. Jika benar, pengelola server harus memperbarui sertifikatnya: beri tahu administrator Anda.",
  },
  not_yet_valid: {
    what: (host) => `Sertifikat “${host}” belum berlaku, jadi sambungan tidak dipakai.`,
    next: "Periksa tanggal dan jam komputer ini: mungkin tertinggal.",
  },
  other_name: {
    what: (host) => `Sertifikat yang ditunjukkan “${host}” milik server lain, jadi sambungan tidak dipakai.`,
    next: "Periksa alamat di pengaturan akun, dan apakah jaringan Anda meminta Anda masuk dulu.",
  },
  unknown_issuer: {
    what: (host) => `Komputer ini tidak mengenal pihak yang menjamin sertifikat “${host}”, jadi sambungan tidak dipakai.`,
    next: "Jaringan perusahaan atau antivirus mungkin membuka sambungan aman dengan sertifikatnya sendiri, yang harus dipasang di komputer ini: tanyakan kepada administrator Anda.",
  },
  too_old: {
    what: (host) => `“${host}” dan komputer ini tidak menemukan cara berkomunikasi yang aman dan dikenal keduanya, jadi sambungan tidak dipakai.`,
    next: "Server, atau sesuatu di jalan menuju ke sana, terlalu tua: beri tahu administrator Anda.",
  },
  wants_certificate: {
    what: (host) => `“${host}” meminta sertifikat dari komputer ini, dan aplikasi tidak memilikinya.`,
    next: "Periksa alamat di pengaturan akun, atau mintalah kepada administrator alamat yang bisa dipakai tanpa sertifikat.",
  },
  other: {
    what: (host) => `Sambungan ke “${host}” tidak aman, jadi tidak dipakai.`,
    next: "Periksa tanggal dan jam komputer ini serta alamat di pengaturan akun. Jika keduanya benar, tanyakan kepada administrator Anda.",
  },
};

const proxyNamed = (name: string) => (name === "" ? "Proksi jaringan Anda" : `Proksi jaringan Anda “${foreign(name)}”`);

function proxySignIn(proxy: string, kinds: string[]): { what: string; next: string } {
  return isBasic(kinds)
    ? {
        what: `${proxyNamed(proxy)} meminta nama dan kata sandi sebelum meloloskan apa pun.`,
        next: "Tekan “Masuk ke proksi”, atau tanyakan kepada administrator Anda.",
      }
    : {
        what: `${proxyNamed(proxy)} meminta cara masuk yang tidak dikenal aplikasi: ${foreign(list(kinds))}.`,
        next: "Aplikasi hanya masuk dengan nama dan kata sandi (Basic). Minta administrator meloloskan sistem tiket tanpa harus masuk.",
      };
}

function proxyRefused(proxy: string, host: string, status: number | null): { what: string; next: string } {
  const made = `${proxyNamed(proxy)} tidak menyambungkan ke “${foreign(host)}”`;
  switch (proxySaid(status)) {
    case "nothing":
      return { what: `${made}: sambungan diputus, atau itu bukan proksi.`, next: `Periksa proksi di pengaturan jaringan komputer ini, atau tanyakan kepada administrator. ${again}` };
    case "sign_in":
      return { what: `${made}: Anda diminta masuk dulu (${status}).`, next: "Buka halaman apa pun di peramban dan masuk di sana." };
    case "not_allowed":
      return { what: `${made}: tidak diizinkan (${status}).`, next: "Minta administrator Anda mengizinkan alamat itu." };
    case "not_reached":
      return {
        what: `${made}: tujuan tidak terjangkau, atau proksi terlalu sibuk (${status}).`,
        next: `Periksa alamat di pengaturan akun. Jika benar, tunggu beberapa menit. ${again}`,
      };
    case "other":
      return { what: `${made} (${status}).`, next: "Tanyakan kepada administrator apakah proksi mengizinkan alamat itu." };
  }
}

/** One that failed so often in a row that it is not tried any more by itself. */
function stopped(stuck: Stuck, next: string): { what: string; next: string } {
  if (stuck.sent === 0) {
    return { what: "Ini dicoba berulang kali, dan setiap kali berakhir sebelum ada yang dikirim.", next };
  }
  const far = stuck.sent >= stuck.total ? "ketika semuanya sudah keluar" : `ketika ${sizeOf(stuck.sent, stuck.total)} sudah keluar`;
  return {
    what: `Ini dicoba berulang kali, dan berakhir ${far}.`,
    next: `Mungkin terlalu besar, atau berjalan terlalu lambat, bagi sesuatu di perjalanan. Kirim lebih sedikit berkas sekaligus, atau pakai sambungan yang lebih cepat. ${again}`,
  };
}

const orTooLarge = "Atau berkasnya terlalu banyak atau terlalu besar bagi sesuatu di perjalanan: coba dengan lebih sedikit sekaligus.";

/** The server's own reason, as the headline. */
const says = (failure: Failure): string | null => {
  const said = reasonOf(failure);
  return said === null ? null : `Kata sistem tiket: “${foreign(said)}”.`;
};

/** Another address that the server named, where there was one: for the person to judge. */
const named = (failure: Failure): string =>
  failure.answer?.named_host
    ? `Jawabannya menyebut alamat lain, “${foreign(failure.answer.named_host)}”; tidak ada yang dikirim ke sana. Jika akun Anda ada di wilayah itu, mintalah alamatnya kepada administrator. `
    : "";

const reason = (failure: Failure, then: string, without: string) =>
  failure.answer?.reason ? then : failure.answer?.message ? `Sebabnya disebutkan. ${then}` : `Tidak disebutkan sebabnya. ${without}`;

const internet = `Periksa sambungan internet Anda (dan VPN, jika Anda memakainya). ${again}`;

function happened(failure: Failure, job: Job): { what: string; next: string } {
  const look = looks[job];
  const check = checks[job];
  const uncertain = failure.effect === "may_be_done";
  switch (failure.code) {
    case "file_missing":
      return { what: `“${foreign(failure.file)}” tidak ada lagi di tempatnya.`, next: readd(failure.file) };
    case "file_unreadable":
      return {
        what: `“${foreign(failure.file)}” tidak dapat dibaca (${foreign(failure.why)}).`,
        next: `Tutup program lain yang memakainya dan pastikan Anda boleh membukanya. ${readd(failure.file)}`,
      };
    case "file_not_regular":
      return {
        what: `“${foreign(failure.file)}” sekarang ${failure.kind === "other" ? "" : "adalah "}${notRegular[failure.kind]}, dan hanya berkas yang dapat dikirim.`,
        next: "Tekan “Perbaiki dan kirim lagi”, hapus itu, dan tambahkan berkas yang Anda maksud.",
      };
    case "file_changed":
      return { what: `“${foreign(failure.file)}” berubah setelah Anda menambahkannya.`, next: readd(failure.file) };
    case "file_shrank":
      return {
        what: `“${foreign(failure.file)}” menjadi lebih pendek saat sedang dikirim.`,
        next: `Tunggu sampai tidak ada program yang menulis ke sana. ${readd(failure.file)}`,
      };
    case "file_grew":
      return {
        what: `“${foreign(failure.file)}” menjadi lebih panjang saat sedang dikirim.`,
        next: `Tunggu sampai tidak ada program yang menulis ke sana. ${readd(failure.file)}`,
      };
    case "lead_unknown":
      return {
        what: "Sistem tiket tidak menyebutkan pelanggan pemilik tiket ini, padahal pembaruan memerlukannya.",
        next: "Minta administrator Anda melihat tiketnya.",
      };
    case "changed_since": {
      const fields = list(failure.fields.map((field) => `“${fieldName(field)}”`));
      return {
        what: `${fields} sudah diubah orang setelah pembaruan yang akan dikembalikan, atau itu tidak dapat dipastikan, jadi tidak ada yang dikirim.`,
        next: "Lihat tiketnya. “Kembalikan…” pada pembaruan itu menunjukkan isinya sekarang.",
      };
    }
    case "host_not_found":
      return {
        what: `Server bernama “${foreign(failure.host)}” tidak ditemukan.`,
        next: "Periksa sambungan internet Anda, lalu alamat di pengaturan akun.",
      };
    case "cannot_connect":
      return { what: `“${foreign(failure.host)}” tidak terjangkau.`, next: internet };
    case "connect_timed_out":
      return { what: `“${foreign(failure.host)}” tidak menerima sambungan pada waktunya.`, next: internet };
    case "connection_not_secure": {
      const words = insecure[failure.kind];
      return { what: words.what(foreign(failure.host)), next: words.next };
    }
    case "proxy_unreachable":
      return {
        what: `Proksi “${foreign(failure.proxy)}”, yang disebut di pengaturan jaringan komputer ini, tidak terjangkau.`,
        next: `Periksa sambungan ke jaringan perusahaan (VPN, jika Anda memakainya). Jika proksi tidak diperlukan di sini, hapus dari pengaturan jaringan komputer ini. ${again}`,
      };
    case "proxy_not_spoken":
      return {
        what: `Pengaturan jaringan komputer ini menyebut proksi “${foreign(failure.proxy)}” dari jenis ${foreign(failure.kind.toUpperCase())}, yang tidak dikenal aplikasi.`,
        next: "Aplikasi mengenal proksi web dan SOCKS5. Mintalah salah satunya kepada administrator Anda.",
      };
    case "proxy_sign_in":
      return proxySignIn(failure.proxy, failure.kinds);
    case "proxy_refused":
      return proxyRefused(failure.proxy, failure.host, failure.status);
    case "broke_while_sending":
      return { what: "Sambungan terputus sebelum semuanya dikirim.", next: again };
    case "stalled_while_sending":
      return { what: `Tidak ada yang bergerak selama ${count(failure.seconds, "detik")}, jadi pengiriman dihentikan.`, next: again };
    case "not_released":
      return {
        what: `Komputer ini tidak dapat mencatat bahwa pengiriman hampir selesai (${foreign(failure.why)}), jadi pengiriman dihentikan sebelum akhir.`,
        next: "Sediakan ruang di disk komputer ini; pengiriman berlanjut sendiri.",
      };
    case "cancelled":
      return uncertain
        ? { what: "Anda membatalkan setelah semuanya dikirim, jadi jawabannya tidak diketahui.", next: look }
        : { what: "Anda membatalkan sebelum semuanya dikirim.", next: "“Pakai lagi” menaruhnya ke pembaruan baru." };
    case "too_many_calls":
      return {
        what: "Akun sudah menghabiskan panggilannya untuk saat ini; orang atau program lain mungkin memakai kunci yang sama.",
        next: `Tunggu sebentar. ${again}`,
      };
    case "unavailable":
      return uncertain
        ? { what: "Setelah semuanya dikirim, sesuatu di perjalanan mengatakan bahwa sistem tiket tidak tersedia.", next: look }
        : { what: "Sistem tiket sedang tidak tersedia.", next: `Tunggu beberapa menit. ${again}` };
    case "too_slow":
      return uncertain
        ? { what: "Setelah semuanya dikirim, server mengatakan bahwa itu terlalu lama.", next: look }
        : { what: "Pengiriman lebih lama daripada yang ditunggu server.", next: `Kirim lebih sedikit berkas sekaligus, atau pakai sambungan yang lebih cepat. ${again}` };
    case "failed_early":
      return {
        what: says(failure) ?? "Server gagal sebelum menerima semuanya.",
        next: `Tunggu beberapa menit. ${again} Jika gagal di tempat yang sama, berkasnya mungkin terlalu banyak atau terlalu besar.`,
      };
    case "not_the_ticket_system":
      return {
        what: "Yang menjawab sebuah halaman web, bukan sistem tiket.",
        next: `Jaringan Anda mungkin meminta Anda masuk dulu: buka halaman apa pun di peramban. ${again} Jika tetap begitu, periksa alamat di pengaturan akun.`,
      };
    case "wrong_address":
      return { what: "Server tidak punya sistem tiket di alamat ini.", next: "Periksa alamat dan ID organisasi di pengaturan akun." };
    case "not_accepted":
      return { what: says(failure) ?? "Sistem tiket tidak menerima ini.", next: reason(failure, change, check) };
    case "keys_refused":
      return {
        what: "Sistem tiket menolak kuncinya.",
        next: `${named(failure)}Paling sering kuncinya salah atau sudah dibuat ulang: periksa keduanya di pengaturan akun. Jika benar, salah satu dari ini sebabnya, dan administrator dapat memastikannya: alamat komputer ini tidak ada di daftar IP yang diizinkan (ada dua), pemilik kunci dinonaktifkan, atau akunnya di wilayah lain.`,
      };
    case "forbidden":
      return {
        what: says(failure) ?? "Kunci ini tidak boleh melakukan itu.",
        next: `${named(failure)}Paling sering sebabnya peran pemilik kunci: kunci seorang Agent hanya mengubah tiket yang ditugaskan kepada Agent itu, kunci Light Agent tidak mengubah apa pun. Jika bukan itu, “LeadSquared Service CRM APIs” dimatikan, alamat komputer ini tidak ada di daftar IP yang diizinkan, atau alamat akun mengarah ke tempat lain. Tanyakan kepada administrator, lalu kirim lagi.`,
      };
    case "not_found":
      if (job === "new_ticket") {
        return { what: "Sistem tiket tidak membuat tiket di alamat ini.", next: "Periksa alamat dan ID organisasi di pengaturan akun." };
      }
      return {
        what: "Sistem tiket tidak mengenal tiket ini.",
        next: "Periksa nomor tiket dulu, lalu alamat di pengaturan akun. Nomor yang salah dibetulkan lewat “Perbaiki dan kirim lagi”.",
      };
    case "too_large":
      return {
        what: "Menurut sistem tiket, berkasnya terlalu besar.",
        next: "“Kirim per bagian” memecahnya menjadi beberapa pembaruan yang lebih kecil, jika berkasnya lebih dari satu. Satu berkas yang terlalu besar harus diperkecil: “Perbaiki dan kirim lagi” mengembalikan semuanya agar Anda bisa mengubahnya.",
      };
    case "refused":
      return { what: says(failure) ?? "Sistem tiket menolak ini.", next: reason(failure, change, admin) };
    case "redirected":
      return {
        what: "Server menunjuk ke alamat lain; kunci tidak dikirim ke sana.",
        next: "Periksa alamat di pengaturan akun, atau halaman masuk jaringan Anda.",
      };
    case "declined":
      return { what: says(failure) ?? "Sistem tiket menerima ini tetapi tidak melaksanakannya.", next: reason(failure, change, check) };
    case "server_error":
      return {
        what: says(failure) ?? "Sistem tiket gagal saat mengerjakan ini.",
        next: failure.answer?.exception ? `Ini tampak seperti penolakan. ${uncertain ? look : again}` : uncertain ? look : again,
      };
    case "answer_unreadable":
      return { what: "Jawaban sistem tiket tidak dapat dimengerti.", next: uncertain ? look : admin };
    case "answered_early":
      return { what: "Sistem tiket menjawab sebelum menerima semuanya.", next: uncertain ? look : reason(failure, change, admin) };
    case "broke_before_answer":
      return { what: "Sambungan terputus setelah semuanya dikirim, sebelum jawabannya datang.", next: look };
    case "no_answer":
      return { what: `Semuanya sudah dikirim, tetapi tidak ada jawaban dalam ${count(failure.seconds, "detik")}.`, next: look };
  }
}

export function failureWords(failure: Failure, job: Job = "update", stuck: Stuck | null = null): FailureWords {
  const { what, next } = happened(failure, job);
  // What is said of the size already needs no second word.
  const also = failure.oversize && failure.code !== "too_large" ? `${next} ${orTooLarge}` : next;
  const words = stuck ? stopped(stuck, also) : { what, next: also };
  return { ...words, quotes: words.what === says(failure), safe: partlySent(failure) ? nothingArrived[job] : safe[job][failure.effect] };
}
