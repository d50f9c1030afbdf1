// The ticket that files' names or a text name. Part of the catalogue in id.ts.
type Named = { number: string; by: "files" | "text" };

const where = (by: Named["by"]) => (by === "files" ? "nama berkas" : "teks");

export const namedTicket = {
  filled: ({ number, by }: Named) => `#${number} diisi dari ${where(by)}.`,
  offered: ({ number, by }: Named) => `Apakah ini untuk tiket #${number}? ${by === "files" ? "Nama berkasnya diawali begitu." : "Teksnya berisi nomor itu."}`,
  another: ({ number, by }: Named) => `${by === "files" ? "Nama berkasnya" : "Teksnya"} menyebut tiket lain: #${number}.`,
  use: ({ number }: Named) => `Pakai #${number}`,
  leave: "Biarkan",
};
