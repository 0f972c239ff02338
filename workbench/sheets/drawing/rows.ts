/** The cells of rows as a page draws them. */

import { isFormula, type Sheet, type Workbook } from "../book/workbook.ts";
import { valueAt } from "../formulas/evaluation.ts";
import { isError } from "../formulas/value.ts";
import type { CellFormat, DrawnRow, DrawnRows, DrawnValue, Span } from "./drawn.ts";
import { lookOf } from "./look.ts";

/** A number that a list of things gives each of them, the same to those that are the same. */
function numbered<Item, Key>(keyOf: (item: Item) => Key) {
  const items: Item[] = [];
  const numbers = new Map<Key, number>();
  const numberOf = (item: Item): number => {
    const key = keyOf(item);
    const known = numbers.get(key) ?? items.push(item) - 1;
    numbers.set(key, known);
    return known;
  };
  return { items, numberOf };
}

export function drawnRows(book: Workbook, sheet: Sheet, spans: readonly Span[]): DrawnRows {
  const looks = numbered((look: CellFormat) => look);
  const stripes = numbered((stripe: readonly number[]) => stripe.join());
  const look = lookOf(book, sheet);
  const { rowCount, columnCount } = sheet.grid;
  const stripeOf = (row: number): number => {
    const stripe: number[] = [];
    for (let column = 0; column < columnCount; column++) {
      const drawn = look(row, column);
      stripe.push(drawn === undefined ? -1 : looks.numberOf(drawn));
    }
    while (stripe.at(-1) === -1) stripe.pop();
    return stripes.numberOf(stripe);
  };
  const rows: DrawnRow[] = [];
  for (const [start, end] of spans)
    for (let row = start; row < Math.min(end, rowCount); row++)
      rows.push({ row, ...cells(book, sheet, row), stripe: stripeOf(row) });
  return { revision: book.revision, looks: looks.items, stripes: stripes.items, rows };
}

function cells(book: Workbook, sheet: Sheet, row: number): Pick<DrawnRow, "values" | "formulas"> {
  const contents = sheet.grid.row(row)?.value ?? [];
  const formulas = contents.flatMap((content, column) => (isFormula(content) ? [[column, content.formula]] : []));
  const values = Array.from(contents, (content, column): DrawnValue => {
    if (!isFormula(content)) return content ?? null;
    const value = valueAt(book, sheet, row, column);
    return isError(value) ? value : (value ?? null);
  });
  return { values, ...(formulas.length === 0 ? {} : { formulas: Object.fromEntries(formulas) }) };
}
