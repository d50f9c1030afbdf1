// Signing in to the network's proxy. Part of the catalogue in id.ts.
import { foreign } from "../foreign";

export const proxy = {
  open: "Masuk ke proksi…",
  title: "Masuk ke proksi",
  what: ({ proxy: name }: { proxy: string }) =>
    `Proksi jaringan Anda “${foreign(name)}” tidak meloloskan apa pun tanpa nama dan kata sandi. Keduanya milik jaringan Anda, bukan LeadSquared.`,
  name: "Nama",
  password: "Kata sandi",
  missing: "Masukkan namanya.",
  where: "Keduanya masuk ke penyimpan kunci milik komputer ini dan hanya pergi ke proksi ini. Proksi melihatnya apa adanya: sambungan ke proksi biasanya tidak diamankan.",
  session: "Penyimpan kunci komputer ini tidak menerimanya. Keduanya dipakai sampai Anda menutup aplikasi.",
  signIn: "Masuk",
};
