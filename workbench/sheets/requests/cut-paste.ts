import { checkInside } from "../a1.ts";
import { checkUnprotected } from "../access.ts";
import { invalid } from "../api-error.ts";
import { height, width } from "../grid-range.ts";
import { layersOf, pick, put } from "../paste.ts";
import { type RequestKind, writableRect } from "../request-kind.ts";
import { requireSheet } from "../workbook.ts";

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
