import { cellData } from "../cell.ts";
import { boxRequests } from "../declare/box.ts";
import { formulasOf } from "../declare/table.ts";
import { cellAt, type SheetState } from "../read/snapshot.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

interface Removing {
  readonly position: SheetState;
  readonly removed: ReadonlyMap<string, number>;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Rows that went in place of others: people sorted between the look and the write. */
export function lostKeys({ position, removed, renamed }: Removing, seen: SheetState): string[] {
  if (removed.size === 0) return [];
  return [...position.rows.keys()].filter((key) => !removed.has(key) && !seen.rows.has(renamed.get(key) ?? key));
}

/** Brings such rows back with all that is known of them, people's own columns too, below the others. */
export function lostRowRequests(before: SheetState, done: Removing, now: SheetState): Request[] {
  const rows = lostKeys(done, now).flatMap((key) => {
    const name = done.renamed.get(key) ?? key;
    const known = before.rows.get(name);
    const [state, row] = known === undefined ? [done.position, done.position.rows.get(key)] : [before, known];
    return row === undefined ? [] : [{ state, row }];
  });
  if (rows.length === 0) return [];
  const computed = new Set(formulasOf(now.table).map(({ name }) => now.layout.get(name)));
  const values = rows.map(({ state, row }) =>
    now.headers.map((header, place) =>
      computed.has(place) ? {} : cellData(row.cells[header === "" ? place : state.headers.indexOf(header)] ?? null),
    ),
  );
  const boxed = rows.map(({ state, row }, below) => ({
    index: now.filled + below,
    cell: (name: string) => cellAt(state, row, name),
  }));
  return [
    {
      appendCells: {
        sheetId: now.sheetId,
        rows: values.map((cells) => ({ values: cells })),
        fields: "userEnteredValue",
      },
    },
    ...boxRequests(now.table, now.sheetId, now.layout, boxed),
  ];
}
