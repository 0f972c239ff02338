import { type Cell, type Cells, isBlank } from "../cell.ts";
import { STAFF } from "../declare/column.ts";
import { formulaRequest } from "../declare/formula.ts";
import { columnOf, formulasOf, type Table } from "../declare/table.ts";
import { type FormulaCells, isFormulaAt } from "../read/formula-cells.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import type { SheetRow, SheetState } from "../read/snapshot.ts";
import { spansOf } from "../read/spans.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

interface Sheet {
  readonly table: Table;
  readonly sheetId: number;
  readonly layout: Layout;
  readonly formulas: FormulaCells;
}

interface Row {
  readonly index: number;
  readonly cells: readonly Cell[];
}

/**
 * Formulas for those of `rows` that lost theirs. What people wrote in its place stays, but where nothing else than the formula
 * belongs; `isOurs` knows more cells that are not theirs.
 */
export const lostFormulaRequests = (
  { table, sheetId, layout, formulas }: Sheet,
  rows: readonly Row[],
  isOurs: (cell: Cell) => boolean = () => false,
): Request[] =>
  formulasOf(table).flatMap((column) => {
    const place = placeOf(layout, column.name);
    const { takesOver } = columnOf(table, column.name);
    const lost = rows.filter(({ index, cells }) => {
      const cell = cells[place] ?? null;
      if (isFormulaAt(formulas, index, place)) return false;
      return takesOver !== undefined || isBlank(cell) || typeof cell === "number" || isOurs(cell);
    });
    return spansOf(lost.map(({ index }) => index)).map(([from, to]) =>
      formulaRequest(column, sheetId, layout, from, to + 1),
    );
  });

/** Columns of a row whose formula is gone and in whose place nothing else belongs, where a job writes to the row: people may not touch them. */
export function unshownIn(
  { table, layout, formulas }: SheetState,
  row: SheetRow | undefined,
  wanted: Cells | undefined,
): string[] {
  const shown = formulasOf(table).filter(({ name }) => columnOf(table, name).takesOver !== undefined);
  if (shown.length === 0 || row === undefined || wanted === undefined) return [];
  const isOfJob = (name: string) => columnOf(table, name).writer !== STAFF && !table.key.includes(name);
  if (![...wanted.keys()].some(isOfJob)) return [];
  return shown.flatMap(({ name }) => (isFormulaAt(formulas, row.index, placeOf(layout, name)) ? [] : [name]));
}
