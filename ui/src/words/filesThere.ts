// Whether a ticket shows the files that were sent to it. Part of the catalogue in en.ts.
//
// Seen there is proof; not seen there is none: the ticket system may show files elsewhere, so nothing here ever says that
// a file did not arrive.
import type { FileFound, FilesLooked } from "../shell/types";
import { list } from "./amounts";
import { failureWords } from "./failures";
import { foreign } from "./foreign";
import { files, quoted } from "./things";

const most = 3;
const names = (some: FileFound[]): string => (some.length <= most ? list(some.map(({ name }) => quoted(name))) : files(some.length));
const allFiles = (ticket: string) => `Open ticket #${foreign(ticket)} in LeadSquared and look under All Files.`;

/** What is seen, in a sentence or two. */
export const seenFiles = ({ found, ticket }: { found: FileFound[]; ticket: string }): string => {
  const seen = found.filter((file) => file.seen);
  const ofOthers = found.filter((file) => file.of_others);
  const unseen = found.filter((file) => !file.seen && !file.of_others);
  if (seen.length === found.length) return found.length === 1 ? "The file is seen on the ticket." : `All ${files(found.length)} are seen on the ticket.`;
  const there = seen.length === 0 ? "" : `Seen on the ticket: ${names(seen)}. `;
  const others = ofOthers.length === 0 ? "" : `Seen there, but perhaps from another update of yours: ${names(ofOthers)}. `;
  const not = unseen.length === 0 ? "" : `Not seen there: ${names(unseen)}. That proves nothing, since not every file is shown there. `;
  return `${there}${others}${not}${allFiles(ticket)}`;
};

export const filesThere = {
  look: "Look for the files on the ticket",
  looking: "Looking…",
  show: "Show the customer's tickets in the browser",
  nowhere: "The address of your LeadSquared is not known here: open it as you always do.",
  found: ({ looked, ticket }: { looked: FilesLooked; ticket: string }): string => {
    switch (looked.result) {
      case "looked":
        return seenFiles({ found: looked.files, ticket });
      case "not_answered":
        return `The ticket's conversations could not be read: ${failureWords(looked.failure).what} ${allFiles(ticket)}`;
      case "nobody_to_ask":
        return `The account's keys are not to be had now, so nobody was asked. ${allFiles(ticket)}`;
    }
  },
};
