// The account form and its page of help. Part of the catalogue in es.ts; apart only because it is long.
import type { Account, AccountFault, Connection, KeysHint, RegionName, Speaker } from "../../shell/types";
import { triedAdvice } from "../account";
import { foreign } from "../foreign";
import { number } from "./amounts";
import { again, failureWords, keysState } from "./failures";

const itself = (name: string | null) => (name === null ? "" : ` Se llama a sí mismo “${foreign(name)}”.`);

/** Who answered a try. */
function answeredBy(by: Speaker): string {
  switch (by.who) {
    case "ticket_system":
      return "Respondió el propio sistema de tickets.";
    case "gateway":
      return `En lugar del sistema de tickets respondió una puerta de enlace o un servidor web.${itself(by.name)}`;
    case "proxy":
      return `En lugar del sistema de tickets respondió un proxy o un filtro de su red.${itself(by.name)}`;
    case "sign_in_page":
      return by.at === null ? "Respondió una página de inicio de sesión." : `La respuesta lleva a “${foreign(by.at)}”, quizá una página de inicio de sesión. Las claves no se enviaron allí.`;
    case "page":
      return `Respondió un sitio web.${itself(by.name)}`;
    case "unknown":
      return "No se puede saber si respondió el sistema de tickets u otra cosa en su lugar.";
  }
}

/** What to do about something else that answered. */
function instead(by: Speaker): { title: string; next: string } {
  switch (by.who) {
    case "sign_in_page":
      return {
        title: "No se llegó al sistema de tickets.",
        next: "Si su red quiere que usted inicie sesión, abra cualquier página en su navegador, inicie sesión allí y pruebe de nuevo. Si no, verifique la dirección (servidor).",
      };
    case "proxy":
      return { title: "No se llegó al sistema de tickets.", next: "Pida a su administrador que deje pasar esta dirección (servidor), y verifique que sea correcta." };
    case "gateway":
      return { title: "No se llegó al sistema de tickets.", next: "Casi siempre la dirección (servidor) es incorrecta. Si es correcta, pregunte a su administrador si esta computadora puede llegar a ella." };
    case "ticket_system":
    case "page":
    case "unknown":
      return { title: "Esta no es la dirección del sistema de tickets.", next: "Verifique la dirección (servidor)." };
  }
}

const placeOf = ({ host, organisation, leadHost }: Account): string => {
  const plain = (address: string) => foreign(address.replace(/^https:\/\//, ""));
  return `“${plain(host)}”, organización ${foreign(organisation)}${leadHost === "" ? "" : `, leads en “${plain(leadHost)}”`}`;
};

export const account = {
  add: "Agregue su cuenta",
  edit: ({ name }: { name: string }) => `Cuenta “${foreign(name)}”`,
  keysFirst: "Empiece por las dos claves. Si usted lo permite, se le pregunta a LeadSquared de quién son, y eso completa casi todo lo demás. O complete todo usted mismo.",
  hint: {
    swapped: "Estas dos parecen intercambiadas: las claves de acceso empiezan con “u$r”; las secretas, no.",
    same: "En las dos casillas está la misma clave.",
    access_key_cut: "La clave de acceso parece cortada. Cópiela de nuevo, hasta el final.",
    secret_key_cut: "La clave secreta parece cortada. Cópiela de nuevo, hasta el final.",
    access_key_long: "La clave de acceso parece demasiado larga, como si algo se hubiera pegado dos veces.",
    secret_key_long: "La clave secreta parece demasiado larga, como si algo se hubiera pegado dos veces.",
  } satisfies Record<KeysHint, string>,
  name: "Nombre",
  namePlaceholder: "Soporte Acme",
  address: "Dirección (servidor)",
  addressPlaceholder: "apigw.service-in.leadsquared.com",
  addressHelp: "Puede pegar una dirección de API completa: de ella se toman el servidor y el ID de organización.",
  organisation: "ID de organización",
  organisationPlaceholder: "22824",
  accessKey: "Clave de acceso",
  secretKey: "Clave secreta",
  keyKept: "guardada; déjela vacía para conservarla",
  signOff: "Si varias personas comparten estas claves: quién envía",
  signOffPlaceholder: "Enviado por Ana López",
  signOffHelp: "En el ticket todo lo hace la persona a la que pertenecen las claves, sea quien sea que presione Enviar. Lo que escriba aquí se agrega como nota interna detrás de cada actualización y de cada ticket nuevo; el cliente no la ve. Déjelo vacío para no agregar ninguna nota.",
  advanced: "Avanzado",
  calls: "Llamadas cada 5 segundos",
  callsHelp:
    "Lo que permite el plan de la cuenta: Lite 2, Basic y Pro 10, Standard 15, Super 20, Enterprise 25, o lo que se haya contratado aparte. La aplicación espera por sí sola antes que pasarse, y aprende la cifra cuando el servidor la menciona.",
  leadHost: "Dirección de leads (opcional)",
  leadHostPlaceholder: "api.leadsquared.com",
  leadHostHelp: "Donde se busca al cliente de un ticket por su correo: la dirección de su región, de la lista. Solo hace falta cuando las claves no pueden leer tickets.",
  waiting: ({ count: n }: { count: number }) =>
    `${n === 1 ? "Espera un envío" : `Esperan ${number(n)} envíos`} para la dirección de antes. Nada de eso va a otra por sí solo: después de guardar se le pregunta.`,
  movedTitle: ({ count: n }: { count: number }) => (n === 1 ? "¿Enviar lo que espera a la nueva dirección?" : `¿Enviar los ${number(n)} que esperan a la nueva dirección?`),
  movedText: ({ before, after, count: n }: { before: Account; after: Account; count: number }) =>
    `${n === 1 ? "Se envió" : "Se enviaron"} para ${placeOf(before)}. “${foreign(after.name)}” está ahora en ${placeOf(after)}. Si la anterior solo estaba mal escrita, ${n === 1 ? "envíelo" : "envíelos todos"} allí. Si no, ${n === 1 ? "espera" : "cada uno espera"} en la lista hasta que usted lo envíe allí o lo cancele.`,
  movedYes: ({ count: n }: { count: number }) => (n === 1 ? "Enviarlo a la nueva dirección" : `Enviar los ${number(n)} a la nueva dirección`),
  movedNo: "Decidir en la lista",
  try: "Probar la conexión",
  trying: "Probando…",
  save: "Guardar",
  saving: "Guardando…",
  session: "Las claves se conservan hasta que cierre la aplicación; no se guardan.",
  noKeychain:
    "Esta computadora no tiene un llavero que acepte las claves, así que no se guardó nada. La aplicación no escribe claves en ningún otro lugar. Puede continuar y escribirlas de nuevo después del próximo inicio.",
  noKeyring:
    "El llavero de esta computadora todavía no tiene dónde guardar nada, y no se creó nada, así que no se guardó nada. Guarde de nuevo y elija una contraseña cuando se la pida, o continúe y escriba las claves otra vez en el próximo inicio.",
  goOnWithout: "No esperar",
  keychainLocked:
    "El llavero de esta computadora está bloqueado, así que no se guardó nada. Desbloquéelo y guarde de nuevo, o continúe sin él y escriba las claves otra vez después del próximo inicio.",
  keep: "Conservar las claves hasta que cierre la aplicación",
  keychainSaid: ({ why }: { why: string }) => `El llavero dice: ${foreign(why)}`,
  saved: "Guardado.",
  fault: (fault: AccountFault): string => {
    switch (fault.code) {
      case "name_empty":
        return "Póngale un nombre a la cuenta, tal como usted la llamaría.";
      case "address_empty":
        return "Falta la dirección.";
      case "address_unreadable":
        return "Esto no es una dirección. Se parece a apigw.service-in.leadsquared.com.";
      case "address_not_secure":
        return "Esta dirección no es segura: debe empezar con https://.";
      case "organisation_empty":
        return "Falta el ID de organización.";
      case "organisation_unreadable":
        return "Esto no es un ID de organización. Es un número como 22824.";
      case "access_key_empty":
        return "Falta la clave de acceso.";
      case "secret_key_empty":
        return "Falta la clave secreta.";
      case "access_key_unreadable":
      case "secret_key_unreadable":
        return "Esto no es una clave: tiene espacios o signos que las claves nunca tienen. Cópiela de nuevo.";
      case "calls_out_of_range":
        return "Un número entero de 1 a 1000.";
      case "lead_host_unreadable":
        return "Esto no es una dirección. Se parece a api.leadsquared.com. Puede dejarse vacía.";
      case "keys_of_another_place":
        return "La dirección, el ID de organización o la dirección de leads ha cambiado, y las claves guardadas no van a ningún lugar distinto de aquel para el que se dieron. Escriba de nuevo las dos claves.";
    }
  },
  connection: (c: Connection): { title: string; next: string; said: string | null; by: string | null } => {
    switch (c.result) {
      case "works":
        return { title: "La conexión funciona.", next: "Respondió el sistema de tickets: la dirección, el ID de organización y las claves son correctos.", said: null, by: null };
      case "faults":
        return { title: "Arriba falta algo o hay algo incorrecto.", next: "Está marcado en rojo.", said: null, by: null };
      case "keys_not_available":
        return { title: "No hay claves para probar.", next: `${keysState[c.keys]}: escriba arriba las dos claves.`, said: null, by: null };
      case "keys_refused":
        return {
          title: "Las claves fueron rechazadas.",
          next:
            c.named_host === null
              ? "Casi siempre las claves son incorrectas: copie las dos de nuevo. Si no es eso: la dirección de esta computadora falta en una lista de IP permitidas (hay dos), la persona a la que pertenecen las claves fue desactivada, o la dirección es de otra región."
              : `La respuesta menciona otra dirección, “${foreign(c.named_host)}”: quizá las claves sean de otra región. Verifique la dirección (servidor) con su administrador; allí no se envió nada.`,
          said: c.said,
          by: answeredBy(c.by),
        };
      case "forbidden":
        return {
          title: "La dirección responde, y se niega.",
          next: "Verifique la dirección (servidor) y el ID de organización, y si esta computadora está en las listas de IP permitidas de la cuenta.",
          said: c.said,
          by: answeredBy(c.by),
        };
      case "organisation_unknown":
        return c.by.who === "ticket_system"
          ? { title: "El ID de organización no es correcto.", next: "La dirección y las claves están bien. Verifique el ID de organización.", said: c.said, by: answeredBy(c.by) }
          : { title: "Allí no se conoce el ID de organización.", next: "Verifique primero el ID de organización, y luego la dirección (servidor).", said: c.said, by: answeredBy(c.by) };
      case "not_the_ticket_system":
        return { ...instead(c.by), said: null, by: answeredBy(c.by) };
      case "failed": {
        const { what, next } = failureWords(c.failure);
        const said = c.failure.answer?.reason ?? c.failure.answer?.message ?? null;
        const advice = triedAdvice.has(c.failure.code) ? next.replace(again, "Luego pruebe de nuevo.") : "Revise su conexión a internet y la dirección, y luego pruebe de nuevo.";
        return { title: what, next: advice, said, by: c.by && answeredBy(c.by) };
      }
    }
  },
  help: {
    title: "Dónde se encuentran estos datos",
    host: "Dirección (servidor)",
    hostText: "La conoce su ejecutivo de cuenta en LeadSquared, y también scsupport@leadsquared.com. Es distinta en cada cuenta.",
    keys: "Clave de acceso y clave secreta",
    keysText:
      "En LeadSquared: My Profile > Settings > API and Webhooks > API Access Keys. A menudo solo los administradores ven esta página: pregunte al suyo. Las claves pertenecen a una persona, y lo que se envía con ellas cuenta como hecho por esa persona.",
    organisation: "ID de organización",
    organisationText:
      "Al pie del menú debajo de su foto de perfil, arriba a la derecha. También es el número que sigue a “tenants” en una dirección de API: pegue la dirección completa y se completa solo.",
    switch: "Un interruptor debe estar activado",
    switchText: "Settings > Service Cloud > API Configurations: junto a “Enable API”, active “LeadSquared Service CRM APIs” y presione Save.",
    whitelist: "Si hay una lista de IP permitidas",
    whitelistText:
      "Puede haber dos: en la página del interruptor y, para toda la cuenta, en Users and Permissions. La dirección de internet de esta computadora debe estar en cada una que se use. De lo contrario se rechazan incluso las claves correctas.",
    where: "A dónde van sus claves",
    whereText: "Al llavero propio de esta computadora, junto con el lugar para el que son. No se muestran nunca más y no van a ningún lado salvo a la dirección de su cuenta y a la de leads y, cuando usted presiona el botón para ello, a la dirección de su región. Bajo leadsquared.com, los campos se piden en la dirección que empieza con “api.” donde la suya empieza con “apigw.”.",
  },
};

/** Whose keys they are. */
export const owner = {
  region: "Región de su cuenta de LeadSquared",
  choose: "Elija…",
  regions: {
    mumbai: "India (Bombay), api-in21",
    hyderabad: "India (Hyderabad), api-in22",
    singapore: "Singapur, api",
    united_states: "Estados Unidos, api-us11",
    ireland: "Irlanda, api-ir31",
    canada: "Canadá, api-ca12",
    middle_east: "Oriente Medio, api-me61",
    jakarta: "Indonesia (Yakarta), api-id51",
  } satisfies Record<RegionName, string>,
  other: "Otra dirección…",
  otherHost: "La dirección de su región",
  help: "Pregunte a su administrador si no la conoce. No se prueban las regiones una tras otra: las claves solo van a donde usted diga.",
  leave: ({ host }: { host: string }) => `Sus dos claves irán a ${foreign(host)}, una sola vez, con la pregunta de quién son. Allí no se cambia nada.`,
  ask: "Completar lo demás",
  asking: "Preguntando…",
  of: ({ name, company }: { name: string | null; company: string | null }) =>
    `Claves de ${[name, company].flatMap((part) => (part === null ? [] : [foreign(part)])).join(", ") || "esta cuenta"}`,
  acts: ({ name }: { name: string }) => `Quienquiera que envíe con estas claves: en el ticket figura que lo hizo ${foreign(name)}.`,
  zone: ({ zone }: { zone: string }) => `Zona horaria allí: ${foreign(zone)}.`,
  filled: "El ID de organización y la dirección de leads ya están completados abajo.",
  addressProposed: "Lo demás ya está completado abajo. La dirección (servidor) es la habitual de su región: “Probar la conexión” dice si es la suya.",
  addressMissing: "Ahora solo falta la dirección (servidor): ninguna página dice cuál es en su región. La conoce su ejecutivo de cuenta en LeadSquared.",
  refused:
    "Casi siempre las claves son incorrectas (copie las dos de nuevo) o de otra región. Si no es eso, la persona a la que pertenecen fue desactivada, o la dirección de esta computadora falta en una lista de IP permitidas.",
  failed: "Puede completar usted mismo las casillas de abajo y probar la conexión.",
  named: ({ host }: { host: string }) => `La respuesta menciona otra dirección: ${foreign(host)}. Las claves se envían allí solo si usted lo dice.`,
  takeNamed: "Usar esa dirección",
};
