import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import { stockTable } from "../stock/stock-table.ts";
import type { Outcomes } from "./rules/outcomes.ts";
import { planText, type RowPlan } from "./rules/update-plan.ts";

/** What rows of 在庫 say of the update, as far as it came. */
export function updateCells(rows: readonly RowPlan[], outcomes: Outcomes): TableCells[] {
  const levels = rows.flatMap((row) => {
    const shopStock = levelAfter(row, outcomes);
    return shopStock === undefined ? [] : [{ productCode: row.productCode, shopStock }];
  });
  return [
    rowsFor(
      stockTable,
      "shopUpdate",
      rows.map((row) => ({
        productCode: row.productCode,
        shopTarget: row.target,
        shopUpdate: planText(row, (step) => outcomes.of(step).text),
      })),
    ),
    rowsFor(stockTable, "shopStock", levels),
  ];
}

/** 楽天在庫数 is that of the first SKU of a row. */
function levelAfter({ skus: [first] }: RowPlan, outcomes: Outcomes): number | undefined {
  return first !== undefined && "step" in first ? outcomes.of(first.step).level : undefined;
}

/** The rows in as many parts as commits they take: one at least. */
export function updateParts(book: Book, rows: readonly RowPlan[], outcomes: Outcomes): RowPlan[][] {
  const byCode = new Map(rows.map((row) => [row.productCode, row]));
  const { changes } = book.plan(updateCells(rows, outcomes));
  return fittingParts(changes, [...byCode.keys()], (code) => code).map((codes) =>
    codes.flatMap((code) => byCode.get(code) ?? []),
  );
}
