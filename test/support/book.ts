import type { Clock } from "../../src/platform/ports.ts";
import { rowsFor, type TableCells } from "../../src/workbook/commit/cells.ts";
import { text } from "../../src/workbook/declare/column.ts";
import { defineTable } from "../../src/workbook/declare/table.ts";

/** A clock that stands still and never keeps anybody waiting. */
export const clock: Clock = { now: () => new Date("2026-11-24T10:30:00+09:00"), sleep: () => {} };

/** A sheet in which people have nothing to do. */
export const log = defineTable({
  sheet: "記録",
  key: ["id"],
  ours: true,
  columns: { id: text("番号", { note: "", writer: "run" }), message: text("内容", { note: "", writer: "run" }) },
});

export const logLine = (id: string, message: string): TableCells => rowsFor(log, "run", [{ id, message }]);
