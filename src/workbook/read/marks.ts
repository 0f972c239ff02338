import { type Cell, isBlank } from "../cell.ts";
import type { StaffBlock } from "../declare/staff-blocks.ts";
import { staffKeysOf } from "../declare/staff-blocks.ts";
import { markOf, type StaffMark } from "../declare/staff-mark.ts";
import { columnOf, type Table } from "../declare/table.ts";
import { type Layout, placeOf } from "./layout.ts";

/**
 * Finds the mark of a block among the cells of a row: its own, or as long as it has none that of an earlier version, which
 * covered its columns too. A question of such a mark stays with the block in which the mark stands.
 */
export function marksOf(
  { table, layout }: { readonly table: Table; readonly layout: Layout },
  { key, columns }: StaffBlock,
): (cells: readonly Cell[]) => StaffMark | undefined {
  const own = placeOf(layout, key);
  const former = staffKeysOf(table).find((name) => columnOf(table, name).formerly !== undefined);
  if (former === undefined) return (cells) => markOf(table, cells[own] ?? null);
  const { formerly = [] } = columnOf(table, former);
  const place = placeOf(layout, former);
  const places = columns.map((name) => formerly.indexOf(name));
  return (cells) => {
    const text = cells[own] ?? null;
    if (own !== place && !isBlank(text)) return markOf(table, text);
    const mark = markOf(table, cells[place] ?? null);
    const isFormer = mark?.prints.length === formerly.length;
    if (mark === undefined || !isFormer) return own === place ? mark : undefined;
    const prints = places.map((at) => mark.prints[at] ?? "");
    return { ...mark, prints, doubt: own === place ? mark.doubt : undefined };
  };
}
