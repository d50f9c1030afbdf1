// What is open over the window, and which half is shown where there is room for one only.
import type { Closing } from "../shell/types";
import type { Words } from "../words/en";

export type OpenDialog =
  | { what: "nothing" }
  | { what: "settings" }
  | { what: "setup" }
  | { what: "save-setup"; id: string }
  | { what: "account"; id: string | null; at?: "lead-host" }
  /** `keep`: to make one of the draft's changes. */
  | { what: "presets"; keep: boolean }
  | { what: "proxy"; proxy: string }
  | { what: "delivery"; id: number }
  | { what: "put-back"; id: number };

export type Question = {
  title: string;
  text: string;
  /** The same in another language, for what decides about sending again. */
  say?: (words: Words) => string;
  yes: string;
  /** Null where there is nothing to decide. */
  no: string | null;
  danger: boolean;
  answer: (yes: boolean) => void;
};

class Screen {
  opened = $state<OpenDialog>({ what: "nothing" });
  half = $state<"draft" | "history">("draft");
  question = $state<Question | null>(null);
  /** The window was asked to close while something is on its way. */
  closing = $state.raw<Closing | null>(null);

  open(opened: OpenDialog): void {
    this.opened = opened;
  }
  close(): void {
    this.opened = { what: "nothing" };
  }
  ask(question: Omit<Question, "answer">): Promise<boolean> {
    return new Promise((resolve) => {
      this.question = {
        ...question,
        answer: (yes) => {
          this.question = null;
          resolve(yes);
        },
      };
    });
  }
}

export const screen = new Screen();
