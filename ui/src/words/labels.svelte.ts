// What the current account calls its fields. Another account may call a field of that name otherwise, but rarely does.
import type { SetupField } from "../shell/types";

let called = $state.raw<Record<string, string>>({});

/** From now on fields are called so, wherever they appear. */
export function callFields(fields: SetupField[]): void {
  // A label that is only the name says nothing that the name does not.
  called = Object.fromEntries(fields.filter(({ name, label }) => label !== name).map(({ name, label }) => [name, label]));
}
export const labelOf = (name: string): string | undefined => called[name];
