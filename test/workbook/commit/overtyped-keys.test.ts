import { beforeEach, expect, test } from "vitest";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { number, seal, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id: text("番号", { note: "", writer: "import" }),
    tracking: text("伝票番号", { note: "", writer: "staff", distinct: true }),
    mark: staffKey(),
    door: text("届け先", { note: "", writer: "import" }),
    units: number("個数", { note: "", writer: "stock" }),
    seal: seal({ writer: "import" }),
  },
});
const SHEET = 1001;
const [ID, TRACKING] = [0, 1] as const;
const ids = ["A", "B", "C", "D"];

let sheets: EngineSheets;
const people = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });
const types = (rowIndex: number, columnIndex: number, userEnteredValue: object) => ({
  updateCells: {
    start: { sheetId: SHEET, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue }] }],
    fields: "userEnteredValue",
  },
});
const inserts = (row: number) => ({
  insertDimension: { range: { sheetId: SHEET, dimension: "ROWS", startIndex: row, endIndex: row + 1 } },
});
const open = () => openBook({ sheets, clock, tables: [parcels], run: "run" });

function imports(mend: true | readonly [] = true, door = "の家"): void {
  const rows = ids.map((id) => ({ id, door: `${id}${door}` }));
  open()
    .plan([rowsFor(parcels, "import", rows)])
    .commit({ mend });
}

/** Number, entry, address and units of each row that has any. */
function shown(): unknown[][] {
  const { values } = sheets.request("GET", `/values/${encodeURIComponent("荷物")}`) as { values: unknown[][] };
  return values.slice(1).flatMap((row) => {
    const cells = [row[ID], row[TRACKING], row[3], row[4]].map((cell) => cell ?? "");
    return cells.some((cell) => cell !== "") ? [cells] : [];
  });
}
const whole = (door = "の家") => ids.map((id) => [id, `${id}-99`, `${id}${door}`, ""]);

beforeEach(() => {
  sheets = engineSheets();
  people(...setUpRequests({ sheets: [] }, {}, { tables: [parcels], who: "" }));
  imports();
  people(...ids.map((id, at) => types(at + 1, TRACKING, { stringValue: `${id}-99` })));
  imports();
  expect(shown()).toEqual(whole());
});

test("a number that was typed over comes back with the next run, on its own row and with what people entered there", () => {
  people(types(2, ID, { stringValue: "電話済み" }), types(3, ID, {}), types(4, ID, { formulaValue: "=A2" }));
  const book = open();
  expect(book.repair(parcels).overtyped.map(({ key, typed }) => [key, typed])).toEqual([
    ["B", ["電話済み"]],
    ["C", [null]],
    ["D", ["A"]],
  ]);
  expect(ids.filter(book.proven(parcels))).toEqual(ids);
  imports(true, "の倉庫");
  expect(shown()).toEqual(whole("の倉庫"));
  expect(open().repair(parcels)).toMatchObject({ overtyped: [], moves: false, doubts: new Map() });
});

test("a run that brings nothing home writes to the row all the same, and leaves the number to the one that does", () => {
  people(types(2, ID, { stringValue: "電話済み" }));
  const stock = () => open().plan([rowsFor(parcels, "stock", [{ id: "B", units: 5 }])]);
  stock().commit();
  expect(shown()[1]).toEqual(["電話済み", "B-99", "Bの家", "5"]);
  expect(shown()).toHaveLength(4);
  imports();
  expect(shown()[1]).toEqual(["B", "B-99", "Bの家", "5"]);
});

test("a number that is typed over between the look and the write makes no second row", () => {
  sheets.before("get", () => people(types(2, ID, { stringValue: "電話済み" })), 2);
  imports(true, "の倉庫");
  expect(shown().map(([id]) => id)).toEqual(["A", "電話済み", "C", "D"]);
  imports(true, "の倉庫");
  expect(shown()).toEqual(whole("の倉庫"));
});

test("a row that is inserted or sorted in the instant of the write takes no number of another", () => {
  const sorts = {
    sortRange: {
      range: { sheetId: SHEET, startRowIndex: 1, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 6 },
      sortSpecs: [{ dimensionIndex: TRACKING, sortOrder: "DESCENDING" }],
    },
  };
  for (const moves of [inserts(1), sorts]) {
    people(types(2, ID, { stringValue: "電話済み" }), types(4, ID, {}));
    sheets.before("batchUpdate", () => people(moves));
    imports();
    expect([...shown()].sort()).toEqual(whole());
    expect(open().repair(parcels)).toMatchObject({ overtyped: [], restored: new Set(), doubts: new Map() });
    people({ sortRange: { ...sorts.sortRange, sortSpecs: [{ dimensionIndex: ID, sortOrder: "ASCENDING" }] } });
  }
});

test("several commits of one run know the row by its own number", () => {
  people(types(2, ID, { stringValue: "電話済み" }));
  const book = open();
  book.plan([rowsFor(parcels, "import", [{ id: "A", door: "Aの庭" }])]).commit({ mend: true });
  book.plan([rowsFor(parcels, "import", [{ id: "B", door: "Bの庭" }])]).commit({ mend: true });
  expect(shown().slice(0, 2)).toEqual([
    ["A", "A-99", "Aの庭", ""],
    ["B", "B-99", "Bの庭", ""],
  ]);
});
