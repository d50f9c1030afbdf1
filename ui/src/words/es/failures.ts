// What a failure means to a person: what happened, what became of the ticket, what to do next.
// Part of the catalogue in es.ts; apart only because it is long.
import type { Effect, Failure, Insecure, Job, KeysState, NotRegular, Stuck } from "../../shell/types";
import type { FailureWords } from "../failures";
import { foreign } from "../foreign";
import { isBasic, partlySent, proxySaid, reasonOf } from "../reached";
import { count, list, sizeOf } from "./amounts";
import { fieldName } from "./things";

const safe: Record<Job, Record<Effect, string>> = {
  update: { not_sent: "No se envió nada.", not_done: "El ticket no cambió.", may_be_done: "Es posible que el ticket haya cambiado." },
  new_ticket: { not_sent: "No se envió nada.", not_done: "No se creó ningún ticket.", may_be_done: "Es posible que el ticket se haya creado." },
  note: { not_sent: "No se envió nada.", not_done: "La nota no se agregó.", may_be_done: "Es posible que la nota se haya agregado." },
};

// A part had left this computer already, so "Nothing was sent" would be read as untrue.
const nothingArrived: Record<Job, string> = {
  update: "Nada llegó al ticket.",
  new_ticket: "No se creó ningún ticket.",
  note: "Nada llegó al ticket.",
};

export const notRegular: Record<NotRegular, string> = {
  folder: "una carpeta",
  pipe: "una tubería",
  device: "un dispositivo",
  other: "algo que no es un archivo común",
};

export const keysState: Record<KeysState, string> = {
  saved: "Claves guardadas",
  session: "Claves conservadas hasta que cierre la aplicación",
  missing: "Sin claves",
  locked: "Llavero bloqueado",
  no_keychain: "Sin llavero",
};

export const again = "Presione “Enviar de nuevo” para intentarlo otra vez.";
const change = "Cambie lo que menciona: “Corregir y enviar de nuevo” trae todo de vuelta para que usted lo cambie.";
const checks: Record<Job, string> = {
  update: "Revise el número de ticket y los valores: “Corregir y enviar de nuevo” trae todo de vuelta para que usted lo cambie.",
  new_ticket: "Revise el cliente y los valores: “Corregir y enviar de nuevo” trae todo de vuelta para que usted lo cambie.",
  note: "Revise el número de ticket: “Corregir y enviar de nuevo” trae todo de vuelta para que usted lo cambie.",
};
const admin = "Muestre los detalles a su administrador.";
const looks: Record<Job, string> = {
  update: "Abra el ticket en LeadSquared. Envíe de nuevo solo si allí faltan el cambio o los archivos.",
  new_ticket: "Busque el ticket nuevo en LeadSquared. Envíe de nuevo solo si no está allí.",
  note: "Abra el ticket en LeadSquared. Envíe de nuevo solo si allí falta la nota.",
};
const readd = (file: string) => `Presione “Corregir y enviar de nuevo” y agregue otra vez “${foreign(file)}”.`;

/** Why a connection is not secure, and what to do about it. */
const insecure: Record<Insecure, { what: (host: string) => string; next: string }> = {
  expired: {
    what: (host) => `El certificado de “${host}” venció, así que la conexión no se usó.`,
    next: "Revise la fecha y la hora de esta computadora. Si son correctas, quienes operan el servidor deben renovar su certificado: avise a su administrador.",
  },
  not_yet_valid: {
    what: (host) => `El certificado de “${host}” todavía no es válido, así que la conexión no se usó.`,
    next: "Revise la fecha y la hora de esta computadora: probablemente están atrasadas.",
  },
  other_name: {
    what: (host) => `El certificado que mostró “${host}” pertenece a otro servidor, así que la conexión no se usó.`,
    next: "Revise la dirección en la configuración de la cuenta, y si su red quiere que usted inicie sesión primero.",
  },
  unknown_issuer: {
    what: (host) => `Esta computadora no conoce a quien responde por el certificado de “${host}”, así que la conexión no se usó.`,
    next: "La red de una empresa o un antivirus puede abrir las conexiones seguras con un certificado propio, que debe estar instalado en esta computadora: pregunte a su administrador.",
  },
  too_old: {
    what: (host) => `“${host}” y esta computadora no encontraron una manera segura de comunicarse que ambos conozcan, así que la conexión no se usó.`,
    next: "El servidor, o algo en el camino hacia él, es demasiado antiguo: avise a su administrador.",
  },
  wants_certificate: {
    what: (host) => `“${host}” pide un certificado de esta computadora, y la aplicación no tiene ninguno que mostrar.`,
    next: "Revise la dirección en la configuración de la cuenta, o pida a su administrador una que funcione sin certificado.",
  },
  other: {
    what: (host) => `La conexión con “${host}” no es segura, así que no se usó.`,
    next: "Revise la fecha y la hora de esta computadora y la dirección en la configuración de la cuenta. Si ambas son correctas, pregunte a su administrador.",
  },
};

const proxyNamed = (name: string) => (name === "" ? "El proxy de su red" : `El proxy de su red, “${foreign(name)}”,`);

function proxySignIn(proxy: string, kinds: string[]): { what: string; next: string } {
  return isBasic(kinds)
    ? {
        what: `${proxyNamed(proxy)} pide un nombre y una contraseña antes de dejar pasar algo.`,
        next: "Presione “Iniciar sesión en el proxy”, o pregunte a su administrador.",
      }
    : {
        what: `${proxyNamed(proxy)} pide un inicio de sesión que la aplicación no conoce: ${foreign(list(kinds))}.`,
        next: "La aplicación solo inicia sesión con nombre y contraseña (Basic). Pida a su administrador que deje pasar el sistema de tickets sin inicio de sesión.",
      };
}

function proxyRefused(proxy: string, host: string, status: number | null): { what: string; next: string } {
  const made = `${proxyNamed(proxy)} no hizo la conexión con “${foreign(host)}”`;
  switch (proxySaid(status)) {
    case "nothing":
      return { what: `${made}: colgó, o no es un proxy.`, next: `Revise el proxy en la configuración de red de esta computadora, o pregunte a su administrador. ${again}` };
    case "sign_in":
      return { what: `${made}: quiere que usted inicie sesión primero (${status}).`, next: "Abra cualquier página en su navegador e inicie sesión allí." };
    case "not_allowed":
      return { what: `${made}: no lo permite (${status}).`, next: "Pida a su administrador que permita esa dirección." };
    case "not_reached":
      return {
        what: `${made}: no pudo llegar a él, o está demasiado ocupado (${status}).`,
        next: `Revise la dirección en la configuración de la cuenta. Si es correcta, espere unos minutos. ${again}`,
      };
    case "other":
      return { what: `${made} (${status}).`, next: "Pregunte a su administrador si el proxy permite esa dirección." };
  }
}

/** One that failed so often in a row that it is not tried any more by itself. */
function stopped(stuck: Stuck, next: string): { what: string; next: string } {
  if (stuck.sent === 0) {
    return { what: "Esto se intentó una y otra vez, y siempre terminó antes de que se enviara algo.", next };
  }
  const far = stuck.sent >= stuck.total ? "cuando ya había salido todo" : `cuando habían salido ${sizeOf(stuck.sent, stuck.total)}`;
  return {
    what: `Esto se intentó una y otra vez, y terminó ${far}.`,
    next: `Quizá es demasiado grande, o va demasiado lento, para algo en el camino. Envíe menos archivos a la vez, o use una conexión más rápida. ${again}`,
  };
}

const orTooLarge = "O los archivos son demasiados o demasiado grandes para algo en el camino: pruebe con menos a la vez.";

/** The server's own reason, as the headline. */
const says = (failure: Failure): string | null => {
  const said = reasonOf(failure);
  return said === null ? null : `El sistema de tickets dice: “${foreign(said)}”.`;
};

/** Another address that the server named, where there was one: for the person to judge. */
const named = (failure: Failure): string =>
  failure.answer?.named_host
    ? `La respuesta menciona otra dirección, “${foreign(failure.answer.named_host)}”; allí no se envió nada. Si su cuenta está en esa región, pida a su administrador la dirección. `
    : "";

const reason = (failure: Failure, then: string, without: string) =>
  failure.answer?.reason ? then : failure.answer?.message ? `Dice por qué. ${then}` : `No dio ninguna razón. ${without}`;

function happened(failure: Failure, job: Job): { what: string; next: string } {
  const look = looks[job];
  const check = checks[job];
  const uncertain = failure.effect === "may_be_done";
  switch (failure.code) {
    case "file_missing":
      return { what: `“${foreign(failure.file)}” ya no está donde estaba.`, next: readd(failure.file) };
    case "file_unreadable":
      return {
        what: `No se pudo leer “${foreign(failure.file)}” (${foreign(failure.why)}).`,
        next: `Cierre otros programas que lo usen y verifique que usted puede abrirlo. ${readd(failure.file)}`,
      };
    case "file_not_regular":
      return {
        what: `“${foreign(failure.file)}” ahora es ${notRegular[failure.kind]}, y solo se pueden enviar archivos.`,
        next: "Presione “Corregir y enviar de nuevo”, quítelo y agregue el archivo que quiere enviar.",
      };
    case "file_changed":
      return { what: `“${foreign(failure.file)}” cambió después de que usted lo agregó.`, next: readd(failure.file) };
    case "file_shrank":
      return {
        what: `“${foreign(failure.file)}” se acortó mientras se enviaba.`,
        next: `Espere hasta que ningún programa escriba en él. ${readd(failure.file)}`,
      };
    case "file_grew":
      return {
        what: `“${foreign(failure.file)}” se alargó mientras se enviaba.`,
        next: `Espere hasta que ningún programa escriba en él. ${readd(failure.file)}`,
      };
    case "lead_unknown":
      return {
        what: "El sistema de tickets no dice a qué cliente pertenece este ticket, y una actualización lo necesita.",
        next: "Pida a su administrador que mire el ticket.",
      };
    case "changed_since": {
      const fields = list(failure.fields.map((field) => `“${fieldName(field)}”`));
      return {
        what: `${fields}: alguien lo cambió después de la actualización que se iba a restablecer, o no se puede saber, así que no se envió nada de esto.`,
        next: "Mire el ticket. “Restablecer…” en esa actualización muestra cómo está ahora.",
      };
    }
    case "host_not_found":
      return {
        what: `No se encontró ningún servidor llamado “${foreign(failure.host)}”.`,
        next: "Revise su conexión a internet, y luego la dirección en la configuración de la cuenta.",
      };
    case "cannot_connect":
      return {
        what: `No se pudo llegar a “${foreign(failure.host)}”.`,
        next: `Revise su conexión a internet (y la VPN, si usa una). ${again}`,
      };
    case "connect_timed_out":
      return {
        what: `“${foreign(failure.host)}” no aceptó la conexión a tiempo.`,
        next: `Revise su conexión a internet (y la VPN, si usa una). ${again}`,
      };
    case "connection_not_secure": {
      const words = insecure[failure.kind];
      return { what: words.what(foreign(failure.host)), next: words.next };
    }
    case "proxy_unreachable":
      return {
        what: `No se pudo llegar al proxy “${foreign(failure.proxy)}”, que figura en la configuración de red de esta computadora.`,
        next: `Revise su conexión con la red de la empresa (la VPN, si usa una). Si aquí no hace falta el proxy, quítelo de la configuración de red de esta computadora. ${again}`,
      };
    case "proxy_not_spoken":
      return {
        what: `La configuración de red de esta computadora menciona el proxy “${foreign(failure.proxy)}” del tipo ${foreign(failure.kind.toUpperCase())}, que la aplicación no conoce.`,
        next: "La aplicación conoce los proxies web y SOCKS5. Pida uno de estos a su administrador.",
      };
    case "proxy_sign_in":
      return proxySignIn(failure.proxy, failure.kinds);
    case "proxy_refused":
      return proxyRefused(failure.proxy, failure.host, failure.status);
    case "broke_while_sending":
      return { what: "La conexión se cortó antes de que se enviara todo.", next: again };
    case "stalled_while_sending":
      return { what: `Nada avanzó durante ${count(failure.seconds, "segundo", "segundos")}, así que se dejó de enviar.`, next: again };
    case "not_released":
      return {
        what: `Esta computadora no pudo anotar que estaba por terminar (${foreign(failure.why)}), así que se detuvo antes del final.`,
        next: "Libere espacio en el disco de esta computadora; continúa por sí solo.",
      };
    case "cancelled":
      return uncertain
        ? { what: "Usted canceló cuando ya se había enviado todo, así que la respuesta no se conoce.", next: look }
        : { what: "Usted canceló antes de que se enviara todo.", next: "“Usar de nuevo” lo pone en una actualización nueva." };
    case "too_many_calls":
      return {
        what: "La cuenta agotó sus llamadas por ahora; quizá otras personas o programas usan las mismas claves.",
        next: `Espere un momento. ${again}`,
      };
    case "unavailable":
      return uncertain
        ? { what: "Cuando ya se había enviado todo, algo en el camino dijo que el sistema de tickets no está disponible.", next: look }
        : { what: "El sistema de tickets no está disponible en este momento.", next: `Espere unos minutos. ${again}` };
    case "too_slow":
      return uncertain
        ? { what: "Cuando ya se había enviado todo, el servidor dijo que había tardado demasiado.", next: look }
        : { what: "El envío tardó más de lo que el servidor espera.", next: `Envíe menos archivos a la vez, o use una conexión más rápida. ${again}` };
    case "failed_early":
      return {
        what: says(failure) ?? "El servidor falló antes de tenerlo todo.",
        next: `Espere unos minutos. ${again} Si falla en el mismo punto, quizá los archivos son demasiados o demasiado grandes.`,
      };
    case "not_the_ticket_system":
      return {
        what: "Respondió una página web, y no el sistema de tickets.",
        next: `Quizá su red quiere que usted inicie sesión primero: abra cualquier página en su navegador. ${again} Si sigue igual, revise la dirección en la configuración de la cuenta.`,
      };
    case "wrong_address":
      return {
        what: "El servidor no tiene ningún sistema de tickets en esta dirección.",
        next: "Revise la dirección y el ID de organización en la configuración de la cuenta.",
      };
    case "not_accepted":
      return { what: says(failure) ?? "El sistema de tickets no aceptó esto.", next: reason(failure, change, check) };
    case "keys_refused":
      return {
        what: "El sistema de tickets rechazó las claves.",
        next: `${named(failure)}Casi siempre las claves son incorrectas o se generaron de nuevo: revise las dos en la configuración de la cuenta. Si son correctas, se trata de una de estas cosas, y un administrador puede saberlo: la dirección de esta computadora falta en una lista de IP permitidas (hay dos), la persona a la que pertenecen las claves fue desactivada, o la cuenta está en otra región.`,
      };
    case "forbidden":
      return {
        what: says(failure) ?? "Estas claves no tienen permiso para hacer esto.",
        next: `${named(failure)}Casi siempre se debe al rol de la persona a la que pertenecen las claves: las de un Agent solo cambian tickets asignados a ese Agent; las de un Light Agent, ninguno. Si no es eso, “LeadSquared Service CRM APIs” está desactivado, la dirección de esta computadora falta en una lista de IP permitidas, o la dirección de la cuenta lleva a otro lugar. Pregunte a su administrador y luego envíe de nuevo.`,
      };
    case "not_found":
      if (job === "new_ticket") {
        return {
          what: "El sistema de tickets no crea tickets en esta dirección.",
          next: "Revise la dirección y el ID de organización en la configuración de la cuenta.",
        };
      }
      return {
        what: "El sistema de tickets no conoce este ticket.",
        next: "Revise primero el número de ticket, y luego la dirección en la configuración de la cuenta. Un número equivocado se arregla con “Corregir y enviar de nuevo”.",
      };
    case "too_large":
      return {
        what: "Para el sistema de tickets los archivos son demasiado grandes.",
        next: "“Enviar por partes” hace de esto varias actualizaciones más pequeñas, cuando hay varios archivos. Un solo archivo demasiado grande tiene que hacerse más pequeño: “Corregir y enviar de nuevo” trae todo de vuelta para que usted lo cambie.",
      };
    case "refused":
      return { what: says(failure) ?? "El sistema de tickets rechazó esto.", next: reason(failure, change, admin) };
    case "redirected":
      return {
        what: "El servidor señaló otra dirección; las claves no se enviaron allí.",
        next: "Revise la dirección en la configuración de la cuenta, o la página de inicio de sesión de su red.",
      };
    case "declined":
      return { what: says(failure) ?? "El sistema de tickets recibió esto pero no lo llevó a cabo.", next: reason(failure, change, check) };
    case "server_error":
      return {
        what: says(failure) ?? "El sistema de tickets falló mientras trabajaba en esto.",
        next: failure.answer?.exception ? `Esto parece un rechazo. ${uncertain ? look : again}` : uncertain ? look : again,
      };
    case "answer_unreadable":
      return { what: "No se pudo entender la respuesta del sistema de tickets.", next: uncertain ? look : admin };
    case "answered_early":
      return { what: "El sistema de tickets respondió antes de tenerlo todo.", next: uncertain ? look : reason(failure, change, admin) };
    case "broke_before_answer":
      return { what: "La conexión se cortó cuando ya se había enviado todo, antes de que llegara la respuesta.", next: look };
    case "no_answer":
      return { what: `Se envió todo, pero en ${count(failure.seconds, "segundo", "segundos")} no llegó ninguna respuesta.`, next: look };
  }
}

export function failureWords(failure: Failure, job: Job = "update", stuck: Stuck | null = null): FailureWords {
  const { what, next } = happened(failure, job);
  // What is said of the size already needs no second word.
  const also = failure.oversize && failure.code !== "too_large" ? `${next} ${orTooLarge}` : next;
  const words = stuck ? stopped(stuck, also) : { what, next: also };
  return { ...words, quotes: words.what === says(failure), safe: partlySent(failure) ? nothingArrived[job] : safe[job][failure.effect] };
}
