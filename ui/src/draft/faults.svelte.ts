// What is wrong with the draft, and where it is said.
import { report } from "../parts/trouble.svelte";
import * as shell from "../shell/commands";
import type { DraftFault, DraftText } from "../shell/types";
import { fields } from "./fields.svelte";
import { title, type EditedChange } from "./editedChange.svelte";
import { callings, namedFields } from "./namedField";
// In English whatever is spoken: these are looked for in what the server says.
import { plainFieldName } from "../words/things";

export type Fault = DraftFault | { code: "value_not_chosen"; change: number } | { code: "value_refused"; change: number };
/** Where on the screen a fault is said. */
export type Spot = "ticket" | "lead" | "content" | "note" | `field-${number}` | `value-${number}`;
export type PlacedFault = { spot: Spot; fault: Fault };

/** Said when the person presses Send, and never while they are still filling in. */
const empty = new Set<Fault["code"]>(["ticket_empty", "lead_empty", "field_empty", "value_empty", "nothing_to_send", "note_empty", "title_empty"]);

function placed(fault: Fault, lines: EditedChange[]): PlacedFault {
  const key = "change" in fault ? (lines[fault.change]?.key ?? -1) : -1;
  switch (fault.code) {
    case "ticket_empty":
    case "ticket_not_a_number":
      return { spot: "ticket", fault };
    case "lead_empty":
    case "lead_not_an_id":
      return { spot: "lead", fault };
    case "field_empty":
    case "field_twice":
      return { spot: `field-${key}`, fault };
    case "nothing_to_send":
      return { spot: "content", fault };
    case "note_empty":
      return { spot: "note", fault };
    case "title_empty":
      return { spot: `value-${lines.find(({ field }) => field.trim() === title)?.key ?? -1}`, fault };
    default:
      return { spot: `value-${key}`, fault };
  }
}

class Faults {
  all = $state.raw<PlacedFault[]>([]);
  // An answer that comes after a later question, or after the place was edited, is about another text.
  #turns = new Map<Spot, number>();

  at(spot: Spot): Fault | null {
    return this.all.find((one) => one.spot === spot)?.fault ?? null;
  }
  #next(spot: Spot): number {
    const turn = (this.#turns.get(spot) ?? 0) + 1;
    this.#turns.set(spot, turn);
    return turn;
  }
  drop(...spots: Spot[]): void {
    spots.forEach((spot) => this.#next(spot));
    this.all = this.all.filter(({ spot }) => !spots.includes(spot));
  }
  /** Another draft is shown: what is still being checked is of the one before. */
  clear(): void {
    this.all = [];
    [...this.#turns.keys()].forEach((spot) => this.#next(spot));
  }
  /** The shell's faults, in the order of the screen, with the one only the screen can know: a list without a choice. */
  show(found: DraftFault[], lines: EditedChange[]): void {
    const unchosen: Fault[] = lines.flatMap((line, change) =>
      line.value.trim() === "" && fields.hasList(line.field) ? [{ code: "value_not_chosen", change }] : [],
    );
    // An empty list that may not be empty is said once.
    const said = found.filter((fault) => !(fault.code === "value_empty" && unchosen.some((one) => "change" in one && one.change === fault.change)));
    const order = ({ spot, fault }: PlacedFault) =>
      spot === "ticket" ? -3 : spot === "lead" ? -2 : fault.code === "title_empty" ? -1 : "change" in fault ? fault.change : lines.length;
    this.all = [...said, ...unchosen].map((fault) => placed(fault, lines)).sort((a, b) => order(a) - order(b));
  }
  /** Marks the rows of the fields that the server named when it refused them. */
  refused(said: string, lines: EditedChange[]): PlacedFault | null {
    const named = namedFields(said, lines.map(({ field }) => callings(field, plainFieldName(field))));
    this.all = named.map((change) => placed({ code: "value_refused", change }, lines));
    return this.all[0] ?? null;
  }
  /** On leaving a box: says what is wrong in it, but never that it is empty. */
  async check(spot: Spot, draft: { text(): DraftText; lines: EditedChange[] }): Promise<void> {
    const turn = this.#next(spot);
    try {
      const found = await shell.checkDraft(draft.text());
      if (turn !== this.#turns.get(spot)) return;
      const here = found.map((fault) => placed(fault, draft.lines)).filter((one) => one.spot === spot && !empty.has(one.fault.code));
      this.all = [...this.all.filter((one) => one.spot !== spot || empty.has(one.fault.code)), ...here];
    } catch (error) {
      report(error);
    }
  }
}

export const faults = new Faults();
