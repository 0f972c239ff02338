import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "../../../src/workbook/cell.ts";
import { seal, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { sealOf } from "../../../src/workbook/declare/seal.ts";
import { withMarks } from "../../../src/workbook/declare/staff-mark.ts";
import { defineTable, type Table } from "../../../src/workbook/declare/table.ts";
import { sheetState } from "../../../src/workbook/read/snapshot.ts";
import { staffRepair } from "../../../src/workbook/read/staff-repair.ts";

const parcels = defineTable({
  sheet: "荷物",
  key: ["order", "basket"],
  columns: {
    order: text("注文番号", { note: "", writer: "import" }),
    basket: text("送付先ID", { note: "", writer: "import" }),
    tracking: text("伝票番号", { note: "", writer: "staff", distinct: true }),
    mark: staffKey(),
    door: text("届け先", { note: "", writer: "import" }),
    memo: text("メモ", { note: "", writer: "staff" }),
    memoMark: staffKey("照合（メモ）"),
    seal: seal({ writer: "import" }),
  },
});
const [ORDER, BASKET, TRACKING, MARK, DOOR, MEMO, MEMO_MARK, SEAL] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

const names = Object.keys(parcels.columns);
const headers = names.map((name) => parcels.columns[name as keyof typeof parcels.columns].header);

/** A row as commits leave it. */
function rowOf(order: string): Cell[] {
  const own = { order, basket: "1", door: `${order}の家`, tracking: `${order}-99`, memo: `${order}のメモ` };
  const sealed = sealOf([own.order, own.basket, own.door]);
  const cells = withMarks(parcels, new Map(Object.entries({ ...own, seal: sealed })));
  return names.map((name) => cells.get(name) ?? null);
}

const orders = ["A", "B", "C", "D", "E", "F"];
const listed = () => orders.map(rowOf);
const edit = (rows: Cell[][], row: number, column: number, cell: Cell) => {
  (rows[row] as Cell[])[column] = cell;
};

const stateIn = (rows: readonly (readonly Cell[])[], table: Table = parcels) =>
  sheetState({
    table,
    sheetId: 1,
    rowCount: 100,
    columnCount: headers.length,
    dressed: [],
    formulas: new Map(),
    protections: [],
    grid: [headers, ...rows],
  });

/** The order of each row, as the run takes it. */
function taken(rows: readonly (readonly Cell[])[]): string[] {
  const { rows: known, doubles, keyless } = stateIn(rows);
  const all = [...[...known.values()], ...doubles, ...keyless].sort((a, b) => a.index - b.index);
  return all.map(({ cells }) => String(cells[ORDER] ?? ""));
}

const typed: readonly [what: string, cell: Cell][] = [
  ["a text", "先方確認済み"],
  ["a number", 425792000001],
  ["nothing", null],
  ["an empty text", ""],
  ["the number of another order on the list", "D"],
  ["the number of an order that is not there", "Z"],
  ["what a formula shows", "#REF!"],
];

for (const [what, cell] of typed)
  test(`a row whose key gave way to ${what} is its own order's still`, () => {
    const rows = listed();
    edit(rows, 1, ORDER, cell);
    const state = stateIn(rows);
    expect(taken(rows)).toEqual(orders);
    expect(state.overtyped).toEqual([
      {
        rowIndex: 2,
        key: "B\u001f1",
        cells: new Map([
          ["order", "B"],
          ["basket", "1"],
        ]),
        typed: [cell, "1"],
      },
    ]);
    expect(state.doubles).toEqual([]);
    expect(state.faults).toEqual([]);
    expect(staffRepair(state)).toMatchObject({ restored: new Set(), doubts: new Map(), strays: [], moves: true });
  });

test("both parts of a key, two that were swapped, and a fill over many rows come back", () => {
  const both = listed();
  edit(both, 1, ORDER, "x");
  edit(both, 1, BASKET, "y");
  const swapped = listed();
  edit(swapped, 1, ORDER, "E");
  edit(swapped, 4, ORDER, "B");
  const filled = listed();
  for (let row = 1; row < 6; row++) edit(filled, row, ORDER, "A");
  for (const rows of [both, swapped, filled]) expect(taken(rows)).toEqual(orders);
});

test("a key that was typed over on a row that was sorted away comes back, also where people's cells were sorted too", () => {
  const rows = listed();
  edit(rows, 1, ORDER, "x");
  rows.reverse();
  expect(taken(rows)).toEqual([...orders].reverse());
  const shifted = listed();
  edit(shifted, 1, ORDER, "x");
  const entries = shifted.map((row) => [TRACKING, MARK, MEMO, MEMO_MARK].map((column) => row[column] ?? null));
  for (const [at, row] of shifted.entries())
    for (const [n, column] of [TRACKING, MARK, MEMO, MEMO_MARK].entries())
      row[column] = (entries[(at + 1) % entries.length] as Cell[])[n] ?? null;
  expect(taken(shifted)).toEqual(orders);
  expect(staffRepair(stateIn(shifted)).restored).toEqual(new Set(orders.map((order) => `${order}\u001f1`)));
});

test("a copy of a row under a key of its own is no row of that order, and neither is one whose order came again", () => {
  const copied = [...listed(), rowOf("B")];
  edit(copied, 6, ORDER, "B-2");
  expect(stateIn(copied).overtyped).toEqual([]);
  const again = [...listed(), rowOf("B")];
  edit(again, 1, ORDER, "x");
  expect(stateIn(again).overtyped).toEqual([]);
  expect(staffRepair(stateIn(again)).doubts.get("x\u001f1")).toEqual([{ doubt: ["from", "B"], headers: [] }]);
});

test("of two copies that both lost their key the upper one gets it back", () => {
  const rows = [...listed(), rowOf("B")];
  edit(rows, 1, ORDER, "x");
  edit(rows, 6, ORDER, "y");
  expect(taken(rows)).toEqual([...orders, "y"]);
});

test("a row that people emptied is gone, and so is what only their own cells are left of", () => {
  const rows = listed();
  rows[1] = rows[1]?.map(() => null) as Cell[];
  for (const column of [ORDER, BASKET, DOOR, SEAL]) edit(rows, 2, column, null);
  expect(stateIn(rows).overtyped).toEqual([]);
  expect(stateIn(rows).rows.has("B\u001f1")).toBe(false);
  expect(stateIn(rows).rows.has("C\u001f1")).toBe(false);
});

test("nothing comes back where the seal does not prove it, and people's cells that moved are no key", () => {
  const rows = listed();
  edit(rows, 1, ORDER, "x");
  edit(rows, 1, DOOR, "別の家");
  expect(stateIn(rows).overtyped).toEqual([]);
  const moved = listed();
  const [first, second] = moved as [Cell[], Cell[]];
  for (const column of [TRACKING, MARK])
    [first[column], second[column]] = [second[column] ?? null, first[column] ?? null];
  expect(stateIn(moved).overtyped).toEqual([]);
  const unsealed = defineTable({
    sheet: "荷物",
    key: ["order", "basket"],
    columns: { ...parcels.columns, seal: text("照合", { note: "", writer: "import" }) },
  });
  const bare = listed();
  edit(bare, 1, ORDER, "x");
  expect(stateIn(bare, unsealed).overtyped).toEqual([]);
});

test("whatever is typed over the keys of however many rows, each order is there once and in its own row", () => {
  const over = fc.tuple(fc.nat(5), fc.constantFrom<Cell>("", null, "x", "A", "B", "F", 7));
  fc.assert(
    fc.property(fc.array(over, { maxLength: 12 }), fc.shuffledSubarray(orders, { minLength: 6 }), (edits, order) => {
      const rows = order.map(rowOf);
      for (const [row, cell] of edits) edit(rows, row, ORDER, cell);
      expect(taken(rows)).toEqual(order);
      expect(stateIn(rows).doubles).toEqual([]);
    }),
  );
});
