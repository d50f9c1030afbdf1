// Pressing Send, and what became of it.
import { tick } from "svelte";
import * as shell from "../shell/commands";
import type { Delivery, Progress } from "../shell/types";
import { accounts } from "../accounts/accounts.svelte";
import { history } from "../history/history.svelte";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { words } from "../words/en";
import { draft } from "./draft.svelte";
import { Speed } from "./speed";

/** Focus goes where the eye has to go next; ids are those of the boxes. */
export async function focusOn(id: string): Promise<void> {
  await tick();
  const element = document.getElementById(id);
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
}

class Sending {
  state = $state<"checking" | "sending" | "cancelling" | null>(null);
  progress = $state.raw<Progress | null>(null);
  speed = $state<number | null>(null);
  secondsLeft = $state<number | null>(null);
  /** For the screen reader: said at each step and each quarter, not at each of 20 reports a second. */
  spoken = $state("");
  /** The answer shown until it is closed or something is sent again. */
  answer = $state.raw<Delivery | null>(null);

  /** While something is on its way the draft is only shown. */
  readonly busy = $derived(this.state === "sending" || this.state === "cancelling");
  /** A failure that is about one file marks its row. */
  readonly badFile = $derived(
    this.answer?.outcome.state === "failed" && "file" in this.answer.outcome.failure
      ? this.answer.outcome.failure.file
      : null,
  );

  #seen(progress: Progress, speed: Speed): void {
    const before = this.progress;
    this.progress = progress;
    if (progress.step === "sending") {
      speed.add(performance.now(), progress.sent);
      this.speed = speed.perSecond();
      this.secondsLeft = speed.secondsLeft(progress.total);
    }
    const quarter = (p: Progress | null) =>
      p?.step === "sending" && p.total > 0 ? Math.floor((p.sent / p.total) * 4) : 0;
    if (before?.step !== progress.step || quarter(before) !== quarter(progress)) {
      const tenths = progress.step === "sending" && progress.total > 0 ? Math.floor((progress.sent / progress.total) * 10) : 0;
      this.spoken = words.send.spoken(progress, tenths);
    }
  }

  async send(): Promise<void> {
    if (this.state !== null) return;
    this.state = "checking";
    try {
      await draft.flush();
      const text = draft.text();
      draft.show(await shell.checkDraft(text));
      if (draft.faults.length > 0) return;
      this.answer = null;
      this.progress = null;
      this.speed = this.secondsLeft = null;
      this.state = "sending";
      void focusOn("progress");
      const speed = new Speed();
      const sent = await shell.updateTicket(text, (progress) => this.#seen(progress, speed));
      if (sent.result === "faults") {
        draft.show(sent.faults);
        return;
      }
      if (sent.result === "keys_not_available") {
        // The keychain was asked a moment ago: asked again, it would ask the person again.
        await accounts.refresh();
        await focusOn("keys-line");
        return;
      }
      await this.#settled(sent.delivery);
    } catch (error) {
      report(error);
    } finally {
      this.state = null;
      this.spoken = "";
      this.progress = null;
      const [first] = draft.faults;
      if (first) void focusOn(first.place);
      else if (this.answer) {
        await focusOn(this.answer.outcome.state === "done" ? "ticket" : "answer");
        // The answer covers the lower part of the draft: the file it is about must not lie behind it.
        document.querySelector("[data-testid=file-row][data-state=failed]")?.scrollIntoView({ block: "center" });
      }
    }
  }
  async #settled(delivery: Delivery): Promise<void> {
    history.settled(delivery);
    this.answer = delivery;
    if (delivery.outcome.state === "done") {
      // Emptied by the shell, but for files that were dropped meanwhile: they belong to the next update.
      draft.take(await shell.draft());
      draft.left = [];
    }
  }

  async cancel(): Promise<void> {
    if (this.state !== "sending") return;
    this.state = "cancelling";
    try {
      await shell.cancel();
    } catch (error) {
      report(error);
    }
  }

  async useAgain(delivery: Delivery): Promise<void> {
    if (this.busy) return;
    const { replaceTitle, replace, replaceYes, replaceNo } = words.delivery;
    const goOn =
      draft.empty ||
      (await screen.ask({ title: replaceTitle, text: replace, yes: replaceYes, no: replaceNo, danger: false }));
    if (!goOn) return;
    try {
      await draft.flush();
      const again = await shell.useAgain(delivery.id);
      draft.take(again.draft);
      draft.attached(again.attached);
      this.answer = null;
      screen.close();
      screen.half = "draft";
      void focusOn("ticket");
    } catch (error) {
      report(error);
    }
  }
}

export const sending = new Sending();
