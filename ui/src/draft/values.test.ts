import { describe, expect, test } from "vitest";
import { seen } from "../../dev/tickets";
import { meanwhile, offered, presentOf, same } from "./values";

describe("two values say the same", () => {
  test.each([
    ["time", "2026-12-24 17:00", "2026-12-24T17:00:00", true],
    ["time", "2026-12-24 17:00", "2026-12-24T17:01:00", false],
    ["time", "tomorrow", "tomorrow", true],
    ["tags", "repair, door", "door,repair", true],
    ["emails", "ann@example.org; ben@example.org", "ann@example.org", false],
    ["list", "Open", "open", false],
    ["long_text", "a\nb ", "a\r\nb", true],
    ["text", "", "  ", true],
  ] as const)("%s: %j and %j: %j", (kind, one, other, equal) => {
    expect(same(kind, one, other)).toBe(equal);
  });
});

test("a list offers what differs from the present value, and keeps what is chosen already", () => {
  const values = ["Open", "On Hold", "Closed"];
  expect(offered(values, "Open", "")).toEqual(["On Hold", "Closed"]);
  expect(offered(values, "Open", "Open")).toEqual(values);
  expect(offered(values, undefined, "")).toEqual(values);
});

test("an empty field is empty, and one the ticket does not show is not known", () => {
  expect(presentOf(seen(), "SubType")).toBe("");
  expect(presentOf(seen(), "CustomData.Elsewhere")).toBeUndefined();
  expect(presentOf(null, "Status")).toBeUndefined();
});

describe("changed by somebody else meanwhile", () => {
  const kindOf = (field: string) => (field === "DueDate" ? "time" : "list");
  const shown = seen({ status: "Open", priority: "Low", dueDate: "2026-12-24T17:00:00" });
  const fresh = seen({ status: "Closed", priority: null, dueDate: "2026-12-24 17:00" });

  test("only fields that are to be changed are compared", () => {
    expect(meanwhile([{ field: "Status", value: "On Hold" }], shown, fresh, kindOf)).toEqual([{ field: "Status", was: "Open", is: "Closed" }]);
    expect(meanwhile([{ field: "Title", value: "x" }], shown, fresh, kindOf)).toEqual([]);
  });
  test("emptied counts, another way of writing does not", () => {
    const changes = ["Priority", "DueDate"].map((field) => ({ field, value: "x" }));
    expect(meanwhile(changes, shown, fresh, kindOf)).toEqual([{ field: "Priority", was: "Low", is: "" }]);
  });
  test("a field that one of the readings does not show is not spoken of", () => {
    expect(meanwhile([{ field: "Status", value: "x" }], shown, { ...fresh, fields: [] }, kindOf)).toEqual([]);
  });
});
