// What can be done with the files of an update. Part of the catalogue in es.ts.
import type { FileShown, Folder, NameFault } from "../../shell/types";
import { foreign } from "../foreign";
import { stamp } from "../when";
import { count, list, number, size } from "./amounts";
import { failureWords } from "./failures";
import { files as filesOf } from "./things";

const added = (n: number) => (n === 1 ? "agregado" : "agregados");

export const files = {
  takeAsItIs: "Tomarlo como está ahora",
  tookAsItIs: ({ name }: { name: string }) => `“${foreign(name)}” se toma como está ahora.`,
  removed: ({ name }: { name: string }) => `Se quitó “${foreign(name)}”.`,
  undo: "Deshacer",
  undoOf: ({ name }: { name: string }) => `Deshacer: volver a poner “${foreign(name)}”`,
  back: ({ name }: { name: string }) => `“${foreign(name)}” está de vuelta.`,

  rename: ({ name }: { name: string }) => `Cambiar el nombre de ${foreign(name)}`,
  renameHelp: "Cambiar su nombre en el ticket (F2)",
  name: ({ name }: { name: string }) => `Nombre de “${foreign(name)}” en el ticket`,
  nameKeys: "Enter lo acepta, Esc lo deja como estaba.",
  ownName: ({ name }: { name: string }) => `“${foreign(name)}” en esta computadora`,
  renamed: ({ name }: { name: string }) => `En el ticket se llamará “${foreign(name)}”.`,
  nameFault: (fault: NameFault): string => {
    switch (fault.code) {
      case "empty":
        return "¿Cómo debe llamarse? Escriba un nombre.";
      case "unseen":
        return "El nombre tiene un carácter que no se ve. Escríbalo de nuevo.";
      case "separator":
        return "Un nombre no puede tener / ni \\.";
      case "too_long":
        return `El nombre es demasiado largo: ocupa ${number(fault.bytes)} de ${number(fault.most)} bytes como máximo.`;
      case "taken":
        return "Aquí ya hay otro archivo que se llama así.";
    }
  },

  move: ({ name, place, of }: { name: string; place: number; of: number }) => `Mover ${foreign(name)}, ${number(place)} de ${number(of)}`,
  moveHelp: "Arrástrelo a otro lugar, o presione las flechas arriba y abajo",
  /** As it will be called on the ticket. */
  pasteName: ({ at, ticket }: { at: Date; ticket: string }) => `Imagen ${stamp(at)}${ticket === "" ? "" : ` ticket ${ticket}`}.png`,
  pasted: "Pegado; lo conserva la aplicación",
  online: "Todavía no está en esta computadora. Cuando presione Enviar, primero se descarga; para eso hace falta internet.",
  nothingPasted: "En el portapapeles no hay ninguna imagen ni ningún archivo.",
  beside: "En el portapapeles hay texto, y una imagen de él. Para pegar el texto, haga clic primero en una casilla.",
  addPicture: "Agregar la imagen",
  /** For the screen reader. */
  took: ({ count: n, left }: { count: number; left: number }): string =>
    left === 0
      ? n === 0
        ? ""
        : `${filesOf(n)} ${added(n)}.`
      : `${n === 0 ? "No se agregó nada" : `${filesOf(n)} ${added(n)}`}; ${filesOf(left)} ${left === 1 ? "quedó" : "quedaron"} fuera, y se dice por qué.`,
  droppedLink: "Un enlace no se puede enviar como archivo. Suéltelo en una casilla de texto, o guarde aquello a lo que lleva y suelte eso.",
  droppedText: "El texto se puede soltar en una casilla de texto; no se agregó nada.",
  droppedOther: "El otro programa no entregó ningún archivo. Guárdelo allí primero y luego suelte el archivo; una imagen también se puede copiar allí y pegar aquí con Ctrl+V.",
  instead: ({ names }: { names: string[] }) => `No se agregó nada de ${list(names.map((name) => `“${foreign(name)}”`))}: en su lugar vino esta lista.`,

  moved: ({ name, place, of }: { name: string; place: number; of: number }) => `“${foreign(name)}” es ahora el ${number(place)} de ${number(of)}.`,

  open: ({ name }: { name: string }) => `Abrir ${foreign(name)}`,
  notOpened: ({ name, opened }: { name: string; opened: Exclude<FileShown, { result: "shown" }> }): string => {
    switch (opened.result) {
      case "not_for_viewing":
        return `“${foreign(name)}” no se abre desde aquí: no es un tipo de archivo que solo se mira, y podría ser un programa.`;
      case "gone":
        return failureWords(opened.failure).what;
      case "no_viewer":
        return `Esta computadora no tiene con qué mostrar “${foreign(name)}” (${foreign(opened.why)}).`;
    }
  },

  chooseFolder: "Elegir una carpeta…",
  folderTitle: ({ names }: { names: string[] }) => `Archivos en ${list(names.map((name) => `“${foreign(name)}”`))}`,
  folderAll: "Todos",
  folderAdd: ({ count: n }: { count: number }) => (n === 0 ? "Agregar archivos" : `Agregar ${filesOf(n)}`),
  folderTotal: ({ count: n, of, bytes }: { count: number; of: number; bytes: number }) => `${number(n)} de ${filesOf(of)}, ${size(bytes)}`,
  folderEmpty: "No hay en ella ningún archivo que se pueda agregar.",
  folderNotes: ({ files, hidden, links, unread, more }: Folder): string[] => [
    ...(more ? [`Hay más: estos son los primeros ${number(files.length)}. Agregue los demás desde las carpetas que contiene.`] : []),
    ...(hidden > 0 ? [`Fuera ${hidden === 1 ? "quedó" : "quedaron"} ${count(hidden, "archivo oculto o del sistema", "archivos ocultos o del sistema")}.`] : []),
    ...(links > 0 ? [`Fuera ${links === 1 ? "quedó" : "quedaron"} ${count(links, "enlace a otro lugar", "enlaces a otros lugares")}.`] : []),
    ...(unread > 0 ? [`No se ${unread === 1 ? "pudo" : "pudieron"} leer ${count(unread, "archivo o carpeta", "archivos o carpetas")}.`] : []),
  ],
};
