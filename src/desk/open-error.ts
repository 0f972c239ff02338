import { captions } from "../core/menu-texts.ts";
import type { FaultPlace } from "../core/problem.ts";
import type { Place, Platform } from "../platform/ports.ts";
import { placeIn, rowNumber } from "../run/fault-place.ts";
import { logTable } from "../run/log-table.ts";
import { problemFrom } from "../run/notice.ts";
import { patientReads } from "../workbook/read/patient-sheets.ts";
import { readBook, readKeyRows } from "../workbook/read/read.ts";
import { cellAt, type SheetRow, type SheetState, stateOf } from "../workbook/read/snapshot.ts";
import { allTables } from "./tables.ts";

const TITLE = captions.openError;
const NONE = "未対応のエラーはありません。";

/** Takes the person to the row of the first error that nobody has seen to, or to its line where the row is gone. Writes nothing. */
export function openError(platform: Platform): void {
  const { screen } = platform;
  try {
    const found = firstError(platform);
    if (found === undefined) screen.alert(TITLE, NONE);
    else {
      screen.bringToFront(found.sheet, found.index);
      screen.toast(found.message, TITLE);
    }
  } catch (error) {
    screen.alert(TITLE, problemFrom(platform, error).message);
  }
}

interface Found extends Place {
  readonly message: string;
}

/** The oldest whose row is there. */
function firstError({ sheets, clock }: Platform): Found | undefined {
  const reads = patientReads(sheets, clock);
  const log = stateOf(readBook(reads, [logTable]).states, logTable);
  const errors = openErrors(log);
  const looked = new Map<string, ReadonlyMap<string, SheetRow>>();
  const rowsIn = (sheet: string): ReadonlyMap<string, SheetRow> => {
    const table = allTables.find((one) => one.sheet === sheet);
    const rows = looked.get(sheet) ?? (table === undefined ? new Map() : readKeyRows(reads, table));
    looked.set(sheet, rows);
    return rows;
  };
  for (const { place, message } of errors) {
    const row = place && rowNumber(place, rowsIn(place.sheet));
    if (place !== undefined && row !== undefined) return { sheet: place.sheet, index: row - 1, message };
  }
  const [first] = errors;
  return first && { sheet: logTable.sheet, index: first.index, message: first.message };
}

interface OpenError {
  readonly index: number;
  readonly message: string;
  readonly place: FaultPlace | undefined;
}

function openErrors(log: SheetState): OpenError[] {
  const text = (row: SheetRow, name: string) => String(cellAt(log, row, name) ?? "");
  return [...log.rows.values()]
    .filter((row) => text(row, "result") === "エラー")
    .sort((a, b) => Number(text(a, "startedAt")) - Number(text(b, "startedAt")))
    .map((row) => ({ index: row.index, message: text(row, "message"), place: placeIn(text(row, "place")) }));
}
