import type { Delivery } from "../shell/types";

export type Day = { name: "today" | "yesterday" | "date"; at: number; deliveries: Delivery[] };

const midnight = (at: number, daysBack = 0): number => {
  const date = new Date(at);
  // By the calendar and not by 24 hours: a day is 23 or 25 hours long when clocks change.
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysBack).getTime();
};

/** Groups deliveries, newest first, by the day they were sent. */
export function byDay(deliveries: Delivery[], now: number): Day[] {
  const days: Day[] = [];
  for (const delivery of deliveries) {
    const at = midnight(delivery.startedAt);
    const last = days.at(-1);
    if (last && last.at === at) {
      last.deliveries.push(delivery);
    } else {
      const name = at === midnight(now) ? "today" : at === midnight(now, 1) ? "yesterday" : "date";
      days.push({ name, at, deliveries: [delivery] });
    }
  }
  return days;
}

/** Nobody knows what became of it, and no later update of the same ticket was done: a person has to look. */
export function needsPerson(delivery: Delivery, all: Delivery[]): boolean {
  const { outcome } = delivery;
  const unknown = outcome.state === "interrupted" || (outcome.state === "failed" && outcome.failure.effect === "may_be_done");
  return (
    unknown &&
    !all.some(
      (later) =>
        later.id > delivery.id &&
        later.outcome.state === "done" &&
        later.account === delivery.account &&
        later.ticket === delivery.ticket,
    )
  );
}
