import * as shell from "../shell/commands";
import type { Account, Overview, Preferences, SettingsRescue, Theme } from "../shell/types";
import { screen } from "../parts/screen.svelte";
import { report } from "../parts/trouble.svelte";
import { words } from "../words/words.svelte";
import { speakChosen } from "./language";
import { showTheme } from "./theme";

class Accounts {
  #overview = $state<Overview | null>(null);

  /** The practice account has no name of its own: it is the screen's to give, in the language that is spoken. */
  readonly all = $derived<Account[]>(
    (this.#overview?.accounts ?? []).map((account) => (account.practice ? { ...account, name: words.head.practice } : account)),
  );
  readonly current = $derived(this.all.find((account) => account.id === this.#overview?.current) ?? null);
  readonly practice = $derived(this.all.find((account) => account.practice) ?? null);
  readonly firstStart = $derived(this.#overview?.firstStart ?? false);
  readonly theme = $derived<Theme>(this.#overview?.preferences.theme ?? "system");
  /** How long what was done is kept; null: for ever. */
  readonly keepDays = $derived(this.#overview?.preferences.keepDays ?? null);
  readonly sendAtOnce = $derived(this.#overview?.preferences.sendAtOnce ?? false);
  /** The tag of the one that was chosen; null: the system's. */
  readonly language = $derived(this.#overview?.preferences.language ?? null);

  #rescueRead = $state(false);
  /** What was wrong with the settings at the start, until the person has read it. */
  readonly rescue = $derived<SettingsRescue | null>(this.#rescueRead ? null : (this.#overview?.settingsRescue ?? null));
  rescueRead(): void {
    this.#rescueRead = true;
  }

  /** Done when the language that was chosen is spoken. */
  take(overview: Overview): Promise<void> {
    this.#overview = overview;
    showTheme(overview.preferences.theme);
    return speakChosen(overview.preferences.language);
  }
  named(id: string): Account | null {
    return this.all.find((account) => account.id === id) ?? null;
  }
  async #after(command: Promise<Overview>): Promise<void> {
    try {
      await this.take(await command);
    } catch (error) {
      report(error);
    }
  }
  /** What the shell has learnt of them since, without asking the keychain. */
  refresh = () => this.#after(shell.overview());
  /** The keychain may have been unlocked, or locked, meanwhile. */
  lookForKeys = () => this.#after(shell.lookForKeys());
  choose = (id: string) => this.#after(shell.chooseAccount(id));
  /** The account was moved, and some wait for where it was: all of them can go to the new place in one step. */
  async offerNewPlace(before: Account, count: number): Promise<void> {
    const after = this.named(before.id);
    if (!after) return;
    const w = words.account;
    const yes = await screen.ask({
      title: w.movedTitle({ count }),
      text: w.movedText({ before, after, count }),
      yes: w.movedYes({ count }),
      no: w.movedNo,
      danger: false,
    });
    if (yes) await shell.sendAllToNewPlace(before.id).catch(report);
  }
  remove = (id: string) => this.#after(shell.removeAccount(id));
  /** The current account may be allowed to read tickets by now. */
  tryTicketAgain = () => this.#after(shell.tryTicketAgain());
  setTheme = (theme: Theme) => this.#prefer({ theme });
  setKeepDays = (keepDays: number | null) => this.#prefer({ keepDays });
  setSendAtOnce = (sendAtOnce: boolean) => this.#prefer({ sendAtOnce });
  setLanguage = (language: string | null) => this.#prefer({ language });
  #prefer(changed: Partial<Preferences>): Promise<void> {
    const { theme, keepDays, sendAtOnce, language } = this;
    return this.#after(shell.setPreferences({ theme, keepDays, sendAtOnce, language, ...changed }));
  }
}

export const accounts = new Accounts();
