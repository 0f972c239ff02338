import { expect, test } from "vitest";
import { frameMutations } from "../../../workbench/page/grid/frame-mutations.ts";
import type { DrawnFrame } from "../../../workbench/sheets/drawing/drawn.ts";
import { frame } from "./frame.ts";

const area = { startRow: 0, endRow: 2, startColumn: 0, endColumn: 3 };
const names = (before: Partial<DrawnFrame>, after: Partial<DrawnFrame>) =>
  frameMutations(frame(before), frame(after)).map(({ id }) => id.replace(/^.*mutation\./, ""));

test("a sheet that is as it was is not touched", () => {
  expect(names({ notes: [{ row: 0, column: 0, text: "注" }] }, { notes: [{ row: 0, column: 0, text: "注" }] })).toEqual(
    [],
  );
});

test.each<[string, Partial<DrawnFrame>, string[]]>([
  ["its title", { title: "棚" }, ["set-worksheet-name"]],
  ["its tab colour", { tabColor: "#ff0000" }, ["set-tab-color"]],
  ["whether it is hidden", { hidden: true }, ["set-worksheet-hidden"]],
  ["its number of rows", { rowCount: 11 }, ["set-worksheet-row-count"]],
  ["its frozen rows", { frozenRows: 1 }, ["set-frozen"]],
  ["its drop-downs", { validations: [{ rule: { condition: { type: "BOOLEAN" } }, areas: [area] }] }, ["addRule"]],
  ["its notes", { notes: [{ row: 0, column: 0, text: "注" }] }, ["update-note"]],
  ["its filter", { filter: { area, range: {}, criteria: [] } }, ["set-filter-range"]],
])("%s alone is changed where nothing else is another", (_, after, mutations) => {
  expect(names({}, after)).toEqual(mutations);
});

test("a drop-down that reaches further leaves the others alone, however long the list is", () => {
  const list = (...options: string[]) => ({
    condition: { type: "ONE_OF_LIST", values: options.map((userEnteredValue) => ({ userEnteredValue })) },
  });
  const box = { condition: { type: "BOOLEAN" } };
  const [carriers, states] = [list("ヤマト運輸"), list("未着手", "出荷済")];
  const rows = (endRow: number, startColumn: number) => ({ ...area, endRow, startColumn, endColumn: startColumn + 1 });
  const before = frame({
    validations: [
      { rule: box, areas: [rows(9, 0)] },
      { rule: carriers, areas: [rows(9, 1)] },
    ],
  });
  const after = frame({
    validations: [
      { rule: states, areas: [rows(9, 2)] },
      { rule: box, areas: [rows(10, 0)] },
      { rule: carriers, areas: [rows(9, 1)] },
    ],
  });
  const [removed, added] = frameMutations(before, after).map(({ params }) => params) as [
    { ruleId: string[] },
    { rule: { uid: string; type: string; ranges: { endRow: number }[] }[] },
  ];
  expect(removed.ruleId).toHaveLength(1);
  expect(added.rule.map(({ type, ranges }) => [type, ranges[0]?.endRow])).toEqual([
    ["list", 8],
    ["checkbox", 9],
  ]);
  expect(added.rule[1]?.uid).toBe(removed.ruleId[0]);
});

test("rows that the filter hid and hides no more are shown again", () => {
  const [rows] = frameMutations(frame({ filtered: [[1, 3]] }), frame({ filtered: [[2, 4]] }));
  expect(rows?.params).toEqual({ rowData: { 1: { h: 21, hd: 0 }, 2: { hd: 1 }, 3: { hd: 1 } } });
});
