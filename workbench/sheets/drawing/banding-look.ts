import type { sheets_v4 } from "@googleapis/sheets";
import { coversCell, toRect } from "../book/grid-range.ts";
import type { Sheet } from "../book/workbook.ts";

type Bands = sheets_v4.Schema$BandingProperties;

/** A background as a cell's format has it. */
export type Background = Pick<sheets_v4.Schema$CellFormat, "backgroundColor" | "backgroundColorStyle">;

export type BandingLook = (row: number, column: number) => Background | undefined;

/** Where one of these is set, it goes before the next: header and footer before bands, the first band before the second. */
const order = ["header", "footer", "firstBand", "secondBand"] as const;
type Part = (typeof order)[number];

/** The background that alternating colours give a cell, where it has none of its own. */
export function bandingLook({ parts, grid }: Sheet): BandingLook {
  const bandings = parts.bandedRanges.map(({ range, rowProperties, columnProperties }) => {
    const open = toRect(range ?? {});
    const rect = {
      ...open,
      endRow: Math.min(open.endRow, grid.rowCount),
      endColumn: Math.min(open.endColumn, grid.columnCount),
    };
    return { rect, rows: backgrounds(rowProperties), columns: backgrounds(columnProperties) };
  });
  return (row, column) => {
    const banding = bandings.find(({ rect }) => coversCell(rect, row, column));
    if (banding === undefined) return undefined;
    const { rect, rows, columns } = banding;
    const byRow = partAt(rows, row - rect.startRow, rect.endRow - rect.startRow);
    const byColumn = partAt(columns, column - rect.startColumn, rect.endColumn - rect.startColumn);
    const columnFirst =
      byRow === undefined || (byColumn !== undefined && order.indexOf(byColumn) < order.indexOf(byRow));
    return columnFirst ? byColumn && columns.get(byColumn) : rows.get(byRow);
  };
}

type Backgrounds = ReadonlyMap<Part, Background>;

const backgrounds = (bands: Bands | null | undefined): Backgrounds =>
  new Map(
    order.flatMap((part) => {
      const [backgroundColor, backgroundColorStyle] = [bands?.[`${part}Color`], bands?.[`${part}ColorStyle`]];
      return backgroundColor && backgroundColorStyle ? [[part, { backgroundColor, backgroundColorStyle }]] : [];
    }),
  );

/** Bands alternate below the header, also where only one of them has a colour. */
function partAt(bands: Backgrounds, index: number, length: number): Part | undefined {
  if (index === 0 && bands.has("header")) return "header";
  if (index === length - 1 && bands.has("footer")) return "footer";
  const part = (index - (bands.has("header") ? 1 : 0)) % 2 === 0 ? "firstBand" : "secondBand";
  return bands.has(part) ? part : undefined;
}
