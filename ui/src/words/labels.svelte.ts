// What the current account calls its fields. Another account may call a field of that name otherwise, but rarely does.
import type { SetupField } from "../shell/types";
import { foreign } from "./foreign";

let called = $state.raw<Record<string, string>>({});

/** From now on fields are called so, wherever they appear. */
export function callFields(fields: SetupField[]): void {
  // A label that is only the name says nothing that the name does not.
  called = Object.fromEntries(fields.filter(({ name, label }) => label !== name).map(({ name, label }) => [name, label]));
}
export const labelOf = (name: string): string | undefined => called[name];

/** How fields are called in a language that has these names for the usual ones. */
export const namingFields = (usual: Record<string, string>) => {
  /** To be worked with: a team's own label, the usual name, or the name that the server has. */
  const plainFieldName = (name: string): string => labelOf(name) ?? usual[name] ?? name;
  return { plainFieldName, fieldName: (name: string): string => (labelOf(name) === undefined && usual[name] ? usual[name] : foreign(plainFieldName(name))) };
};
