// What a ticket's fields hold, compared with what the person wants them to hold.
import type { Change, FieldKind, SeenTicket } from "../shell/types";

/** "2026-12-24 17:00" of what a person types or the server writes ("2026-12-24T17:00:00"); null where it is no time. */
export function minuteOf(text: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z?$/.exec(text.trim());
  return parts ? `${String(parts[1])} ${String(parts[2])}` : null;
}

const parts = (text: string) =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .sort();

/** Whether two values say the same: the server writes times with seconds, and lists in its own order. */
export function same(kind: FieldKind, one: string, other: string): boolean {
  if (kind === "time") return (minuteOf(one) ?? one.trim()) === (minuteOf(other) ?? other.trim());
  if (kind === "emails" || kind === "tags") return parts(one).join("\n") === parts(other).join("\n");
  return one.replace(/\r\n/g, "\n").trim() === other.replace(/\r\n/g, "\n").trim();
}

/** The field's value on the ticket, "" where it is empty; undefined where the ticket does not show the field. */
export function presentOf(ticket: SeenTicket | null, field: string): string | undefined {
  const found = ticket?.fields.find(({ name }) => name === field);
  return found && (found.value ?? "");
}

/** What a list offers: what differs from the present value. What is chosen already stays, or the list would show nothing. */
export const offered = (values: string[], present: string | undefined, chosen: string): string[] =>
  values.filter((value) => value === chosen || present === undefined || !same("list", value, present));

/** A field that somebody else changed; values are "" where the field is empty. */
export type Meanwhile = { field: string; was: string; is: string };

/** What differs between two readings of a ticket, among the fields that are to be changed and no others. */
export function meanwhile(
  changes: Change[],
  shown: SeenTicket,
  fresh: SeenTicket,
  kindOf: (field: string) => FieldKind,
): Meanwhile[] {
  return changes.flatMap(({ field }) => {
    const was = presentOf(shown, field);
    const is = presentOf(fresh, field);
    // Not shown in one of the readings: nothing can be said of it.
    if (was === undefined || is === undefined || same(kindOf(field), was, is)) return [];
    return [{ field, was, is }];
  });
}
