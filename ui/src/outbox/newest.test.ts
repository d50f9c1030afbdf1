import { expect, test } from "vitest";
import type { Delivery } from "../shell/types";
import { asking, toldByEvent } from "./newest";

const delivery = (state: Delivery["state"]): Delivery => ({ id: 7, state }) as Delivery;

test("an answer that an event overtook does not bring back what was", async () => {
  const { answer, newest } = await asking(async () => {
    toldByEvent(delivery("sending"));
    toldByEvent(delivery("done"));
    return delivery("waiting");
  });
  expect(newest(answer).state).toBe("done");
});

test("what was told before a command was asked does not count against its answer", async () => {
  toldByEvent(delivery("refused"));
  const { answer, newest } = await asking(async () => delivery("waiting"));
  expect(newest(answer).state).toBe("waiting");
});
