import type { IStyleData } from "@univerjs/core";
import type { CellFormat } from "../../sheets/drawing/drawn.ts";

const horizontal: Record<string, number> = { LEFT: 1, CENTER: 2, RIGHT: 3 };
const vertical: Record<string, number> = { TOP: 1, MIDDLE: 2, BOTTOM: 3 };
const wrapping: Record<string, number> = { OVERFLOW_CELL: 1, LEGACY_WRAP: 1, CLIP: 2, WRAP: 3 };

const hex = (channel: number | null | undefined) =>
  Math.round((channel ?? 0) * 255)
    .toString(16)
    .padStart(2, "0");

type Color = CellFormat["backgroundColor"];
type ColorStyle = CellFormat["backgroundColorStyle"];

/** "#rrggbb", from whichever of the two fields of the API is there. */
export function cssColor(style: ColorStyle | undefined, plain: Color | undefined): string | undefined {
  const color = style?.rgbColor ?? plain;
  return color && `#${hex(color.red)}${hex(color.green)}${hex(color.blue)}`;
}

/** What differs from a blank cell; undefined when nothing does. */
export function cellStyle(format: CellFormat | undefined, withNumberFormat: boolean): IStyleData | undefined {
  if (format === undefined) return undefined;
  const { textFormat: text = {} } = format;
  const background = cssColor(format.backgroundColorStyle, format.backgroundColor);
  const foreground = cssColor(text.foregroundColorStyle, text.foregroundColor);
  const pattern = withNumberFormat ? format.numberFormat?.pattern : undefined;
  const style: Record<string, unknown> = {
    bg: background === undefined || background === "#ffffff" ? undefined : { rgb: background },
    cl: foreground === undefined || foreground === "#000000" ? undefined : { rgb: foreground },
    bl: text.bold ? 1 : undefined,
    it: text.italic ? 1 : undefined,
    st: text.strikethrough ? { s: 1 } : undefined,
    ul: text.underline ? { s: 1 } : undefined,
    fs: text.fontSize === 10 ? undefined : text.fontSize,
    ht: horizontal[format.horizontalAlignment ?? ""],
    vt: format.verticalAlignment === "BOTTOM" ? undefined : vertical[format.verticalAlignment ?? ""],
    tb: wrapping[format.wrapStrategy ?? ""],
    n: pattern ? { pattern } : undefined,
  };
  const set = Object.entries(style).filter(([, value]) => value !== undefined);
  return set.length === 0 ? undefined : (Object.fromEntries(set) as IStyleData);
}
