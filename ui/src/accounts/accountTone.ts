import type { KeysState } from "../shell/types";

/** Green: ready to send. Amber: a person has to do something first. */
export const keysTone = (keys: KeysState): "good" | "warn" => (keys === "saved" || keys === "session" ? "good" : "warn");
