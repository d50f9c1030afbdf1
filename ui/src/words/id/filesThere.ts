// Whether a ticket shows the files that were sent to it. Part of the catalogue in id.ts.
//
// Seen there is proof; not seen there is none: the ticket system may show files elsewhere, so nothing here ever says that
// a file did not arrive.
import type { FileFound, FilesLooked } from "../../shell/types";
import { foreign } from "../foreign";
import { list } from "./amounts";
import { failureWords } from "./failures";
import { files, quoted } from "./things";

const most = 3;
const names = (some: FileFound[]): string => (some.length <= most ? list(some.map(({ name }) => quoted(name))) : files(some.length));
const allFiles = (ticket: string) => `Buka tiket #${foreign(ticket)} di LeadSquared dan lihat di All Files.`;

/** What is seen, in a sentence or two. */
export const seenFiles = ({ found, ticket }: { found: FileFound[]; ticket: string }): string => {
  const seen = found.filter((file) => file.seen);
  const ofOthers = found.filter((file) => file.of_others);
  const unseen = found.filter((file) => !file.seen && !file.of_others);
  if (seen.length === found.length) return found.length === 1 ? "Berkasnya terlihat di tiket." : `Semua ${files(found.length)} terlihat di tiket.`;
  const there = seen.length === 0 ? "" : `Terlihat di tiket: ${names(seen)}. `;
  const others = ofOthers.length === 0 ? "" : `Terlihat di sana, tetapi mungkin dari pembaruan Anda yang lain: ${names(ofOthers)}. `;
  const not = unseen.length === 0 ? "" : `Tidak terlihat di sana: ${names(unseen)}. Itu tidak membuktikan apa pun, karena tidak semua berkas ditampilkan di sana. `;
  return `${there}${others}${not}${allFiles(ticket)}`;
};

export const filesThere = {
  look: "Cari berkasnya di tiket",
  looking: "Mencari…",
  show: "Tampilkan tiket pelanggan ini di peramban",
  nowhere: "Alamat LeadSquared Anda tidak diketahui di sini: buka seperti biasa.",
  found: ({ looked, ticket }: { looked: FilesLooked; ticket: string }): string => {
    switch (looked.result) {
      case "looked":
        return seenFiles({ found: looked.files, ticket });
      case "not_answered":
        return `Percakapan tiket tidak dapat dibaca: ${failureWords(looked.failure).what} ${allFiles(ticket)}`;
      case "nobody_to_ask":
        return `Kunci akun tidak tersedia sekarang, jadi tidak ada yang ditanya. ${allFiles(ticket)}`;
    }
  },
};
