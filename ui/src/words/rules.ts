// How a language writes numbers, sizes, times and lists, and which plural it takes: all of it as Intl knows it.

/** A tag that Intl takes; English for what is no language, such as "C" where LANG is C.UTF-8. */
export function knownTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}

/** The forms that a language may have for a number of things; "other" is never missing. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

// As file managers print them: 1 kB = 1000 bytes; the unit is chosen after rounding, so never "1,000 kB".
const sizeUnits = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

function unitOf(bytes: number): number {
  let unit = 0;
  let left = bytes;
  while (unit < sizeUnits.length - 1 && (unit < 2 ? Math.round(left) : Math.round(left * 10) / 10) >= 1000) {
    left /= 1000;
    unit += 1;
  }
  return unit;
}

export function rules(language: string) {
  const tag = knownTag(language);
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const all = new Intl.NumberFormat(tag, { maximumFractionDigits: 20 });
  const parts = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const plural = new Intl.PluralRules(tag);
  const conjunction = new Intl.ListFormat(tag, { type: "conjunction" });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const ago = new Intl.RelativeTimeFormat(tag, { numeric: "always" });
  const date = (form: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, form);
  const clock = date({ hour: "2-digit", minute: "2-digit" });
  const dayOfThisYear = date({ weekday: "long", day: "numeric", month: "long" });
  const dayOfYear = date({ day: "numeric", month: "long", year: "numeric" });
  const shortMoment = date({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  const moment = date({ dateStyle: "long", timeStyle: "medium" });
  const inUnit = (n: number, unit: string, digits = 0, display: "short" | "long" = "short") =>
    new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: display, maximumFractionDigits: digits }).format(n);
  const digitsOf = (unit: number) => (unit < 2 ? 0 : 1);
  const bytesIn = (bytes: number, unit: number, each = "") =>
    inUnit(bytes / 1000 ** unit, `${sizeUnits[unit] ?? "byte"}${each}`, digitsOf(unit), unit === 0 ? "long" : "short");

  const form = (n: number, forms: Forms): string => forms[plural.select(n)] ?? forms.other;
  const timeOfDay = (at: number): string => clock.format(at);
  return {
    number: (n: number): string => whole.format(n),
    /** With whatever stands behind the point. */
    exact: (n: number): string => all.format(n),
    /** 0 to 1. */
    percent: (part: number): string => parts.format(Math.floor(part * 100) / 100),
    form,
    /** "1 file", "3 files", "1,200 files". */
    count: (n: number, forms: Forms): string => `${whole.format(n)} ${form(n, forms)}`,
    list: (items: string[]): string => conjunction.format(items),

    size: (bytes: number): string => bytesIn(bytes, unitOf(bytes)),
    sizeEachSecond: (bytes: number): string => bytesIn(bytes, unitOf(bytes), "-per-second"),
    /** "8.1", "13 MB": both in the unit of the whole. */
    sizeOf(sent: number, total: number): { sent: string; total: string } {
      const unit = unitOf(total);
      return { sent: (unit < 2 ? whole : tenth).format(sent / 1000 ** unit), total: bytesIn(total, unit) };
    },
    /** "12 sec", "3 min", "1 hr 5 min"; never 0 of them, nor 60 minutes. */
    duration(seconds: number): string {
      if (seconds < 60) return inUnit(Math.max(1, Math.ceil(seconds)), "second");
      const minutes = Math.round(seconds / 60);
      if (minutes < 60) return inUnit(minutes, "minute");
      const hours = inUnit(Math.floor(minutes / 60), "hour");
      return minutes % 60 === 0 ? hours : `${hours} ${inUnit(minutes % 60, "minute")}`;
    },

    timeOfDay,
    /** "10:42" of today, "24 Nov, 10:42" of another day. */
    todayOrDate: (at: number, now: number): string =>
      new Date(at).toDateString() === new Date(now).toDateString() ? timeOfDay(at) : shortMoment.format(at),
    dateAndTime: (at: number): string => moment.format(at),
    dateOf: (at: number, now: number): string =>
      (new Date(at).getFullYear() === new Date(now).getFullYear() ? dayOfThisYear : dayOfYear).format(at),
    /** "3 April 2026" of "2026-04-03". */
    day: (text: string): string => dayOfYear.format(new Date(`${text.slice(0, 10)}T00:00`)),
    /** "yesterday", "today", "tomorrow". */
    relativeDay: (days: -1 | 0 | 1): string => relative.format(days, "day"),
    minutesAgo: (minutes: number): string => ago.format(-minutes, "minute"),
  };
}
