import { tick } from "svelte";

/** Focus goes where the eye has to go next; ids are those of the boxes. */
export async function focusOn(id: string): Promise<void> {
  await tick();
  const element = document.getElementById(id);
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
}
