import { invalid } from "../../api/api-error.ts";
import { checkInsertable } from "../../book/access.ts";
import { type Band, bandOf, size } from "../../book/dimension.ts";
import { follow, insertion } from "../../book/structure.ts";
import { checkCellLimit } from "../../book/workbook.ts";
import type { Layers } from "../../cells/grid.ts";
import type { Context, RequestKind } from "../request-kind.ts";

/** Inserts empty rows or columns; they take format and validation from the neighbour before or after. */
export const insertDimension: RequestKind<"insertDimension"> = ({ range, inheritFromBefore }, context) => {
  const band = bandOf(context, range);
  checkStart(band, inheritFromBefore === true);
  checkInsertable(context.book, context.user, band.sheetId, band.axis, band.start);
  insertBand(context, band);
  inherit(band, inheritFromBefore === true);
  return undefined;
};

function checkStart({ sheet, axis, start }: Band, before: boolean): void {
  const count = size(sheet, axis);
  if (before && start === 0) throw invalid("inheritFromBefore cannot be true if inserting at index 0.");
  if (start > count) throw invalid(`range.startIndex is larger than current grid size (${count})`);
  if (start === count && !before)
    throw invalid(`range.startIndex must be less than the grid size (${count}) if inheritFromBefore is false.`);
}

/** Inserts empty rows or columns and carries along all that points behind them. */
export function insertBand({ book }: Context, { sheet, axis, start, end }: Band): void {
  const count = end - start;
  // Before anything is made room for: a count may be as large as a number gets.
  checkCellLimit(book, count * size(sheet, axis === "rows" ? "columns" : "rows"));
  sheet.grid.insert(axis, start, count);
  const kept = sheet.parts[axis];
  if (start < kept.length) sheet.parts[axis] = [...kept.slice(0, start), ...new Array(count), ...kept.slice(start)];
  checkCellLimit(book);
  follow(book, sheet, axis, insertion(start, count));
}

function inherit({ sheet, axis, start, end }: Band, before: boolean): void {
  const { grid } = sheet;
  const from = before ? start - 1 : end;
  if (from >= size(sheet, axis)) return;
  const length = axis === "rows" ? grid.columnCount : grid.usedRows;
  for (const layer of ["format", "rule"] as const satisfies readonly (keyof Layers)[])
    for (let across = 0; across < length; across++) {
      const found = axis === "rows" ? grid.get(layer, from, across) : grid.get(layer, across, from);
      if (found === undefined) continue;
      for (let i = start; i < end; i++)
        axis === "rows" ? grid.set(layer, i, across, found) : grid.set(layer, across, i, found);
    }
}
