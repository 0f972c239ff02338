import fc from "fast-check";
import { expect, test } from "vitest";
import { SheetsFailure } from "../../../src/platform/ports.ts";
import { type Book, openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { renamesFor } from "../../../src/workbook/commit/rename.ts";
import { number, seal, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { intactFor } from "../../../src/workbook/read/snapshot.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock, log, logLine } from "../../support/book.ts";
import { putText, valuesOf } from "../../support/sheet-cells.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const goods = defineTable({
  sheet: "商品",
  key: ["code"],
  columns: {
    code: text("コード", { note: "", writer: "shop" }),
    name: text("商品名", { note: "", writer: "shop" }),
    shelf: text("棚番", { note: "", writer: "staff", distinct: true }),
    mark: staffKey(),
    memo: text("備考", { note: "", writer: "staff" }),
    reserved: number("指示数", { note: "", writer: "stock" }),
    stockSeal: seal({ writer: "stock" }, "照合（数）"),
    seal: seal({ writer: "shop" }),
  },
});
const methods = defineTable({
  sheet: "方法",
  key: ["name"],
  columns: { name: text("方法名", { note: "", writer: "staff" }), seen: text("初出", { note: "", writer: "import" }) },
});

const SHEET = 1001;
const WIDTH = 9;
const [CODE, SHELF, MEMO] = [0, 2, 4] as const;
const codes = ["A", "B", "C", "D", "E"];

interface Desk {
  readonly sheets: EngineSheets;
  open(): Book;
  people(...requests: object[]): void;
  /** Commits new names, with the rows that the shop has under them. */
  rename(renames: Record<string, string>, book?: Book): void;
  /** A run that changes nothing but what people moved. */
  run(): void;
  /** Code, name, shelf, memo, count and people's own column of each row; empty rows are left out. */
  rows(): unknown[][];
}

const shopRow = (code: string, name = `${code}の品`) => ({ code, name });

function desk(): Desk {
  const sheets = engineSheets();
  const people = (...requests: object[]) => {
    if (requests.length > 0) sheets.request("POST", ":batchUpdate", { requests });
  };
  people(...setUpRequests({ sheets: [] }, {}, { tables: [goods, log], who: "" }));
  people({ appendDimension: { sheetId: SHEET, dimension: "COLUMNS", length: 2 } }, types(0, WIDTH - 1, "自分用"));
  let runs = 0;
  const open = () => openBook({ sheets, clock, tables: [goods, log], run: `run${++runs}` });
  const commit = (book: Book, cells: Parameters<Book["plan"]>[0]) =>
    book.plan(cells).commit({ mend: true, records: [logLine(`${runs}`, "完了")] });
  const opened: Desk = {
    sheets,
    open,
    people,
    rename: (renames, book = open()) =>
      commit(book, [
        renamesFor(goods, new Map(Object.entries(renames))),
        rowsFor(
          goods,
          "shop",
          Object.entries(renames).map(([from, to]) => shopRow(to, `${from}の品`)),
        ),
      ]),
    run: () => commit(open(), []),
    rows() {
      const seen = valuesOf(sheets, "商品")
        .slice(1)
        .map((row) => [CODE, 1, SHELF, MEMO, 5, WIDTH - 1].map((at) => row[at] ?? ""));
      return seen.filter((row) => row.some((cell) => cell !== ""));
    },
  };
  commit(open(), [
    rowsFor(
      goods,
      "shop",
      codes.map((code) => shopRow(code)),
    ),
    rowsFor(
      goods,
      "stock",
      codes.map((code, at) => ({ code, reserved: at })),
    ),
  ]);
  people(
    ...codes.flatMap((code, at) => [
      types(at + 1, SHELF, `棚${code}`),
      types(at + 1, MEMO, `${code}のメモ`),
      types(at + 1, WIDTH - 1, `${code}のもの`),
    ]),
  );
  opened.run();
  return opened;
}

const types = (row: number, column: number, text: string) => putText(SHEET, row, column, text);
const block = (startRowIndex: number, endRowIndex: number, startColumnIndex = 0, endColumnIndex = WIDTH) => ({
  sheetId: SHEET,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const sorts = (range: object, dimensionIndex: number, sortOrder = "DESCENDING") => ({
  sortRange: { range, sortSpecs: [{ dimensionIndex, sortOrder }] },
});
const inserts = (startIndex: number, dimension = "ROWS") => ({
  insertDimension: { range: { sheetId: SHEET, dimension, startIndex, endIndex: startIndex + 1 } },
});
const deletes = (startIndex: number) => ({
  deleteDimension: { range: { sheetId: SHEET, dimension: "ROWS", startIndex, endIndex: startIndex + 1 } },
});

/** The row of a product that was `code` when people worked on it. */
const row = (code: string, now = code) => [
  now,
  `${code}の品`,
  `棚${code}`,
  `${code}のメモ`,
  codes.indexOf(code),
  `${code}のもの`,
];
const sorted = (rows: unknown[][]) => [...rows].sort((a, b) => String(a[CODE]).localeCompare(String(b[CODE])));

test("a row gets a new key and keeps its place, people's cells and what other jobs know of it", () => {
  const { rename, rows, open } = desk();
  rename({ B: "007" });
  expect(rows()).toEqual([row("A"), row("B", "007"), row("C"), row("D"), row("E")]);
  const state = open().state(goods);
  for (const writer of ["shop", "stock"]) expect([...state.rows.values()].every(intactFor(state, writer))).toBe(true);
});

test("the mark of people's cells is renamed with the row, so that nothing is asked for afterwards", () => {
  const { rename, open, sheets } = desk();
  rename({ B: "X" });
  const { rows, doubts } = open().repair(goods);
  expect([rows.size, doubts.size]).toEqual([0, 0]);
  expect(sheets.calls.slice(-4)).toEqual(["get", "get", "batchUpdate", "get"]);
});

test("keys change places, and one takes that which another gives away", () => {
  const { rename, rows } = desk();
  rename({ A: "B", B: "A", C: "D", D: "X" });
  expect(rows()).toEqual([row("A", "B"), row("B", "A"), row("C", "D"), row("D", "X"), row("E")]);
});

test("a former key is free for a new row of the same commit", () => {
  const { open, rows } = desk();
  open()
    .plan([
      renamesFor(goods, new Map([["B", "X"]])),
      rowsFor(goods, "shop", [shopRow("X", "Bの品"), shopRow("B", "新しい品")]),
    ])
    .commit();
  expect(rows()).toEqual([row("A"), row("B", "X"), row("C"), row("D"), row("E"), ["B", "新しい品", "", "", "", ""]]);
});

test("later commits of the run know the row by its new key", () => {
  const { open, rename, rows } = desk();
  const book = open();
  rename({ B: "X" }, book);
  book.plan([rowsFor(goods, "shop", [shopRow("X", "改めた品")])]).commit();
  expect(rows()[1]).toEqual(["X", "改めた品", ...row("B").slice(2)]);
  expect(book.state(goods).rows.has("B")).toBe(false);
});

test("a rename is counted as a change of its row, and one that changes nothing is none", () => {
  const { open } = desk();
  const renames = new Map([
    ["B", "X"],
    ["C", "C"],
    ["Z", "Y"],
  ]);
  expect(
    open()
      .plan([renamesFor(goods, renames)])
      .counts.get(goods),
  ).toEqual({ added: 0, updated: 1 });
});

test("a key that another row has is refused in words, and nothing of the commit is written", () => {
  const { rename, rows, open, people } = desk();
  expect(() => rename({ A: "B" })).toThrow("「商品」に「B」の行がすでにあるため");
  const book = open();
  people(types(6, CODE, "X"));
  expect(() => rename({ A: "X" }, book)).toThrow("「商品」に「X」の行がすでにあるため");
  expect(rows().slice(0, 5)).toEqual(codes.map((code) => row(code)));
});

test("a row that people deleted comes back under its new key, and one that they named so themselves is that row", () => {
  const { open, rename, people, rows } = desk();
  const book = open();
  people(types(1, CODE, "X"), deletes(2));
  rename({ A: "X", B: "Y" }, book);
  expect(rows()).toEqual([row("A", "X"), row("C"), row("D"), row("E"), ["Y", "Bの品", "", "", "", ""]]);
});

test("rows that are deleted before and in the instant of the write come back under their new keys, and nobody is asked about their marks", () => {
  const { sheets, rename, people, rows } = desk();
  people(deletes(3));
  sheets.before("batchUpdate", () => people(sorts(block(1, 7), CODE), deletes(4)));
  rename({ A: "X", C: "A" });
  expect(rows().slice(3)).toEqual([
    ["X", "Aの品", "", "", 0, ""],
    ["A", "Cの品", "", "", "", ""],
  ]);
});

test("a row that people deleted stays away where nothing but its key was to change", () => {
  const { open, people, rows } = desk();
  const plan = open().plan([renamesFor(goods, new Map([["B", "X"]]))]);
  people(deletes(2));
  plan.commit();
  expect(rows().map(([code]) => code)).toEqual(["A", "C", "D", "E"]);
});

test("copies that people made of a row are renamed with it", () => {
  const { people, rename, rows } = desk();
  people({ copyPaste: { source: block(2, 3), destination: block(6, 7), pasteType: "PASTE_NORMAL" } });
  rename({ B: "X" });
  expect(rows().map(([code]) => code)).toEqual(["A", "X", "C", "D", "E", "X"]);
});

test("people's cells that stand in another row when theirs is renamed go home to it", () => {
  const { people, rename, run, rows } = desk();
  people(sorts(block(1, 6, SHELF, MEMO + 1), SHELF));
  rename({ B: "X" });
  run();
  expect(rows()).toEqual([row("A"), row("B", "X"), row("C"), row("D"), row("E")]);
});

test("a commit whose answer was lost is recognised, and keys do not change places twice", () => {
  const { sheets, rename, rows } = desk();
  sheets.losesAnswer("batchUpdate", new SheetsFailure(503, "backend"));
  rename({ A: "B", B: "A" });
  expect(rows()).toEqual([row("A", "B"), row("B", "A"), row("C"), row("D"), row("E")]);
});

test.each([
  ["a sort", sorts(block(1, 6), CODE)],
  ["a row that is inserted", inserts(1)],
  [
    "a column that is moved",
    {
      moveDimension: {
        source: { sheetId: SHEET, dimension: "COLUMNS", startIndex: 8, endIndex: 9 },
        destinationIndex: 0,
      },
    },
  ],
])("%s in the instant before the write does not mix up rows", (_, meddling) => {
  const { sheets, people, rename, rows } = desk();
  people(types(5, WIDTH - 1, "A"));
  sheets.before("batchUpdate", () => people(meddling));
  rename({ A: "B", B: "A", C: "X" });
  const { values } = sheets.request("GET", `/values/${encodeURIComponent("商品")}`) as { values: string[][] };
  const [headers = [], ...found] = values;
  const column = (name: string) =>
    found.filter((cells) => cells.some(Boolean)).map((cells) => cells[headers.indexOf(name)]);
  const seen = column("コード").map((code, at) => [
    code,
    column("商品名")[at],
    column("棚番")[at],
    column("自分用")[at],
  ]);
  expect(sorted(seen)).toEqual([
    ["A", "Bの品", "棚B", "Bのもの"],
    ["B", "Aの品", "棚A", "Aのもの"],
    ["D", "Dの品", "棚D", "Dのもの"],
    ["E", "Eの品", "棚E", "A"],
    ["X", "Cの品", "棚C", "Cのもの"],
  ]);
  expect(rows()).toHaveLength(5);
});

test("a key is found whatever it looks like, and stays the text that it is", () => {
  const { rename, rows, people } = desk();
  people({ repeatCell: { range: block(1, 6, CODE, 1), cell: {}, fields: "userEnteredFormat" } });
  rename({ A: "1-2", B: "=1+1", C: '["x"]', D: "4.90E+12" });
  expect(rows().map(([code]) => code)).toEqual(["1-2", "=1+1", '["x"]', "4.90E+12", "E"]);
  rename({ '["x"]': "C" });
  expect(rows()[2]).toEqual(["C", '["x"]の品', ...row("C").slice(2)]);
});

test("a row that Google's search passes over gets its key all the same", () => {
  const { sheets, rows } = desk();
  const blind = {
    ...sheets,
    batchUpdate: (body: Parameters<EngineSheets["batchUpdate"]>[0]) =>
      sheets.batchUpdate({ ...body, requests: (body.requests ?? []).filter(({ findReplace }) => !findReplace) }),
  };
  const renames = new Map([["B", "X"]]);
  openBook({ sheets: blind, clock, tables: [goods], run: "blind" })
    .plan([renamesFor(goods, renames), rowsFor(goods, "shop", [shopRow("X", "Bの品")])])
    .commit();
  expect(rows()).toEqual([row("A"), row("B", "X"), row("C"), row("D"), row("E")]);
  const { doubts } = openBook({ sheets, clock, tables: [goods], run: "look" }).repair(goods);
  expect(doubts.size).toBe(0);
});

test("rows that people name are not renamed", () => {
  expect(() => renamesFor(methods, new Map([["A", "B"]]))).toThrow("people name the rows of 方法");
});

const place = fc.nat(5).map((at) => at + 1);
const ofRows = fc.oneof(
  fc
    .tuple(fc.constantFrom(CODE, SHELF, MEMO), fc.constantFrom("ASCENDING", "DESCENDING"))
    .map(([by, order]) => sorts(block(1, 7), by, order)),
  place.map((at) => inserts(at)),
  place.map((at) => deletes(at)),
  fc.tuple(place, place).map(([startIndex, destinationIndex]) => ({
    moveDimension: {
      source: { sheetId: SHEET, dimension: "ROWS", startIndex, endIndex: startIndex + 1 },
      destinationIndex,
    },
  })),
);
const ofPart = fc
  .tuple(place, place)
  .map(([a, b]) => sorts(block(Math.min(a, b), Math.max(a, b) + 1, SHELF, MEMO + 1), SHELF));
const several = (meddling: typeof ofRows) => fc.array(meddling, { maxLength: 2 });
const meddlings = several(fc.oneof(ofRows, ofPart));
const renames = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 }),
    fc.shuffledSubarray([...codes, "V", "W", "X", "Y", "Z"], { minLength: 5 }),
  )
  .map(([from, to]) => {
    const free = to.filter((code) => from.includes(code) || !codes.includes(code));
    return Object.fromEntries(from.map((code, at) => [code, free[at] as string]));
  });

test("whatever people do before, around and after it, each row has its own cells under its new key, or a named question", () => {
  fc.assert(
    fc.property(
      renames,
      // Cells on their way home may be overtaken before the last look alone.
      fc.oneof(fc.tuple(several(ofRows), fc.constant("batchUpdate")), fc.tuple(meddlings, fc.constant("get"))),
      several(ofRows),
      meddlings,
      (named, [before, call], between, after) => {
        const { sheets, people, rename, run, rows, open } = desk();
        const entries = () =>
          rows().flatMap((cells) =>
            [cells[2], cells[3], cells[5]].filter((cell) => /^棚|メモ$|もの$/.test(String(cell))),
          );
        let left: unknown[] = [];
        people(...before);
        sheets.before(
          call as "get",
          () => {
            people(...between);
            left = entries();
          },
          call === "get" ? 2 : 1,
        );
        rename(named);
        expect(left.filter((cell) => !entries().includes(cell))).toEqual([]);
        people(...after);
        left = entries();
        run();
        const { doubts } = open().repair(goods);
        const seen = rows();
        const keys = seen.map(([code]) => code).filter(Boolean);
        expect(new Set(keys).size).toBe(keys.length);
        expect(left.filter((cell) => !entries().includes(cell))).toEqual([]);
        const wrong = codes.flatMap((code) => {
          const key = named[code] ?? code;
          const [, name, shelf, memo, , own] = seen.find(([found]) => found === key) ?? ["", "", "", "", "", ""];
          const isOwn = (cell: unknown, wanted: string) => cell === "" || cell === wanted;
          return isOwn(name, `${code}の品`) &&
            isOwn(own, `${code}のもの`) &&
            (doubts.has(key) || (isOwn(shelf, `棚${code}`) && isOwn(memo, `${code}のメモ`)))
            ? []
            : [key];
        });
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 15 },
  );
});
