import type { sheets_v4 } from "@googleapis/sheets";

export type GridRange = sheets_v4.Schema$GridRange;

/** A rectangle of one sheet with all sides known; ends are exclusive. */
export interface Rect {
  readonly sheetId: number;
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export const height = (rect: Rect): number => rect.endRow - rect.startRow;

export const width = (rect: Rect): number => rect.endColumn - rect.startColumn;

export const toRange = (rect: Rect): GridRange => ({
  sheetId: rect.sheetId,
  startRowIndex: rect.startRow,
  endRowIndex: rect.endRow,
  startColumnIndex: rect.startColumn,
  endColumnIndex: rect.endColumn,
});

/** Sides that a range leaves open run to infinity, so that a protected column stays one when rows are added. */
export const toRect = (range: GridRange): Rect => ({
  sheetId: range.sheetId ?? 0,
  startRow: range.startRowIndex ?? 0,
  endRow: range.endRowIndex ?? Number.POSITIVE_INFINITY,
  startColumn: range.startColumnIndex ?? 0,
  endColumn: range.endColumnIndex ?? Number.POSITIVE_INFINITY,
});

export function intersection(a: Rect, b: Rect): Rect | undefined {
  if (a.sheetId !== b.sheetId) return undefined;
  const rect = {
    sheetId: a.sheetId,
    startRow: Math.max(a.startRow, b.startRow),
    endRow: Math.min(a.endRow, b.endRow),
    startColumn: Math.max(a.startColumn, b.startColumn),
    endColumn: Math.min(a.endColumn, b.endColumn),
  };
  return height(rect) > 0 && width(rect) > 0 ? rect : undefined;
}

export const overlaps = (a: Rect, b: Rect): boolean => intersection(a, b) !== undefined;

/** What is left of `rect` around the cells of `hole`, in up to four pieces. */
export function without(rect: Rect, hole: Rect): Rect[] {
  const gone = intersection(rect, hole);
  if (gone === undefined) return [rect];
  const beside = { ...rect, startRow: gone.startRow, endRow: gone.endRow };
  return [
    { ...rect, endRow: gone.startRow },
    { ...rect, startRow: gone.endRow },
    { ...beside, endColumn: gone.startColumn },
    { ...beside, startColumn: gone.endColumn },
  ].filter((piece) => height(piece) > 0 && width(piece) > 0);
}

export const contains = (outer: Rect, inner: Rect): boolean =>
  outer.sheetId === inner.sheetId &&
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

export const coversCell = ({ startRow, endRow, startColumn, endColumn }: Rect, row: number, column: number): boolean =>
  startRow <= row && row < endRow && startColumn <= column && column < endColumn;

/** Ranges keep their open sides, but always know their sheet. */
export const located = <T extends { sheetId?: number | null }>(range: T): T => ({
  ...range,
  sheetId: range.sheetId ?? 0,
});
