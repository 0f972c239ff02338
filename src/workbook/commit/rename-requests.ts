import { markStart } from "../declare/staff-mark.ts";
import { columnOf } from "../declare/table.ts";
import { placeOf } from "../read/layout.ts";
import type { SheetState } from "../read/snapshot.ts";
import { keyColumn, namingColumns, type Renames } from "./rename.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Keys are found and replaced by Google itself, in the cells that hold them at that moment: written by place, a key would
 * land on another row where people sorted in between, and nothing would tell whose row that was.
 */
export function renameRequests(state: SheetState, renames: Renames, columns?: readonly string[]): Request[] {
  if (renames.size === 0) return [];
  const { table, sheetId, layout } = state;
  const turns = inTurn(renames);
  return (columns ?? namingColumns(table)).flatMap((name) => {
    const place = placeOf(layout, name);
    const range = { sheetId, startRowIndex: 1, startColumnIndex: place, endColumnIndex: place + 1 };
    const isKey = name === keyColumn(table);
    const text = isKey ? (key: string) => key : markStart;
    // What replaces a text is read as if it were typed, unless the cell is for texts.
    const { numberFormat } = columnOf(table, name);
    return [
      {
        repeatCell: { range, cell: { userEnteredFormat: { numberFormat } }, fields: "userEnteredFormat.numberFormat" },
      },
      ...turns.map(([from, to]) => ({
        findReplace: { find: text(from), replacement: text(to), range, matchCase: true, matchEntireCell: isKey },
      })),
    ];
  });
}

/** One after the other: a key that another row is to get has to be out of its way first. */
function inTurn(renames: Renames): (readonly [from: string, to: string])[] {
  const wanted = new Set(renames.values());
  const aside = new Map(
    [...renames.keys()].filter((from) => wanted.has(from)).map((from) => [from, `（変更中）${from}`]),
  );
  return [...aside, ...[...renames].map(([from, to]) => [aside.get(from) ?? from, to] as const)];
}
