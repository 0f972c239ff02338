import type { IStyleData } from "@univerjs/core";
import type { CellFormat } from "../../sheets/drawing/drawn.ts";
import { cellStyle } from "./cell-style.ts";

/** The look of all cells. Drop-downs do not take it from the sheet, so every cell with a value has it. */
export const plainText: IStyleData = { ff: "Noto Sans JP", fs: 10 };

/** Styles by the names that cells use in their place: a sheet has many cells and few styles. */
export interface StyleSheet {
  /** Undefined where nothing differs from a blank cell. */
  nameOf(look: CellFormat | undefined, withValue: boolean): string | undefined;
  /** All that were named so far. */
  readonly styles: Readonly<Record<string, IStyleData>>;
}

export function styleSheet(): StyleSheet {
  const styles: Record<string, IStyleData> = {};
  const names = new Map<string, string>();
  return {
    styles,
    nameOf(look, withValue) {
      // An empty cell shows nothing of its number format, and columns have thousands of them.
      const own = cellStyle(look, withValue);
      const style = withValue ? { ...plainText, ...own } : own;
      if (style === undefined) return undefined;
      const text = JSON.stringify(style);
      const name = names.get(text) ?? `style-${names.size}`;
      names.set(text, name);
      styles[name] = style;
      return name;
    },
  };
}
