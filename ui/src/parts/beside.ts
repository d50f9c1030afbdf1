/** Puts a panel of fixed position beside its opener, so that a scrolling half never clips it; above where there is no room below. */
export function putBeside(opener: HTMLElement, panel: HTMLElement, least: number): void {
  const box = opener.getBoundingClientRect();
  const gap = 6;
  const below = window.innerHeight - box.bottom - 2 * gap;
  const above = box.top - 2 * gap;
  const up = below < Math.min(panel.scrollHeight, least) && above > below;
  panel.style.maxHeight = `${up ? above : below}px`;
  // By the side that faces the opener: it stays there when the panel grows or shrinks.
  panel.style.top = up ? "auto" : `${box.bottom + gap}px`;
  panel.style.bottom = up ? `${window.innerHeight - box.top + gap}px` : "auto";
  const start = getComputedStyle(opener).direction === "rtl" ? window.innerWidth - box.right : box.left;
  panel.style.insetInlineStart = `${Math.max(8, Math.min(start, window.innerWidth - panel.offsetWidth - 8))}px`;
}
