// What the screen has of the outbox: what needs the person, what is on its transfer, and the loaded part of the list.
import * as shell from "../shell/commands";
import type { Delivery, OutboxPage, OutboxTop, Query } from "../shell/types";
import { report } from "../parts/trouble.svelte";
import { appendPage, everything, isFiltered, mergeList, mergeTop, without } from "./merge";
import { transfers } from "./transfers.svelte";
import { search } from "./search.svelte";

const typingPause = 120;

class Outbox {
  top = $state.raw<OutboxTop>({ needsYou: [], needsYouTotal: 0, onTheWay: [], onTheWayTotal: 0 });
  list = $state.raw<Delivery[]>([]);
  more = $state(false);
  loading = $state(false);
  /** What `list` is the answer to; the boxes may be ahead of it. */
  query = $state.raw<Query>(everything);
  now = $state(Date.now());
  /** Grows with each new answer to a search: the list begins at its top again then. */
  answers = $state(0);

  readonly filtered = $derived(isFiltered(this.query));
  readonly empty = $derived(!this.filtered && this.list.length + this.top.needsYouTotal + this.top.onTheWayTotal === 0);

  #turn = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  /** Changes that came while something was asked for: an answer may be older than they are. */
  #meanwhile: Delivery[] = [];
  #gone = new Set<number>();
  #asking = new Set<"top" | "head">();

  async #ask<T>(command: () => Promise<T>, take: (answer: T) => void): Promise<void> {
    this.#asked += 1;
    const from = this.#meanwhile.length;
    try {
      take(await command());
      for (const delivery of this.#meanwhile.slice(from)) this.#merge(delivery);
      this.#drop(this.#gone);
    } finally {
      this.#asked -= 1;
      if (this.#asked === 0) {
        this.#meanwhile = [];
        this.#gone.clear();
      }
    }
  }
  async begin(): Promise<void> {
    await Promise.all([this.#askTop(), this.#askHead(everything)]);
  }
  #askTop = () => this.#ask(shell.outboxTop, (top) => (this.top = top));
  #askHead(query: Query): Promise<void> {
    const turn = ++this.#turn;
    return this.#ask(
      () => shell.outboxPage(query, null),
      (page) => {
        if (turn !== this.#turn) return;
        this.#took(page, query);
        this.answers += 1;
      },
    );
  }
  #took(page: OutboxPage, query: Query): void {
    this.query = query;
    this.list = page.deliveries;
    this.more = page.more;
    this.now = Date.now();
  }

  /** Asks for what the boxes say: at once, or after a moment in which nothing more is typed. */
  ask(typed = false): void {
    clearTimeout(this.#typing);
    const run = () => void this.#askHead(search.query()).catch(report);
    if (typed) this.#typing = setTimeout(run, typingPause);
    else run();
  }
  async older(): Promise<void> {
    if (this.loading || !this.more) return;
    this.loading = true;
    const turn = this.#turn;
    const { query } = this;
    try {
      await this.#ask(
        () => shell.outboxPage(query, this.list.at(-1)?.id ?? null),
        (page) => {
          if (turn !== this.#turn) return;
          this.list = appendPage(this.list, page.deliveries);
          this.more = page.more;
        },
      );
    } catch (error) {
      // Asked for again at each turn of the wheel, it would say so each time.
      this.more = false;
      report(error);
    } finally {
      this.loading = false;
    }
  }

  /** A delivery is new, or known better than before. */
  changed(delivery: Delivery): void {
    if (this.#asked > 0) this.#meanwhile.push(delivery);
    transfers.changed(delivery);
    this.#merge(delivery);
    this.now = Date.now();
  }
  #merge(delivery: Delivery): void {
    const { top, ask } = mergeTop(this.top, delivery);
    this.top = top;
    if (ask) this.#later("top", this.#askTop);
    const merged = mergeList(this.list, this.more, this.query, delivery);
    this.list = merged.list;
    if (merged.ask) this.#later("head", () => this.#refreshHead());
    if (!search.accounts.some((account) => account.id === delivery.account)) {
      const { account: id, accountName: name, practice } = delivery;
      search.accounts = [...search.accounts, { id, name, practice }];
    }
  }
  /** Many changes in a row ask once. */
  #later(what: "top" | "head", ask: () => Promise<void>): void {
    if (this.#asking.has(what)) return;
    this.#asking.add(what);
    setTimeout(() => {
      this.#asking.delete(what);
      ask().catch(report);
    }, typingPause);
  }
  /** The newest of a search may be more by now; what was scrolled through stays. */
  #refreshHead(): Promise<void> {
    const turn = this.#turn;
    const { query } = this;
    return this.#ask(
      () => shell.outboxPage(query, null),
      (page) => {
        if (turn !== this.#turn) return;
        const last = page.deliveries.at(-1)?.id ?? 0;
        const older = page.more ? this.list.filter((known) => known.id < last) : [];
        this.list = [...page.deliveries, ...older];
        if (older.length === 0) this.more = page.more;
      },
    );
  }
  /** What was kept long enough, what a person removed, or what Undo made the draft again. */
  removed(ids: number[]): void {
    if (this.#asked > 0) for (const id of ids) this.#gone.add(id);
    this.#drop(new Set(ids));
  }
  #drop(ids: ReadonlySet<number>): void {
    if (ids.size === 0) return;
    this.list = without(this.list, ids);
    const { onTheWay, needsYou } = this.top;
    const left = { onTheWay: without(onTheWay, ids), needsYou: without(needsYou, ids) };
    const fewer = { onTheWay: onTheWay.length - left.onTheWay.length, needsYou: needsYou.length - left.needsYou.length };
    if (fewer.onTheWay + fewer.needsYou === 0) return;
    this.top = {
      ...left,
      onTheWayTotal: this.top.onTheWayTotal - fewer.onTheWay,
      needsYouTotal: this.top.needsYouTotal - fewer.needsYou,
    };
  }

  known(id: number): Delivery | undefined {
    const here = (known: Delivery) => known.id === id;
    return this.top.needsYou.find(here) ?? this.top.onTheWay.find(here) ?? this.list.find(here);
  }
  /** The earlier update of the same ticket that a person has to settle before this one goes. */
  earlierOf(delivery: Delivery): Delivery | null {
    return (
      this.top.needsYou.findLast(
        (known) =>
          known.state === "may_be_done" && known.ticket === delivery.ticket && known.account === delivery.account && known.id < delivery.id,
      ) ?? null
    );
  }
}

export const outbox = new Outbox();
