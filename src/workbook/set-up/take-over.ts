import { cellData, cellsRequest, isBlank } from "../cell.ts";
import { columnOf, formulasOf, type Table } from "../declare/table.ts";
import { isFormulaAt } from "../read/formula-cells.ts";
import { placeOf } from "../read/layout.ts";
import type { ColumnPlan } from "./columns.ts";
import type { SheetFacts } from "./look.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** What stands in cells of a column from before it became a formula moves to the column that the formula shows, and so does not get lost. */
export const takeOverRequests = (
  table: Table,
  { sheetId, rows, rowCount, formulas, texts }: SheetFacts,
  { layout, added }: ColumnPlan,
): Request[] =>
  formulasOf(table).flatMap(({ name }) => {
    const { takesOver, numberFormat } = columnOf(table, name);
    if (takesOver === undefined || added.includes(name)) return [];
    const [from, to] = [placeOf(layout, name), placeOf(layout, takesOver)];
    const moved = rows.flatMap((cells, below) => {
      const value = cells[from] ?? null;
      const isFree = isBlank(cells[to] ?? null);
      if (isBlank(value) || !isFree || isFormulaAt(formulas, 1 + below, from)) return [];
      return [cellsRequest(sheetId, 1 + below, to, [cellData(value)])];
    });
    // A formula in a cell that is made for texts would be one.
    const columns = { startColumnIndex: from, endColumnIndex: from + 1 };
    const range = { sheetId, startRowIndex: 1, endRowIndex: rowCount, ...columns };
    const isMadeForTexts = numberFormat === undefined && texts[from] === true;
    return [
      ...(isMadeForTexts ? [{ repeatCell: { range, cell: {}, fields: "userEnteredFormat.numberFormat" } }] : []),
      ...moved,
    ];
  });
