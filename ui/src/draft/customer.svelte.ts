// A lead, found by email: of a new ticket, and of one that the account may not read.
import * as shell from "../shell/commands";
import type { Account, LeadFound } from "../shell/types";
import { accounts } from "../accounts/accounts.svelte";
import { report } from "../parts/trouble.svelte";
import { draft } from "./draft.svelte";
import { typingPause } from "./ticket.svelte";
import type { Unread } from "../words/ticket";

const isEmail = (typed: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed);

class CustomerDesk {
  email = $state("");
  phase = $state<"none" | "not_an_email" | "searching" | "found" | "no_address" | "failed">("none");
  leads = $state.raw<LeadFound[]>([]);
  why = $state.raw<Unread>(null);
  /** The person has the ID, where nothing can be found by email. */
  byHand = $state(false);
  /** The account may not look for leads. */
  notAllowed = $state(false);

  #pause: ReturnType<typeof setTimeout> | null = null;
  #turn = 0;
  #followed = { account: "", address: "", taken: -1 };

  constructor(readonly whose: "lead" | "customer") {}
  get lead(): string {
    return draft[this.whose];
  }
  set lead(lead: string) {
    draft.setLead(lead, this.whose);
  }

  /** Nothing of one draft or account is left over in the next. */
  follow(account: Account | null, taken: number): void {
    if (!account) return;
    const before = this.#followed;
    // The shell knows the address of the practice account's.
    const address = account.practice ? "practice" : account.leadHost;
    this.#followed = { account: account.id, address, taken };
    const switched = account.id !== before.account;
    if (switched || taken !== before.taken) {
      this.#stop();
      this.email = "";
      this.byHand = this.notAllowed &&= !switched;
      // The ticket's own desk sees to its lead.
      if (switched && before.account !== "" && this.whose === "customer") this.lead = "";
    } else if (address === before.address) return;
    if (address === "") this.phase = "no_address";
    else if (isEmail(this.email.trim())) void this.#look();
    else this.phase = "none";
  }
  #stop(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    this.#turn += 1;
    this.leads = [];
    this.why = null;
  }
  typed(): void {
    this.#stop();
    this.lead = "";
    if (this.#followed.address === "") return;
    this.phase = "none";
    if (isEmail(this.email.trim())) {
      this.phase = "searching";
      this.#pause = setTimeout(() => void this.#look(), typingPause);
    }
  }
  /** The person pressed Enter or left the box. */
  entered(again: boolean): void {
    const email = this.email.trim();
    if (email === "" || this.#followed.address === "") return;
    if (!isEmail(email)) this.phase = "not_an_email";
    else if (this.#pause !== null || (again && this.phase === "failed")) void this.#look();
  }
  async #look(): Promise<void> {
    this.#stop();
    const turn = this.#turn;
    this.phase = "searching";
    try {
      const answer = await shell.findLeads(this.email.trim());
      if (turn !== this.#turn) return;
      switch (answer.result) {
        case "found": {
          this.phase = "found";
          this.leads = answer.leads;
          const [first] = answer.leads;
          if (first && answer.leads.length === 1) this.lead = first.id;
          return;
        }
        case "no_host":
          this.phase = "no_address";
          return;
        case "not_allowed":
          this.phase = "none";
          this.notAllowed = this.byHand = true;
          // The shell has remembered it: the card asks for the ID next.
          void accounts.refresh();
          return;
        case "keys_not_available":
          this.phase = "failed";
          this.why = answer.keys;
          return;
        case "failed":
          this.phase = "failed";
          this.why = answer.why;
      }
    } catch (error) {
      if (turn === this.#turn) this.phase = "failed";
      report(error);
    }
  }
}

export type { CustomerDesk };
/** Of the ticket that the number names. */
export const customer = new CustomerDesk("lead");
/** Of a new ticket. */
export const newCustomer = new CustomerDesk("customer");
