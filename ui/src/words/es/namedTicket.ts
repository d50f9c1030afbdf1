// The ticket that files' names or a text name. Part of the catalogue in es.ts.
type Named = { number: string; by: "files" | "text" };

const where = (by: Named["by"]) => (by === "files" ? "del nombre del archivo" : "del texto");

export const namedTicket = {
  filled: ({ number, by }: Named) => `#${number} se tomó ${where(by)}.`,
  offered: ({ number, by }: Named) => `¿Es para el ticket #${number}? ${by === "files" ? "El nombre del archivo empieza así." : "El texto es ese número."}`,
  another: ({ number, by }: Named) => `${by === "files" ? "El nombre del archivo" : "El texto"} menciona otro ticket: #${number}.`,
  use: ({ number }: Named) => `Usar #${number}`,
  leave: "Dejarlo",
};
