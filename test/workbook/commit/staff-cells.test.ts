import { expect, test } from "vitest";
import { SheetsFailure } from "../../../src/platform/ports.ts";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor, staffCells } from "../../../src/workbook/commit/cells.ts";
import { text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { markRequest } from "../../../src/workbook/set-up/columns.ts";
import { testClock } from "../../support/rms-port.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const master = defineTable({
  sheet: "マスタ",
  key: ["code"],
  columns: {
    code: text("コード", { note: "", writer: "import" }),
    name: text("名称", { note: "", writer: "import" }),
    target: text("対象", { note: "", writer: "staff" }),
  },
});

/** The sheet with a column of people's own at its end. */
function sheet(): EngineSheets {
  const sheets = engineSheets();
  sheets.request("POST", ":batchUpdate", {
    requests: [
      { addSheet: { properties: { sheetId: 7, title: "マスタ", gridProperties: { rowCount: 20, columnCount: 6 } } } },
      write(0, [
        ["コード", "名称", "対象", "メモ"],
        ["01", "いろ", "", "自分用"],
        ["02", "はに", "300", ""],
        ["03", "ほへ", "", "=1"],
      ]),
      ...Object.keys(master.columns).map((name, place) => markRequest(7, place, name)),
    ],
  });
  return sheets;
}

const write = (rowIndex: number, rows: string[][], columnIndex = 0) => ({
  updateCells: {
    start: { sheetId: 7, rowIndex, columnIndex },
    rows: rows.map((cells) => ({ values: cells.map((stringValue) => ({ userEnteredValue: { stringValue } })) })),
    fields: "userEnteredValue",
  },
});

const rows = (sheets: EngineSheets) => {
  const path = `/values/${encodeURIComponent("マスタ!A1:F20")}?valueRenderOption=FORMULA`;
  return (sheets.request("GET", path) as { values: unknown[][] }).values;
};

const save = (sheets: EngineSheets, cells: Record<string, string>) => {
  const targets = new Map(Object.entries(cells).map(([key, target]) => [key, { target }]));
  openBook({ sheets, clock: testClock(), tables: [master], run: "run" })
    .plan([staffCells(master, targets)])
    .commit();
};

const change =
  (sheets: EngineSheets, ...requests: object[]) =>
  () =>
    void sheets.request("POST", ":batchUpdate", { requests });

test("cells are found by key and written as they are, in one look and one write beside the first read", () => {
  const sheets = sheet();
  save(sheets, { "03": "007", "01": "=SUM(1)" });
  expect(rows(sheets)).toEqual([
    ["コード", "名称", "対象", "メモ"],
    ["01", "いろ", "=SUM(1)", "自分用"],
    ["02", "はに", "300"],
    ["03", "ほへ", "007", "=1"],
  ]);
  expect(sheets.calls).toEqual(["get", "get", "batchUpdate"]);
});

test("what stands there already is not written again", () => {
  const sheets = sheet();
  save(sheets, { "02": "300" });
  expect(sheets.calls).toEqual(["get"]);
});

test("a cell is emptied, and the column may stand anywhere", () => {
  const sheets = sheet();
  change(sheets, {
    moveDimension: { source: { sheetId: 7, dimension: "COLUMNS", startIndex: 2, endIndex: 3 }, destinationIndex: 0 },
  })();
  save(sheets, { "02": "" });
  expect(rows(sheets)[2]).toEqual(["", "02", "はに"]);
});

test("a sort in the instant before the write is put right, for the row that was meant and the row that was hit", () => {
  const sheets = sheet();
  sheets.before(
    "batchUpdate",
    change(sheets, {
      sortRange: {
        range: { sheetId: 7, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 4 },
        sortSpecs: [{ dimensionIndex: 0, sortOrder: "DESCENDING" }],
      },
    }),
  );
  save(sheets, { "01": "100", "03": "200" });
  expect(rows(sheets).slice(1)).toEqual([
    ["03", "ほへ", "200", "=1"],
    ["02", "はに", "300"],
    ["01", "いろ", "100", "自分用"],
  ]);
});

test("a row inserted in that instant stays empty", () => {
  const sheets = sheet();
  sheets.before(
    "batchUpdate",
    change(sheets, {
      insertDimension: { range: { sheetId: 7, dimension: "ROWS", startIndex: 2, endIndex: 3 } },
    }),
  );
  save(sheets, { "02": "700" });
  expect(rows(sheets)).toEqual([
    ["コード", "名称", "対象", "メモ"],
    ["01", "いろ", "", "自分用"],
    [],
    ["02", "はに", "700"],
    ["03", "ほへ", "", "=1"],
  ]);
});

test("a column moved in that instant is found again, and its neighbour gets its own back", () => {
  const sheets = sheet();
  sheets.before(
    "batchUpdate",
    change(sheets, {
      moveDimension: { source: { sheetId: 7, dimension: "COLUMNS", startIndex: 3, endIndex: 4 }, destinationIndex: 0 },
    }),
  );
  save(sheets, { "01": "100" });
  expect(rows(sheets)[1]).toEqual(["自分用", "01", "いろ", "100"]);
});

test("a lost answer is made good by looking again", () => {
  const sheets = sheet();
  sheets.losesAnswer("batchUpdate", new SheetsFailure(503, "backend"));
  save(sheets, { "01": "100" });
  expect(rows(sheets)[1]).toEqual(["01", "いろ", "100", "自分用"]);
  expect(sheets.calls.filter((call) => call === "batchUpdate")).toHaveLength(1);
});

test("a row that is gone is named, and so is a sheet that may not be written", () => {
  expect(() => save(sheet(), { "09": "100" })).toThrow("「マスタ」から行がなくなっています");
  const sheets = sheet();
  sheets.before("batchUpdate", () => {
    throw new SheetsFailure(403, "no permission");
  });
  expect(() => save(sheets, { "01": "100" })).toThrow("権限がありません");
});

test("a sheet that never stands still is given up on with a plea to wait", () => {
  const sheets = sheet();
  let turn = 0;
  const sort = () => {
    turn++;
    change(sheets, {
      sortRange: {
        range: { sheetId: 7, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 4 },
        sortSpecs: [{ dimensionIndex: 0, sortOrder: turn % 2 ? "DESCENDING" : "ASCENDING" }],
      },
    })();
  };
  for (let nth = 1; nth <= 5; nth++) sheets.before("batchUpdate", sort, nth);
  expect(() => save(sheets, { "01": "100" })).toThrow("並べ替えや行の挿入が終わってから");
});

test("thousands of cells are one write of a few requests, wherever people's own rows stand between them", () => {
  const sheets = sheet();
  const codes = Array.from({ length: 3000 }, (_, index) => `N${index}`);
  change(
    sheets,
    { appendDimension: { sheetId: 7, dimension: "ROWS", length: 4000 } },
    write(
      4,
      codes.map((code) => [code, "品"]),
    ),
    { insertDimension: { range: { sheetId: 7, dimension: "ROWS", startIndex: 2000, endIndex: 2001 } } },
  )();
  const sent: object[][] = [];
  const port = {
    ...sheets,
    batchUpdate: (request: Parameters<EngineSheets["batchUpdate"]>[0]) => {
      sent.push(request.requests ?? []);
      return sheets.batchUpdate(request);
    },
  };
  openBook({ sheets: port, clock: testClock(), tables: [master], run: "run" })
    .plan([staffCells(master, new Map(codes.map((code) => [code, { target: `0${code}` }])))])
    .commit();
  // The guard of their column, two blocks of cells, and the memory of the commit.
  expect(sent.map((requests) => requests.length)).toEqual([4]);
  const path = `/values/${encodeURIComponent("マスタ!A5:C4000")}`;
  const { values } = sheets.request("GET", path) as { values: string[][] };
  expect(values.filter(([code]) => code).every(([code, , target]) => target === `0${code}`)).toBe(true);
});

test("a row that is deleted before the write is named, and nothing of the commit is written", () => {
  const sheets = sheet();
  const book = openBook({ sheets, clock: testClock(), tables: [master], run: "run" });
  const plan = book.plan([
    staffCells(master, new Map([["01", { target: "100" }]])),
    rowsFor(master, "import", [{ code: "04", name: "とち" }]),
  ]);
  change(sheets, { deleteDimension: { range: { sheetId: 7, dimension: "ROWS", startIndex: 1, endIndex: 2 } } })();
  expect(() => plan.commit()).toThrow("「マスタ」から行がなくなっています");
  expect(rows(sheets).map(([code]) => code)).toEqual(["コード", "02", "03"]);
});

test("a row may come with cells of people, when the same commit adds it", () => {
  const sheets = sheet();
  openBook({ sheets, clock: testClock(), tables: [master], run: "run" })
    .plan([
      rowsFor(master, "import", [{ code: "04", name: "とち" }]),
      staffCells(master, new Map([["04", { target: "100" }]])),
    ])
    .commit();
  expect(rows(sheets)[4]).toEqual(["04", "とち", "100"]);
});
