// What the account form holds while it is open, and what came of trying and saving it.
import { tick } from "svelte";
import * as shell from "../shell/commands";
import type { Account, AccountFault, AccountForm, Connection, Saved } from "../shell/types";
import { report } from "../parts/trouble.svelte";
import { accounts } from "./accounts.svelte";
import { OwnerDesk } from "./keysOwner.svelte";

export type Box = "name" | "address" | "organisation" | "access-key" | "secret-key" | "calls" | "lead-host" | "owner-host" | "sign-off";

const boxOf: Record<AccountFault["code"], Box> = {
  name_empty: "name",
  address_empty: "address",
  address_unreadable: "address",
  address_not_secure: "address",
  organisation_empty: "organisation",
  organisation_unreadable: "organisation",
  access_key_empty: "access-key",
  access_key_unreadable: "access-key",
  secret_key_empty: "secret-key",
  secret_key_unreadable: "secret-key",
  calls_out_of_range: "calls",
  lead_host_unreadable: "lead-host",
  keys_of_another_place: "access-key",
};

export class FormDesk {
  name = $state("");
  address = $state("");
  organisation = $state("");
  calls = $state<number | null>(25);
  leadHost = $state("");
  /** The note that says who sent. */
  signOff = $state("");
  accessKey = $state("");
  secretKey = $state("");
  keep = $state<AccountForm["keep"]>("keychain");
  faults = $state.raw<AccountFault[]>([]);
  busy = $state<"trying" | "saving" | null>(null);
  connection = $state.raw<Connection | null>(null);
  keychain = $state.raw<Extract<Saved, { result: "no_keychain" | "no_keyring" | "keychain_locked" }> | null>(null);

  readonly owner = new OwnerDesk();
  /** How many of the account's deliveries are still to be sent: to the place where it is now. */
  waiting = $state(0);

  constructor(readonly account: Account | null) {
    if (!account) return;
    this.name = account.name;
    this.address = account.host;
    this.organisation = account.organisation;
    this.calls = account.callsPerWindow;
    this.leadHost = account.leadHost;
    this.signOff = account.signOff;
    shell.waitingOf(account.id).then((waiting) => (this.waiting = waiting), report);
    // Where the keychain was of no use a moment ago, keys for this session are what helps now.
    if (account.keys === "locked" || account.keys === "no_keychain" || account.keys === "session") this.keep = "session";
  }

  #keys(): { accessKey: string; secretKey: string } {
    return { accessKey: this.accessKey, secretKey: this.secretKey };
  }
  #form(): AccountForm {
    return {
      id: this.account?.id ?? null,
      name: this.name,
      address: this.address,
      organisation: this.organisation,
      callsPerWindow: this.calls !== null && Number.isInteger(this.calls) && this.calls > 0 ? this.calls : 0,
      leadHost: this.leadHost,
      signOff: this.signOff,
      accessKey: this.accessKey,
      secretKey: this.secretKey,
      keep: this.keep,
    };
  }
  /** What is typed is another place than the account's, as far as that can be seen before it is saved. */
  get moves(): boolean {
    const { account } = this;
    if (account === null) return false;
    return this.address.trim() !== account.host || this.organisation.trim() !== account.organisation || this.leadHost.trim() !== account.leadHost;
  }
  faultAt(box: Box): AccountFault | null {
    // The host to ask is read as the lead host is, and stands in a box of its own.
    const of = box === "owner-host" ? "lead-host" : box;
    return this.faults.find((fault) => boxOf[fault.code] === of) ?? null;
  }
  edited(box: Box): void {
    this.faults = this.faults.filter((fault) => boxOf[fault.code] !== (box === "owner-host" ? "lead-host" : box));
    this.connection = null;
    if (box === "access-key" || box === "secret-key" || box === "owner-host") this.owner.edited();
  }
  /** Whether the two keys look copied wrong. */
  lookAtKeys(): void {
    void this.owner.look(this.#keys());
  }
  /** With the person's leave: whose keys they are. What is in the boxes already stays, but what the keys say better. */
  async askOwner(): Promise<void> {
    const answer = await this.owner.ask(this.#keys());
    if (answer === null) return;
    if ("faults" in answer) {
      const faults = answer.faults;
      this.faults = faults;
      const box = faults[0] && (faults[0].code === "lead_host_unreadable" ? "owner-host" : boxOf[faults[0].code]);
      await tick();
      if (box) document.getElementById(`account-${box}`)?.focus();
      return;
    }
    const { owner, asked } = answer;
    this.faults = [];
    this.connection = null;
    this.organisation = owner.organisation;
    this.leadHost = owner.lead_host ?? asked;
    if (this.name.trim() === "") this.name = owner.company ?? "";
    if (this.address.trim() === "") this.address = owner.ticket_host ?? "";
    await tick();
    const missing = this.name.trim() === "" ? "name" : this.address.trim() === "" ? "address" : null;
    if (missing) document.getElementById(`account-${missing}`)?.focus();
  }
  async #fault(faults: AccountFault[]): Promise<void> {
    this.faults = faults;
    const [first] = faults;
    await tick();
    if (first) document.getElementById(`account-${boxOf[first.code]}`)?.focus();
  }
  /** A whole pasted API address becomes host and organisation ID. */
  async readAddress(): Promise<void> {
    const typed = this.address;
    if (typed.trim() === "") return;
    try {
      const address = await shell.readAddress(typed);
      if (this.address !== typed) return;
      if (!address) {
        this.faults = [...this.faults.filter((f) => boxOf[f.code] !== "address"), { code: "address_unreadable", given: typed }];
        return;
      }
      this.address = address.host;
      if (address.organisation !== null) {
        this.organisation = address.organisation;
        this.edited("organisation");
      }
    } catch (error) {
      report(error);
    }
  }
  async try(): Promise<void> {
    this.busy = "trying";
    this.connection = null;
    try {
      this.connection = await shell.tryConnection(this.#form());
      if (this.connection.result === "faults") await this.#fault(this.connection.faults);
    } catch (error) {
      report(error);
    } finally {
      this.busy = null;
    }
  }
  /** Whether it was saved, and how many wait for the place where the account was. */
  async save(): Promise<{ waitingElsewhere: number } | null> {
    this.busy = "saving";
    this.keychain = null;
    try {
      const saved = await shell.saveAccount(this.#form());
      switch (saved.result) {
        case "saved":
          this.accessKey = this.secretKey = "";
          accounts.take(saved.overview);
          return saved;
        case "faults":
          await this.#fault(saved.faults);
          return null;
        case "no_keychain":
        case "no_keyring":
        case "keychain_locked":
          this.keychain = saved;
          return null;
      }
    } catch (error) {
      report(error);
      return null;
    } finally {
      this.busy = null;
    }
  }
}
