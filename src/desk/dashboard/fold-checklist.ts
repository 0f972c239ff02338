import { checklistLines } from "../../core/checklist-lines.ts";
import type { Platform } from "../../platform/ports.ts";
import { dashboardTable } from "../../run/dashboard-table.ts";
import { stored, storedInstant } from "../../run/stored.ts";
import { patientReads } from "../../workbook/read/patient-sheets.ts";
import { readBook } from "../../workbook/read/read.ts";
import { cellAt, stateOf } from "../../workbook/read/snapshot.ts";
import { hideRows } from "../../workbook/set-up/hide-rows.ts";
import { isFine } from "../connection/rules/connection.ts";
import { storedCheck } from "../connection/stored-check.ts";
import { DONE } from "./rules/checklist.ts";

const folded = stored("checklist-folded", storedInstant, undefined);

/** Until a run has seen that all of the checklist is done. */
export const isFirstHour = ({ shared }: Pick<Platform, "shared">): boolean => folded.read(shared) === undefined;

/**
 * After a run: where all of the checklist on ダッシュボード is done, its lines go out of sight, once and for good. What is missing
 * later is no part of the first hour, and other lines tell of it.
 */
export function foldChecklist(platform: Platform): void {
  const { sheets, clock, shared } = platform;
  if (!isFirstHour(platform) || !isNear(platform)) return;
  const reads = patientReads(sheets, clock);
  const lines = stateOf(readBook(reads, [dashboardTable]).states, dashboardTable);
  const isDone = (item: string): boolean => {
    const row = lines.rows.get(item);
    return row !== undefined && cellAt(lines, row, "state") === DONE;
  };
  if (!checklistLines.every(isDone)) return;
  hideRows(reads, lines, checklistLines);
  folded.write(shared, clock.now().toISOString());
}

/** Whether it is worth a look at the sheet. */
function isNear(platform: Pick<Platform, "shared">): boolean {
  const check = storedCheck(platform);
  return check !== undefined && isFine(check);
}
