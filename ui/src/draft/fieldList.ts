// The list of fields to choose from: under headings, and as a search finds them.
import type { FieldsFrom, SetupField } from "../shell/types";

/** Without a heading where it is null. */
export type Group = { heading: string | { word: "common" | "more" | "own" } | null; fields: SetupField[] };

const common = ["Status", "Priority", "Title", "Description", "DueDate"];
/** Fields that an account made for itself begin so. */
const isOwn = (field: SetupField) => /^(CustomData\.|mx_)/.test(field.name);
const wordFor = (field: SetupField) => (common.includes(field.name) ? "common" : isOwn(field) ? "own" : "more") as "common" | "more" | "own";

/** A team's headings and order are its own, what has none before them; an account's list has the common fields first. */
export function grouped(fields: SetupField[], from: FieldsFrom): Group[] {
  if (from === "built_in") return [{ heading: null, fields }];
  const groups = new Map<string, Group>();
  for (const field of fields) {
    const heading = field.group ?? (from === "team" ? null : { word: wordFor(field) });
    const key = JSON.stringify(heading);
    const group = groups.get(key);
    if (group) group.fields.push(field);
    else groups.set(key, { heading, fields: [field] });
  }
  const order = ["common", "more", "own"];
  const place = ({ heading }: Group) => (heading === null ? -2 : typeof heading === "string" ? -1 : order.indexOf(heading.word));
  return [...groups.values()].sort((a, b) => place(a) - place(b));
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The fields that have every word of the text in their label or name, those that begin with it first. */
export function found(fields: SetupField[], text: string, called: (name: string) => string): SetupField[] {
  const typed = plain(text).trim();
  const words = typed.split(/\s+/);
  const rank = (field: SetupField): number | null => {
    const label = plain(called(field.name));
    const both = `${label} ${plain(field.name)}`;
    if (!words.every((word) => both.includes(word))) return null;
    return label.startsWith(typed) ? 0 : ` ${both}`.replace(/[._]/g, " ").includes(` ${typed}`) ? 1 : 2;
  };
  return fields
    .flatMap((field) => {
      const place = rank(field);
      return place === null ? [] : [{ field, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ field }) => field);
}
