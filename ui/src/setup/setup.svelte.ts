// The team setup file that is open, and the keys that a person gives for it.
import { tick } from "svelte";
import { accounts } from "../accounts/accounts.svelte";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import { words } from "../words/words.svelte";
import type { Confirmation, GivenKeys, KeepKeys, KeysFault, SetupPreview, SetupOpened, SetupTaken, UnsealFault } from "../shell/types";

export type Fault = KeysFault | UnsealFault | { code: "passphrase_empty" };
export type Box = "setup-passphrase" | "setup-access-key" | "setup-secret-key";

const boxOf = (fault: Fault): Box =>
  fault.code.startsWith("access_key") ? "setup-access-key" : fault.code.startsWith("secret_key") ? "setup-secret-key" : "setup-passphrase";

class SetupDesk {
  opened = $state.raw<SetupOpened | null>(null);
  passphrase = $state("");
  accessKey = $state("");
  secretKey = $state("");
  /** The person has the keys and not the passphrase. */
  instead = $state(false);
  fault = $state.raw<Fault | null>(null);
  keychain = $state.raw<Extract<SetupTaken, { result: "no_keychain" | "keychain_locked" }> | null>(null);
  busy = $state(false);
  gone = $state(false);
  /** What the person has said of this preview besides pressing the button. */
  #confirmed: Confirmation[] = [];

  readonly preview = $derived<SetupPreview | null>(this.opened?.result === "previewed" ? this.opened.preview : null);
  /** What is asked for; a passphrase may also be given where the keys may stay. */
  readonly asks = $derived<"passphrase" | "may" | "both" | "none">(
    !this.preview?.mayBeTaken ? "none"
    : this.preview.keys === "both" || this.instead ? "both"
    : this.preview.keys === "passphrase" ? "passphrase"
    : this.preview.summary.has_sealed_keys ? "may" : "none",
  );

  #forget(): void {
    this.passphrase = this.accessKey = this.secretKey = "";
    this.instead = this.gone = false;
    this.fault = this.keychain = null;
    this.#confirmed = [];
  }
  /** By the system's dialog. */
  async choose(): Promise<void> {
    try {
      this.show(await shell.openSetup());
    } catch (error) {
      report(error);
    }
  }
  show(opened: SetupOpened): void {
    if (opened.result === "not_chosen") return;
    this.#forget();
    this.opened = opened;
    screen.open({ what: "setup" });
  }
  close(): void {
    const id = this.preview?.id;
    this.#forget();
    this.opened = null;
    screen.close();
    if (id !== undefined) shell.leaveSetup(id).catch(report);
  }
  faultAt(box: Box): Fault | null {
    return this.fault && boxOf(this.fault) === box ? this.fault : null;
  }
  edited(): void {
    this.fault = null;
  }
  async #failed(fault: Fault): Promise<void> {
    this.fault = fault;
    await tick();
    document.getElementById(boxOf(fault))?.focus();
  }
  #given(): GivenKeys {
    if (this.asks === "both") return { given: "both", access_key: this.accessKey, secret_key: this.secretKey };
    return this.passphrase.trim() === "" ? { given: "none" } : { given: "passphrase", passphrase: this.passphrase };
  }
  /** What goes against something that is known is asked by its name, each for itself. */
  async #confirm(preview: SetupPreview): Promise<boolean> {
    const w = words.setupDetails;
    for (const wanted of preview.confirm) {
      if (this.#confirmed.includes(wanted)) continue;
      const asked = wanted === "place" ? { title: w.placeTitle(preview), text: w.place(preview), yes: w.placeYes(preview) } : { title: w.signatureTitle, text: w.provenance(preview), yes: w.signatureYes };
      if (!(await screen.ask({ ...asked, no: w.no, danger: true }))) return false;
      this.#confirmed.push(wanted);
    }
    return true;
  }
  async take(keep: KeepKeys): Promise<void> {
    const preview = this.preview;
    if (this.busy || !preview) return;
    const given = this.#given();
    if (this.asks === "passphrase" && given.given === "none") return this.#failed({ code: "passphrase_empty" });
    this.busy = true;
    this.keychain = null;
    let again = false;
    try {
      const taken = await shell.takeSetup(preview.id, given, keep, this.#confirmed);
      switch (taken.result) {
        case "taken":
          void accounts.take(taken.overview);
          this.#forget();
          this.opened = null;
          screen.close();
          break;
        case "keys":
        case "passphrase":
          await this.#failed(taken.fault);
          break;
        case "no_keychain":
        case "keychain_locked":
          this.keychain = taken;
          break;
        case "unconfirmed":
          // As it is now: something may have changed since it was shown.
          this.opened = { result: "previewed", preview: taken.preview };
          again = await this.#confirm(taken.preview);
          break;
        case "nothing_to_take":
          this.gone = true;
      }
    } catch (error) {
      report(error);
    } finally {
      this.busy = false;
    }
    if (again) await this.take(keep);
  }
}

export const setup = new SetupDesk();
