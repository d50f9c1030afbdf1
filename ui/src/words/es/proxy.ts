// Signing in to the network's proxy. Part of the catalogue in es.ts.
import { foreign } from "../foreign";

export const proxy = {
  open: "Iniciar sesión en el proxy…",
  title: "Iniciar sesión en el proxy",
  what: ({ proxy: name }: { proxy: string }) =>
    `El proxy de su red, “${foreign(name)}”, no deja pasar nada sin un nombre y una contraseña. Son los de su red, no los de LeadSquared.`,
  name: "Nombre",
  password: "Contraseña",
  missing: "Escriba el nombre.",
  where: "Van al llavero propio de esta computadora y solo a este proxy. Un proxy los ve tal como son: la conexión con él casi nunca está protegida.",
  session: "El llavero de esta computadora no los aceptó. Se usan hasta que cierre la aplicación.",
  signIn: "Iniciar sesión",
};
