/** How fast it goes and how long it takes, over the last few seconds: steady enough to read. Times in milliseconds. */
export class Speed {
  #seen: { at: number; sent: number }[] = [];

  constructor(readonly window = 4000) {}

  /** Reports come up to 20 times a second and stop where the line stalls: `at` is now, whatever came last. */
  add(at: number, sent: number): void {
    const last = this.#seen.at(-1);
    if (last && sent < last.sent) this.#seen = [];
    this.#seen.push({ at, sent });
    // One sample older than the window stays, so that there is always a stretch to measure.
    while (this.#seen.length > 2 && (this.#seen[1]?.at ?? at) <= at - this.window) this.#seen.shift();
  }

  /** Bytes in a second; null until half a second was seen or where nothing moved. */
  perSecond(): number | null {
    const first = this.#seen[0];
    const last = this.#seen.at(-1);
    if (!first || !last || last.at - first.at < 500 || last.sent === first.sent) return null;
    return ((last.sent - first.sent) * 1000) / (last.at - first.at);
  }

  secondsLeft(total: number): number | null {
    const speed = this.perSecond();
    const sent = this.#seen.at(-1)?.sent ?? 0;
    return speed === null ? null : (total - sent) / speed;
  }
}
