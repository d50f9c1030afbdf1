// What a person can do with a delivery that was sent off.
import { SvelteSet } from "svelte/reactivity";
import { focusOn, sending } from "../draft/sending.svelte";
import { asking } from "../outbox/newest";
import { outbox } from "../outbox/outbox.svelte";
import { transfers } from "../outbox/transfers.svelte";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Delivery } from "../shell/types";
import { words } from "../words/words.svelte";
import { keepingFocus } from "./focus";

class Steps {
  /** Those that something is being done with: a second press does nothing. */
  readonly busy = new SvelteSet<number>();

  async #run(id: number, command: (id: number) => Promise<Delivery>): Promise<Delivery | null> {
    if (this.busy.has(id)) return null;
    this.busy.add(id);
    try {
      const { answer, newest } = await asking(() => command(id));
      const delivery = newest(answer);
      await keepingFocus(() => {
        outbox.changed(delivery);
        sending.changed(delivery);
      });
      return delivery;
    } catch (error) {
      report(error);
      return null;
    } finally {
      this.busy.delete(id);
    }
  }
  itWasDone = ({ id }: Delivery) => this.#run(id, shell.itWasDone);
  tryNow = ({ id }: Delivery) => this.#run(id, shell.tryNow);
  sendNow = ({ id }: Delivery) => this.#run(id, shell.sendNow);
  sendToNewPlace = ({ id }: Delivery) => this.#run(id, shell.sendToNewPlace);
  async leave({ id }: Delivery): Promise<void> {
    const left = await this.#run(id, shell.leave);
    if (left && sending.last?.id === id) {
      sending.last = null;
      await focusOn("ticket");
    }
  }
  /** Without a finding it is being looked at already. */
  look = async ({ id, finding }: Delivery) => (finding ? this.#run(id, shell.lookAtTicket) : null);

  /** Asks first where it may have been done: files would be on the ticket twice. */
  async sendAgain(delivery: Delivery): Promise<void> {
    const { sendAgainTitle, sendAgainText, sendAgain } = words.choices;
    const asks = delivery.state === "may_be_done";
    const goOn =
      !asks ||
      (await screen.ask({
        title: sendAgainTitle(delivery),
        text: sendAgainText(delivery),
        say: ({ choices }) => `${choices.sendAgainTitle(delivery)} ${choices.sendAgainText(delivery)}`,
        yes: sendAgain,
        no: words.cancel,
        danger: true,
      }));
    if (!goOn) return;
    await this.#run(delivery.id, shell.sendAgain);
  }

  /** Sends what was refused as several smaller ones; the first of them is followed. */
  async split({ id }: Delivery): Promise<void> {
    if (this.busy.has(id)) return;
    this.busy.add(id);
    try {
      const parts = await shell.split(id);
      await keepingFocus(() => parts.forEach((part) => outbox.changed(part)));
      const [first] = parts;
      if (first && sending.last?.id === id) sending.last = first;
    } catch (error) {
      report(error);
    } finally {
      this.busy.delete(id);
    }
  }
  /** Of one that may be done: what was read is no proof where it could not tell, and then it is asked. */
  async correct(delivery: Delivery): Promise<void> {
    const { correctTitle, sendAgainText, correct } = words.choices;
    const proven = delivery.finding?.comparison === "nothing_changed";
    const goOn =
      proven ||
      (await screen.ask({
        title: correctTitle(delivery),
        text: sendAgainText(delivery),
        say: ({ choices }) => `${choices.correctTitle(delivery)} ${choices.sendAgainText(delivery)}`,
        yes: correct,
        no: words.cancel,
        danger: true,
      }));
    if (goOn) await sending.useAgain(delivery);
  }

  async cancel({ id }: Delivery): Promise<void> {
    if (transfers.cancelling.has(id)) return;
    transfers.cancelling.add(id);
    try {
      await shell.cancel(id);
    } catch (error) {
      transfers.cancelling.delete(id);
      report(error);
    }
  }
}

export const steps = new Steps();
