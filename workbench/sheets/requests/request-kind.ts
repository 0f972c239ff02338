import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error.ts";
import { boundedRect, checkInside } from "../book/a1.ts";
import { checkUnprotected } from "../book/access.ts";
import type { GridRange, Rect } from "../book/grid-range.ts";
import { requireSheet, type Workbook } from "../book/workbook.ts";

export type Requests = sheets_v4.Schema$Request;

/** What a request may use: the fork it changes, who asks, and its only sources of time and chance. */
export interface Context {
  readonly book: Workbook;
  readonly user: string;
  readonly now: Date;
  readonly random: () => number;
}

/** Applies one kind of request to the fork, or throws; what it returns is the reply under the kind's name. */
export type RequestKind<K extends keyof Requests> = (
  request: NonNullable<Requests[K]>,
  context: Context,
) => object | undefined;

/** A random id as Google gives sheets, charts and ranges: a positive 31-bit number that is not taken. */
export function newId({ random }: Context, taken: (id: number) => boolean): number {
  for (;;) {
    const id = 1 + Math.floor(random() * 0x7ffffffe);
    if (!taken(id)) return id;
  }
}

/** The rectangle a request names, inside the grid. */
export function rectOf({ book }: Context, range: GridRange | null | undefined, field = "range"): Rect {
  if (!range) throw invalid(`${field} is required`);
  const sheet = requireSheet(book, range.sheetId);
  const rect = boundedRect(sheet, range);
  if (rect.startRow < 0 || rect.startColumn < 0 || rect.endRow <= rect.startRow || rect.endColumn <= rect.startColumn)
    throw invalid(`${field} is empty or reversed`);
  checkInside(book, sheet, rect);
  return rect;
}

/** The rectangle a request is going to write, inside the grid and not protected from the caller. */
export function writableRect(context: Context, range: GridRange | null | undefined, field = "range"): Rect {
  const rect = rectOf(context, range, field);
  checkUnprotected(context.book, context.user, rect);
  return rect;
}
