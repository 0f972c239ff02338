import { invalid } from "../../api/api-error.ts";
import {
  answeredProperties,
  checkFrozen,
  checkTitle,
  freeTitle,
  gridSize,
  updatedProperties,
} from "../../book/sheet-properties.ts";
import { checkCellLimit, emptyParts, type Sheet, type SheetProperties, sheetById } from "../../book/workbook.ts";
import { Grid } from "../../cells/grid.ts";
import { type Context, newId, type RequestKind } from "../request-kind.ts";

/** Adds an empty sheet, at the end unless an index is given. */
export const addSheet: RequestKind<"addSheet"> = ({ properties }, context) => {
  const sheet = newSheet(properties ?? {}, context);
  return { properties: answeredProperties(context.book, sheet) };
};

export function newSheet(given: SheetProperties, context: Context): Sheet {
  const { book } = context;
  if (given.sheetType && given.sheetType !== "GRID")
    throw invalid(`workbench: sheetType ${given.sheetType} is not implemented`);
  const title = given.title ?? freeTitle(book);
  checkTitle(book, title);
  const sheet: Sheet = {
    properties: updatedProperties({ sheetId: sheetIdOf(given, context) }, { ...given, title }, true),
    parts: emptyParts(),
    grid: gridOf(given),
  };
  checkFrozen(sheet);
  book.sheets.splice(given.index ?? book.sheets.length, 0, sheet);
  checkCellLimit(book);
  return sheet;
}

function sheetIdOf({ sheetId }: SheetProperties, context: Context): number {
  if (sheetId === undefined || sheetId === null)
    return newId(context, (id) => sheetById(context.book, id) !== undefined);
  if (sheetId < 0) throw invalid("Sheet id must be non-negative.");
  if (sheetById(context.book, sheetId)) throw invalid(`Sheet with id ${sheetId} already exists.`);
  return sheetId;
}

function gridOf({ gridProperties }: SheetProperties): Grid {
  const { rowCount, columnCount } = gridSize(gridProperties);
  if (rowCount < 1 || columnCount < 1) throw invalid("A sheet must have at least one row and one column.");
  return new Grid(rowCount, columnCount);
}
