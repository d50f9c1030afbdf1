// What a person can do with a delivery that was sent off.
import { tick } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import * as shell from "../shell/commands";
import type { Delivery } from "../shell/types";
import { focusOn, sending } from "../draft/sending.svelte";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { words } from "../words/en";
import { outbox } from "./outbox.svelte";
import { ways } from "./progress.svelte";

class Steps {
  /** Those that something is being done with: a second press does nothing. */
  readonly busy = new SvelteSet<number>();

  async #run(id: number, command: (id: number) => Promise<Delivery>): Promise<Delivery | null> {
    if (this.busy.has(id)) return null;
    this.busy.add(id);
    const pressed = document.activeElement;
    try {
      const delivery = await command(id);
      outbox.changed(delivery);
      sending.changed(delivery);
      await keepFocus(pressed);
      return delivery;
    } catch (error) {
      report(error);
      return null;
    } finally {
      this.busy.delete(id);
    }
  }
  itWasDone = ({ id }: Delivery) => this.#run(id, shell.itWasDone);
  async leave({ id }: Delivery): Promise<void> {
    const left = await this.#run(id, shell.leave);
    if (left && sending.last?.id === id) {
      sending.last = null;
      await focusOn("ticket");
    }
  }
  look = ({ id }: Delivery) => this.#run(id, shell.lookAtTicket);

  /** Asks first where it may have been done: files would be on the ticket twice. */
  async sendAgain(delivery: Delivery): Promise<void> {
    const { sendAgainTitle, sendAgainText, sendAgain } = words.choices;
    const asks = delivery.state === "may_be_done";
    const goOn =
      !asks ||
      (await screen.ask({
        title: sendAgainTitle(delivery.ticket),
        text: sendAgainText(delivery),
        yes: sendAgain,
        no: words.cancel,
        danger: true,
      }));
    if (!goOn) return;
    const sent = await this.#run(delivery.id, shell.sendAgain);
    if (sent && sending.last?.id === delivery.id) sending.follow(sent);
  }

  async cancel({ id }: Delivery): Promise<void> {
    if (ways.cancelling.has(id)) return;
    ways.cancelling.add(id);
    try {
      await shell.cancel(id);
    } catch (error) {
      ways.cancelling.delete(id);
      report(error);
    }
  }
}

/** The button that was pressed may be gone: the focus must not fall back to the beginning of the window. */
async function keepFocus(pressed: Element | null): Promise<void> {
  const nearby = pressed?.closest("#last-sent") ? "#answer, #progress [data-testid=cancel]" : "dialog[open] .body";
  await tick();
  if (pressed?.isConnected || (document.activeElement !== null && document.activeElement !== document.body)) return;
  const next = document.querySelector<HTMLElement>(nearby) ?? document.getElementById("outbox-title");
  next?.focus({ preventScroll: true });
}

export const steps = new Steps();
