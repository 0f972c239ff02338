import type { FaultPlace, RowFault } from "../core/problem.ts";
import type { Book } from "../workbook/commit/book.ts";
import { linkText } from "../workbook/declare/link.ts";
import type { RowOf } from "../workbook/declare/row.ts";
import { cellAt, type SheetState, valuesOf } from "../workbook/read/snapshot.ts";
import { placeIn, placeText, rowNumber } from "./fault-place.ts";
import { logTable } from "./log-table.ts";

type LogRow = RowOf<typeof logTable>;

/** The way from errors to the rows that they are about, on the sheets that a run read. */
export interface ErrorLinks {
  readonly cellsFor: (fault: RowFault) => Pick<LogRow, "link" | "place">;
  /** Open errors of all jobs that led elsewhere until now, since rows moved or nobody knew their rows yet. */
  readonly moved: () => LogRow[];
}

export function errorLinks(book: Book): ErrorLinks {
  const log = book.state(logTable);
  const sheets = new Map(book.states().map((state) => [state.table.sheet, state]));
  let places: ReadonlyMap<string, FaultPlace> | undefined;
  const placeOf = (subject: string): FaultPlace | undefined => {
    places ??= placesIn(sheets.values());
    return places.get(subject);
  };
  /** Undefined where the run did not read the sheet. */
  const linkTo = (place: FaultPlace): string | undefined => {
    const state = sheets.get(place.sheet);
    if (state === undefined) return undefined;
    const row = rowNumber(place, state.rows);
    return row === undefined ? "" : linkText(place.sheet, row);
  };
  return {
    cellsFor({ subject, place = placeOf(subject) }) {
      return { link: (place && linkTo(place)) ?? "", place: placeText(place) };
    },
    moved: () =>
      [...log.rows].flatMap(([id, row]) => {
        if (cellAt(log, row, "result") !== "エラー") return [];
        const text = (name: "link" | "place") => String(cellAt(log, row, name) ?? "");
        const place = placeIn(text("place")) ?? placeOf(id.slice(id.indexOf(":") + 1));
        const link = place && linkTo(place);
        if (place === undefined || link === undefined || link === text("link")) return [];
        return [{ ...valuesOf<typeof logTable>(log, row), link, place: placeText(place) }];
      }),
  };
}

/** What errors name is the first part of a key, of the sheet that comes first among those of the job. */
function placesIn(states: Iterable<SheetState>): Map<string, FaultPlace> {
  const places = new Map<string, FaultPlace>();
  for (const { table, rows } of states) {
    if (table.ours) continue;
    for (const key of rows.keys()) {
      const name = key.split("\u001f")[0] ?? "";
      if (!places.has(name)) places.set(name, { sheet: table.sheet, key });
    }
  }
  return places;
}
