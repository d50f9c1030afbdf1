// Numbers, sizes and times in Indonesian. Part of the catalogue in id.ts.
import { rules } from "../rules";

const indonesian = rules("id");
export const { number, exact, percent, list, size, sizeEachSecond, duration, timeOfDay, todayOrDate, dateAndTime, dateOf, day, relativeDay, minutesAgo } = indonesian;

/** "1 berkas", "3 berkas": one form for all. */
export const count = (n: number, things: string): string => indonesian.count(n, { other: things });

/** "8,1 dari 13 MB". */
export function sizeOf(sent: number, total: number): string {
  const parts = indonesian.sizeOf(sent, total);
  return `${parts.sent} dari ${parts.total}`;
}
