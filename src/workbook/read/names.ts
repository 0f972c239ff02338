import { staffKeysOf } from "../declare/staff-blocks.ts";
import { markOf, namesRow } from "../declare/staff-mark.ts";
import { placeOf } from "./layout.ts";
import type { SheetRow, SheetState } from "./snapshot.ts";

/**
 * What people may know the rows of a table by: the first parts of their keys, and of the keys that the marks of people's cells
 * remember. A row whose key somebody typed over is among them, and perhaps one that is gone.
 */
export function namesIn({ table, layout, rows, doubles, keyless }: SheetState): Set<string> {
  const place = placeOf(layout, table.key[0] as string);
  const marks = staffKeysOf(table).map((name) => placeOf(layout, name));
  const names = new Set<string>();
  const all: SheetRow[] = [...rows.values(), ...doubles, ...keyless];
  for (const { cells } of all) {
    const name = String(cells[place] ?? "");
    if (name !== "") names.add(name);
    for (const text of marks.map((at) => cells[at] ?? null)) {
      const mark = namesRow(text, name) ? undefined : markOf(table, text);
      if (mark !== undefined) names.add(mark.name);
    }
  }
  return names;
}
