// Files that went to the same ticket before. Part of the catalogue in hi.ts.
import type { AlreadyThere } from "../../shell/types";
import { foreign } from "../foreign";
import { todayOrDate } from "./amounts";
import { files } from "./things";

export const alreadyThere = {
  /** `name`: what it is called here. */
  went: ({ name, went, ticket, now }: { name: string; went: AlreadyThere; ticket: string; now: number }): string => {
    const file = `“${foreign(name)}”`;
    const when = todayOrDate(went.at, now);
    const as = went.name === name ? "" : ` “${foreign(went.name)}” नाम से`;
    switch (went.state) {
      case "done":
        return `${file} पहले${as} #${ticket} को जा चुकी है (${when})।`;
      case "may_be_done":
        return `${file} शायद #${ticket} पर पहले से है: वह${as} भेजी गई थी (${when}), और अभी कोई नहीं जानता कि वह पहुँची या नहीं।`;
      default:
        return `${file} पहले से${as} #${ticket} के रास्ते में है (${when} से)।`;
    }
  },
  leaveOut: "छोड़ दें",
  leaveOutOf: ({ name }: { name: string }) => `“${foreign(name)}” को छोड़ दें`,
  add: "फिर भी जोड़ें",
  addOf: ({ name }: { name: string }) => `“${foreign(name)}” को फिर भी जोड़ें`,
  leaveAllOut: ({ count }: { count: number }) => `सभी ${files(count)} छोड़ दें`,
  addAll: ({ count }: { count: number }) => `सभी ${files(count)} फिर भी जोड़ें`,
};
