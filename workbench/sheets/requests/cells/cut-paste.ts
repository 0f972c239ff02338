import { invalid } from "../../api/api-error.ts";
import { checkInside } from "../../book/a1.ts";
import { checkUnprotected } from "../../book/access.ts";
import { height, width } from "../../book/grid-range.ts";
import { requireSheet } from "../../book/workbook.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";
import { layersOf, pick, put } from "./paste.ts";

/** Moves a range to another place; formulas that are moved keep what they refer to. */
export const cutPaste: RequestKind<"cutPaste"> = ({ source, destination, pasteType }, context) => {
  const { book, user } = context;
  const from = writableRect(context, source, "source");
  if (!destination) throw invalid("destination is required");
  const to = {
    sheetId: destination.sheetId ?? 0,
    startRow: destination.rowIndex ?? 0,
    endRow: (destination.rowIndex ?? 0) + height(from),
    startColumn: destination.columnIndex ?? 0,
    endColumn: (destination.columnIndex ?? 0) + width(from),
  };
  checkInside(book, requireSheet(book, to.sheetId), to);
  checkUnprotected(book, user, to);
  const carried = layersOf(pasteType);
  const block = pick(book, from, pasteType);
  put(book, [[{ row: 0, column: 0 }]], from, carried, false);
  put(book, block, to, carried, false);
  return undefined;
};
