import type { SheetsFailure } from "../../platform/ports.ts";
import { sameLayout } from "../read/layout.ts";
import { isOutOfPlace } from "../read/patient-sheets.ts";
import { readHeads } from "../read/read.ts";
import { type States, stateOf } from "../read/snapshot.ts";
import { isColumnGuard } from "./column-guard.ts";
import type { OpenBook } from "./open-book.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * Whether rows, columns or sheets came, went or moved since they were `seen`: what was to be written there was refused for that, and
 * may pass after a new look. Throws Problem("fix") where a sheet or a column is gone for good.
 */
export function isOvertaken({ reads }: OpenBook, seen: States): boolean {
  const now = readHeads(reads, [...seen.keys()]);
  return [...seen].some(([table, { sheetId, rowCount, columnCount, layout }]) => {
    const head = stateOf(now, table);
    return (
      head.sheetId !== sheetId ||
      head.rowCount !== rowCount ||
      head.columnCount !== columnCount ||
      !sameLayout(layout, head.layout)
    );
  });
}

/** Whether one of the guards of columns was refused: a column moved, or bears no mark. Then the run goes on without these guards. */
export function isColumnRefused(
  open: OpenBook,
  requests: readonly Request[],
  seen: States,
  { message }: SheetsFailure,
): boolean {
  const [, at] = /^Invalid requests\[(\d+)\]\.updateDeveloperMetadata/.exec(message) ?? [];
  if (at === undefined || !isColumnGuard(requests[Number(at)] ?? {})) return false;
  if (!isOvertaken(open, seen)) open.guardsColumns = false;
  return true;
}

/** Whether a refused repair is worth another look. */
export const mayRepair = (
  open: OpenBook,
  requests: readonly Request[],
  seen: States,
  failure: SheetsFailure,
): boolean =>
  failure.code === 400 &&
  (isColumnRefused(open, requests, seen, failure) || isOvertaken(open, seen) || isOutOfPlace(failure));
