import { type Cell, isBlank } from "../cell.ts";
import { formulaRequest } from "../declare/formula.ts";
import { formulasOf, type Table } from "../declare/table.ts";
import { type FormulaCells, isFormulaAt } from "../read/formula-cells.ts";
import { type Layout, placeOf } from "../read/layout.ts";
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

/** Formulas for those of `rows` that lost theirs. What people wrote in its place stays; `isOurs` knows more cells that are not theirs. */
export const lostFormulaRequests = (
  { table, sheetId, layout, formulas }: Sheet,
  rows: readonly Row[],
  isOurs: (cell: Cell) => boolean = () => false,
): Request[] =>
  formulasOf(table).flatMap((column) => {
    const place = placeOf(layout, column.name);
    const lost = rows.filter(({ index, cells }) => {
      const cell = cells[place] ?? null;
      return !isFormulaAt(formulas, index, place) && (isBlank(cell) || typeof cell === "number" || isOurs(cell));
    });
    return spansOf(lost.map(({ index }) => index)).map(([from, to]) =>
      formulaRequest(column, sheetId, layout, from, to + 1),
    );
  });
