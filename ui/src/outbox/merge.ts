// How a delivery that changed finds its way into what the screen already has, without asking for all of it again.
import type { Delivery, OutboxTop, Query } from "../shell/types";
import { sectionOf } from "./delivery";

/** So many of each stand above the list. */
export const topLimit = 50;

export const everything: Query = { text: "", state: null, account: null, from: null, until: null };
export const isFiltered = (query: Query): boolean =>
  query.text !== "" || query.state !== null || query.account !== null || query.from !== null || query.until !== null;

/**
 * Whether a delivery belongs into the list for this query. What a text finds is the outbox's to know: null where
 * only it can tell.
 */
export function belongs(query: Query, delivery: Delivery): boolean | null {
  if (!isFiltered(query)) return sectionOf(delivery) === "settled";
  const { state, account, from, until } = query;
  if (state === "needs_you" ? !delivery.needsYou : state !== null && delivery.state !== state) return false;
  if (account !== null && delivery.account !== account) return false;
  if ((from !== null && delivery.createdAt < from) || (until !== null && delivery.createdAt >= until)) return false;
  return query.text === "" ? true : null;
}

/** Where an id stands, or would stand, in a list that is sorted newest first. */
function indexOf(list: Delivery[], id: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.id ?? 0) > id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `ask`: only the outbox knows whether the list has changed. */
export type Merged = { list: Delivery[]; ask: boolean };

/** Puts a new or changed delivery into the loaded part of the list; `more`: older ones are not loaded. */
export function mergeList(list: Delivery[], more: boolean, query: Query, delivery: Delivery): Merged {
  const at = indexOf(list, delivery.id);
  const known = list[at]?.id === delivery.id;
  const here = belongs(query, delivery);
  if (known) {
    return { list: here === false ? list.toSpliced(at, 1) : list.with(at, delivery), ask: false };
  }
  if (here === false || (more && at === list.length)) return { list, ask: false };
  return here === null ? { list, ask: true } : { list: list.toSpliced(at, 0, delivery), ask: false };
}

/** Appends a page; what is known already is not listed twice. */
export function appendPage(list: Delivery[], page: Delivery[]): Delivery[] {
  const last = list.at(-1)?.id ?? Infinity;
  return [...list, ...page.filter((delivery) => delivery.id < last)];
}

/**
 * Puts a delivery into its place above the list or takes it out. Beyond the limit only the outbox knows who stands
 * there: `ask` then.
 */
export function mergeTop(top: OutboxTop, delivery: Delivery): { top: OutboxTop; ask: boolean } {
  const section = sectionOf(delivery);
  const merged = (list: Delivery[], total: number, here: boolean, newestFirst: boolean) => {
    const at = list.findIndex((known) => known.id === delivery.id);
    const unseen = total > list.length;
    if (at >= 0) {
      return here
        ? { list: list.with(at, delivery), total, ask: false }
        : { list: list.toSpliced(at, 1), total: total - 1, ask: unseen };
    }
    if (!here) return { list, total, ask: unseen };
    const next = [...list, delivery].sort((a, b) => (newestFirst ? b.id - a.id : a.id - b.id));
    return { list: next.slice(0, topLimit), total: total + 1, ask: unseen };
  };
  const needs = merged(top.needsYou, top.needsYouTotal, section === "needs_you", true);
  const way = merged(top.onTheWay, top.onTheWayTotal, section === "on_the_way", false);
  return {
    top: { needsYou: needs.list, needsYouTotal: needs.total, onTheWay: way.list, onTheWayTotal: way.total },
    ask: needs.ask || way.ask,
  };
}

/** Takes removed ones out. */
export function without(list: Delivery[], ids: ReadonlySet<number>): Delivery[] {
  return list.some((delivery) => ids.has(delivery.id)) ? list.filter((delivery) => !ids.has(delivery.id)) : list;
}
