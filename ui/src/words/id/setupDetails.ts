// What a team setup that was opened changes, and who made it. Part of the catalogue in id.ts.
import type { AccountPlace, Difference, Preset, SetupField, SetupKind, SetupPreview, ShownOtherwise } from "../../shell/types";
import { foreign } from "../foreign";
import { count, list, number, size } from "./amounts";
import { fieldNames } from "./things";

const quoted = (text: string) => `“${foreign(text)}”`;
const kinds: Record<SetupKind, string> = {
  list: "daftar",
  text: "teks",
  long_text: "teks panjang",
  time: "tanggal dengan jam",
  date: "tanggal",
  number: "angka",
  emails: "alamat email",
  tags: "tag",
};
const endings = (all: string[]) => list(all.map((ending) => ending.toUpperCase()));

/** A field under both names, where they differ. */
const field = ({ name, label }: SetupField): string => (label === name ? foreign(name) : `${quoted(label)} (${foreign(name)})`);
const values = ({ values: all }: SetupField): string => list(all.map(({ text, value }) => (text === value ? quoted(text) : `${quoted(text)}, yang mengirim ${quoted(value)}`)));

/** What of a field would be otherwise. */
const fieldChanges = (before: SetupField, after: SetupField): string[] => {
  const said: string[] = [];
  if (before.label !== after.label) said.push(`disebut ${quoted(after.label)}, bukan lagi ${quoted(before.label)}`);
  if (before.kind !== after.kind) said.push(`menjadi ${kinds[after.kind]}, bukan lagi ${kinds[before.kind]}`);
  if (before.group !== after.group) said.push(after.group === null ? "tidak di bawah judul apa pun" : `di bawah ${quoted(after.group)}`);
  if (before.mandatory !== after.mandatory) said.push(after.mandatory ? "tidak boleh dikosongkan lagi" : "sekarang boleh dikosongkan");
  if (JSON.stringify(before.values) !== JSON.stringify(after.values)) said.push(after.values.length === 0 ? "tidak menawarkan nilai lagi" : `menawarkan ${values(after)}`);
  if (before.min_length !== after.min_length || before.max_length !== after.max_length || before.min_value !== after.min_value || before.max_value !== after.max_value || before.pattern !== after.pattern)
    said.push("punya aturan lain tentang isinya");
  return said;
};
const presetSays = ({ changes, note }: Preset): string => {
  const sets = changes.map(({ field: name, value }) => (value.trim() === "" ? `mengosongkan ${foreign(name)}` : `mengisi ${foreign(name)} dengan ${quoted(value)}`));
  return list([...sets, ...(note === null ? [] : [`mengingatkan ${quoted(note)}`])]);
};

const difference = (d: Difference): string => {
  switch (d.of) {
    // These stand side by side above.
    case "host":
    case "organisation":
    case "lead_host":
      return "";
    case "name":
      return `Tim bernama ${quoted(d.after)}, bukan lagi ${quoted(d.before)}.`;
    case "pace":
      return `Aplikasi melakukan paling banyak ${count(d.after, "panggilan")} dalam 5 detik, bukan lagi ${number(d.before)}.`;
    case "field_added":
      return `Kolom baru: ${field(d.field)}, berupa ${kinds[d.field.kind]}${d.field.values.length === 0 ? "" : ` yang menawarkan ${values(d.field)}`}.`;
    case "field_removed":
      return `Tidak ditampilkan lagi: ${field(d.field)}.`;
    case "field_changed":
      return `${field(d.before)} ${list(fieldChanges(d.before, d.after))}.`;
    case "field_order":
      return "Urutan kolom lain.";
    case "preset_added":
      return `Prasetel baru ${quoted(d.preset.name)}: ${presetSays(d.preset)}.`;
    case "preset_removed":
      return `Prasetel ${quoted(d.preset.name)} hilang.`;
    case "preset_changed":
      return `Prasetel ${quoted(d.after.name)} sekarang ${presetSays(d.after)}. Sampai sekarang ${presetSays(d.before)}.`;
    case "preset_order":
      return "Urutan prasetel lain, jadi tombolnya juga lain.";
    case "largest_file":
      return `Berkas boleh ${d.after === null ? "berukuran berapa pun" : `sampai ${size(d.after)}`}${d.before === null ? "" : `, bukan lagi sampai ${size(d.before)}`}.`;
    case "endings":
      return d.after === null ? "Berkas dari semua jenis boleh dikirim." : `Berkas hanya boleh dari jenis ini: ${endings(d.after)}${d.before === null ? "" : `, sampai sekarang ${endings(d.before)}`}.`;
    case "sealed_keys":
      return d.before && d.after ? "Kunci dengan frasa sandi disertakan lagi." : d.after ? "Kunci dengan frasa sandi sekarang disertakan." : "Tidak ada kunci lagi di dalamnya.";
  }
};

/** None where it is only the app's own name for a field. */
const otherwise = (s: ShownOtherwise): string | null => {
  if (s.of === "value")
    return `Di ${foreign(s.field)}, ${quoted(s.text)} mengirim ${quoted(s.value)}${s.usual !== null && s.usual !== s.value ? `, yang biasanya disebut ${quoted(s.usual)}` : ""}${s.text_of === null ? "" : `. ${quoted(s.text)} biasanya nilai lain, ${quoted(s.text_of)}`}.`;
  const own = fieldNames[s.name];
  if (own !== undefined && own === s.label && s.name_of === null) return null;
  const usual = own ?? (s.usual === s.name ? null : s.usual);
  return `${quoted(s.label)} adalah kolom ${foreign(s.name)}${usual === null ? "" : `, yang biasanya disebut ${quoted(usual)}`}${s.name_of === null ? "" : `. ${quoted(s.label)} biasanya kolom lain, ${foreign(s.name_of)}`}.`;
};

const provenance = (o: SetupPreview): string => {
  const key = foreign(o.signedBy ?? "");
  switch (o.provenance) {
    case "unknown":
      return "Berkas ini tidak ditandatangani, jadi tidak menyebutkan siapa yang membuatnya.";
    case "first_key":
      return `Berkas ini ditandatangani, dan mulai sekarang aplikasi membedakan berkas tim Anda dari yang lain berdasarkan itu. Administrator Anda dapat membacakan tandanya: ${key}`;
    case "same_team":
      return "Ini dari tim yang sama seperti sebelumnya.";
    case "other_key":
      return `Ini bukan dari tim yang sama seperti sebelumnya: ditandatangani oleh ${key}, sedangkan tim Anda oleh ${foreign(o.teamKey ?? "")}. Tanyakan kepada administrator sebelum menerimanya.`;
    case "signature_missing":
      return "Ini tidak ditandatangani, padahal pengaturan tim Anda ditandatangani. Jadi tidak ada yang tahu siapa pembuatnya. Tanyakan kepada administrator sebelum menerimanya.";
    case "signature_invalid":
      return "Seseorang mengubah berkas ini setelah ditandatangani. Jangan terima, dan beri tahu administrator Anda.";
  }
};

/** The rows of a place, of one account or of two side by side. */
const rows = (o: SetupPreview): { what: string; is: string; was: string | null }[] => {
  const beside: AccountPlace | null = o.here ?? o.alike;
  const none = "tidak di mana pun";
  const host = o.summary.on_this_computer ? `${foreign(o.summary.host)} (komputer ini sendiri: untuk latihan)` : foreign(o.summary.host);
  const all = [
    { what: "Tiket ada di", is: host, was: beside && foreign(beside.host) },
    { what: "ID organisasi", is: foreign(o.summary.organisation), was: beside && foreign(beside.organisation) },
  ];
  const leads = o.summary.lead_host === null && (beside?.leadHost ?? null) === null ? [] : [
    { what: "Pelanggan dicari di", is: o.summary.lead_host === null ? none : foreign(o.summary.lead_host), was: beside && (beside.leadHost === null ? none : foreign(beside.leadHost)) },
  ];
  return [...all, ...leads];
};
const placed = (host: string, organisation: string) => `organisasi ${foreign(organisation)} di ${foreign(host)}`;

export const setupDetails = {
  provenance,
  rows,
  thisFile: "Berkas ini",
  now: ({ account }: AccountPlace) => `${quoted(account)} sekarang`,
  alike: ({ account }: AccountPlace) => `${quoted(account)} milik Anda adalah yang lain. Jika Anda mengharapkan pembaruannya, ini bukan itu: tanyakan kepada administrator Anda.`,
  notOfVendor: ({ hosts }: { hosts: string[] }) =>
    `${list(hosts.map(foreign))} tidak di bawah leadsquared.com. Kecuali tim Anda sendiri yang mengelola alamat itu, kunci dan tiket akan pergi ke pihak lain.`,
  waiting: (o: SetupPreview) =>
    `${count(o.waiting, "pembaruan")} menunggu dikirim ke tempat akun berada sekarang. Itu tetap di daftar dan pergi ke tempat baru hanya jika Anda mengatakannya.`,
  otherwiseTitle: "Disebut lain dari yang dikirim",
  otherwise,
  changesTitle: (o: SetupPreview, n: number) => (o.standing === "new" ? `Yang dibawanya (${number(n)})` : `Yang berubah (${number(n)})`),
  difference,
  placeTitle: (o: SetupPreview) => `Pindahkan ${quoted(o.account ?? "")} ke tempat lain?`,
  place: (o: SetupPreview) => {
    const from = o.here === null ? "" : `Sampai sekarang ${placed(o.here.host, o.here.organisation)}${o.here.leadHost === null ? "" : `, pelanggan di ${foreign(o.here.leadHost)}`}. `;
    const leads = o.summary.lead_host === null ? "" : `, pelanggan di ${foreign(o.summary.lead_host)}`;
    return `${from}Sejak itu semuanya pergi ke ${placed(o.summary.host, o.summary.organisation)}${leads}. Lakukan hanya jika administrator Anda memberi tahu tentang perpindahan itu.`;
  },
  placeYes: (o: SetupPreview) => `Pindahkan ke ${placed(o.summary.host, o.summary.organisation)}`,
  signatureTitle: "Terima meskipun bukan dari tim yang sama?",
  signatureYes: "Saya sudah bertanya: terima",
  no: "Jangan",
};
