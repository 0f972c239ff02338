import { expect, test } from "vitest";
import {
  cautionFor,
  harmlessCell,
  type Protection,
  type SheetGuard,
} from "../../../workbench/page/grid/guarded-cells.ts";

const KEY = { startColumnIndex: 0, endColumnIndex: 2 };
const guard = (...protections: readonly Protection[]): SheetGuard => ({ frozenRows: 1, protections });
const warned: Protection = { range: KEY, description: "取込が書き込む列", requestingUserCanEdit: true };
const locked: Protection = { range: KEY };

test.each([
  ["a frozen row is a header, and asks", guard(), { row: 0, column: 5 }, { kind: "header" }],
  ["a cell below the headers that nothing covers is changed at once", guard(warned), { row: 1, column: 2 }, undefined],
  [
    "a protected cell asks a person who may edit it, and says why it is protected",
    guard(warned),
    { row: 7, column: 1 },
    { kind: "protected", description: "取込が書き込む列" },
  ],
  [
    "a cell that is refused to this person anyway asks nothing",
    guard(warned, locked),
    { row: 0, column: 1 },
    undefined,
  ],
  [
    "a cell that a protection leaves out asks nothing",
    guard({ ...warned, unprotectedRanges: [{ startRowIndex: 3, endRowIndex: 4 }] }),
    { row: 3, column: 0 },
    undefined,
  ],
])("%s", (_, sheet, cell, caution) => expect(cautionFor(sheet, [cell])).toEqual(caution));

test("one guarded cell among many is enough to ask", () => {
  const cells = [2, 1, 0].map((column) => ({ row: 4, column }));
  expect(cautionFor(guard(warned), cells)).toMatchObject({ kind: "protected" });
});

test("a person starts in the first cell below the headers that no protection covers", () => {
  expect(harmlessCell(guard(warned), 10)).toEqual({ row: 1, column: 2 });
  expect(harmlessCell(guard({}), 10)).toEqual({ row: 1, column: 0 });
});
