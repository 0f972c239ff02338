import { invalid } from "../../api/api-error.ts";
import { updateMask } from "../../api/checked-mask.ts";
import { type Mask, under } from "../../api/field-mask.ts";
import { checkSheetUnprotected } from "../../book/access.ts";
import { checkFrozen, checkTitle, placeSheet, updatedProperties } from "../../book/sheet-properties.ts";
import { changeFormulas } from "../../book/structure.ts";
import { requireSheet, type Sheet, type SheetProperties } from "../../book/workbook.ts";
import { renameInFormula } from "../../formulas/formula-references.ts";
import type { Context, RequestKind } from "../request-kind.ts";
import { resizeSheet } from "./resize-sheet.ts";

/** Renames, moves, hides, colours, freezes or resizes a sheet. */
export const updateSheetProperties: RequestKind<"updateSheetProperties"> = ({ properties, fields }, context) => {
  const mask = updateMask(fields, "SheetProperties");
  const given = properties ?? {};
  const { book, user } = context;
  const sheet = requireSheet(book, given.sheetId, "sheet");
  checkSheetUnprotected(book, user, sheet.properties.sheetId!);
  if (under(mask, "sheetId") !== undefined && mask !== true && !("*" in mask))
    throw invalid("Field sheetId cannot be updated.");
  resize(context, sheet, given, mask);
  const title = sheet.properties.title!;
  sheet.properties = updatedProperties(sheet.properties, keepMissing(sheet, given, mask), mask);
  if (sheet.properties.title !== title) rename(context, sheet, title);
  checkFrozen(sheet);
  if (book.sheets.every((each) => each.properties.hidden))
    throw invalid("You can't hide all the sheets in a document.");
  if (under(mask, "index") !== undefined && typeof given.index === "number") placeSheet(book, sheet, given.index);
  return undefined;
};

/** A mask of everything does not take the title of a sheet when none is given. */
function keepMissing(sheet: Sheet, given: SheetProperties, mask: Mask): SheetProperties {
  return mask === true || "*" in mask ? { ...given, title: given.title ?? sheet.properties.title! } : given;
}

function resize(context: Context, sheet: Sheet, { gridProperties }: SheetProperties, mask: Mask): void {
  const named = under(mask, "gridProperties");
  if (named === undefined) return;
  const wanted = (field: "rowCount" | "columnCount", current: number) =>
    under(named, field) === undefined ? current : (gridProperties?.[field] ?? (named === true ? current : 0));
  resizeSheet(context, sheet, wanted("rowCount", sheet.grid.rowCount), wanted("columnCount", sheet.grid.columnCount));
}

function rename({ book }: Context, sheet: Sheet, from: string): void {
  const title = sheet.properties.title ?? "";
  checkTitle(book, title, sheet);
  for (const { grid } of book.sheets) changeFormulas(grid, (formula) => renameInFormula(formula, from, title));
}
