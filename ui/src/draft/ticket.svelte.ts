// The ticket that the typed number names: read, shown, and read anew before something is changed on it.
import { accounts } from "../accounts/accounts.svelte";
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { Account, Change, Delivery, SeenTicket, TicketAnswer } from "../shell/types";
import { meanwhile, type Meanwhile } from "../values/fieldValues";
import type { Unread } from "../words/ticket";
import { draft } from "./draft.svelte";
import { fields } from "./fields.svelte";

/** The person has stopped typing. Milliseconds. */
export const typingPause = 500;
/** What was read this long ago is not read again before it is sent. Milliseconds. */
const trusted = 20_000;
/** Sending waits this long for a reading, and then goes on without it. Milliseconds. */
const patience = 4_000;

export type Phase = "none" | "reading" | "seen" | "stale" | "not_there" | "failed";
type Followed = { account: string | null; step: Account["leadStep"] | null; keys: boolean; number: string };

const isNumber = (typed: string) => /^\d+$/.test(typed);
const isLead = (typed: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(typed.trim());
const after = (milliseconds: number) => new Promise<null>((done) => setTimeout(() => done(null), milliseconds));

class TicketDesk {
  phase = $state<Phase>("none");
  /** Stays while it is read again. */
  seen = $state.raw<SeenTicket | null>(null);
  /** Why it is stale or could not be read. */
  why = $state.raw<Unread>(null);

  #followed: Followed = { account: null, step: null, keys: false, number: "" };
  #pause: ReturnType<typeof setTimeout> | null = null;
  // Each reading has its turn: an answer to an earlier one is about another number, or older.
  #turn = 0;

  #clear(): void {
    this.#turn += 1;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    this.phase = "none";
    this.seen = null;
    this.why = null;
  }

  /** The number or the account is another one, by whatever way; what the person types comes to `typed` first. */
  follow(account: Account | null, number: string): void {
    const before = this.#followed;
    if (!account) return;
    const now = { account: account.id, step: account.leadStep, keys: account.keys === "saved" || account.keys === "session", number };
    this.#followed = now;
    const switched = now.account !== before.account;
    if (!switched && now.step === before.step && now.number === before.number) {
      if (now.keys && !before.keys && this.why !== null) void this.look(false);
      // Another draft was taken, for the same ticket.
      if (draft.lead === "" && this.seen?.lead) draft.setLead(this.seen.lead);
      return;
    }
    this.#clear();
    // A lead belongs to its account. At the start no account was followed yet, and the draft is this one's.
    if (switched && before.account !== null) draft.setLead("");
    // Nobody sees it unless it is entered by hand, so nobody could put it right.
    if (now.step !== "hand" && !isLead(draft.lead)) draft.setLead("");
    if (now.step === "ticket" && isNumber(number)) void this.look(false);
  }
  typed(number: string): void {
    if (number === this.#followed.number) return;
    this.#followed = { ...this.#followed, number };
    if (this.#followed.step !== "ticket") return;
    this.#clear();
    draft.setLead("");
    if (!isNumber(number)) return;
    this.phase = "reading";
    this.#pause = setTimeout(() => void this.look(false), typingPause);
  }
  /** The person left the box. */
  left(): void {
    if (this.#pause !== null) void this.look(false);
  }
  /** The person pressed Enter. */
  entered(): void {
    if (this.#pause !== null || this.phase === "failed" || this.phase === "not_there") void this.look(false);
  }

  /** Null where the answer came too late to count. */
  async look(fresh: boolean): Promise<TicketAnswer | null> {
    const { number } = this.#followed;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    this.#turn += 1;
    const turn = this.#turn;
    this.phase = "reading";
    if (!this.seen) void this.#showKept(number, turn);
    try {
      let answer = await shell.readTicket(number, fresh);
      // Two readings can reach the shell in the other order; then the older one has ended this.
      if (turn === this.#turn && answer.result === "overtaken") answer = await shell.readTicket(number, fresh);
      if (turn !== this.#turn) return null;
      this.#take(answer);
      return answer;
    } catch (error) {
      report(error);
      if (turn === this.#turn) this.#notRead(null);
      return null;
    }
  }
  async #showKept(number: string, turn: number): Promise<void> {
    try {
      const kept = await shell.keptTicket(number);
      if (kept && turn === this.#turn && this.phase === "reading") this.#show(kept);
    } catch (error) {
      report(error);
    }
  }
  #show(ticket: SeenTicket): void {
    this.seen = ticket;
    if (ticket.lead !== null) draft.setLead(ticket.lead);
  }
  #notRead(why: Unread): void {
    this.phase = this.seen ? "stale" : "failed";
    this.why = why;
  }
  #take(answer: TicketAnswer): void {
    this.why = null;
    switch (answer.result) {
      case "seen":
        this.#show(answer.ticket);
        if (answer.stale) this.#notRead(answer.stale);
        else this.phase = "seen";
        return;
      case "not_there":
        this.phase = "not_there";
        this.seen = null;
        draft.setLead("");
        return;
      case "not_a_number":
        this.phase = "none";
        this.seen = null;
        void draft.leave("ticket");
        return;
      case "not_allowed":
        this.phase = "none";
        this.seen = null;
        // The shell has remembered it: the account's next step is what the card shows.
        void accounts.refresh();
        return;
      case "overtaken":
        return this.#notRead(null);
      case "keys_not_available":
        return this.#notRead(answer.keys);
      case "failed":
        return this.#notRead(answer.why);
    }
  }

  /** An update of this app's own was done: what is shown is from before it, and that was nobody else. */
  changedByUs(delivery: Delivery): void {
    const { account, number } = this.#followed;
    if (this.seen && delivery.account === account && delivery.ticket === number) void this.look(true);
  }
  /** Before sending: whether there is still no such ticket. It may have been made since it was read. */
  async missing(): Promise<boolean> {
    if (this.phase !== "not_there") return false;
    await Promise.race([this.look(true), after(patience)]);
    return this.#settled() === "not_there";
  }
  // Read after a wait, in which it may have become anything.
  #settled = (): Phase => this.phase;
  /** Before sending: what somebody else changed since the ticket was read. Empty too where nothing can be said. */
  async changedMeanwhile(changes: Change[]): Promise<Meanwhile[]> {
    const shown = this.seen;
    if (!shown || changes.length === 0 || Date.now() - shown.readAt <= trusted) return [];
    const answer = await Promise.race([this.look(true), after(patience)]);
    if (answer?.result !== "seen" || answer.stale) return [];
    return meanwhile(changes, shown, answer.ticket, (field) => fields.named(field)?.kind ?? "text");
  }
}

export const ticket = new TicketDesk();
