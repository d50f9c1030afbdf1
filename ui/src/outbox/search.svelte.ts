// What the list is asked for.
import type { OutboxAccount, Query } from "../shell/types";
import { dayTyped, midnight, spanOf, type DayChoice } from "../values/days";

class Search {
  text = $state("");
  state = $state<Query["state"]>(null);
  account = $state<string | null>(null);
  day = $state<DayChoice>("any");
  first = $state("");
  last = $state("");
  accounts = $state.raw<OutboxAccount[]>([]);

  /** What is wrong with the range: nothing is asked then. */
  readonly rangeFault = $derived.by((): "unreadable" | "turned" | null => {
    if (this.day !== "range") return null;
    const first = dayTyped(this.first);
    const last = dayTyped(this.last);
    if ((first === null && this.first !== "") || (last === null && this.last !== "")) return "unreadable";
    return first !== null && last !== null && first > last ? "turned" : null;
  });
  /** Something is chosen, whether or not it narrows anything yet. */
  readonly touched = $derived(this.text !== "" || this.state !== null || this.account !== null || this.day !== "any");

  query(): Query {
    const { from, until } = spanOf(this.day, Date.now(), this.first, this.last);
    return { text: this.text.trim(), state: this.state, account: this.account, from, until };
  }
  clear(): void {
    this.text = "";
    this.state = this.account = null;
    this.day = "any";
  }
  /** The boxes of a range begin with this week. */
  chooseDay(day: DayChoice): void {
    this.day = day;
    if (day !== "range" || this.first !== "" || this.last !== "") return;
    this.first = dateBox(midnight(Date.now(), -6));
    this.last = dateBox(Date.now());
  }
}

/** A day as a date box holds it, by the calendar of this computer. */
function dateBox(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export const search = new Search();
