// A pretended outbox: it lists, searches and settles as the real one does, in memory.
import { emit } from "@tauri-apps/api/event";
import type { Delivery, DeliveryWhole, Ended, OutboxAccount, OutboxPage, OutboxTop, Progress, Query, Removable, Removal } from "../src/shell/types";
import { attempts, failed, finding } from "./deliveries";
import { receipt } from "./samples";

const pageSize = 50;
const topLimit = 50;
const settled = (d: Delivery) => !d.needsYou && d.state !== "waiting" && d.state !== "sending";
const wordsOf = (d: Delivery) =>
  [d.ticket, d.lead, d.accountName, ...d.changes.flatMap((c) => [c.field, c.value]), ...d.files.map((f) => f.name)]
    .join(" ").toLowerCase().split(/[^\p{L}\p{N}]+/u);

export class PretendedOutbox {
  constructor(public all: Delivery[]) {
    this.all = all.toSorted((a, b) => b.id - a.id);
  }
  #named = (id: number): Delivery => {
    const found = this.all.find((d) => d.id === id);
    if (!found) throw { code: "not_possible" };
    return found;
  };
  top(): OutboxTop {
    const needsYou = this.all.filter((d) => d.needsYou);
    const onTheWay = this.all.filter((d) => d.state === "waiting" || d.state === "sending").reverse();
    return { needsYou: needsYou.slice(0, topLimit), needsYouTotal: needsYou.length, onTheWay: onTheWay.slice(0, topLimit), onTheWayTotal: onTheWay.length };
  }
  page(query: Query, before: number | null): OutboxPage {
    const asked = query.text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
    const filtered = asked.length > 0 || query.state !== null || query.account !== null || query.from !== null || query.until !== null;
    const found: Delivery[] = [];
    for (const d of this.all) {
      if (before !== null && d.id >= before) continue;
      if (!filtered && !settled(d)) continue;
      if (query.state === "needs_you" ? !d.needsYou : query.state !== null && d.state !== query.state) continue;
      if (query.account !== null && d.account !== query.account) continue;
      if ((query.from !== null && d.createdAt < query.from) || (query.until !== null && d.createdAt >= query.until)) continue;
      if (asked.length > 0) {
        const words = wordsOf(d);
        if (!asked.every((word) => words.some((one) => one.startsWith(word)))) continue;
      }
      if (found.push(d) > pageSize) break;
    }
    return { deliveries: found.slice(0, pageSize), more: found.length > pageSize };
  }
  whole(id: number): DeliveryWhole {
    const found = this.#named(id);
    return { delivery: found, attempts: attempts(found) };
  }
  accounts(): OutboxAccount[] {
    const known = new Map<string, OutboxAccount>();
    for (const { account: id, accountName: name, practice } of this.all) known.set(id, { id, name, practice });
    return [...known.values()];
  }
  /** Tells the screen, as the shell does. */
  put(next: Delivery): Delivery {
    this.all = [...this.all.filter((d) => d.id !== next.id), next].sort((a, b) => b.id - a.id);
    void emit("OutboxChanged", next);
    return next;
  }
  progress(id: number, progress: Progress): void {
    void emit("OutboxProgress", { id, progress });
  }
  #settle = (id: number, state: Delivery["state"], ended: Ended | null) =>
    this.put({ ...this.#named(id), state, ended, waiting: null, finding: null, needsYou: false, settledAt: Date.now() });

  itWasDone = (id: number) => this.#settle(id, "done", { ended: "said_done" });
  /** What is over, of all or of a ticket; or one. */
  #meant = (removal: Removal) =>
    this.all.filter((d) => (removal.what === "one" ? d.id === removal.delivery : removal.what === "everything" || (d.account === removal.account && d.ticket === removal.ticket)));
  #goes = (removal: Removal) => this.#meant(removal).filter((d) => settled(d) || (removal.what === "one" && d.state === "refused"));
  removable(removal: Removal): Removable {
    const onTheWay = this.#meant(removal).filter((d) => d.state === "waiting" || d.state === "sending").length;
    const goes = this.#goes(removal).length;
    return { goes, onTheWay, needsYou: this.#meant(removal).length - goes - onTheWay, proof: 0, setAside: 0 };
  }
  remove(removal: Removal): void {
    const gone = new Set(this.#goes(removal).map((d) => d.id));
    this.all = this.all.filter((d) => !gone.has(d.id));
    void emit("OutboxRemoved", [...gone]);
  }
  leave = (id: number) => this.put({ ...this.#named(id), needsYou: false });
  cancel = (id: number) => this.#settle(id, "cancelled", failed("cancelled", "not_sent"));
  look(id: number): Delivery {
    setTimeout(() => this.put({ ...this.#named(id), finding: { ...finding("looks_done"), readAt: Date.now() } }), 700);
    return this.put({ ...this.#named(id), finding: null });
  }
  sendAgain(id: number): Delivery {
    setTimeout(() => void this.carry(id), 300);
    return this.put({ ...this.#named(id), state: "waiting", waiting: { code: "turn" }, finding: null, needsYou: false, settledAt: null });
  }
  /** Sends it in some seconds, and all goes well. */
  async carry(id: number): Promise<void> {
    this.put({ ...this.#named(id), state: "sending", waiting: null, attempts: this.#named(id).attempts + 1 });
    const total = 23_110_000;
    for (let sent = 0; sent <= total; sent += total / 60) {
      if (this.#named(id).state !== "sending") return;
      this.progress(id, { step: "sending", file: Math.min(2, Math.floor((sent / total) * 3)), fileSent: 0, fileSize: 1, sent, total });
      await new Promise((done) => setTimeout(done, 50));
    }
    this.#settle(id, "done", { ended: "done", receipt });
  }
}
