import { type Cells, sameCell } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import { cellAt, type Double, type SheetState, type States, stateOf } from "../read/snapshot.ts";
import type { TableCells } from "./cells.ts";
import { type Mended, noChange } from "./mend.ts";
import type { PlacedCells } from "./requests.ts";

/** The changes, and for further rows of a key (people copied its row) the cells that those shall have. */
export function withCopies(changes: readonly Mended[], states: States, copies: readonly TableCells[]): Mended[] {
  const due = new Map<Table, TableCells>(
    copies
      .filter(({ table, cells }) => copyCells(stateOf(states, table), stateOf(states, table), cells).length > 0)
      .map((each) => [each.table, each]),
  );
  const others = [...due.keys()].filter((table) => !changes.some(({ state }) => state.table === table));
  return [...changes, ...others.map((table) => ({ ...noChange(stateOf(states, table)), repair: undefined }))].map(
    (change) => ({ ...change, copies: due.get(change.state.table)?.cells }),
  );
}

/** Of the copies on a sheet, those cells that differ; `now` tells where they stand. */
export function copyCells(
  before: SheetState,
  now: SheetState,
  wanted: ReadonlyMap<string, Cells> | undefined,
): (PlacedCells & { readonly key: string })[] {
  if (wanted === undefined) return [];
  const known = nth(before.doubles);
  return [...nth(now.doubles)].flatMap(([place, { key, index }]) => {
    const was = known.get(place);
    const cells = [...(wanted.get(key) ?? [])].filter(
      ([name, cell]) => was === undefined || !sameCell(cell, cellAt(before, was, name)),
    );
    return cells.length === 0 ? [] : [{ key, rowIndex: index, cells: new Map(cells) }];
  });
}

/** Copies of one key are told apart by their order. */
function nth(doubles: readonly Double[]): Map<string, Double> {
  const counts = new Map<string, number>();
  return new Map(
    doubles.map((double) => {
      const count = counts.get(double.key) ?? 0;
      counts.set(double.key, count + 1);
      return [`${double.key}\u0000${count}`, double];
    }),
  );
}
