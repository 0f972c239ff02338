import type { CellFormat } from "../cells/cell-format.ts";
import { Grid, type Layer, layers, type Row } from "../cells/grid.ts";
import { type CopiedSheet, isOnSheet, seenElsewhere } from "./copy.ts";
import type { Sheet, Workbook } from "./workbook.ts";

type SavedRow = { [L in Layer]?: unknown[] } | null;

interface SavedSheet extends Omit<Sheet, "grid"> {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly SavedRow[];
}

/** A workbook as JSON text. Formats and validation rules are written once and referred to by number. */
export function saveWorkbook(book: Workbook): string {
  const shared: object[] = [];
  const numbers = new Map<object, number>();
  const numberOf = (object: object): number => {
    const known = numbers.get(object);
    if (known !== undefined) return known;
    numbers.set(object, shared.length);
    return shared.push(object) - 1;
  };
  const { identity: _identity, sheets, ...rest } = book;
  const saved = sheets.map(({ grid, properties, parts }) => ({
    properties,
    parts,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    cells: Array.from({ length: grid.usedRows }, (_, row) => saveRow(grid.row(row), numberOf)),
  }));
  return JSON.stringify({ ...rest, sheets: saved, shared });
}

/** One sheet as JSON text, with what another spreadsheet gets to see of its developer metadata. */
export function saveSheet(book: Workbook, sheet: Sheet): string {
  const metadata = seenElsewhere(book.metadata.filter((entry) => isOnSheet(entry, sheet.properties.sheetId ?? 0)));
  return saveWorkbook({ ...book, sheets: [sheet], namedRanges: [], metadata });
}

export function restoreSheet(text: string): CopiedSheet {
  const { sheets, metadata } = restoreWorkbook(text);
  return { sheet: sheets[0]!, metadata };
}

function saveRow(row: Readonly<Row> | undefined, numberOf: (object: object) => number): SavedRow {
  if (row === undefined) return null;
  const saved: { [layer: string]: unknown[] } = {};
  for (const layer of layers) {
    const cells = row[layer];
    if (!cells?.length) continue;
    saved[layer] =
      layer === "format" || layer === "rule" ? cells.map((cell) => (cell ? numberOf(cell as object) : null)) : cells;
  }
  return Object.keys(saved).length === 0 ? null : saved;
}

export function restoreWorkbook(text: string): Workbook {
  const { sheets, shared, ...rest } = JSON.parse(text) as Omit<Workbook, "sheets"> & {
    sheets: SavedSheet[];
    shared: CellFormat[];
  };
  return {
    ...rest,
    identity: {},
    sheets: sheets.map(({ rowCount, columnCount, cells, properties, parts }) => ({
      properties,
      parts,
      grid: new Grid(
        rowCount,
        columnCount,
        cells.map((row) => restoreRow(row, shared)),
      ),
    })),
  };
}

function restoreRow(saved: SavedRow, shared: readonly object[]): Row | undefined {
  if (saved === null) return undefined;
  const row: { owner: object; [layer: string]: unknown } = { owner: {} };
  for (const layer of layers)
    if (saved[layer])
      row[layer] = saved[layer].map((cell) =>
        cell === null ? undefined : layer === "format" || layer === "rule" ? shared[cell as number] : cell,
      );
  return row as Row;
}
