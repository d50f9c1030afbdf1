// Saving a team setup for the others of a team. Part of the catalogue in es.ts.
import type { KeysState, Preset, SealFault, SetupFault, SetupForm, Signing, SigningKeyMoved } from "../../shell/types";
import { foreign } from "../foreign";
import { count, number } from "./amounts";

const problem = (f: SetupFault): string => {
  switch (f.code) {
    case "empty":
      return f.place.startsWith("limits") ? "Nombre al menos un tipo, o déjelo vacío para todos." : "Hace falta un nombre.";
    case "too_long":
      return `Esto es demasiado largo: ${number(f.most)} letras como máximo.`;
    case "hidden_characters":
      return "Hay en esto una letra que nadie puede ver. Escríbalo de nuevo.";
    case "unreadable":
      return "Los tipos se escriben como pdf, jpg, png.";
    case "out_of_range":
      return f.place.startsWith("account")
        ? `La cuenta hace más llamadas en 5 segundos de las que puede contener una configuración (${number(f.most)}). Cámbielo primero en la cuenta.`
        : "Esto no es un tamaño.";
    case "too_many":
      return `Hay demasiados: ${number(f.most)} como máximo.`;
    default:
      return "Esto no se puede guardar como está; los detalles dicen dónde.";
  }
};

const signing = (s: Signing): string => {
  switch (s.by) {
    case "first":
      return "Al guardar se crea una clave de firma, que queda en el llavero de esta computadora. Por ella las aplicaciones de los demás distinguen los archivos de usted de los de un extraño.";
    case "ours":
      return `Se firma con la clave de su equipo, así que los demás lo reciben como del mismo equipo de antes. Lea su seña a quien la pida: ${foreign(s.key)}`;
    case "anothers":
      return `La configuración de su equipo está firmada con una clave que esta computadora no tiene (${foreign(s.key)}). Guardada desde aquí, la firma otra, y todos tendrán que confirmarla. Mejor: pida la clave al otro administrador.`;
  }
};
const unavailable = (keys: KeysState): string =>
  keys === "locked"
    ? "El llavero de esta computadora está bloqueado, así que no se puede obtener la clave de firma. Desbloquéelo e intente de nuevo."
    : keys === "no_keychain"
      ? "En esta computadora no funciona ningún llavero, y la clave de firma no se guarda en ningún otro lugar."
      : "La clave de firma ya no está en el llavero de esta computadora. Tómela del archivo de otro administrador, si lo hay.";
/** What came of giving the key away or taking it. */
const keyMoved = (m: SigningKeyMoved, unseal: (fault: Extract<SigningKeyMoved, { result: "sealed" }>["fault"]) => string, seal: (fault: SealFault) => string): string => {
  switch (m.result) {
    case "exported":
      return `Guardado: ${foreign(m.path)} Déselo solo al segundo administrador, y dígale la frase de contraseña por otro medio.`;
    case "imported":
      return `Desde ahora usted firma como este equipo: ${foreign(m.key)}`;
    case "not_chosen":
      return "";
    case "weak":
      return seal(m.fault);
    case "sealed":
      return m.fault.code === "passphrase_wrong" ? unseal(m.fault) : "En este archivo no hay ninguna clave de firma.";
    case "another_teams":
      return `Esta es la clave de otro equipo (${foreign(m.key)}); el suyo se reconoce por ${foreign(m.team)}. No se cambió nada.`;
    case "not_available":
      return unavailable(m.keys);
    case "failed":
      return `Esta computadora no pudo hacerlo. Dice: ${foreign(m.why)}`;
  }
};

export const saveSetup = {
  open: "Guardar configuración del equipo…",
  openName: ({ account }: { account: string }) => `Guardar configuración del equipo… de ${foreign(account)}`,
  title: "Guardar la configuración del equipo",
  lead: "Es un archivo para los demás de su equipo. Ellos lo abren y no necesitan conocer ninguna dirección ni los nombres de los campos.",
  next: ({ revision }: SetupForm) => (revision === null ? "Es la primera." : `Será la número ${number(revision + 1)}; quien tenga una anterior puede actualizarse con ella.`),
  name: "Cómo se llama el equipo",
  fields: "Campos que ven las personas, en este orden",
  fieldsHelp: "Si no elige ninguno, las personas ven los habituales. Alt y una flecha también mueven un campo.",
  shown: ({ label }: { label: string }) => `Mostrar ${foreign(label)}`,
  label: ({ name }: { name: string }) => `Cómo llaman las personas a ${foreign(name)}`,
  up: ({ label }: { label: string }) => `Subir ${foreign(label)}`,
  down: ({ label }: { label: string }) => `Bajar ${foreign(label)}`,
  moved: ({ label, place, of }: { label: string; place: number; of: number }) => `${foreign(label)} es ahora el ${number(place)} de ${number(of)}.`,
  presets: "Plantillas",
  presetWhat: (preset: Preset) =>
    [...(preset.changes.length > 0 ? [count(preset.changes.length, "cambio", "cambios")] : []), ...(preset.note === null ? [] : [foreign(preset.note)])].join(" · "),
  removePreset: ({ name }: { name: string }) => `Dejar fuera ${foreign(name)}`,
  limits: "Límites",
  largest: "Archivo más grande, en MB",
  largestHelp: "Si se deja vacío, la aplicación no pone ninguno.",
  largestWrong: "Un tamaño en MB, como 20 o 0.5.",
  endings: "Tipos de archivo",
  endingsPlaceholder: "pdf, jpg, png",
  endingsHelp: "Si se deja vacío, se pueden enviar todos los tipos.",
  calls: ({ count: n }: { count: number }) => `La aplicación hace como máximo ${count(n, "llamada", "llamadas")} en 5 segundos, como en esta cuenta.`,
  keys: "Incluir las claves, bajo una frase de contraseña",
  keysHelp: "Quien tiene el archivo y la frase de contraseña tiene las claves. Comunique la frase por un medio distinto del archivo. Sin ella, cada persona escribe las dos claves.",
  passphrase: "Frase de contraseña",
  passphraseHelp: "Al menos 12 letras. Varias palabras son una buena elección.",
  seal: (fault: SealFault): string =>
    fault.code === "passphrase_too_short"
      ? `La frase de contraseña necesita al menos ${number(fault.least)} letras: quien consiga el archivo puede probar todo el tiempo que quiera.`
      : "No se pudieron incluir las claves.",
  noKeys: "Las claves de esta cuenta no se pueden leer ahora, así que no se pueden incluir. Escríbalas primero en la cuenta.",
  signingTitle: "Firma",
  signing,
  unavailable,
  keyMoved,
  saveUnsigned: "Guardarla sin firma",
  saveUnsignedHelp: "Sin firma nadie puede saber que el archivo es de usted.",
  give: "Dar la clave a un segundo administrador…",
  giveYes: "Guardar la clave…",
  givePassphrase: "Frase de contraseña para el archivo de la clave",
  takeKey: "Me dieron la clave de firma…",
  takeYes: "Abrir la clave…",
  takePassphrase: "La frase de contraseña que le dijeron",
  save: "Guardar…",
  busy: "Un momento…",
  problem,
  failed: "No se pudo guardar el archivo.",
  saved: ({ revision, path }: { revision: number; path: string }) => `Guardada como número ${number(revision)}: ${foreign(path)}`,
  savedNext: "Dé este archivo a los demás. Su propia cuenta usa esta configuración desde ahora.",
};
