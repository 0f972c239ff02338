/** Columns and rows that a person drags to another size, or fits to what is in them by a double click. */

export interface Dimension {
  readonly axis: "COLUMNS" | "ROWS";
  readonly start: number;
  readonly end: number;
}

export interface Resize extends Dimension {
  /** Undefined: as wide as what is in it. */
  readonly size: number | undefined;
}

interface Ranges {
  readonly ranges: readonly { startColumn: number; endColumn: number; startRow: number; endRow: number }[];
}

const LEAST = 20;

/** What Univer's command asks for; undefined where it is none of a size. `now` tells the size of one that is dragged. */
export function resizeOf(
  id: string,
  params: object | undefined,
  now: (axis: Dimension["axis"], index: number) => number,
): Resize | undefined {
  if (id === "sheet.command.delta-column-width") {
    const { anchorCol, deltaX } = params as { anchorCol: number; deltaX: number };
    return dragged("COLUMNS", anchorCol, now("COLUMNS", anchorCol) + deltaX);
  }
  if (id === "sheet.command.delta-row-height") {
    const { anchorRow, deltaY } = params as { anchorRow: number; deltaY: number };
    return dragged("ROWS", anchorRow, now("ROWS", anchorRow) + deltaY);
  }
  if (id !== "sheet.command.set-col-auto-width") return undefined;
  const [range] = (params as Ranges).ranges;
  return range && { axis: "COLUMNS", start: range.startColumn, end: range.endColumn + 1, size: undefined };
}

const dragged = (axis: Dimension["axis"], index: number, size: number): Resize => ({
  axis,
  start: index,
  end: index + 1,
  size: Math.max(LEAST, Math.round(size)),
});

export function resizeRequest(sheetId: number, { axis, start, end, size }: Resize): object {
  const range = { sheetId, dimension: axis, startIndex: start, endIndex: end };
  if (size === undefined) return { autoResizeDimensions: { dimensions: range } };
  return { updateDimensionProperties: { range, properties: { pixelSize: size }, fields: "pixelSize" } };
}
