import { tick } from "svelte";

/** What gets the focus when the thing that has it goes away with its card: the first of these that is there. */
function nearbyOf(element: Element): string[] {
  if (element.closest("dialog")) return ["dialog[open] .body"];
  return element.closest("#last-sent") ? ["#answer", "#progress [data-testid=cancel]", "#ticket"] : ["#outbox-title"];
}

/** Lets something change what is shown; the focus never falls back to the beginning of the window by it. */
export async function keepingFocus(change: () => void): Promise<void> {
  const before = document.activeElement;
  const nearby = before && before !== document.body ? nearbyOf(before) : [];
  change();
  await tick();
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  for (const selector of nearby) {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) continue;
    element.focus({ preventScroll: true });
    return;
  }
}
