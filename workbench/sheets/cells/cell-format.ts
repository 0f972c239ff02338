import type { sheets_v4 } from "@googleapis/sheets";
import { type Mask, overlay, under } from "../api/field-mask.ts";
import { pairColors, themeColors } from "./color.ts";
import type { Content } from "./grid.ts";

export type CellFormat = sheets_v4.Schema$CellFormat;

const interned = new Map<string, CellFormat>();

/** Equal formats are one frozen object, so a formatted cell costs one reference. */
function intern(format: CellFormat): CellFormat | undefined {
  if (Object.keys(format).length === 0) return undefined;
  const key = JSON.stringify(format);
  const known = interned.get(key);
  if (known !== undefined) return known;
  interned.set(key, Object.freeze(format));
  return format;
}

const normalised = new Map<string, CellFormat | undefined>();

/** A cell's format after an update: what the mask names is taken from `given`, absent fields are cleared. */
export function updatedFormat(
  current: CellFormat | undefined,
  given: CellFormat | null | undefined,
  mask: Mask,
): CellFormat | undefined {
  const key = mask === true ? JSON.stringify(given ?? {}) : undefined;
  if (key !== undefined && normalised.has(key)) return normalised.get(key);
  const format = overlay(current ?? {}, given ?? {}, mask) as CellFormat;
  prune(format);
  normalise(format, given ?? {}, mask);
  const result = intern(format);
  if (key !== undefined) normalised.set(key, result);
  return result;
}

/** Updates cell after cell of a range. Cells that look alike look alike afterwards, so one of them is reckoned for all. */
export function formatUpdater(mask: Mask): (current?: CellFormat, given?: CellFormat | null) => CellFormat | undefined {
  const known = new Map<CellFormat | undefined, CellFormat | undefined>();
  let last: CellFormat | null | undefined;
  return (current, given) => {
    if (given !== last) known.clear();
    last = given;
    if (!known.has(current)) known.set(current, updatedFormat(current, given, mask));
    return known.get(current);
  };
}

function normalise(format: CellFormat, given: CellFormat, mask: Mask): void {
  const named = (message: object, at: Mask | undefined) => (field: string) =>
    at !== undefined && under(at, field) !== undefined && (at !== true || field in message);
  pairColors(format, "backgroundColor", "backgroundColorStyle", named(given, mask));
  const text = under(mask, "textFormat");
  if (format.textFormat)
    pairColors(format.textFormat, "foregroundColor", "foregroundColorStyle", named(given.textFormat ?? {}, text));
}

/** Nulls and empty messages carry nothing: Google does not answer them. */
function prune(message: object): void {
  const held = message as { [key: string]: unknown };
  for (const [field, value] of Object.entries(held)) {
    if (value === null || value === undefined) delete held[field];
    else if (typeof value === "object" && !Array.isArray(value) && !/[cC]olor/.test(field)) {
      prune(value);
      if (Object.keys(value).length === 0) delete held[field];
    }
  }
}

const white = themeColors.BACKGROUND!;

/** The default format of a new spreadsheet, as recorded. */
export const defaultFormat: CellFormat = {
  backgroundColor: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: "BOTTOM",
  wrapStrategy: "OVERFLOW_CELL",
  textFormat: {
    foregroundColor: {},
    fontFamily: "arial,sans,sans-serif",
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: white },
};

/** What a cell looks like: the spreadsheet's default under its own format, aligned by the kind of its value. */
export function effectiveFormat(base: CellFormat, own: CellFormat | undefined, shown: Content | undefined): CellFormat {
  return {
    ...base,
    horizontalAlignment: typeof shown === "number" ? "RIGHT" : typeof shown === "boolean" ? "CENTER" : "LEFT",
    hyperlinkDisplayType: "PLAIN_TEXT",
    ...own,
    padding: { ...base.padding, ...own?.padding },
    textFormat: { ...base.textFormat, ...own?.textFormat },
  };
}
