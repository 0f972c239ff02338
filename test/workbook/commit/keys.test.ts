import { beforeEach, expect, test } from "vitest";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock, log } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const goods = defineTable({
  sheet: "品物",
  key: ["code"],
  columns: { name: text("名前", { note: "", writer: "import" }), code: text("番号", { note: "", writer: "import" }) },
});

let sheets: EngineSheets;
const open = (...tables: Parameters<typeof openBook>[0]["tables"]) => openBook({ sheets, clock, tables, run: "run" });

beforeEach(() => {
  sheets = engineSheets();
  const requests = setUpRequests({}, {}, { tables: [goods, log], who: "", anew: true });
  sheets.request("POST", ":batchUpdate", { requests });
  const rows = ["007", "1-2"].map((code) => ({ code, name: `品 ${code}` }));
  open(goods)
    .plan([rowsFor(goods, "import", rows)])
    .commit();
  sheets.calls.length = 0;
});

test("the keys of a sheet that a run has not opened cost two calls, once, wherever the column stands", () => {
  const book = open(log);
  expect(sheets.calls).toHaveLength(1);
  expect([...book.keys(goods)]).toEqual(["007", "1-2"]);
  expect([...book.keys(goods)]).toEqual(["007", "1-2"]);
  expect(sheets.calls).toHaveLength(3);
});

test("those of an open one cost nothing, and follow what the run wrote", () => {
  const book = open(goods);
  book.plan([rowsFor(goods, "import", [{ code: "new", name: "新しい品" }])]).commit();
  const calls = sheets.calls.length;
  expect([...book.keys(goods)]).toEqual(["007", "1-2", "new"]);
  expect(sheets.calls).toHaveLength(calls);
});

test("of a sheet that is gone, the failure says how to get it back", () => {
  const book = open(log);
  sheets.request("POST", ":batchUpdate", { requests: [{ deleteSheet: { sheetId: 1001 } }] });
  expect(() => book.keys(goods)).toThrow("シート「品物」がありません");
});
