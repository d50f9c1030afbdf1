// What a ticket's fields hold, compared with what the person wants them to hold.
import type { Change, ListValue, SeenTicket, SetupField, SetupKind } from "../shell/types";

/** "2026-12-24 17:00" of what a person types or the server writes ("2026-12-24T17:00:00"); null where it is no time. */
export function minuteOf(text: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z?$/.exec(text.trim());
  return parts ? `${String(parts[1])} ${String(parts[2])}` : null;
}

/** A list in one text: "a, b", "a;b" or ["a","b"]. */
function listed(text: string): string[] {
  if (!text.trim().startsWith("[")) return text.split(/[,;]/);
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.map(String) : [text];
  } catch {
    return text.split(/[,;]/);
  }
}
const parts = (text: string) => [...new Set(listed(text).map((part) => part.trim()).filter((part) => part !== ""))].sort();

const dayOf = (text: string) => /^\d{4}-\d\d-\d\d/.exec(text.trim())?.[0] ?? text.trim();
const numberOf = (text: string) => (text.trim() === "" ? NaN : Number(text));

/**
 * Whether two values say the same: the server writes times with seconds, and lists in its own order and writing. As the
 * shell's own comparison, `likeness`, has it; here only of values that are both known.
 */
export function same(kind: SetupKind, one: string, other: string): boolean {
  if (kind === "date") return dayOf(one) === dayOf(other);
  if (kind === "number" && numberOf(one) === numberOf(other)) return true;
  if (kind === "time") return (minuteOf(one) ?? one.trim()) === (minuteOf(other) ?? other.trim());
  if (kind === "tags") return parts(one).join("\n") === parts(other).join("\n");
  if (kind === "emails") return parts(one.toLowerCase()).join("\n") === parts(other.toLowerCase()).join("\n");
  if (kind === "list") return one.trim().toLowerCase() === other.trim().toLowerCase();
  return one.replace(/\r\n/g, "\n").trim() === other.replace(/\r\n/g, "\n").trim();
}

/** The field's value on the ticket, "" where it is empty; undefined where the ticket does not show the field. */
export function presentOf(ticket: SeenTicket | null, field: string): string | undefined {
  const found = ticket?.fields.find(({ name }) => name === field);
  return found && (found.value ?? "");
}

/** What a list offers, the values that were used last before the others. */
export type Offered = { used: ListValue[]; values: ListValue[] };

/** What a list offers: what differs from the present value. What is chosen already stays, or the list would show nothing. */
export function offered(values: ListValue[], used: string[], present: string | undefined, chosen: string): Offered {
  const differs = ({ value }: ListValue) => value === chosen || present === undefined || !same("list", value, present);
  const called = (value: string) => values.find((one) => one.value === value) ?? { text: value, value };
  return { used: used.map(called).filter(differs), values: values.filter((one) => !used.includes(one.value) && differs(one)) };
}

/** What a value is called: in a list by its text, and times as people write them here. */
export const textOf = (field: SetupField | undefined, value: string): string =>
  field?.kind === "time" ? (minuteOf(value) ?? value) : (field?.values.find((one) => one.value === value)?.text ?? value);

/** Today, tomorrow and in a week, as a date or with a time at the end of the working day. */
export function nearDays(kind: "date" | "time", now: Date): string[] {
  const two = (n: number) => String(n).padStart(2, "0");
  return [0, 1, 7].map((days) => {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
    const date = `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
    return kind === "date" ? date : `${date} 17:00`;
  });
}

/** A field that somebody else changed; values are "" where the field is empty. */
export type Meanwhile = { field: string; was: string; is: string };

/** What differs between two readings of a ticket, among the fields that are to be changed and no others. */
export function meanwhile(
  changes: Change[],
  shown: SeenTicket,
  fresh: SeenTicket,
  kindOf: (field: string) => SetupKind,
): Meanwhile[] {
  return changes.flatMap(({ field }) => {
    const was = presentOf(shown, field);
    const is = presentOf(fresh, field);
    // Not shown in one of the readings: nothing can be said of it.
    if (was === undefined || is === undefined || same(kindOf(field), was, is)) return [];
    return [{ field, was, is }];
  });
}
