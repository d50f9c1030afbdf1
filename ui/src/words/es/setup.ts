// Opening a team setup file, and what the app is asked from outside. Part of the catalogue in es.ts.
import type { SetupFault, SetupLimits, SetupPreview, UnsealFault } from "../../shell/types";
import { foreign } from "../foreign";
import { where } from "../setup";
import { count, list, number, size } from "./amounts";
import { changes, files } from "./things";

const named = (endings: string[]) => list(endings.map((ending) => ending.toUpperCase()));

const limits = ({ largest_file: largest, endings }: SetupLimits): string | null => {
  if (largest !== null) return `Los archivos pueden tener hasta ${size(largest)}${endings ? `, y ser solo de estos tipos: ${named(endings)}` : ""}.`;
  return endings ? `Los archivos solo pueden ser de estos tipos: ${named(endings)}.` : null;
};

/** What a setup would set up besides its place, a sentence for each thing. */
const facts = ({ summary: s }: SetupPreview): string[] => [
  s.fields === 0 ? "Usted ve los campos habituales." : `Usted ve ${count(s.fields, "campo que eligió su equipo", "campos que eligió su equipo")}.`,
  ...(s.presets.length === 0 ? [] : [`Trae ${count(s.presets.length, "plantilla", "plantillas")}: ${list(s.presets.map((preset) => `“${foreign(preset)}”`))}.`]),
  ...[limits(s.limits)].filter((sentence) => sentence !== null),
  `La aplicación hace como máximo ${count(s.calls_per_window, "llamada", "llamadas")} en 5 segundos.`,
  s.has_sealed_keys ? "Las claves vienen con ella, bajo una frase de contraseña." : "No trae claves.",
];

const title = ({ standing, summary: { name } }: SetupPreview): string => {
  switch (standing) {
    case "new":
      return `Configurar “${foreign(name)}”`;
    case "joins":
    case "newer":
    case "parted":
      return `Actualizar “${foreign(name)}”`;
    case "same":
    case "older":
      return `“${foreign(name)}” ya está aquí`;
    case "leaps":
      return `“${foreign(name)}” no se puede recibir`;
  }
};

/** How it stands to what is here, and what pressing the button does. */
const standing = (o: SetupPreview): string => {
  const account = `“${foreign(o.account ?? "")}”`;
  const revision = `la número ${number(o.summary.revision)}`;
  const here = `la número ${number(o.revisionHere ?? 0)}`;
  switch (o.standing) {
    case "new":
      return "Este archivo configura la aplicación para su equipo. No se cambia nada hasta que usted lo diga.";
    case "joins":
      return `Su cuenta ${account} está en el mismo lugar. Recibe lo que eligió su equipo, y lo que usted envió sigue en la lista.`;
    case "newer":
      return `Esta es ${revision} de las configuraciones de su equipo; usted tiene ${here}. Su cuenta ${account} se actualiza.`;
    case "same":
      return o.keys === "none"
        ? `Usted ya tiene exactamente esta configuración, en su cuenta ${account}. No hay nada que hacer.`
        : `Usted ya tiene exactamente esta configuración, en su cuenta ${account}; solo faltan sus claves.`;
    case "older":
      return `Esta es ${revision} de las configuraciones de su equipo, y usted tiene ${here}, que es más nueva. No se cambió nada. Si de verdad quiere la anterior, quite primero la cuenta ${account}.`;
    case "leaps":
      return `Esta es ${revision} de las configuraciones de su equipo, y usted tiene ${here}. Nadie guarda una configuración tantas veces entre una mirada y otra, y todo lo que su equipo guarde desde ahora contaría como anterior. Por eso no se recibió, y no se cambió nada. Avise a su administrador.`;
    case "parted":
      return `Esta es ${revision}, pero otra distinta de la que usted tiene: dos personas la guardaron, cada una sin la de la otra. Pregunte cuál vale. Si es esta, su cuenta ${account} se actualiza.`;
  }
};

const byHand = "Alguien cambió este archivo a mano, o lo hizo otro programa";
const again = "Pídalo de nuevo a quien se lo dio.";

/** One sentence for each way in which a file is no team setup. */
const fault = (f: SetupFault): string => {
  switch (f.code) {
    case "too_large":
      return `Este archivo es más grande que cualquier configuración de equipo (${size(f.most)} como máximo).`;
    case "not_a_setup":
      return "Este archivo no es una configuración de equipo.";
    case "utf16":
      return "Un editor guardó este archivo en otra forma (UTF-16), que no se puede leer. Guárdelo como UTF-8.";
    case "cut_off":
      return `Falta el final de este archivo: no llegó completo. ${again}`;
    case "damaged":
    case "too_deep":
    case "member_twice":
    case "unknown_version":
      return `Este archivo está dañado. ${again}`;
    case "newer_version":
      return "Este archivo lo hizo una versión más nueva de la aplicación. Actualice la aplicación y ábralo de nuevo.";
    case "key_in_the_clear":
      return "Alguien escribió una clave en este archivo donde todos pueden leerla, así que no se recibió. Avise a su administrador: esa clave debe reemplazarse.";
    case "unknown_member":
    case "missing":
    case "wrong_kind":
    case "unreadable":
    case "empty":
    case "too_long":
    case "too_many":
    case "out_of_range":
    case "least_above_most":
    case "pattern_invalid":
      return `${byHand}, y algo en él no se puede entender. ${again}`;
    case "hidden_characters":
      return `${byHand}, y algo en él se vería distinto de lo que es. ${again}`;
    case "address":
      return f.fault.code === "address_not_secure"
        ? "La dirección de este archivo no es segura, así que sus claves podrían leerse en el camino. Avise a su administrador."
        : `${byHand}, y la dirección que contiene no lo es. ${again}`;
    case "field_twice":
    case "list_value_twice":
    case "preset_twice":
    case "change_twice":
      return `${byHand}, y algo aparece dos veces. ${again}`;
    case "pattern_too_costly":
      return "Este archivo ocuparía la computadora demasiado tiempo, así que no se recibió. Avise a su administrador.";
    case "seal_damaged":
      return `Las claves de este archivo están dañadas. ${again}`;
  }
};

const unseal = (f: UnsealFault): string => {
  switch (f.code) {
    case "passphrase_wrong":
      return "Esta no es la frase de contraseña. Fíjese en las mayúsculas y los espacios, o pregunte a quien se la dio.";
    case "nothing_sealed":
      return "En este archivo no hay claves. Escriba en su lugar las dos claves.";
    case "seal_damaged":
      return `Las claves de este archivo están dañadas. ${again}`;
    case "seal_too_costly":
      return "Las claves de este archivo ocuparían la computadora demasiado tiempo, así que no se abrieron. Avise a su administrador.";
    case "sealed_for_another":
      return "Las claves de este archivo pertenecen a otra dirección que la que menciona: alguien lo cambió después de hecho. No lo use, y avise a su administrador.";
  }
};

export const setup = {
  open: "Abrir configuración del equipo…",
  title,
  standing,
  facts,
  check: "Si no conoce esta dirección y este ID de organización, pregunte a quien le dio el archivo antes de continuar.",
  elsewhere: "El lugar es otro que antes, así que las claves se piden de nuevo. Si nadie le avisó de eso, no las escriba: pregunte primero a su administrador.",
  passphrase: "Frase de contraseña",
  passphraseHelp: "Se la dice quien le dio el archivo, por un medio distinto del archivo.",
  passphraseEmpty: "Hace falta la frase de contraseña.",
  passphraseMay: "Frase de contraseña, solo si las claves son nuevas",
  passphraseMayHelp: "Si se deja vacía, quedan las claves que están aquí.",
  instead: "Tengo en su lugar las dos claves",
  insteadPassphrase: "Tengo en su lugar la frase de contraseña",
  keysHelp: "Se guardan en el llavero propio de esta computadora, y van solo a las direcciones de arriba.",
  yes: (o: SetupPreview) => (o.standing === "new" ? "Configurar" : o.standing === "parted" ? "Usar esta" : o.standing === "same" ? "Guardar las claves" : "Actualizar"),
  busy: "Un momento…",
  gone: "El archivo ya no está abierto. Ábralo de nuevo.",
  faultTitle: ({ file }: { file: string }) => `“${foreign(file)}” no se puede usar`,
  fault,
  where,
  unreadable: "Esta computadora no pudo leer el archivo.",
  unreadableWhy: ({ why }: { why: string }) => `Dice: ${foreign(why)}`,
  nothingChanged: "No se cambió nada.",
  unseal,
};

export const launch = {
  strangeLink: "Un enlace pidió a esta aplicación más que abrir un ticket, así que no se hizo nada. Si confía en la página, abra el ticket por su número.",
  anewTitle: ({ ticket }: { ticket: string }) => `¿Empezar con el ticket #${ticket}?`,
  anew: ({ other, changes: c, files: f }: { other: string; changes: number; files: number }) => {
    const what = list([...(c > 0 ? [changes(c)] : []), ...(f > 0 ? [files(f)] : [])]);
    return `Usted estaba preparando una actualización de #${other}${what === "" ? "" : `, con ${what}`}. No se ha enviado, y empezar con otro ticket la vacía. Sus archivos se quedan donde están.`;
  },
  anewYes: ({ ticket }: { ticket: string }) => `Empezar con #${ticket}`,
  anewNo: ({ other }: { other: string }) => `Conservar #${other}`,
};
