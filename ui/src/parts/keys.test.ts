import { expect, test } from "vitest";
import { isComposing, letterOf } from "./keys";

const key = (key: string, code: string, more: Partial<KeyboardEvent> = {}) => ({ key, code, ...more }) as KeyboardEvent;

test("a shortcut's letter is the layout's, and where that has no Latin one, the key's place", () => {
  const pressed = [key("f", "KeyF"), key("F", "KeyF"), key("а", "KeyF"), key("φ", "KeyF"), key("ि", "KeyF"), key("f", "KeyE"), key("Enter", "Enter")];
  expect(pressed.map(letterOf)).toEqual(["f", "f", "f", "f", "f", "f", "enter"]);
});

test("a key of an input method is known by either sign", () => {
  expect([key("Enter", "Enter", { isComposing: true, keyCode: 13 }), key("Enter", "Enter", { isComposing: false, keyCode: 229 })].map(isComposing)).toEqual([true, true]);
  expect(isComposing(key("Enter", "Enter", { isComposing: false, keyCode: 13 }))).toBe(false);
});
