// The ticket that files' names or a text name. Part of the catalogue in en.ts.
type Named = { number: string; by: "files" | "text" };

const where = (by: Named["by"]) => (by === "files" ? "the file's name" : "the text");

export const namedTicket = {
  filled: ({ number, by }: Named) => `#${number} was filled in from ${where(by)}.`,
  offered: ({ number, by }: Named) => `Is this for ticket #${number}? ${by === "files" ? "The file's name begins so." : "The text is that number."}`,
  another: ({ number, by }: Named) => `${by === "files" ? "The file's name" : "The text"} names another ticket: #${number}.`,
  use: ({ number }: Named) => `Use #${number}`,
  leave: "Leave it",
};
