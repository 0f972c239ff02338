import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Grid } from "../../../../workbench/sheets/cells/grid.ts";

const SIZE = 6;

type Axis = "rows" | "columns";

type Step =
  | { readonly kind: "set"; readonly row: number; readonly column: number; readonly value: number | undefined }
  | { readonly kind: "insert"; readonly axis: Axis; readonly at: number }
  | { readonly kind: "delete"; readonly axis: Axis; readonly at: number }
  | { readonly kind: "move"; readonly axis: Axis; readonly at: number; readonly to: number };

const index = fc.integer({ min: 0, max: SIZE - 1 });
const axis = fc.constantFrom("rows" as const, "columns" as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("set" as const),
    row: index,
    column: index,
    value: fc.option(fc.nat(9), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("insert" as const), axis, at: index }),
  fc.record({ kind: fc.constant("delete" as const), axis, at: index }),
  fc.record({ kind: fc.constant("move" as const), axis, at: index, to: fc.integer({ min: 0, max: SIZE }) }),
);

/** The same grid as a plain table, every cell spelt out. */
type Table = (number | undefined)[][];

const turned = (table: Table): Table => (table[0] ?? []).map((_, column) => table.map((row) => row[column]));

function applied(table: Table, each: Step): Table {
  if (each.kind === "set")
    return table.map((row, r) => row.map((value, c) => (r === each.row && c === each.column ? each.value : value)));
  if (each.axis === "columns") return turned(applied(turned(table), { ...each, axis: "rows" }));
  const blank = (table[0] ?? []).map(() => undefined);
  if (each.kind === "insert") return table.toSpliced(each.at, 0, blank);
  if (each.kind === "delete") return table.toSpliced(each.at, 1);
  const moved = table[each.at]!;
  const rest = table.toSpliced(each.at, 1);
  return rest.toSpliced(each.to > each.at ? each.to - 1 : each.to, 0, moved);
}

function change(grid: Grid, each: Step): void {
  if (each.kind === "set") grid.set("value", each.row, each.column, each.value);
  else if (each.kind === "move") grid.move(each.axis, each.at, 1, each.to);
  else grid[each.kind](each.axis, each.at, 1);
}

/** Steps that would leave the table are left out, for both alike. */
function possible(table: Table, each: Step): boolean {
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  if (each.kind === "set") return each.row < rows && each.column < columns;
  const size = each.axis === "rows" ? rows : columns;
  return each.at < size && (each.kind !== "delete" || size > 1) && (each.kind !== "move" || each.to <= size);
}

const spelt = (grid: Grid): Table =>
  Array.from({ length: grid.rowCount }, (_, row) =>
    Array.from({ length: grid.columnCount }, (_, column) => grid.get("value", row, column) as number | undefined),
  );

const emptyTable = (): Table => Array.from({ length: SIZE }, () => new Array<undefined>(SIZE).fill(undefined));

function run(grid: Grid, table: Table, steps: readonly Step[]): Table {
  let current = table;
  for (const each of steps) {
    if (!possible(current, each)) continue;
    current = applied(current, each);
    change(grid, each);
  }
  return current;
}

describe("the grid", () => {
  it("holds what a plain table would, after any changes", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const grid = new Grid(SIZE, SIZE);
        const table = run(grid, emptyTable(), steps);
        expect(spelt(grid)).toEqual(table);
      }),
    );
  });

  it("never sees what is done to its fork, nor the fork what is done to it", () => {
    fc.assert(
      fc.property(fc.array(step), fc.array(step), fc.array(step), (before, onFork, onOrigin) => {
        const origin = new Grid(SIZE, SIZE);
        const table = run(origin, emptyTable(), before);
        const fork = origin.fork();
        const forkTable = run(fork, table, onFork);
        expect(spelt(origin)).toEqual(table);
        const originTable = run(origin, table, onOrigin);
        expect([spelt(fork), spelt(origin)]).toEqual([forkTable, originTable]);
      }),
    );
  });

  it("keeps no trace of cells that were emptied", () => {
    const grid = new Grid(5, 5);
    grid.set("value", 3, 3, "x");
    grid.set("value", 3, 3, undefined);
    expect(grid.lastRow("value")).toBe(0);
  });
});

it("sorts rows that were written to before in the same change with all their cells", () => {
  const grid = new Grid(10, 3).fork();
  for (const row of [0, 1, 2]) grid.set("value", row, 0, `row ${row}`);
  grid.reorder(0, [2, 0, 1], 0, 3);
  expect([0, 1, 2].map((row) => grid.get("value", row, 0))).toEqual(["row 2", "row 0", "row 1"]);
});
