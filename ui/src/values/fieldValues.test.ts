import { describe, expect, test } from "vitest";
import { values } from "../../dev/fields";
import { seen } from "../../dev/tickets";
import { meanwhile, nearDays, offered, presentOf, same } from "./fieldValues";

describe("two values say the same", () => {
  test.each([
    ["time", "2026-12-24 17:00", "2026-12-24T17:00:00", true],
    ["time", "2026-12-24 17:00", "2026-12-24T17:01:00", false],
    ["time", "tomorrow", "tomorrow", true],
    ["tags", "repair, door", "door,repair", true],
    ["emails", "ann@example.org; ben@example.org", "ann@example.org", false],
    ["list", "Open", " open", true],
    ["number", "12.50", "12.5", true],
    ["number", "", "0", false],
    ["number", "many", "many", true],
    ["date", "2026-12-24", "2026-12-24T00:00:00", true],
    ["date", "2026-12-24", "2026-12-25", false],
    ["long_text", "a\nb ", "a\r\nb", true],
    ["text", "", "  ", true],
  ] as const)("%s: %j and %j: %j", (kind, one, other, equal) => {
    expect(same(kind, one, other)).toBe(equal);
  });
});

test("a list offers what differs from the present value, and keeps what is chosen already", () => {
  const all = values("Open", "On Hold", "Closed");
  expect(offered(all, [], "Open", "").values).toEqual(values("On Hold", "Closed"));
  expect(offered(all, [], "Open", "Open").values).toEqual(all);
  expect(offered(all, [], undefined, "").values).toEqual(all);
});

test("the values that were used last are offered once and by themselves, also those the list does not have", () => {
  const all = [...values("Open", "Closed"), { text: "On hold", value: "OH" }];
  expect(offered(all, ["OH", "Lost", "Open"], "Open", "")).toEqual({ used: [{ text: "On hold", value: "OH" }, ...values("Lost")], values: values("Closed") });
});

test("near days are real days, also over the end of a month", () => {
  const eve = new Date(2026, 11, 31, 23, 59);
  expect(nearDays("date", eve)).toEqual(["2026-12-31", "2027-01-01", "2027-01-07"]);
  expect(nearDays("time", eve)[1]).toBe("2027-01-01 17:00");
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

test.each([
  ["tags", "urgent, vip", '["vip","urgent"]'],
  ["tags", "a; b;a", "b,a"],
  ["emails", "A@x.org; b@x.org", "b@x.org,a@X.org"],
  ["list", "On Hold", " on hold"],
  ["time", "2024-08-29 10:36", "2024-08-29T10:36:23.000Z"],
  ["number", "12.5", "12.50"],
  ["long_text", "one\r\ntwo", "one\ntwo "],
] as const)("a %s is the same in another writing: %s", (kind, one, other) => {
  expect(same(kind, one, other)).toBe(true);
});
test("another value is another one, however it is written", () => {
  expect(same("tags", "a,b", '["a"]')).toBe(false);
  expect(same("list", "On Hold", "Open")).toBe(false);
  expect(same("tags", "[a", "[b")).toBe(false);
});
