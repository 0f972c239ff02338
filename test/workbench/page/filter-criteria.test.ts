import { expect, test } from "vitest";
import { criteriaOf, type FilterChoice, filterColumnOf } from "../../../workbench/page/grid/filter-criteria.ts";

const texts = ["みかん", "りんご", "", "みかん"];
const custom = (val: string, operator?: string) =>
  ({ customFilters: { customFilters: [{ val, ...(operator ? { operator } : {}) }] } }) as FilterChoice;
const both = (first: [string, string], second: [string, string], and?: 1) =>
  ({
    customFilters: {
      ...(and ? { and } : {}),
      customFilters: [first, second].map(([operator, val]) => ({ operator, val })),
    },
  }) as FilterChoice;

test("values that were not chosen are hidden, each once; empty cells are one of them", () => {
  expect(criteriaOf({ filters: { filters: ["りんご"] } }, texts)).toEqual({ hiddenValues: ["みかん", ""] });
  expect(criteriaOf({ filters: { blank: true, filters: ["みかん"] } }, texts)).toEqual({ hiddenValues: ["りんご"] });
});

test("choosing all lets all rows through", () => {
  expect(criteriaOf(null, texts)).toEqual({});
});

test.each<[FilterChoice, string, string[]]>([
  [custom("*試*"), "TEXT_CONTAINS", ["試"]],
  [custom("*試*", "notEqual"), "TEXT_NOT_CONTAINS", ["試"]],
  [custom("試*"), "TEXT_STARTS_WITH", ["試"]],
  [custom("*試"), "TEXT_ENDS_WITH", ["試"]],
  [custom("試"), "TEXT_EQ", ["試"]],
  [custom("3", "equal"), "NUMBER_EQ", ["3"]],
  [custom("3", "notEqual"), "NUMBER_NOT_EQ", ["3"]],
  [custom("3", "greaterThan"), "NUMBER_GREATER", ["3"]],
  [custom("3", "greaterThanOrEqual"), "NUMBER_GREATER_THAN_EQ", ["3"]],
  [custom("3", "lessThan"), "NUMBER_LESS", ["3"]],
  [custom("3", "lessThanOrEqual"), "NUMBER_LESS_THAN_EQ", ["3"]],
  [both(["greaterThanOrEqual", "1"], ["lessThanOrEqual", "3"], 1), "NUMBER_BETWEEN", ["1", "3"]],
  [both(["lessThan", "1"], ["greaterThan", "3"]), "NUMBER_NOT_BETWEEN", ["1", "3"]],
])("the condition %j is Google's %s, and is shown again as it was chosen", (chosen, type, values) => {
  const asked = criteriaOf(chosen, texts);
  expect(asked).toEqual({ condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) } });
  expect(filterColumnOf({ column: 2, asked: asked!, shown: [] })).toEqual({ colId: 2, ...chosen });
});

test.each([
  [custom(""), "BLANK"],
  [custom("", "notEqual"), "NOT_BLANK"],
])("%j is Google's %s", (chosen, type) => {
  expect(criteriaOf(chosen, texts)).toEqual({ condition: { type } });
});

test.each([
  ["colours", { colorFilters: { cellFillColors: ["#ff0000"] } }],
  ["two conditions that are no span", both(["greaterThan", "1"], ["lessThan", "3"])],
])("%s are what the filter cannot do", (_, chosen) => {
  expect(criteriaOf(chosen, texts)).toBeUndefined();
});

test("hidden values are shown as the values that are left", () => {
  const shown = ["りんご", ""];
  expect(filterColumnOf({ column: 0, asked: { hiddenValues: ["みかん"] }, shown })).toEqual({
    colId: 0,
    filters: { blank: true, filters: ["りんご"] },
  });
});
