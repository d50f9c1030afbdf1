import type { ShellError } from "../shell/types";

/** A command itself failed (the disk, the database): said in a line at the top until closed. */
export const trouble = $state<{ seen: boolean; error: ShellError | null }>({ seen: false, error: null });

function isShellError(error: unknown): error is ShellError {
  if (typeof error !== "object" || error === null || !("code" in error)) return false;
  return error.code === "storage" || error.code === "practice_server" || error.code === "busy";
}

export function report(error: unknown): void {
  trouble.seen = true;
  trouble.error = isShellError(error) ? error : null;
  console.error(error);
}
