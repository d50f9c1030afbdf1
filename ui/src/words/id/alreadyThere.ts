// Files that went to the same ticket before. Part of the catalogue in id.ts.
import type { AlreadyThere } from "../../shell/types";
import { foreign } from "../foreign";
import { todayOrDate } from "./amounts";
import { files } from "./things";

export const alreadyThere = {
  /** `name`: what it is called here. */
  went: ({ name, went, ticket, now }: { name: string; went: AlreadyThere; ticket: string; now: number }): string => {
    const file = `“${foreign(name)}”`;
    const when = todayOrDate(went.at, now);
    const as = went.name === name ? "" : ` sebagai “${foreign(went.name)}”`;
    switch (went.state) {
      case "done":
        return `${file} sudah pernah dikirim ke #${ticket}${as} (${when}).`;
      case "may_be_done":
        return `${file} mungkin sudah ada di #${ticket}: sudah dikirim${as} (${when}), dan belum ada yang tahu apakah sampai.`;
      default:
        return `${file} sudah dalam perjalanan ke #${ticket}${as} (sejak ${when}).`;
    }
  },
  leaveOut: "Tinggalkan",
  leaveOutOf: ({ name }: { name: string }) => `Tinggalkan “${foreign(name)}”`,
  add: "Tetap tambahkan",
  addOf: ({ name }: { name: string }) => `Tetap tambahkan “${foreign(name)}”`,
  leaveAllOut: ({ count }: { count: number }) => `Tinggalkan semua ${files(count)}`,
  addAll: ({ count }: { count: number }) => `Tetap tambahkan semua ${files(count)}`,
};
