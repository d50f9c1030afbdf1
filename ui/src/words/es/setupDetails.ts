// What a team setup that was opened changes, and who made it. Part of the catalogue in es.ts.
import type { AccountPlace, Difference, Preset, SetupField, SetupKind, SetupPreview, ShownOtherwise } from "../../shell/types";
import { foreign } from "../foreign";
import { count, list, number, size } from "./amounts";
import { fieldNames } from "./things";

const quoted = (text: string) => `“${foreign(text)}”`;
const kinds: Record<SetupKind, string> = {
  list: "una lista",
  text: "un texto",
  long_text: "un texto largo",
  time: "una fecha con hora",
  date: "una fecha",
  number: "un número",
  emails: "direcciones de correo",
  tags: "etiquetas",
};
const endings = (all: string[]) => list(all.map((ending) => ending.toUpperCase()));

/** A field under both names, where they differ. */
const field = ({ name, label }: SetupField): string => (label === name ? foreign(name) : `${quoted(label)} (${foreign(name)})`);
const values = ({ values: all }: SetupField): string => list(all.map(({ text, value }) => (text === value ? quoted(text) : `${quoted(text)}, que envía ${quoted(value)}`)));

/** What of a field would be otherwise. */
const fieldChanges = (before: SetupField, after: SetupField): string[] => {
  const said: string[] = [];
  if (before.label !== after.label) said.push(`se llama ${quoted(after.label)} en lugar de ${quoted(before.label)}`);
  if (before.kind !== after.kind) said.push(`es ${kinds[after.kind]} en lugar de ${kinds[before.kind]}`);
  if (before.group !== after.group) said.push(after.group === null ? "no está bajo ningún título" : `está bajo ${quoted(after.group)}`);
  if (before.mandatory !== after.mandatory) said.push(after.mandatory ? "ya no se puede vaciar" : "ahora se puede vaciar");
  if (JSON.stringify(before.values) !== JSON.stringify(after.values)) said.push(after.values.length === 0 ? "ya no ofrece valores" : `ofrece ${values(after)}`);
  if (before.min_length !== after.min_length || before.max_length !== after.max_length || before.min_value !== after.min_value || before.max_value !== after.max_value || before.pattern !== after.pattern)
    said.push("tiene otras reglas sobre lo que se puede escribir");
  return said;
};
const presetSays = ({ changes, note }: Preset): string => {
  const sets = changes.map(({ field: name, value }) => (value.trim() === "" ? `vacía ${foreign(name)}` : `pone ${foreign(name)} en ${quoted(value)}`));
  return list([...sets, ...(note === null ? [] : [`recuerda ${quoted(note)}`])]);
};

const difference = (d: Difference): string => {
  switch (d.of) {
    // These stand side by side above.
    case "host":
    case "organisation":
    case "lead_host":
      return "";
    case "name":
      return `El equipo se llama ${quoted(d.after)} en lugar de ${quoted(d.before)}.`;
    case "pace":
      return `La aplicación hace como máximo ${count(d.after, "llamada", "llamadas")} en 5 segundos en lugar de ${number(d.before)}.`;
    case "field_added":
      return `Campo nuevo: ${field(d.field)}, ${kinds[d.field.kind]}${d.field.values.length === 0 ? "" : ` con los valores ${values(d.field)}`}.`;
    case "field_removed":
      return `Ya no se muestra: ${field(d.field)}.`;
    case "field_changed":
      return `${field(d.before)} ${list(fieldChanges(d.before, d.after))}.`;
    case "field_order":
      return "Los campos están en otro orden.";
    case "preset_added":
      return `Plantilla nueva ${quoted(d.preset.name)}: ${presetSays(d.preset)}.`;
    case "preset_removed":
      return `La plantilla ${quoted(d.preset.name)} se va.`;
    case "preset_changed":
      return `La plantilla ${quoted(d.after.name)} ahora ${presetSays(d.after)}. Hasta ahora ${presetSays(d.before)}.`;
    case "preset_order":
      return "Las plantillas están en otro orden, y por eso bajo otras teclas.";
    case "largest_file":
      return `Los archivos pueden tener ${d.after === null ? "cualquier tamaño" : `hasta ${size(d.after)}`}${d.before === null ? "" : ` en lugar de hasta ${size(d.before)}`}.`;
    case "endings":
      return d.after === null ? "Se pueden enviar archivos de todos los tipos." : `Los archivos solo pueden ser de estos tipos: ${endings(d.after)}${d.before === null ? "" : `; hasta ahora, ${endings(d.before)}`}.`;
    case "sealed_keys":
      return d.before && d.after
        ? "Se incluyeron de nuevo claves bajo una frase de contraseña."
        : d.after
          ? "Ahora trae claves bajo una frase de contraseña."
          : "Ya no trae claves.";
  }
};

/** None where it is only the app's own name for a field. */
const otherwise = (s: ShownOtherwise): string | null => {
  if (s.of === "value")
    return `En ${foreign(s.field)}, ${quoted(s.text)} envía ${quoted(s.value)}${s.usual !== null && s.usual !== s.value ? `, que suele llamarse ${quoted(s.usual)}` : ""}${s.text_of === null ? "" : `. ${quoted(s.text)} suele ser otro valor, ${quoted(s.text_of)}`}.`;
  const own = fieldNames[s.name];
  if (own !== undefined && own === s.label && s.name_of === null) return null;
  const usual = own ?? (s.usual === s.name ? null : s.usual);
  return `${quoted(s.label)} es el campo ${foreign(s.name)}${usual === null ? "" : `, que suele llamarse ${quoted(usual)}`}${s.name_of === null ? "" : `. ${quoted(s.label)} suele ser otro campo, ${foreign(s.name_of)}`}.`;
};

const provenance = (o: SetupPreview): string => {
  const key = foreign(o.signedBy ?? "");
  switch (o.provenance) {
    case "unknown":
      return "El archivo no está firmado, así que no dice quién lo hizo.";
    case "first_key":
      return `El archivo está firmado, y desde ahora la aplicación distingue por eso los archivos de su equipo de otros. Su administrador puede leerle su seña: ${key}`;
    case "same_team":
      return "Es del mismo equipo de antes.";
    case "other_key":
      return `No es del mismo equipo de antes: está firmado por ${key}, y su equipo por ${foreign(o.teamKey ?? "")}. Pregunte a su administrador antes de recibirlo.`;
    case "signature_missing":
      return "No está firmado, y la configuración de su equipo sí lo estaba. Así que nadie sabe quién lo hizo. Pregunte a su administrador antes de recibirlo.";
    case "signature_invalid":
      return "Alguien cambió este archivo después de firmado. No lo reciba, y avise a su administrador.";
  }
};

/** The rows of a place, of one account or of two side by side. */
const rows = (o: SetupPreview): { what: string; is: string; was: string | null }[] => {
  const beside: AccountPlace | null = o.here ?? o.alike;
  const none = "en ningún lugar";
  const host = o.summary.on_this_computer ? `${foreign(o.summary.host)} (esta misma computadora: es para practicar)` : foreign(o.summary.host);
  const all = [
    { what: "Los tickets están en", is: host, was: beside && foreign(beside.host) },
    { what: "ID de organización", is: foreign(o.summary.organisation), was: beside && foreign(beside.organisation) },
  ];
  const leads = o.summary.lead_host === null && (beside?.leadHost ?? null) === null ? [] : [
    { what: "Los clientes se buscan en", is: o.summary.lead_host === null ? none : foreign(o.summary.lead_host), was: beside && (beside.leadHost === null ? none : foreign(beside.leadHost)) },
  ];
  return [...all, ...leads];
};
const placed = (host: string, organisation: string) => `la organización ${foreign(organisation)} en ${foreign(host)}`;

export const setupDetails = {
  provenance,
  rows,
  thisFile: "Este archivo",
  now: ({ account }: AccountPlace) => `${quoted(account)} ahora`,
  alike: ({ account }: AccountPlace) => `Su ${quoted(account)} es otra. Si esperaba una actualización de ella, esto no lo es: pregunte a su administrador.`,
  notOfVendor: ({ hosts }: { hosts: string[] }) =>
    `${list(hosts.map(foreign))} no ${hosts.length === 1 ? "está" : "están"} bajo leadsquared.com. A menos que su propio equipo opere esa dirección, las claves y los tickets irían a otra persona.`,
  waiting: (o: SetupPreview) =>
    o.waiting === 1
      ? `${count(1, "actualización espera", "")} ser enviada al lugar donde está ahora la cuenta. Se queda en la lista y va al nuevo solo cuando usted lo diga.`
      : `${count(o.waiting, "", "actualizaciones esperan")} ser enviadas al lugar donde está ahora la cuenta. Se quedan en la lista y van al nuevo solo cuando usted lo diga.`,
  otherwiseTitle: "Se llama distinto de como se envía",
  otherwise,
  changesTitle: (o: SetupPreview, n: number) => (o.standing === "new" ? `Lo que trae (${number(n)})` : `Lo que cambia (${number(n)})`),
  difference,
  placeTitle: (o: SetupPreview) => `¿Mover ${quoted(o.account ?? "")} a otro lugar?`,
  place: (o: SetupPreview) => {
    const from = o.here === null ? "" : `Hasta ahora es ${placed(o.here.host, o.here.organisation)}${o.here.leadHost === null ? "" : `, clientes en ${foreign(o.here.leadHost)}`}. `;
    const leads = o.summary.lead_host === null ? "" : `, clientes en ${foreign(o.summary.lead_host)}`;
    return `${from}A partir de entonces todo va a ${placed(o.summary.host, o.summary.organisation)}${leads}. Hágalo solo si su administrador le avisó de la mudanza.`;
  },
  placeYes: (o: SetupPreview) => `Moverla a ${placed(o.summary.host, o.summary.organisation)}`,
  signatureTitle: "¿Recibirlo aunque no sea del mismo equipo?",
  signatureYes: "Ya pregunté: recibirlo",
  no: "No",
};
