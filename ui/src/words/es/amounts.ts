// Numbers, sizes and times in Spanish. Part of the catalogue in es.ts.
import { rules } from "../rules";

const spanish = rules("es-419");
export const { number, exact, percent, list, size, sizeEachSecond, duration, timeOfDay, todayOrDate, dateAndTime, dateOf, day, relativeDay, minutesAgo } = spanish;

/** "1 archivo", "3 archivos". */
export const count = (n: number, one: string, many: string): string => spanish.count(n, { one, other: many });

/** "8.1 de 13 MB". */
export function sizeOf(sent: number, total: number): string {
  const parts = spanish.sizeOf(sent, total);
  return `${parts.sent} de ${parts.total}`;
}
