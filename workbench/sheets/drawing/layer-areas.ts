import type { Grid, Layer, Layers } from "../cells/grid.ts";
import type { Area } from "./drawn.ts";

/** Where each item of a layer lies, in pieces of one column; items that read the same are one. */
export function layerAreas<L extends Layer>(grid: Grid, layer: L): { item: Layers[L]; areas: Area[] }[] {
  const found = new Map<string, { item: Layers[L]; areas: Area[] }>();
  const texts = new Map<unknown, string>();
  const textOf = (item: Layers[L]): string => {
    const text = texts.get(item) ?? JSON.stringify(item);
    texts.set(item, text);
    return text;
  };
  const open: ({ text: string; startRow: number } | undefined)[] = [];
  const close = (column: number, endRow: number): void => {
    const run = open[column];
    if (run === undefined) return;
    found.get(run.text)!.areas.push({ startRow: run.startRow, endRow, startColumn: column, endColumn: column + 1 });
    open[column] = undefined;
  };
  for (let row = 0; row < grid.usedRows; row++) {
    const items = (grid.row(row)?.[layer] ?? []) as (Layers[L] | undefined)[];
    for (let column = 0; column < Math.max(items.length, open.length); column++) {
      const item = items[column];
      const text = item === undefined ? undefined : textOf(item);
      if (text === open[column]?.text) continue;
      close(column, row);
      if (text === undefined) continue;
      if (!found.has(text)) found.set(text, { item: item!, areas: [] });
      open[column] = { text, startRow: row };
    }
  }
  for (let column = 0; column < open.length; column++) close(column, grid.usedRows);
  return [...found.values()];
}
