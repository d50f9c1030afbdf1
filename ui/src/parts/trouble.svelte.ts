import type { DeskError } from "../shell/types";

/** A command itself failed (the disk, the database): said in a line at the top until closed. */
export const trouble = $state<{ seen: boolean; error: DeskError | null }>({ seen: false, error: null });

const known: Record<DeskError["code"], true> = {
  storage: true,
  practice_server: true,
  busy: true,
  in_use: true,
  no_room: true,
  read_only: true,
  held: true,
  newer: true,
  not_possible: true,
};

export function isDeskError(error: unknown): error is DeskError {
  if (typeof error !== "object" || error === null || !("code" in error)) return false;
  return typeof error.code === "string" && error.code in known;
}

export function report(error: unknown): void {
  trouble.seen = true;
  trouble.error = isDeskError(error) ? error : null;
  console.error(error);
}
