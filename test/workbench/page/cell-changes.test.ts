import fc from "fast-check";
import { expect, test } from "vitest";
import { cellChanges } from "../../../workbench/page/grid/cell-changes.ts";
import type { CellMatrix } from "../../../workbench/page/grid/cell-data.ts";

const cell = fc.record({ v: fc.constantFrom("a", "b", 1), s: fc.constantFrom("bold", "italic") });
const index = fc.integer({ min: 0, max: 3 });
const all = [0, 1, 2, 3];
const matrix: fc.Arbitrary<CellMatrix> = fc.array(fc.tuple(index, index, cell)).map((cells) => {
  const result: CellMatrix = {};
  for (const [row, column, item] of cells) result[row] = { ...result[row], [column]: item };
  return result;
});

/** What the grid shows when the removals and then the settings are carried out. */
function applied(shown: CellMatrix, fresh: CellMatrix): CellMatrix {
  const { removed, set } = cellChanges(shown, fresh, {}, all);
  const result = structuredClone(shown);
  for (const [row, columns] of Object.entries(removed)) {
    for (const column of Object.keys(columns)) delete result[Number(row)]?.[Number(column)];
  }
  for (const [row, columns] of Object.entries(set)) result[Number(row)] = { ...result[Number(row)], ...columns };
  return Object.fromEntries(Object.entries(result).filter(([, columns]) => Object.keys(columns).length > 0));
}

test("after the changes the grid shows what the engine holds, whatever it showed before", () => {
  fc.assert(
    fc.property(matrix, matrix, (shown, fresh) => {
      expect(applied(shown, fresh)).toEqual(fresh);
    }),
  );
});

test("nothing is pushed where nothing changed", () => {
  fc.assert(fc.property(matrix, (shown) => cellChanges(shown, structuredClone(shown), {}, all).count === 0));
});

test("rows that nobody looked at again stay as they are", () => {
  expect(cellChanges({ 2: { 1: { v: "old" } } }, {}, {}, [1]).count).toBe(0);
});

test("an edited cell is pushed though the engine still holds the old value: the edit was refused", () => {
  const shown: CellMatrix = { 2: { 1: { v: "old" } } };
  const changes = cellChanges(shown, shown, { 2: { 1: true } }, [2]);
  expect(changes).toEqual({ removed: { 2: { 1: null } }, set: shown, count: 1 });
});
