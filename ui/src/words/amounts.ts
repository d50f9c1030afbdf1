// Numbers, sizes and times as people read them. The screen is English for now, so is Intl.
const locale = "en-GB";

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const all = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const plural = new Intl.PluralRules(locale);
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const dayOfYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
const shortMoment = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "medium" });
const both = new Intl.ListFormat(locale, { type: "conjunction" });

export const number = (n: number): string => whole.format(n);
/** With whatever stands behind the point. */
export const exact = (n: number): string => all.format(n);

/** "1 file", "3 files", "1,200 files". */
export const count = (n: number, one: string, many: string): string =>
  `${number(n)} ${plural.select(n) === "one" ? one : many}`;

export const list = (parts: string[]): string => both.format(parts);

// As file managers print them: 1 KB = 1000 bytes; the unit is chosen after rounding, so never "1,000 KB".
const units = ["bytes", "KB", "MB", "GB", "TB"] as const;
function unitOf(bytes: number): number {
  let unit = 0;
  let left = bytes;
  while (unit < units.length - 1 && (unit < 2 ? Math.round(left) : Math.round(left * 10) / 10) >= 1000) {
    left /= 1000;
    unit += 1;
  }
  return unit;
}
const inUnit = (bytes: number, unit: number) => (unit < 2 ? whole : tenth).format(bytes / 1000 ** unit);

export function size(bytes: number): string {
  const unit = unitOf(bytes);
  return unit === 0 ? count(bytes, "byte", "bytes") : `${inUnit(bytes, unit)} ${units[unit]}`;
}

/** "8.1 of 13 MB": both in the unit of the whole. */
export function sizeOf(sent: number, total: number): string {
  const unit = unitOf(total);
  return `${inUnit(sent, unit)} of ${inUnit(total, unit)} ${units[unit]}`;
}

/** "12 s", "3 min", "1 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 60) return `${number(Math.max(1, Math.ceil(seconds)))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${number(minutes)} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${number(minutes / 60)} h` : `${number(Math.floor(minutes / 60))} h ${number(rest)} min`;
}

export const timeOfDay = (at: number): string => clock.format(at);
export const shortDateAndTime = (at: number): string => shortMoment.format(at);
/** "10:42" of today, "24 Nov, 10:42" of another day. */
export const todayOrDate = (at: number, now: number): string =>
  new Date(at).toDateString() === new Date(now).toDateString() ? timeOfDay(at) : shortDateAndTime(at);
export const dateAndTime = (at: number): string => moment.format(at);
export const dateOf = (at: number, now: number): string =>
  (new Date(at).getFullYear() === new Date(now).getFullYear() ? day : dayOfYear).format(at);
