// Presets. Part of the catalogue in es.ts.
import type { Preset, PresetFault } from "../../shell/types";
import { foreign } from "../foreign";
import { list } from "./amounts";
import { fieldName, quoted } from "./things";

export const presets = {
  title: "Plantillas",
  key: ({ key }: { key: number }) => `Ctrl+${String(key)}`,
  edit: "Editar plantillas",
  keep: "Conservar esto como plantilla…",
  applied: ({ name, fields }: { name: string; fields: string[] }) =>
    fields.length === 0 ? `“${foreign(name)}” no cambia ningún campo.` : `“${foreign(name)}” definió ${list([...new Set(fields)].map(fieldName))}.`,
  undo: "Deshacer",
  undoName: ({ name }: { name: string }) => `Deshacer la plantilla ${foreign(name)}`,
  dismiss: "Cerrar esta línea",
  noteFor: ({ name }: { name: string }) => `Papeles para “${foreign(name)}”:`,
  dismissNote: "Cerrar el recordatorio de papeles",

  team: "De su equipo",
  teamHelp: "Vienen con la configuración de su equipo, y se cambian allí.",
  own: "Las suyas",
  none: "Todavía no tiene ninguna propia. Prepare cambios y presione “Conservar esto como plantilla…”.",
  changes: ({ changes }: Pick<Preset, "changes">) =>
    changes.length === 0 ? "No cambia ningún campo" : changes.map(({ field, value }) => `${fieldName(field)} ${value.trim() === "" ? "vacío" : `→ ${quoted(value)}`}`).join(", "),
  editOne: "Editar",
  editName: ({ name }: { name: string }) => `Editar la plantilla ${foreign(name)}`,
  removeName: ({ name }: { name: string }) => `Quitar la plantilla ${foreign(name)}`,
  removeTitle: ({ name }: { name: string }) => `¿Quitar la plantilla “${foreign(name)}”?`,
  removeText: "Se quita de esta computadora. Lo que se envió con ella queda como está.",
  newTitle: "Conservar como plantilla",
  name: "Nombre",
  namePlaceholder: "En espera + papeles",
  note: "Qué papeles la acompañan (puede dejarse vacío)",
  takeChanges: "Tomar en su lugar los cambios de esta actualización",
  save: "Guardar la plantilla",
  fault: {
    name_empty: "¿Cómo debe llamarse?",
    name_twice: "Otra plantilla tiene este nombre.",
    nothing_in_it: "No cambia nada y no tiene recordatorio: una plantilla necesita una de las dos cosas.",
  } satisfies Record<PresetFault, string>,
};
