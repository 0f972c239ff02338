import { expect, test } from "vitest";
import { cautionFor, harmlessCell, isLocked, type SheetGuard } from "../../../workbench/page/grid/guarded-cells.ts";
import type { DrawnProtection } from "../../../workbench/sheets/drawing/drawn.ts";

const columns = (startColumn: number, endColumn: number) => ({ startRow: 0, endRow: 1000, startColumn, endColumn });
const guard = (...protections: readonly DrawnProtection[]): SheetGuard => ({
  frozenRows: 1,
  protections,
  validations: [],
});
const warned: DrawnProtection = { area: columns(0, 2), editable: true, description: "取込が書き込む列", open: [] };
const locked: DrawnProtection = { area: columns(0, 2), editable: false, description: "", open: [] };

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
    guard({ ...warned, open: [{ ...columns(0, 2), startRow: 3, endRow: 4 }] }),
    { row: 3, column: 0 },
    undefined,
  ],
])("%s", (_, sheet, cell, caution) => expect(cautionFor(sheet, [{ ...cell, filled: true }])).toEqual(caution));

test("one guarded cell among many is enough to ask", () => {
  const cells = [2, 1, 0].map((column) => ({ row: 4, column, filled: true }));
  expect(cautionFor(guard(warned), cells)).toMatchObject({ kind: "protected" });
});

test("a header whose rule refuses other names asks nothing, and being emptied it asks like any other", () => {
  const condition = { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: '=EXACT($F$1,"伝票番号")' }] };
  const area = { startRow: 0, endRow: 1, startColumn: 5, endColumn: 6 };
  const covered = { ...warned, area: columns(5, 6) };
  const ruled = (strict: boolean) => ({
    ...guard(covered),
    validations: [{ rule: { condition, strict }, areas: [area] }],
  });
  const header = { row: 0, column: 5, filled: true };
  expect(cautionFor(ruled(true), [header])).toBeUndefined();
  const asking = [
    { ...header, filled: false },
    { ...header, column: 6 },
  ];
  for (const changed of asking) expect(cautionFor(ruled(true), [header, changed])).toEqual({ kind: "header" });
  expect(cautionFor(ruled(false), [header])).toEqual({ kind: "header" });
});

test("a person starts in the first cell below the headers that no protection covers", () => {
  expect(harmlessCell(guard(warned), 10)).toEqual({ row: 1, column: 2 });
  expect(harmlessCell(guard({ ...warned, area: columns(0, 10) }), 10)).toEqual({ row: 1, column: 0 });
});

test("a cell is locked inside a protection, not where it is open, and not to those who may edit it", () => {
  const open = [{ startRow: 1, endRow: 2, startColumn: 0, endColumn: 1 }];
  const guarded = guard({ ...locked, open });
  const at = (row: number, column: number) => isLocked(guarded, { row, column });
  expect([at(0, 0), at(1, 0), at(0, 2)]).toEqual([true, false, false]);
  expect(isLocked(guard(warned), { row: 0, column: 0 })).toBe(false);
});
