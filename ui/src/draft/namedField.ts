// Which of some fields a refusal names, by its name on the screen or in the ticket system.

const plain = (text: string) => text.toLowerCase().replace(/[\s_]+/g, " ").trim();
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The places of the fields that the text names, as whole words; the longest names first, so that “Sub Type” is no “Type”. */
export function namedFields(said: string, names: string[][]): number[] {
  let rest = plain(said);
  const all = names
    .flatMap((called, at) => called.map((name) => ({ name: plain(name), at })))
    .filter(({ name }) => name !== "")
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Set<number>();
  for (const { name, at } of all) {
    const word = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, "gu");
    const without = rest.replace(word, " · ");
    if (without !== rest) found.add(at);
    rest = without;
  }
  return [...found].sort((a, b) => a - b);
}

/** What a field may be called in a refusal: whole, and without the part that every field of an account's own has. */
export const callings = (name: string, label: string): string[] => [name, name.replace(/^(CustomData\.|mx_)/, ""), label];
