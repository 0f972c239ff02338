import { beforeEach, expect, test } from "vitest";
import { SheetsFailure } from "../../../src/platform/ports.ts";
import { type Book, openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../../src/workbook/commit/cells.ts";
import type { Extras } from "../../../src/workbook/commit/commit.ts";
import { number, seal, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { cellAt, intactFor } from "../../../src/workbook/read/snapshot.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock, log, logLine } from "../../support/book.ts";
import { putText, valuesOf } from "../../support/sheet-cells.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id: text("番号", { note: "", writer: "import" }),
    door: text("届け先", { note: "", writer: "import" }),
    memo: text("メモ", { note: "", writer: "staff" }),
    count: number("個数", { note: "", writer: "import" }),
    seal: seal({ writer: "import" }),
  },
});

const parcel = (id: string, door = `${id}の町`) => ({ id, door, count: 1 });
const rows = (...parcels_: ReturnType<typeof parcel>[]) => rowsFor(parcels, "import", parcels_);
const commit = (book: Book, cells: TableCells, extras?: Extras) => book.plan([cells]).commit(extras);

let sheets: EngineSheets;
const open = (run = "run"): Book => openBook({ sheets, clock, tables: [parcels, log], run });

/** What people see: header row first. */
const seen = (width = 4): unknown[][] => valuesOf(sheets, "荷物").map((row) => row.slice(0, width));
const staff = (requests: object[]) => () => void sheets.request("POST", ":batchUpdate", { requests });
const write = (row: number, column: number, text: string) => putText(1001, row, column, text);
const insertRow = (startIndex: number) => ({
  insertDimension: { range: { sheetId: 1001, dimension: "ROWS", startIndex, endIndex: startIndex + 1 } },
});
const deleteRow = (startIndex: number) => ({
  deleteDimension: { range: { sheetId: 1001, dimension: "ROWS", startIndex, endIndex: startIndex + 1 } },
});
const insertColumn = (startIndex: number) => ({
  insertDimension: { range: { sheetId: 1001, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 } },
});
const sortDown = {
  sortRange: {
    range: { sheetId: 1001, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0 },
    sortSpecs: [{ dimensionIndex: 0, sortOrder: "DESCENDING" }],
  },
};

beforeEach(() => {
  sheets = engineSheets();
  sheets.request("POST", ":batchUpdate", {
    requests: setUpRequests({ sheets: [] }, {}, { tables: [parcels, log], who: "" }),
  });
  commit(open("first"), rows(parcel("A"), parcel("B"), parcel("C")));
  staff([write(1, 2, "Aのメモ"), write(2, 2, "Bのメモ"), write(3, 2, "Cのメモ")])();
  sheets.calls.length = 0;
});

const METADATA = "fields=developerMetadata(metadataId,metadataValue)";
const memories = () =>
  (sheets.request("GET", `?${METADATA}`) as { developerMetadata?: { metadataId: number; metadataValue: string }[] })
    .developerMetadata ?? [];
const forget = () =>
  void staff([
    { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { locationType: "SPREADSHEET" } } } },
  ])();

test("a memory that somebody deletes during a run is made anew with the commit, and nothing is written twice", () => {
  const book = open();
  commit(book, rows(parcel("D")), { cursors: { page: "1" } });
  forget();
  commit(book, rows(parcel("E")), { cursors: { page: "2" } });
  expect(seen(1).flat()).toEqual(["番号", "A", "B", "C", "D", "E"]);
  expect(memories()).toHaveLength(1);
  expect(open("next").cursor("page")).toBe("2");
});

test("a memory that is deleted in the instant before the commit is made anew too", () => {
  const book = open();
  sheets.before("batchUpdate", forget);
  book.plan([]).commit({ cursors: { page: "1" } });
  expect(open("next").cursor("page")).toBe("1");
});

test("a commit that is refused for another reason is not tried again", () => {
  const book = open();
  sheets.before("batchUpdate", () => {
    throw new SheetsFailure(400, "Invalid requests[0].updateCells: no");
  });
  expect(() => commit(book, rows(parcel("D")))).toThrow(/no/);
  expect(sheets.calls.filter((call) => call === "batchUpdate")).toHaveLength(1);
});

test("new rows, changed rows and what is the same are told apart, and staff cells are not mentioned", () => {
  const plan = open().plan([rows(parcel("A"), parcel("B", "新しい町"), parcel("D"))]);
  plan.commit();
  expect(plan.counts.get(parcels)).toEqual({ added: 1, updated: 1 });
  expect(seen()).toEqual([
    ["番号", "届け先", "メモ", "個数"],
    ["A", "Aの町", "Aのメモ", 1],
    ["B", "新しい町", "Bのメモ", 1],
    ["C", "Cの町", "Cのメモ", 1],
    ["D", "Dの町", "", 1],
  ]);
});

test("text that looks like a formula, a number or a date is stored as it is", () => {
  commit(open(), rows(parcel("007", "=1+1"), parcel("1-2", "+81"), parcel("@x", "  -5\n二行目")));
  expect(seen().slice(4)).toEqual([
    ["007", "=1+1", "", 1],
    ["1-2", "+81", "", 1],
    ["@x", "  -5\n二行目", "", 1],
  ]);
});

test("a log line alone is written without a second look", () => {
  const book = open();
  commit(book, logLine("1", "変わりなし"));
  expect(sheets.calls).toEqual(["get", "batchUpdate"]);
});

test("a run reads once, and each commit looks and writes once", () => {
  const book = open();
  commit(book, rows(parcel("D")));
  commit(book, rows(parcel("E"), parcel("A", "別の町")));
  expect(sheets.calls).toEqual(["get", "get", "batchUpdate", "get", "batchUpdate"]);
});

test("the cursor comes with the rows and is there for the next run", () => {
  commit(open(), rows(parcel("D")), { cursors: { import: "D" } });
  expect(open("later").cursor("import")).toBe("D");
  commit(open("later"), rows(parcel("E")));
  expect(open("last").cursor("import")).toBe("D");
});

test("rows that staff sorted before the commit are found by their key", () => {
  const book = open();
  staff([sortDown])();
  commit(book, rows(parcel("A", "新しい町")));
  expect(seen().slice(1)).toEqual([
    ["C", "Cの町", "Cのメモ", 1],
    ["B", "Bの町", "Bのメモ", 1],
    ["A", "新しい町", "Aのメモ", 1],
  ]);
});

test.each<[string, object[], unknown[][]]>([
  [
    "sort",
    [sortDown],
    [
      ["C", "Cの町", "Cのメモ", 1],
      ["B", "Bの町", "Bのメモ", 1],
      ["A", "新しい町", "Aのメモ", 1],
    ],
  ],
  [
    "insert a row",
    [insertRow(1)],
    [[], ["A", "新しい町", "Aのメモ", 1], ["B", "Bの町", "Bのメモ", 1], ["C", "Cの町", "Cのメモ", 1]],
  ],
])("when staff %s between the look and the write, every row still gets what is its own", (_, requests, expected) => {
  const book = open();
  sheets.before("batchUpdate", staff(requests));
  commit(book, rows(parcel("A", "新しい町")));
  expect(seen().slice(1)).toEqual(expected);
  const state = open("later").state(parcels);
  expect([...state.rows.values()].every(intactFor(state, "import"))).toBe(true);
});

const sortedDown = (startRowIndex: number, endRowIndex: number) => {
  const { sortRange } = sortDown;
  return { sortRange: { ...sortRange, range: { ...sortRange.range, startRowIndex, endRowIndex } } };
};

test.each([
  ["all of them", 1, 4, ["C", "B", "A"]],
  ["the first two", 1, 3, ["B", "A", "C"]],
  ["the last two", 2, 4, ["A", "C", "B"]],
])(
  "when staff sort the very rows that are written, %s, between the look and the write, every row still gets what is its own",
  (_, from, to, order) => {
    const book = open();
    sheets.before("batchUpdate", staff([sortedDown(from, to)]));
    const changed = ["A", "B", "C"].map((id) => parcel(id, `${id}の新しい町`));
    commit(book, rows(...changed), { cursors: { import: "C" } });
    expect(seen().slice(1)).toEqual(order.map((id) => [id, `${id}の新しい町`, `${id}のメモ`, 1]));
    const state = open("later").state(parcels);
    expect([...state.rows.values()].every(intactFor(state, "import"))).toBe(true);
  },
);

test("a row that staff delete in the instant of the write comes back, for the shop still waits for it", () => {
  const book = open();
  sheets.before("batchUpdate", staff([deleteRow(1)]));
  commit(book, rows(parcel("A", "新しい町")));
  expect(seen().slice(1)).toEqual([
    ["B", "Bの町", "Bのメモ", 1],
    ["C", "Cの町", "Cのメモ", 1],
  ]);
  commit(open("later"), rows(parcel("A", "新しい町"), parcel("B"), parcel("C")));
  expect(
    seen()
      .slice(1)
      .map(([id, door]) => [id, door]),
  ).toEqual([
    ["B", "Bの町"],
    ["C", "Cの町"],
    ["A", "新しい町"],
  ]);
});

test("a column inserted in the instant of the write moves neither addresses nor memos", () => {
  const book = open();
  sheets.before("batchUpdate", staff([insertColumn(1)]));
  commit(book, rows(parcel("A", "新しい町"), parcel("D")));
  expect(seen(5).slice(1)).toEqual([
    ["A", "", "新しい町", "Aのメモ", 1],
    ["B", "", "Bの町", "Bのメモ", 1],
    ["C", "", "Cの町", "Cのメモ", 1],
    ["D", "", "Dの町", "", 1],
  ]);
});

test("a column inserted before the key in that instant costs no row its key, whatever was written over it", () => {
  const book = open();
  sheets.before("batchUpdate", staff([insertColumn(0)]));
  commit(book, rows(parcel("A", "新しい町"), parcel("B", ""), parcel("C", "新しい町"), parcel("D")));
  expect(seen(5).slice(1)).toEqual([
    ["", "A", "新しい町", "Aのメモ", 1],
    ["", "B", "", "Bのメモ", 1],
    ["", "C", "新しい町", "Cのメモ", 1],
    ["", "D", "Dの町", "", 1],
  ]);
});

test("a commit whose answer was lost after it was applied is not made twice", () => {
  sheets.losesAnswer("batchUpdate", new SheetsFailure(503, "The service is currently unavailable."));
  commit(open(), rows(parcel("D")));
  expect(seen().map(([id]) => id)).toEqual(["番号", "A", "B", "C", "D"]);
});

test("a last try whose answer was lost counts as made, so that the log line after it is not written twice", () => {
  const busy = new SheetsFailure(503, "The service is currently unavailable.");
  for (let nth = 1; nth <= 4; nth++)
    sheets.before(
      "batchUpdate",
      () => {
        throw busy;
      },
      nth,
    );
  sheets.before("batchUpdate", () => sheets.losesAnswer("batchUpdate", busy), 5);
  const book = open();
  const line = (message: string) => logLine("run", message);
  commit(book, line("実行中"));
  commit(book, line("完了"));
  const lines = sheets.request("GET", `/values/${encodeURIComponent("記録")}`) as { values: unknown[][] };
  expect(lines.values.slice(1)).toEqual([["run", "完了"]]);
});

test("a commit that Google refused for a moment is made again", () => {
  sheets.before("batchUpdate", () => {
    throw new SheetsFailure(429, "Quota exceeded");
  });
  commit(open(), rows(parcel("D")));
  expect(seen().map(([id]) => id)).toEqual(["番号", "A", "B", "C", "D"]);
});

test("a Google that stays away ends the run with a wait, and nothing is half written", () => {
  const book = open();
  for (let nth = 1; nth <= 5; nth++)
    sheets.before(
      "batchUpdate",
      () => {
        throw new SheetsFailure(503, "The service is currently unavailable.");
      },
      nth,
    );
  expect(() => commit(book, rows(parcel("D")))).toThrow(
    expect.objectContaining({ remedy: "wait", message: expect.stringContaining("混み合っています") }),
  );
  expect(seen()).toHaveLength(4);
});

test("a renamed header stops the commit with the sheet and the header named", () => {
  const book = open();
  staff([write(0, 1, "あて先")])();
  expect(() => commit(book, rows(parcel("D")))).toThrow(
    expect.objectContaining({ remedy: "fix", message: expect.stringMatching(/「荷物」.*「届け先」/) }),
  );
  expect(seen()).toHaveLength(4);
});

test("a sheet that is gone is named", () => {
  staff([{ addSheet: { properties: { title: "別" } } }, { deleteSheet: { sheetId: 1001 } }])();
  expect(open).toThrow(
    expect.objectContaining({ remedy: "fix", message: expect.stringContaining("シート「荷物」がありません") }),
  );
});

test("two columns with the same header are named, since nobody could say which one counts", () => {
  staff([write(0, 3, "届け先")])();
  expect(open).toThrow(expect.objectContaining({ remedy: "fix" }));
});

test("headers may be moved and columns added", () => {
  staff([insertColumn(0), write(0, 0, "自由欄")])();
  commit(open(), rows(parcel("A", "新しい町")));
  const state = open("later").state(parcels);
  expect(cellAt(state, state.rows.get("A")!, "door")).toBe("新しい町");
});

test("an API cell that people overwrote is seen, whatever they typed", () => {
  staff([write(1, 1, "よその町")])();
  const state = open().state(parcels);
  expect(["A", "B"].map((id) => intactFor(state, "import")(state.rows.get(id)!))).toEqual([false, true]);
});

test("a row pasted twice and a row without its key are reported with their places", () => {
  staff([write(5, 0, "A"), write(6, 1, "どこかの町"), write(6, 4, "#abcdefgh1234")])();
  expect(
    open()
      .state(parcels)
      .faults.map(({ reason }) => reason),
  ).toEqual([expect.stringContaining("6行目"), expect.stringContaining("7行目")]);
});

test("rows beyond the end of the sheet get the columns' formats", () => {
  commit(open(), rows(...Array.from({ length: 1000 }, (_, index) => parcel(`N${String(index).padStart(4, "0")}`))));
  expect(seen()).toHaveLength(1004);
  const book = sheets.request(
    "GET",
    `?${new URLSearchParams([
      ["ranges", "荷物!C1500"],
      ["fields", "sheets(data(rowData(values(userEnteredFormat(numberFormat)))))"],
    ])}`,
  );
  expect(JSON.stringify(book)).toContain('"type":"TEXT"');
});

test("a header renamed in the instant of the write is named, and what was written is not written again", () => {
  const book = open();
  sheets.before("batchUpdate", staff([write(0, 1, "あて先")]));
  const plan = book.plan([rows(parcel("D")), logLine("1", "新規")]);
  expect(() => plan.commit()).toThrow(expect.objectContaining({ remedy: "fix" }));
  commit(book, logLine("1", "失敗"));
  const lines = sheets.request("GET", `/values/${encodeURIComponent("記録")}`) as { values: string[][] };
  expect(lines.values.slice(1)).toEqual([["1", "失敗"]]);
});

test("a second column moved while the first move is being put right leaves nothing behind either", () => {
  const book = open();
  sheets.before("batchUpdate", staff([insertColumn(1)]));
  sheets.before("batchUpdate", staff([insertColumn(1)]), 2);
  commit(book, rows(parcel("A", "新しい町"), parcel("D")));
  expect(seen(6).slice(1)).toEqual([
    ["A", "", "", "新しい町", "Aのメモ", 1],
    ["B", "", "", "Bの町", "Bのメモ", 1],
    ["C", "", "", "Cの町", "Cのメモ", 1],
    ["D", "", "", "Dの町", "", 1],
  ]);
});
