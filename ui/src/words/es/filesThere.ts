// Whether a ticket shows the files that were sent to it. Part of the catalogue in es.ts.
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
const allFiles = (ticket: string) => `Abra el ticket #${foreign(ticket)} en LeadSquared y mire en All Files.`;

/** What is seen, in a sentence or two. */
export const seenFiles = ({ found, ticket }: { found: FileFound[]; ticket: string }): string => {
  const seen = found.filter((file) => file.seen);
  const ofOthers = found.filter((file) => file.of_others);
  const unseen = found.filter((file) => !file.seen && !file.of_others);
  if (seen.length === found.length) return found.length === 1 ? "El archivo se ve en el ticket." : `Los ${files(found.length)} se ven en el ticket.`;
  const there = seen.length === 0 ? "" : `Se ve en el ticket: ${names(seen)}. `;
  const others = ofOthers.length === 0 ? "" : `Se ve allí, pero quizá de otra actualización suya: ${names(ofOthers)}. `;
  const not = unseen.length === 0 ? "" : `No se ve allí: ${names(unseen)}. Eso no prueba nada, porque allí no se muestran todos los archivos. `;
  return `${there}${others}${not}${allFiles(ticket)}`;
};

export const filesThere = {
  look: "Buscar los archivos en el ticket",
  looking: "Mirando…",
  show: "Mostrar los tickets del cliente en el navegador",
  nowhere: "Aquí no se conoce la dirección de su LeadSquared: ábralo como siempre.",
  found: ({ looked, ticket }: { looked: FilesLooked; ticket: string }): string => {
    switch (looked.result) {
      case "looked":
        return seenFiles({ found: looked.files, ticket });
      case "not_answered":
        return `No se pudieron leer las conversaciones del ticket: ${failureWords(looked.failure).what} ${allFiles(ticket)}`;
      case "nobody_to_ask":
        return `Las claves de la cuenta no están disponibles ahora, así que no se preguntó a nadie. ${allFiles(ticket)}`;
    }
  },
};
