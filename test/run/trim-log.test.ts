import { expect, test } from "vitest";
import { logTable } from "../../src/run/log-table.ts";
import { surplusLines } from "../../src/run/trim-log.ts";
import { sheetState } from "../../src/workbook/read/snapshot.ts";

const headers = Object.values(logTable.columns).map(({ header }) => header);
const names = Object.keys(logTable.columns);

const log = (lines: readonly { readonly id: string; readonly startedAt: number; readonly result: string }[]) =>
  sheetState({
    table: logTable,
    sheetId: 0,
    rowCount: 100,
    columnCount: names.length,
    dressed: [],
    formulas: new Map(),
    protections: [],
    grid: [
      headers,
      ...lines.map((line) => names.map((name) => (line as Record<string, unknown>)[name] ?? null)),
    ] as never,
  });

test("the oldest lines beyond the limit go, however the sheet is sorted, and open errors stay", () => {
  const lines = [
    { id: "5", startedAt: 5, result: "完了" },
    { id: "1", startedAt: 1, result: "エラー" },
    { id: "2", startedAt: 2, result: "解消" },
    { id: "4", startedAt: 4, result: "実行中" },
    { id: "3", startedAt: 3, result: "失敗" },
  ];
  expect(surplusLines(log(lines), 3)).toEqual(["2", "3"]);
  expect(surplusLines(log(lines), 5)).toEqual([]);
  expect(surplusLines(log(lines), 0)).toEqual(["2", "3", "5"]);
});
