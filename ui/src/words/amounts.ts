// Numbers, sizes and times in English. Part of the catalogue in en.ts.
import { rules } from "./rules";

const english = rules("en-GB");
export const { number, exact, percent, list, size, sizeEachSecond, duration, timeOfDay, todayOrDate, dateAndTime, dateOf, day, relativeDay, minutesAgo } = english;

export const count = (n: number, one: string, many: string): string => english.count(n, { one, other: many });

/** "8.1 of 13 MB". */
export function sizeOf(sent: number, total: number): string {
  const parts = english.sizeOf(sent, total);
  return `${parts.sent} of ${parts.total}`;
}
