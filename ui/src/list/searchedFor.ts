import { search } from "../outbox/search.svelte";
import type { Query } from "../shell/types";
import { words } from "../words/words.svelte";

/** What the list was narrowed to, besides the text, for the sentence that says that nothing was found. */
export function searchedFor(query: Query): string[] {
  const { filterWords: w, states, days, practice } = words.outbox;
  const account = search.accounts.find((known) => known.id === query.account);
  const date = (at: number) => words.amounts.dateOf(at, Date.now());
  const day =
    search.day === "any"
      ? []
      : search.day !== "range"
        ? [w.day({ name: days[search.day] })]
        : [
            ...(query.from === null ? [] : [w.from({ day: date(query.from) })]),
            ...(query.until === null ? [] : [w.until({ day: date(query.until - 1) })]),
          ];
  return [
    ...(query.state === null ? [] : [w.state({ name: states[query.state] })]),
    ...(account ? [w.account({ name: account.practice ? practice : account.name })] : []),
    ...day,
  ];
}
