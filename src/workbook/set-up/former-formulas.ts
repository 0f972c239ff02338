import { columnLetters } from "../a1.ts";
import { formulaRequest, formulaText } from "../declare/formula.ts";
import { columnOf, formulasOf, type Table } from "../declare/table.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import { spansOf } from "../read/spans.ts";
import type { SheetFacts } from "./look.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Cells that have a formula of an earlier version get that of this one; what people wrote there instead stays. */
export const formerFormulaRequests = (
  table: Table,
  { sheetId, formulas, formulaAt }: Pick<SheetFacts, "sheetId" | "formulas" | "formulaAt">,
  layout: Layout,
): Request[] =>
  formulasOf(table).flatMap((column) => {
    const { formerFormulas = [] } = columnOf(table, column.name);
    if (formerFormulas.length === 0) return [];
    const place = placeOf(layout, column.name);
    const isFormer = (row: number) =>
      formerFormulas.some(
        (former) =>
          formulaAt(row, place) === formulaText(former, (name) => `${columnLetters(placeOf(layout, name))}${row + 1}`),
      );
    const rows = [...formulas].flatMap(([row, columns]) => (columns.has(place) && isFormer(row) ? [row] : []));
    return spansOf(rows).map(([from, to]) => formulaRequest(column, sheetId, layout, from, to + 1));
  });
