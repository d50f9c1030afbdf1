// Numbers, sizes and times in Hindi. Part of the catalogue in hi.ts.
import { rules } from "../rules";

const hindi = rules("hi");
export const { number, exact, percent, list, size, sizeEachSecond, duration, timeOfDay, todayOrDate, dateAndTime, dateOf, day, relativeDay, minutesAgo } = hindi;

/** "1 फ़ाइल", "3 फ़ाइलें". */
export const count = (n: number, one: string, many: string): string => hindi.count(n, { one, other: many });

/** "13 MB में से 8.1". */
export function sizeOf(sent: number, total: number): string {
  const parts = hindi.sizeOf(sent, total);
  return `${parts.total} में से ${parts.sent}`;
}
