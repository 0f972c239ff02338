import { transposed } from "../../api/value-range.ts";
import { checkInside } from "../../book/a1.ts";
import { checkUnprotected } from "../../book/access.ts";
import { height, type Rect, width } from "../../book/grid-range.ts";
import { requireSheet } from "../../book/workbook.ts";
import { type RequestKind, rectOf } from "../request-kind.ts";
import { layersOf, pick, put } from "./paste.ts";

/** Copies a range over another; relative references in formulas follow. */
export const copyPaste: RequestKind<"copyPaste"> = (request, context) => {
  const { book, user } = context;
  const source = rectOf(context, request.source, "source");
  const carried = layersOf(request.pasteType);
  const turned = request.pasteOrientation === "TRANSPOSE";
  const size = turned
    ? { rows: width(source), columns: height(source) }
    : { rows: height(source), columns: width(source) };
  const destination = filledRect(rectOf(context, request.destination, "destination"), size);
  checkInside(book, requireSheet(book, destination.sheetId), destination);
  checkUnprotected(book, user, destination);
  const block = pick(book, source, request.pasteType);
  put(book, turned ? (transposed(block) as typeof block) : block, destination, carried, true);
  return undefined;
};

/** A destination that is a multiple of the source is filled; any other gets one copy. */
function filledRect(rect: Rect, { rows, columns }: { rows: number; columns: number }): Rect {
  const tall = height(rect) % rows === 0 ? height(rect) : rows;
  const wide = width(rect) % columns === 0 ? width(rect) : columns;
  return { ...rect, endRow: rect.startRow + tall, endColumn: rect.startColumn + wide };
}
