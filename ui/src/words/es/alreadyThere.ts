// Files that went to the same ticket before. Part of the catalogue in es.ts.
import type { AlreadyThere } from "../../shell/types";
import { foreign } from "../foreign";
import { todayOrDate } from "./amounts";
import { files } from "./things";

export const alreadyThere = {
  /** `name`: what it is called here. */
  went: ({ name, went, ticket, now }: { name: string; went: AlreadyThere; ticket: string; now: number }): string => {
    const file = `“${foreign(name)}”`;
    const when = todayOrDate(went.at, now);
    const as = went.name === name ? "" : ` como “${foreign(went.name)}”`;
    switch (went.state) {
      case "done":
        return `${file} ya fue antes a #${ticket}${as} (${when}).`;
      case "may_be_done":
        return `Es posible que ${file} ya esté en #${ticket}: se envió${as} (${when}), y nadie sabe todavía si llegó.`;
      default:
        return `${file} ya está en camino a #${ticket}${as} (desde ${when}).`;
    }
  },
  leaveOut: "Dejarlo fuera",
  leaveOutOf: ({ name }: { name: string }) => `Dejar fuera “${foreign(name)}”`,
  add: "Agregarlo de todos modos",
  addOf: ({ name }: { name: string }) => `Agregar “${foreign(name)}” de todos modos`,
  leaveAllOut: ({ count }: { count: number }) => `Dejar fuera los ${files(count)}`,
  addAll: ({ count }: { count: number }) => `Agregar los ${files(count)} de todos modos`,
};
