import { expect, test } from "vitest";
import { callings, namedFields } from "./namedField";

const names = [callings("Type", "Type"), callings("SubType", "Sub-type"), callings("CustomData.Order_Number", "Order no."), callings("Status", "Stage of work")];

test.each([
  ["Status does not have the option 'On hold'.", [3]],
  ["The value of SubType is not one of the list", [1]],
  ["Invalid value for field CustomData.Order_Number", [2]],
  ["Order Number must match ^[A-Z]{2}", [2]],
  ["'Stage of work' is locked after create", [3]],
  ["Type and Status are mandatory", [0, 3]],
  ["Statuses cannot be read", []],
  ["ObjectType", []],
  ["", []],
])("%j names the fields %j", (said, found) => {
  expect(namedFields(said, names)).toEqual(found);
});
