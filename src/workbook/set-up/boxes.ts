import { boxChangeRequests, boxColumns, boxesOf, boxRequests, pickyBoxColumns, type RowToBox } from "../declare/box.ts";
import { columnOf, type Table } from "../declare/table.ts";
import { type Layout, placeOf } from "../read/layout.ts";
import type { SheetFacts } from "./look.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Boxes of rows in use: of columns that have none at all, and of those that have one in some rows only, where it differs. */
export function boxRepairs(table: Table, facts: SheetFacts, layout: Layout): Request[] {
  const picky = pickyBoxColumns(table);
  const bare = boxColumns(table).filter((name) => !picky.includes(name) && !facts.validated[placeOf(layout, name)]);
  const rows = facts.rows.map(
    (cells, below): RowToBox => ({ index: 1 + below, cell: (name) => cells[placeOf(layout, name)] ?? null }),
  );
  return [
    ...boxRequests(table, facts.sheetId, new Map([...layout].filter(([name]) => bare.includes(name))), rows),
    ...picky
      .filter((name) => isSeen(table, facts, name))
      .flatMap((name) => {
        const place = placeOf(layout, name);
        const { given, taken, emptied } = boxesOf(table, name, rows);
        const isThere = (row: number) => facts.isBox(row, place);
        return boxChangeRequests(facts.sheetId, place, {
          given: given.filter((row) => !isThere(row)),
          taken: taken.filter(isThere),
          emptied: emptied.filter(isThere),
        });
      }),
  ];
}

/** Whether the look went down all rows of what tells of boxes: it finds columns by their marks. */
const isSeen = (table: Table, { marks }: SheetFacts, name: string): boolean =>
  table.seeds !== undefined || (columnOf(table, name).boxed?.by ?? []).every((by) => marks.includes(by));
