import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error.ts";
import { stored } from "../../api/message.ts";
import { overlaps, toRange, toRect } from "../../book/grid-range.ts";
import { requireSheet, type Sheet, type Workbook } from "../../book/workbook.ts";
import { pairColors } from "../../cells/color.ts";
import { type Context, rectOf } from "../request-kind.ts";

export type BandedRange = sheets_v4.Schema$BandedRange;

export function findBanding(book: Workbook, id: number | null | undefined): { sheet: Sheet; banding: BandedRange } {
  for (const sheet of book.sheets) {
    const banding = sheet.parts.bandedRanges.find((each) => each.bandedRangeId === id);
    if (banding) return { sheet, banding };
  }
  throw invalid(`No banded range with id: ${id ?? 0}`);
}

/** Stores a banding with its range closed by the grid and its colours in both notations. */
export function putBanding(context: Context, given: BandedRange, id: number): BandedRange {
  const rect = rectOf(context, given.range, "bandedRange.range");
  const sheet = requireSheet(context.book, rect.sheetId);
  if (!given.rowProperties && !given.columnProperties)
    throw invalid("Banding needs rowProperties or columnProperties.");
  if (sheet.parts.bandedRanges.some(({ range }) => range && overlaps(toRect(range), rect)))
    throw invalid(
      "You cannot add alternating background colors to a range that already has alternating background colors.",
    );
  const banding: BandedRange = {
    bandedRangeId: id,
    range: toRange(rect),
    ...(given.rowProperties ? { rowProperties: normalBands(given.rowProperties) } : {}),
    ...(given.columnProperties ? { columnProperties: normalBands(given.columnProperties) } : {}),
  };
  sheet.parts.bandedRanges.push(banding);
  return banding;
}

function normalBands(bands: sheets_v4.Schema$BandingProperties): sheets_v4.Schema$BandingProperties {
  const result = stored(bands);
  for (const part of ["header", "firstBand", "secondBand", "footer"])
    pairColors(result, `${part}Color`, `${part}ColorStyle`, (field) => field in result);
  return result;
}
