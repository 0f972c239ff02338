import { sameCell } from "../cell.ts";
import { placeOf } from "../read/layout.ts";
import type { SheetRow, SheetState } from "../read/snapshot.ts";
import type { Placement } from "./placement.ts";

/** Rows that lost their key to a cell of this commit, since people moved a column before it in that instant; by that key. */
export function overwrittenRows(done: Placement, now: SheetState): ReadonlyMap<string, SheetRow> {
  const { position, updated, renamed } = done;
  const places = now.table.key.map((name) => placeOf(now.layout, name));
  if (places.every((place, at) => place === placeOf(position.layout, now.table.key[at] as string))) return new Map();
  const rows = new Map([...now.keyless, ...now.doubles, ...now.rows.values()].map((row) => [row.index, row]));
  const found = new Map<string, SheetRow>();
  for (const [was, { rowIndex, cells }] of updated) {
    const key = renamed.get(was) ?? was;
    const row = now.rows.has(key) ? undefined : rows.get(rowIndex);
    const isHit = [...cells].some(([name, cell]) => {
      const place = placeOf(position.layout, name);
      return places.includes(place) && sameCell(cell, row?.cells[place] ?? null);
    });
    if (row !== undefined && isHit) found.set(key, row);
  }
  return found;
}
