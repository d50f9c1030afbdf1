// Files that went to the same ticket before. Part of the catalogue in en.ts.
import type { AlreadyThere } from "../shell/types";
import { todayOrDate } from "./amounts";
import { foreign } from "./foreign";
import { files } from "./things";

export const alreadyThere = {
  /** `name`: what it is called here. */
  went: ({ name, went, ticket, now }: { name: string; went: AlreadyThere; ticket: string; now: number }): string => {
    const file = `“${foreign(name)}”`;
    const as = went.name === name ? "" : ` as “${foreign(went.name)}”`;
    const when = todayOrDate(went.at, now);
    switch (went.state) {
      case "done":
        return `${file} went to #${ticket} before${as} (${when}).`;
      case "may_be_done":
        return `${file} may be on #${ticket} already: it was sent${as} (${when}), and nobody knows yet whether it arrived.`;
      default:
        return `${file} is on its way to #${ticket} already${as} (since ${when}).`;
    }
  },
  leaveOut: "Leave it out",
  leaveOutOf: ({ name }: { name: string }) => `Leave “${foreign(name)}” out`,
  add: "Add it all the same",
  addOf: ({ name }: { name: string }) => `Add “${foreign(name)}” all the same`,
  leaveAllOut: ({ count }: { count: number }) => `Leave all ${files(count)} out`,
  addAll: ({ count }: { count: number }) => `Add all ${files(count)} all the same`,
};
