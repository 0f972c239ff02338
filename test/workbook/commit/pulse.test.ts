import { beforeEach, expect, test } from "vitest";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { type PulsePlace, pulseAnew, pulseAt } from "../../../src/workbook/commit/pulse.ts";
import { checkbox, number, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { valuesOf } from "../../support/sheet-cells.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const lines = defineTable({
  sheet: "一覧",
  key: ["item"],
  ours: true,
  columns: {
    item: text("項目", { note: "", writer: "run" }),
    state: text("状態", { note: "", writer: "run" }),
    request: checkbox("依頼", { note: "" }),
    beat: number("確認", { note: "", writer: "pulse" }),
  },
});

const pulseOf = (beat: number) => ({ table: lines, key: "時計", cells: new Map([["beat", beat]]), watched: "request" });

let sheets: EngineSheets;
let place: PulsePlace;

const table = () => valuesOf(sheets, "一覧").map((row) => row.map((cell) => (cell === "" ? null : cell)));
const people = (...requests: object[]) => sheets.request("POST", ":batchUpdate", { requests });
const SHEET = 1001;
const columns = (startIndex: number) => ({
  sheetId: SHEET,
  dimension: "COLUMNS",
  startIndex,
  endIndex: startIndex + 1,
});
const rows = (startIndex: number) => ({ sheetId: SHEET, dimension: "ROWS", startIndex, endIndex: startIndex + 1 });
const anew = (beat: number) => pulseAnew({ sheets, clock, run: "anew" }, pulseOf(beat));

beforeEach(() => {
  sheets = engineSheets();
  people(...setUpRequests({}, {}, { tables: [lines], who: "", anew: true }));
  const made = ["a", "時計", "b"].map((item) => ({ item, state: "正常" }));
  openBook({ sheets, clock, tables: [lines], run: "run" })
    .plan([rowsFor(lines, "run", made)])
    .commit();
  place = anew(1).place;
  sheets.calls.length = 0;
});

const tick = (rowIndex: number, userEnteredValue: object) =>
  people({
    updateCells: {
      start: { sheetId: SHEET, rowIndex, columnIndex: 2 },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: "userEnteredValue",
    },
  });

test("one call writes the sign of life and sees every box", () => {
  tick(1, { boolValue: true });
  const seen = pulseAt(sheets, pulseOf(2), place);
  expect(sheets.calls).toEqual(["batchUpdate"]);
  expect(table()[2]).toEqual(["時計", "正常", null, 2]);
  expect([...(seen ?? [])]).toEqual([
    ["a", true],
    ["時計", null],
    ["b", null],
  ]);
});

test("a look for the row leaves what a run at work has just remembered as it is", () => {
  const book = () => openBook({ sheets, clock, tables: [lines], run: "at work" });
  const run = book();
  sheets.before("batchUpdate", () =>
    run.plan([rowsFor(lines, "run", [{ item: "a", state: "実行中" }])]).commit({ cursors: { pass: "begun" } }),
  );
  anew(2);
  expect(book().cursor("pass")).toBe("begun");
  expect(table().slice(1, 3)).toEqual([
    ["a", "実行中"],
    ["時計", "正常", null, 2],
  ]);
});

test.each([
  ["a column of people came to stand there", { insertDimension: { range: columns(3) } }],
  ["the column moved", { moveDimension: { source: columns(3), destinationIndex: 1 } }],
  ["the sheet is gone", { deleteSheet: { sheetId: SHEET } }],
  [
    "the tab has another name",
    { updateSheetProperties: { properties: { sheetId: SHEET, title: "別名" }, fields: "title" } },
  ],
])("nothing is written where %s", (_, moved) => {
  people({ addSheet: { properties: { title: "控え" } } }, moved);
  const before = JSON.stringify(sheets.request("GET", "?includeGridData=true"));
  expect(pulseAt(sheets, pulseOf(2), place)).toBeUndefined();
  expect(JSON.stringify(sheets.request("GET", "?includeGridData=true"))).toBe(before);
});

test.each([
  [
    "sorted",
    {
      sortRange: {
        range: { sheetId: SHEET, startRowIndex: 1 },
        sortSpecs: [{ dimensionIndex: 0, sortOrder: "ASCENDING" }],
      },
    },
  ],
  ["moved by a row above them", { insertDimension: { range: rows(1) } }],
  ["moved by a row that went", { deleteDimension: { range: rows(1) } }],
  ["gone", { deleteDimension: { range: rows(2) } }],
])("where rows are %s, the next look finds its row and takes back what missed it", (_, moved) => {
  people(moved);
  expect(pulseAt(sheets, pulseOf(2), place)).toBeUndefined();
  const healed = anew(3);
  const beats = table()
    .slice(1)
    .flatMap(([item, , , beat]) => (beat ? [[item, beat]] : []));
  expect(beats).toEqual([["時計", 3]]);
  expect(pulseAt(sheets, pulseOf(4), healed.place)).toBeDefined();
  expect(table()[healed.place.row]?.[3]).toBe(4);
});

test("a renamed tab and moved columns are found by their marks", () => {
  people(
    { updateSheetProperties: { properties: { sheetId: SHEET, title: "別名" }, fields: "title" } },
    { moveDimension: { source: columns(3), destinationIndex: 0 } },
  );
  const healed = anew(3);
  expect(healed.place).toMatchObject({ title: "別名", columns: { beat: 0 } });
  expect(pulseAt(sheets, pulseOf(4), healed.place)).toBeDefined();
});

test("columns that lost their marks get them again", () => {
  const lookup = { metadataKey: "shukka-column", locationType: "COLUMN" };
  people({ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: lookup } } });
  expect(pulseAt(sheets, pulseOf(2), place)).toBeUndefined();
  expect(pulseAt(sheets, pulseOf(4), anew(3).place)).toBeDefined();
});

test("of a sheet that is gone, the look says so", () => {
  people({ addSheet: { properties: { title: "控え" } } }, { deleteSheet: { sheetId: SHEET } });
  expect(() => anew(2)).toThrow("シート「一覧」がありません");
});
