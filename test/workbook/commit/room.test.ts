import { expect, test } from "vitest";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { changeBytes } from "../../../src/workbook/commit/change-set.ts";
import { checkbox, seal, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id: text("番号", { note: "", writer: "import" }),
    tracking: text("伝票番号", { note: "", writer: "staff" }),
    mark: staffKey(),
    done: checkbox("確認済", { note: "" }),
    door: text("届け先", { note: "", writer: "import" }),
    seal: seal({ writer: "import" }),
  },
});
const OWN = 6;

function sheet(): EngineSheets {
  const sheets = engineSheets();
  change(sheets, ...setUpRequests({ sheets: [] }, {}, { tables: [parcels], who: "" }));
  change(sheets, { appendDimension: { sheetId: 1001, dimension: "COLUMNS", length: 1 } });
  change(sheets, { appendDimension: { sheetId: 1001, dimension: "ROWS", length: 800 } });
  return sheets;
}
const change = (sheets: EngineSheets, ...requests: object[]) =>
  void sheets.request("POST", ":batchUpdate", { requests });
const rows = (ids: readonly string[], door = "町") =>
  rowsFor(
    parcels,
    "import",
    ids.map((id) => ({ id, door })),
  );
let runs = 0;
const imports = (sheets: EngineSheets, ...ids: string[]) =>
  openBook({ sheets, clock, tables: [parcels], run: `run${++runs}` })
    .plan([rows(ids)])
    .commit();

const write = (rowIndex: number, columnIndex: number, values: object[]) => ({
  updateCells: {
    start: { sheetId: 1001, rowIndex, columnIndex },
    rows: values.map((userEnteredValue) => ({ values: [{ userEnteredValue }] })),
    fields: "userEnteredValue",
  },
});
const insert = (startIndex: number) => ({
  insertDimension: { range: { sheetId: 1001, dimension: "ROWS", startIndex, endIndex: startIndex + 1 } },
});
const stars = Array.from({ length: 900 }, (_, at) => ({ formulaValue: `=IF(A${at + 2}="","","★")` }));

/** Number, tracking number and people's own cell of the first rows. */
const seen = (sheets: EngineSheets, count: number) => {
  const path = `/values/${encodeURIComponent(`荷物!A2:G${count + 1}`)}`;
  const { values = [] } = sheets.request("GET", path) as { values?: string[][] };
  return values.map((row) => [row[0], row[1], row[OWN]].map((cell) => cell ?? ""));
};

test("a column of formulas that people filled down leads no new row below it", () => {
  const sheets = sheet();
  change(sheets, write(1, OWN, stars));
  imports(sheets, "A", "B");
  imports(sheets, "C");
  expect(seen(sheets, 4)).toEqual([
    ["A", "", "★"],
    ["B", "", "★"],
    ["C", "", "★"],
    ["", "", ""],
  ]);
});

test("a formula that always shows something is no note, and a note in row 500 is given to no order", () => {
  const sheets = sheet();
  change(
    sheets,
    write(
      1,
      OWN,
      Array.from({ length: 300 }, () => ({ formulaValue: "=ROW()" })),
    ),
  );
  change(sheets, write(2, OWN, [{ stringValue: "ここは使わない" }]), write(499, 1, [{ stringValue: "保留の伝票" }]));
  imports(sheets, "A", "B");
  // A declared column holds a note: the table ends below it.
  const path = `/values/${encodeURIComponent("荷物!A499:B503")}`;
  const { values = [] } = sheets.request("GET", path) as { values?: string[][] };
  expect(values.map((row) => row.slice(0, 2))).toEqual([[], ["", "保留の伝票"], ["A"], ["B"]].map((row) => row));
});

test.each([
  ["inserted above", insert(1)],
  ["inserted at the end of the list", insert(3)],
  ["deleted above", { deleteDimension: { range: { sheetId: 1001, dimension: "ROWS", startIndex: 1, endIndex: 2 } } }],
])("rows %s in the instant of such a write cost no parcel its cells", (_, meddling) => {
  const sheets = sheet();
  change(sheets, write(1, OWN, stars));
  imports(sheets, "A", "B");
  change(sheets, write(2, 1, [{ stringValue: "222" }]));
  sheets.before("batchUpdate", () => change(sheets, meddling), 2);
  imports(sheets, "A", "B", "C");
  const after = seen(sheets, 6);
  expect(after.filter(([id]) => id === "B")).toEqual([["B", "222", "★"]]);
  expect(after.filter(([id]) => id === "C")).toEqual([["C", "", "★"]]);
});

const full = (sheets: EngineSheets, free: number) => {
  // 7,000 cells are the table's and 26,000 those of the sheet that came with the spreadsheet.
  const columnCount = 10_000_000 - 33_000 - free;
  const width = 10_000;
  change(sheets, {
    addSheet: {
      properties: { title: "控え", gridProperties: { rowCount: Math.floor(columnCount / width), columnCount: width } },
    },
  });
};

test("a workbook that is nearly full gets fewer spare rows, and its orders", () => {
  const sheets = sheet();
  full(sheets, 3000);
  imports(sheets, ...Array.from({ length: 1010 }, (_, n) => `N${n}`));
  const { sheets: all } = sheets.request("GET", "?fields=sheets.properties") as {
    sheets: { properties: { title: string; gridProperties: { rowCount: number } } }[];
  };
  const { rowCount } = all.find(({ properties }) => properties.title === "荷物")!.properties.gridProperties;
  expect(rowCount).toBeGreaterThan(1010);
  expect(rowCount).toBeLessThan(2010);
});

test("a workbook that is full says in Japanese what to delete or to archive, and that people have to", () => {
  const sheets = sheet();
  full(sheets, 0);
  const width = { addSheet: { properties: { title: "隙間", gridProperties: { rowCount: 1, columnCount: 9990 } } } };
  try {
    change(sheets, width);
  } catch {}
  expect(() => imports(sheets, ...Array.from({ length: 3000 }, (_, n) => `N${n}`))).toThrow(
    expect.objectContaining({
      remedy: "fix",
      message: expect.stringMatching(
        /上限（1,000万）.*「荷物」に行を追加できません.*削除.*別のスプレッドシートへ移して/,
      ),
    }),
  );
});

test("a change is weighed as heavy as its request is, before it is made", () => {
  const sheets = sheet();
  let bytes = 0;
  const weighing = {
    ...sheets,
    batchUpdate(body: Parameters<typeof sheets.batchUpdate>[0]) {
      bytes = Math.max(bytes, Buffer.byteLength(JSON.stringify(body)));
      return sheets.batchUpdate(body);
    },
  };
  const ids = Array.from({ length: 200 }, (_, n) => `N${n}`);
  const doors = ["東京都千代田区霞が関".repeat(20), `"引用"\n\\と改行`.repeat(30), "Tokyo ".repeat(50)];
  for (const door of doors) {
    const plan = openBook({ sheets: weighing, clock, tables: [parcels], run: door }).plan([rows(ids, door)]);
    const weight = [...plan.changes.values()].flatMap(changeBytes).reduce((sum, [, each]) => sum + each, 0);
    bytes = 0;
    plan.commit();
    expect(weight / bytes).toBeGreaterThan(0.85);
    expect(weight / bytes).toBeLessThan(1.6);
  }
});
