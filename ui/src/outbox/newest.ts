// Answers and events come by different ways: an answer may be older than an event that overtook it. After whatever an
// answer tells of there is an event, so the newest event is right.
import type { Delivery } from "../shell/types";

const told = new Map<number, Delivery>();
let asked = 0;

/** An event told of a delivery. */
export function toldByEvent(delivery: Delivery): void {
  if (asked > 0) told.set(delivery.id, delivery);
}

/** Asks; what the answer says of a delivery is to be looked up by `newest`, which knows what events told meanwhile. */
export async function asking<T>(command: () => Promise<T>): Promise<{ answer: T; newest: (delivery: Delivery) => Delivery }> {
  asked += 1;
  try {
    const answer = await command();
    const meanwhile = new Map(told);
    return { answer, newest: (delivery) => meanwhile.get(delivery.id) ?? delivery };
  } finally {
    asked -= 1;
    if (asked === 0) told.clear();
  }
}
