import { expect, test } from "vitest";
import { isStaff, type Opening, operatorsIn } from "../../../../src/desk/rights/rules/who-opens.ts";

const opening: Opening = {
  operator: "operator@example.com",
  proven: false,
  who: "staff@example.com",
  owner: "owner@example.com",
  operators: ["second@example.com"],
};

test.each<[string, Partial<Opening>, boolean]>([
  ["somebody of the house whom nobody named", {}, true],
  ["the one who connected the spreadsheet", { who: "operator@example.com" }, false],
  ["the same, in capitals", { who: "Operator@Example.com" }, false],
  ["the owner of the file", { who: "owner@example.com" }, false],
  ["somebody whom the settings name", { who: "second@example.com" }, false],
  ["somebody nameless who holds the keys", { who: "", proven: true }, false],
  ["somebody nameless without keys", { who: "" }, true],
  ["somebody nameless, of a file without an owner", { who: "", owner: undefined, operators: [] }, true],
  ["anybody before the spreadsheet is connected", { operator: undefined }, false],
])("%s is staff or not", (_, change, staff) => {
  expect(isStaff({ ...opening, ...change })).toBe(staff);
});

test.each<[unknown, readonly string[]]>([
  [{ operators: ["a@example.com", 1, null] }, ["a@example.com"]],
  [{ operators: "a@example.com" }, []],
  [undefined, []],
  [null, []],
])("of stored settings %j only addresses count", (settings, operators) => {
  expect(operatorsIn(settings)).toEqual(operators);
});
