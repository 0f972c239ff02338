import type { Sheet, Workbook } from "../book/workbook.ts";
import type { CellFormat } from "../cells/cell-format.ts";
import { type Background, type BandingLook, bandingLook } from "./banding-look.ts";
import { type ConditionalLook, conditionalLook } from "./conditional-look.ts";

/** How a cell differs from the spreadsheet's default: its own format, over alternating colours, under conditional formats. */
export type Look = (row: number, column: number) => CellFormat | undefined;

const looks = new WeakMap<Sheet, Look>();

/** Equal looks are one object. To be asked for once a change is made as a whole. */
export function lookOf(book: Workbook, sheet: Sheet): Look {
  const look = looks.get(sheet) ?? combined(sheet, bandingLook(sheet), conditionalLook(book, sheet));
  looks.set(sheet, look);
  return look;
}

const combined =
  ({ grid }: Sheet, banding: BandingLook, conditional: ConditionalLook): Look =>
  (row, column) => {
    const own = grid.get("format", row, column) as CellFormat | undefined;
    return together(own, banding(row, column), conditional(row, column));
  };

const NONE = {};
const known = new WeakMap<object, WeakMap<object, WeakMap<object, CellFormat>>>();

function together(
  own: CellFormat | undefined,
  band: Background | undefined,
  conditional: CellFormat | undefined,
): CellFormat | undefined {
  if (band === undefined && conditional === undefined) return own;
  const byBand = entry(known, own ?? NONE, () => new WeakMap<object, WeakMap<object, CellFormat>>());
  const byCondition = entry(byBand, band ?? NONE, () => new WeakMap<object, CellFormat>());
  return entry(byCondition, conditional ?? NONE, () => merged(own, band, conditional));
}

function entry<V>(map: WeakMap<object, V>, key: object, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function merged(own: CellFormat = {}, band: Background = {}, conditional: CellFormat = {}): CellFormat {
  const textFormat = { ...own.textFormat, ...conditional.textFormat };
  return { ...band, ...own, ...conditional, ...(Object.keys(textFormat).length === 0 ? {} : { textFormat }) };
}
