import { beforeEach, expect, test } from "vitest";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { number, seal, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { namesIn } from "../../../src/workbook/read/names.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock, log, logLine } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const parcels = defineTable({
  sheet: "荷物",
  key: ["id", "part"],
  columns: {
    id: text("番号", { note: "", writer: "import" }),
    door: text("届け先", { note: "", writer: "import" }),
    units: number("個数", { note: "", writer: "import" }),
    tracking: text("伝票番号", { note: "", writer: "staff", distinct: true }),
    mark: staffKey(),
    part: text("区分", { note: "", writer: "import" }),
    seal: seal({ writer: "import" }),
  },
  groups: [{ title: "区分", from: "part", to: "part" }],
});
const SHEET = 1001;

let sheets: EngineSheets;
let reads: (readonly string[])[];
const people = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });
const row = (id: string, door = `${id}の家`) => ({ id, part: "1", door, units: 2 });
const open = () => {
  reads = [];
  const counted = {
    ...sheets,
    get: (query: Parameters<EngineSheets["get"]>[0]) => {
      reads.push(query.ranges ?? []);
      return sheets.get(query);
    },
  };
  return openBook({ sheets: counted, clock, tables: [parcels, log], named: [parcels], run: "run" });
};
const doors = (book: ReturnType<typeof open>) => {
  const { rows, layout } = book.state(parcels);
  return [...rows].map(([key, { cells }]) => [key.split("\u001f")[0], cells[layout.get("door") as number] ?? null]);
};
const known = [
  ["A", "Aの家"],
  ["B", "Bの家"],
];

beforeEach(() => {
  sheets = engineSheets();
  people(...setUpRequests({ sheets: [] }, {}, { tables: [parcels, log], who: "" }));
  openBook({ sheets, clock, tables: [parcels, log], run: "first" })
    .plan([rowsFor(parcels, "import", [row("A"), row("B")])])
    .commit({ mend: true });
});

test("a book opened by its names knows which rows there are, takes new ones, and reads the rest when it is asked to", () => {
  const book = open();
  expect(reads).toHaveLength(1);
  expect(reads[0]).not.toContain("'荷物'");
  expect(doors(book)).toEqual([
    ["A", null],
    ["B", null],
  ]);
  expect(book.states().map(({ table }) => table)).toEqual([log]);
  book.plan([rowsFor(parcels, "import", [row("C")]), logLine("1", "一")]).commit();
  reads = [];
  book.whole();
  expect(reads).toEqual([["'荷物'"]]);
  expect(doors(book)).toEqual([...known, ["C", "Cの家"]]);
  expect(book.states().map(({ table }) => table)).toEqual([parcels, log]);
  book.plan([rowsFor(parcels, "import", [row("A", "転居先"), row("C")])]).commit({ mend: true });
  book.whole();
  expect(doors(open())).toHaveLength(3);
  const after = open();
  after.whole();
  expect(doors(after)).toEqual([
    ["A", "転居先"],
    ["B", "Bの家"],
    ["C", "Cの家"],
  ]);
});

const columns = (startIndex: number) => ({
  sheetId: SHEET,
  dimension: "COLUMNS",
  startIndex,
  endIndex: startIndex + 1,
});
const moves = (from: number, destinationIndex: number) => ({
  moveDimension: { source: columns(from), destinationIndex },
});

test("keys that people moved to other columns take one read more", () => {
  people(moves(0, 3));
  const book = open();
  expect(reads).toHaveLength(2);
  expect([...namesIn(book.state(parcels))].sort()).toEqual(["A", "B"]);
  book.whole();
  expect(doors(book)).toEqual(known);
});

test("so do those that a sheet with fewer columns has none of where they first stood", () => {
  // 区分 to the front, and the column with the name of its group away: the seal is the last of seven columns then.
  people(moves(6, 0), { deleteDimension: { range: columns(6) } });
  const book = open();
  expect([...namesIn(book.state(parcels))].sort()).toEqual(["A", "B"]);
  book.whole();
  expect(doors(book)).toEqual(known);
});

test("the names of rows are their keys and what the marks of people's cells remember", () => {
  const typed = (rowIndex: number, userEnteredValue: object) => ({
    updateCells: {
      start: { sheetId: SHEET, rowIndex, columnIndex: 0 },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: "userEnteredValue",
    },
  });
  people(typed(1, { stringValue: "電話済み" }), typed(2, {}));
  expect([...namesIn(open().state(parcels))].sort()).toEqual(["A", "B", "電話済み"]);
});
