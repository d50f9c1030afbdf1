// Answers and events come by different ways: an answer may be older than an event that overtook it. After whatever an
// answer tells of there is an event, so the newest event is right.
import type { Delivery } from "../shell/types";

const newest = new Map<number, Delivery>();
let asked = 0;

/** An event told of a delivery. */
export function heard(delivery: Delivery): void {
  if (asked > 0) newest.set(delivery.id, delivery);
}

/** What a command answers of a delivery, or what an event told of it meanwhile. */
export async function newestOf(command: () => Promise<Delivery>): Promise<Delivery> {
  asked += 1;
  try {
    const answer = await command();
    return newest.get(answer.id) ?? answer;
  } finally {
    asked -= 1;
    if (asked === 0) newest.clear();
  }
}
