// Holds what is being read in its place while rows come and go above it. Not every web view does that by itself.

export type Sighted = { key: string; y: number }[];

const keyed = (scroller: HTMLElement) => scroller.querySelectorAll<HTMLElement>("[data-key]");

/** What stands in sight, and where. Nothing at the very top: what is new belongs there. */
export function sighted(scroller: HTMLElement | undefined): Sighted {
  if (!scroller || scroller.scrollTop <= 0) return [];
  const box = scroller.getBoundingClientRect();
  const seen: Sighted = [];
  for (const element of keyed(scroller)) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > box.top && top < box.bottom) seen.push({ key: element.dataset["key"] ?? "", y: top });
  }
  return seen.sort((a, b) => a.y - b.y);
}

/** Scrolls so that the first that is still there stands where it stood. */
export function hold(scroller: HTMLElement, seen: Sighted): void {
  if (seen.length === 0) return;
  const now = new Map<string, HTMLElement>();
  for (const element of keyed(scroller)) now.set(element.dataset["key"] ?? "", element);
  for (const { key, y } of seen) {
    const element = now.get(key);
    if (!element) continue;
    const moved = element.getBoundingClientRect().top - y;
    if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
    return;
  }
}
