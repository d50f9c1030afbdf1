import { describe, expect, test } from "vitest";
import { field, ofAccount, ofTeam, usual } from "../../dev/fields";
import { found, grouped } from "./fieldList";

describe("under headings", () => {
  test("an account's list has the common fields first and its own last", () => {
    const groups = grouped([...ofAccount.fields].reverse(), "account");
    expect(groups.map(({ heading }) => heading)).toEqual([{ word: "common" }, { word: "more" }, { word: "own" }]);
    expect(groups.at(0)?.fields.map(({ name }) => name)).toContain("Status");
    expect(groups.at(2)?.fields.map(({ label }) => label)).toContain("Branch");
  });
  test("a team's list keeps the team's headings and order", () => {
    const groups = grouped(ofTeam.fields, "team");
    // What stood below a heading would seem to belong to it.
    expect(groups.map(({ heading, fields }) => [heading, fields.length])).toEqual([[null, 1], ["Every day", 2], ["Papers", 1]]);
  });
  test("the usual fields need no headings", () => {
    expect(grouped(usual.fields, "built_in")).toEqual([{ heading: null, fields: usual.fields }]);
  });
});

describe("searching", () => {
  const fields = [...ofAccount.fields, field("mx_Größe", "text", { label: "Größe" })];
  const label = (name: string) => fields.find((one) => one.name === name)?.label ?? name;
  const names = (text: string) => found(fields, text, label).map(({ name }) => name);

  test.each([
    ["pri", ["Priority"]],
    ["order num", ["CustomData.Order_Number"]],
    ["num order", ["CustomData.Order_Number"]],
    ["customdata.branch", ["CustomData.Branch"]],
    ["GROSSE", []],
    ["große", ["mx_Größe"]],
    [" warranty ", ["mx_Warranty"]],
    ["nothing like it", []],
  ])("%j finds %j", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
  test("what begins so comes first, then what has a word that does", () => {
    expect(names("t").slice(0, 3)).toEqual(["Title", "Type", "Tags"]);
    expect(names("type").slice(0, 2)).toEqual(["Type", "SubType"]);
  });
});
