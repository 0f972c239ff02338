import type { sheets_v4 } from "@googleapis/sheets";
import type { Sheet, Workbook } from "../book/workbook.ts";
import type { Area, DrawnCriteria, DrawnFilter } from "./drawn.ts";
import { criteriaOf, textAt } from "./filtered-rows.ts";

/** The filter of a sheet, for its buttons and for what a person chose in them. */
export function drawnFilter(
  book: Workbook,
  sheet: Sheet,
  filter: sheets_v4.Schema$BasicFilter,
  area: Area,
): DrawnFilter {
  const criteria = criteriaOf(filter)
    .filter(([, asked]) => Object.keys(asked).length > 0)
    .map(([column, asked]): DrawnCriteria => {
      const hidden = new Set(asked.hiddenValues ?? []);
      const texts = hidden.size === 0 ? [] : textsOf(book, sheet, column, area);
      return { column, asked, shown: texts.filter((text) => !hidden.has(text)) };
    });
  return { area, range: filter.range ?? {}, criteria };
}

/** Each once, without the header. */
function textsOf(book: Workbook, sheet: Sheet, column: number, { startRow, endRow }: Area): string[] {
  const texts = new Set<string>();
  for (let row = startRow + 1; row < endRow; row++) texts.add(textAt(book, sheet, row, column));
  return [...texts];
}
