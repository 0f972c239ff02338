import { removalsFor, type TableCells } from "../workbook/commit/cells.ts";
import { cellAt, type SheetState } from "../workbook/read/snapshot.ts";
import { logTable } from "./log-table.ts";

/** Lines that 連携ログ keeps. */
export const LOG_LINES = 5_000;

/** Trimmed by any run once there are so many: 日次整理 may not have come by for a while. */
export const MOST_LOG_LINES = 6_000;

/** Errors that nobody has seen to, and runs that nobody has closed. */
const OPEN: readonly unknown[] = ["エラー", "実行中"];

/** The oldest lines beyond so many. Open errors stay, however old. */
export function surplusLines(log: SheetState, lines = LOG_LINES): string[] {
  const surplus = log.rows.size - lines;
  if (surplus <= 0) return [];
  const at = (key: string, name: string) => {
    const row = log.rows.get(key);
    return row === undefined ? null : cellAt(log, row, name);
  };
  return [...log.rows.keys()]
    .filter((key) => !OPEN.includes(at(key, "result")))
    .map((key) => ({ key, time: Number(at(key, "startedAt") ?? 0) }))
    .sort((a, b) => a.time - b.time)
    .slice(0, surplus)
    .map(({ key }) => key);
}

export const withoutLines = (keys: readonly string[]): TableCells[] =>
  keys.length === 0 ? [] : [removalsFor(logTable, new Map(keys.map((key) => [key, key])))];
