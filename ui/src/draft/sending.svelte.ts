// Pressing Send, and following the update that was sent last.
import { accounts } from "../accounts/accounts.svelte";
import { failureOf, isOnTheWay } from "../outbox/delivery";
import { asking } from "../outbox/newest";
import { outbox } from "../outbox/outbox.svelte";
import { transfers } from "../outbox/transfers.svelte";
import { focusOn } from "../parts/focus";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Copying, Delivery, DeliveryProgress, Failure, Sent } from "../shell/types";
import { words } from "../words/words.svelte";
import { arranging } from "./arranging.svelte";
import { draft } from "./draft.svelte";
import { faults } from "./faults.svelte";
import { ticket } from "./ticket.svelte";

export { focusOn };

/** Copies that are there in less than this are not worth a word. Milliseconds. */
const moment = 400;

export type NotSent = Extract<Sent, { result: "no_room" | "not_taken" }>;

class Sending {
  state = $state<"checking" | "comparing" | "taking" | "stopping" | null>(null);
  /** Set once taking the copies turns out to last. */
  taking = $state.raw<Copying | null>(null);
  notSent = $state.raw<NotSent | null>(null);
  /** The update that was sent last, until it is closed or the next one replaces it. */
  last = $state.raw<Delivery | null>(null);
  /** For the screen reader: said at each step and each quarter, not at each of 20 reports a second. */
  spoken = $state("");

  /** A delivery is being taken back. */
  undoing = $state(false);

  /** While copies are taken the draft is only shown. */
  readonly busy = $derived(this.state === "taking" || this.state === "stopping");
  /** Failures that are about one file mark its row. */
  failureOf(file: string): Failure | null {
    const failures = this.notSent?.result === "not_taken" ? this.notSent.failures : [];
    return failures.find((failure) => "file" in failure && failure.file === file) ?? null;
  }

  /** What was wrong with a file is not any more. */
  forget(file: string): void {
    if (this.notSent?.result !== "not_taken") return;
    const failures = this.notSent.failures.filter((failure) => !("file" in failure && failure.file === file));
    this.notSent = failures.length === 0 ? null : { ...this.notSent, failures };
  }

  #seen(taking: Copying, since: number): void {
    const past = performance.now() - since;
    const left = taking.copied > 0 ? (past / taking.copied) * (taking.total - taking.copied) : Infinity;
    // Shown only when it stays long enough to be read.
    if (this.taking || (past >= moment && left >= moment)) this.taking = taking;
  }

  /** `inParts`: an update that is too large for one goes as several. */
  async send(inParts = false): Promise<void> {
    if (this.state !== null) return;
    this.state = "checking";
    let next: string | null = null;
    try {
      // A name that is still being typed is meant too.
      if (!(await arranging.finishNaming())) return void (next = "file-name");
      await draft.flush();
      faults.show(await shell.checkDraft(draft.text()), draft.lines);
      if (faults.all.length > 0) return;
      this.state = "comparing";
      if (draft.job !== "new_ticket" && (await ticket.missing())) return void (next = "ticket");
      if (!(await this.#stillWanted())) return void (next = "send");
      // The reading may have found the lead.
      await draft.flush();
      const text = draft.text();
      draft.hold();
      this.notSent = null;
      this.state = "taking";
      const since = performance.now();
      const { answer, newest } = await asking(() => shell.updateTicket(text, inParts, (taking) => this.#seen(taking, since)));
      next = await this.#answered(answer, newest);
    } catch (error) {
      report(error);
    } finally {
      this.state = null;
      this.taking = null;
      draft.release();
      const [first] = faults.all;
      if (first) void focusOn(first.spot);
      else if (next) void focusOn(next);
    }
  }
  /** Asks where somebody else changed what is to be changed, since the person saw it. */
  async #stillWanted(): Promise<boolean> {
    if (draft.job !== "update") return true;
    const changed = await ticket.changedMeanwhile(draft.text().changes);
    if (changed.length === 0) return true;
    const { changedTitle, changed: text, changedYes, changedNo } = words.ticket;
    return screen.ask({ title: changedTitle, text: text({ all: changed }), say: ({ ticket }) => ticket.changed({ all: changed }), yes: changedYes, no: changedNo, danger: false });
  }
  /** The id of what gets the focus. */
  async #answered(sent: Sent, newest: (delivery: Delivery) => Delivery): Promise<string> {
    switch (sent.result) {
      case "faults":
        faults.show(sent.faults, draft.lines);
        return "send";
      case "keys_not_available":
        // The keychain was asked a moment ago: asked again, it would ask the person again.
        await accounts.refresh();
        return "keys-line";
      case "no_room":
      case "not_taken":
        this.notSent = sent;
        return "not-sent";
      case "not_allowed":
        draft.left = sent.left;
        return "choose-files";
      case "stopped":
        return "send";
      case "accepted":
        draft.take(sent.draft);
        draft.closeLeft();
        this.last = newest(sent.delivery);
        this.spoken = this.last.state === "held_back" ? words.send.heldBackSpoken : "";
        for (const part of sent.before) outbox.changed(newest(part));
        outbox.changed(this.last);
        return "ticket";
    }
  }
  async stop(): Promise<void> {
    if (this.state !== "taking") return;
    this.state = "stopping";
    try {
      await shell.stopCopying();
    } catch (error) {
      report(error);
    }
  }

  /** What was sent last may be removed from the list. */
  removed(ids: number[]): void {
    if (this.last && ids.includes(this.last.id)) this.last = null;
  }
  changed(delivery: Delivery): void {
    if (delivery.state === "done") ticket.changedByUs(delivery);
    if (this.last?.id !== delivery.id) return;
    const before = this.last;
    this.last = delivery;
    const waits = delivery.state === "waiting" && delivery.waiting?.code !== before.waiting?.code;
    if (waits) this.spoken = `${words.outbox.state(delivery)}. ${words.outbox.waitingWhy(delivery)}`;
    else if (!isOnTheWay(delivery)) this.spoken = "";
  }
  progressed({ id, progress }: DeliveryProgress): void {
    const before = transfers.of(id)?.progress ?? null;
    transfers.report(id, progress);
    if (this.last?.id !== id) return;
    const tenths = (p: typeof before) => (p?.step === "sending" && p.total > 0 ? Math.floor((p.sent / p.total) * 10) : 0);
    const quarter = (p: typeof before) => (p?.step === "sending" && p.total > 0 ? Math.floor((p.sent / p.total) * 4) : 0);
    if (before?.step !== progress.step || quarter(before) !== quarter(progress)) {
      this.spoken = words.send.spoken({ progress, tenths: tenths(progress) });
    }
  }

  /** Takes back what was sent off a moment ago. What was put together since is given up only by the person's word; until
   * then it is held back, however long that takes. */
  async undo({ id, putsBack }: Delivery): Promise<void> {
    if (this.busy || this.undoing) return;
    this.undoing = true;
    try {
      await draft.flush();
      let undone = await shell.undo(id, false);
      if (undone.result === "in_the_way") {
        outbox.changed(undone.delivery);
        this.changed(undone.delivery);
        const { inTheWayTitle: title, inTheWay: text, inTheWayYes: yes, inTheWayNo: no } = words.send;
        if (!(await screen.ask({ title, text, yes, no, danger: true }))) return;
        undone = await shell.undo(id, true);
      }
      if (undone.result !== "draft") return;
      outbox.removed([id]);
      draft.take(undone.draft);
      draft.closeLeft();
      if (this.last?.id === id) this.last = null;
      this.spoken = putsBack === null ? words.send.undone : words.putBack.undone;
      screen.half = "draft";
      void focusOn(undone.draft.job === "new_ticket" ? "lead" : "ticket");
    } catch (error) {
      report(error);
    } finally {
      this.undoing = false;
    }
  }

  /** Brings a delivery's changes and files into the draft; asks first where another one was started. */
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
      this.notSent = null;
      if (this.last?.id === delivery.id) this.last = null;
      screen.close();
      screen.half = "draft";
      const said = failureOf(delivery)?.answer;
      const named = faults.refused(said?.reason ?? said?.message ?? "", draft.lines);
      void focusOn(named?.spot ?? (again.draft.job === "new_ticket" ? "lead" : "ticket"));
    } catch (error) {
      report(error);
    }
  }
}

export const sending = new Sending();
