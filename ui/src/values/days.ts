// Days of the calendar, and the choices of the day filter.

/** Midnight at the beginning of a moment's day, by the calendar: a day is 23 or 25 hours long when clocks change. */
export function midnight(at: number, daysOn = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysOn).getTime();
}

export const dayChoices = ["any", "today", "yesterday", "week", "range"] as const;
export type DayChoice = (typeof dayChoices)[number];
export type Span = { from: number | null; until: number | null };

/**
 * The midnight that a date box ("2026-11-24") names; null while it is empty or half filled in. Where a web view has no
 * date boxes it is a text box, in which anything can stand.
 */
export function dayTyped(typed: string, daysOn = 0): number | null {
  const parts = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(typed);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])];
  // There is no 31st of June: a date box refuses it, a plain text box does not.
  if (new Date(year, month, day).getMonth() !== month) return null;
  return new Date(year, month, day + daysOn).getTime();
}

/** From when until when a choice is; the last day of a range counts whole. */
export function spanOf(choice: DayChoice, now: number, first: string, last: string): Span {
  switch (choice) {
    case "any":
      return { from: null, until: null };
    case "today":
      return { from: midnight(now), until: null };
    case "yesterday":
      return { from: midnight(now, -1), until: midnight(now) };
    case "week":
      return { from: midnight(now, -6), until: null };
    case "range":
      return { from: dayTyped(first), until: dayTyped(last, 1) };
  }
}
