import fc from "fast-check";
import { expect, test } from "vitest";
import type { Spreadsheet } from "../../../src/platform/ports.ts";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { rowsFor } from "../../../src/workbook/commit/cells.ts";
import { emptiedEntries } from "../../../src/workbook/commit/emptied-entries.ts";
import { renamesFor } from "../../../src/workbook/commit/rename.ts";
import { checkbox, seal, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { staffBlocks } from "../../../src/workbook/declare/staff-blocks.ts";
import { defineTable, type Table } from "../../../src/workbook/declare/table.ts";
import { HEADER_FIELDS, SHEET_FIELDS, setUpRanges } from "../../../src/workbook/set-up/look.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock, log, logLine } from "../../support/book.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const entry = { note: "", writer: "staff" } as const;
const columns = {
  id: text("番号", { note: "", writer: "import" }),
  status: text("状況", entry),
  tracking: text("伝票番号", { ...entry, distinct: true }),
  carrier: text("配送会社", entry),
  shippedOn: text("発送日", entry),
  memo: text("メモ", entry),
  done: checkbox("確認済", { note: "" }),
  door: text("届け先", { note: "", writer: "import" }),
  town: text("町", { note: "", writer: "import" }),
  seal: seal({ writer: "import" }),
};
const { id, status, tracking, carrier, shippedOn, memo, done, door, town } = columns;

/** People's columns stand in three places. */
const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id,
    status,
    mark: staffKey("照合（作業）", { formerly: ["status", "carrier", "tracking", "shippedOn", "memo", "done"] }),
    tracking,
    door,
    carrier,
    carrierMark: staffKey("照合（発送）"),
    shippedOn,
    town,
    memo,
    memoMark: staffKey("照合（メモ）"),
    done,
    seal: columns.seal,
  },
});

/** The same in an earlier version, which had them side by side. */
const earlierParcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: { id, status, carrier, tracking, shippedOn, mark: staffKey(), memo, done, door, seal: columns.seal },
});

const SHEET = 1001;
const ids = ["A", "B", "C", "D", "E", "F"];
const names = ["status", "tracking", "carrier", "shippedOn", "memo"] as const;
const own = (parcel: string): string[] => names.map((name) => `${parcel}の${parcels.columns[name].header}`);

interface Desk {
  readonly sheets: EngineSheets;
  people(...requests: object[]): void;
  place(header: string): number;
  /** What people have in the rows, by key. */
  entries(): Map<string, string[]>;
  setUp(table: Table): void;
  run(table?: Table, rows?: readonly string[]): ReturnType<typeof look>;
}

function look(sheets: EngineSheets, table: Table) {
  const book = openBook({ sheets, clock, tables: [table], run: "look" });
  const { restored, doubts, strays } = book.repair(table);
  return { restored: [...restored].sort(), doubts, strays, proven: ids.filter(book.proven(table)) };
}

function desk(): Desk {
  const sheets = engineSheets();
  let runs = 0;
  const people = (...requests: object[]) => void sheets.request("POST", ":batchUpdate", { requests });
  const grid = () =>
    (sheets.request("GET", `/values/${encodeURIComponent("荷物")}`) as { values: string[][] }).values ?? [];
  const place = (header: string) => (grid()[0] ?? []).indexOf(header);
  return {
    sheets,
    people,
    place,
    entries: () =>
      new Map(
        grid()
          .slice(1)
          .filter((row) => row[0])
          .map((row) => [row[0] as string, names.map((name) => row[place(parcels.columns[name].header)] ?? "")]),
      ),
    setUp(table) {
      const tables = [table, log];
      const book = sheets.get({ fields: SHEET_FIELDS }) as Spreadsheet;
      const ranges = setUpRanges(book, tables);
      const looked = ranges.length === 0 ? {} : sheets.get({ ranges, fields: HEADER_FIELDS });
      const requests = setUpRequests(book, looked, { tables, who: "" });
      if (requests.length > 0) people(...requests);
    },
    run(table = parcels, rows = ids) {
      const run = `run${++runs}`;
      const seen = look(sheets, table);
      const book = openBook({ sheets, clock, tables: [table, log], run });
      const cells = rows.map((parcel) => ({ id: parcel, door: `${parcel}の家`, town: `${parcel}の町` }));
      const wanted =
        table === parcels
          ? rowsFor(parcels, "import", cells)
          : rowsFor(
              earlierParcels,
              "import",
              cells.map(({ town: _, ...row }) => row),
            );
      book.plan([wanted]).commit({ mend: true, records: [logLine(run, "完了")] });
      return seen;
    },
  };
}

const types = (rowIndex: number, columnIndex: number, value: string | boolean) => ({
  updateCells: {
    start: { sheetId: SHEET, rowIndex, columnIndex },
    rows: [
      { values: [{ userEnteredValue: typeof value === "boolean" ? { boolValue: value } : { stringValue: value } }] },
    ],
    fields: "userEnteredValue",
  },
});

/** Every parcel has an entry in each column, and an import has seen them. */
function worked(table: Table = parcels): Desk {
  const opened = desk();
  opened.setUp(table);
  opened.run(table);
  opened.people(
    ...ids.flatMap((parcel, at) =>
      names.map((name, n) => types(at + 1, opened.place(parcels.columns[name].header), own(parcel)[n] as string)),
    ),
  );
  opened.run(table);
  return opened;
}
const home = new Map(ids.map((parcel) => [parcel, own(parcel)]));

/** Columns of the new table: three blocks, and the columns of the import between them. */
const blocks = [
  [1, 3],
  [5, 7],
  [9, 11],
] as const;
type Columns = readonly [from: number, to: number];
const range = (from: number, to: number, [first, last]: Columns) => ({
  sheetId: SHEET,
  startRowIndex: from,
  endRowIndex: to,
  startColumnIndex: first,
  endColumnIndex: last + 1,
});
const sorts = (from: number, to: number, across: Columns, by: number, sortOrder = "DESCENDING") => ({
  sortRange: { range: range(from, to, across), sortSpecs: [{ dimensionIndex: by, sortOrder }] },
});
const copies = (row: number, from: number, to: number, across: Columns) => ({
  copyPaste: { source: range(row, row + 1, across), destination: range(from, to, across), pasteType: "PASTE_NORMAL" },
});
const down = (from: number, to: number, across: Columns) => ({
  insertRange: { range: range(from, to, across), shiftDimension: "ROWS" },
});
const up = (from: number, to: number, across: Columns) => ({
  deleteRange: { range: range(from, to, across), shiftDimension: "ROWS" },
});

test("each key covers the columns of people beside it, and one alone covers them all", () => {
  expect(staffBlocks(parcels)).toEqual([
    { key: "mark", columns: ["status", "tracking"] },
    { key: "carrierMark", columns: ["carrier", "shippedOn"] },
    { key: "memoMark", columns: ["memo", "done"] },
  ]);
  const scattered = defineTable({
    sheet: "荷物",
    key: ["id"],
    columns: { id, status, door, tracking, mark: staffKey() },
  });
  expect(staffBlocks(scattered)).toEqual([{ key: "mark", columns: ["status", "tracking"] }]);
  expect(staffBlocks(log)).toEqual([]);
});

test("a block that was sorted without the others goes home, and nothing is proven before", () => {
  for (const block of blocks) {
    const { sheets, run, people, entries } = worked();
    people(sorts(1, 7, block, block[0]));
    expect(entries()).not.toEqual(home);
    expect(look(sheets, parcels).proven).toEqual([]);
    expect(run()).toMatchObject({ restored: ids, doubts: new Map() });
    expect(entries()).toEqual(home);
    expect(look(sheets, parcels)).toMatchObject({ restored: [], proven: ids });
  }
});

test("two blocks that were sorted together, each in its own way, both go home", () => {
  const { run, people, entries } = worked();
  people(sorts(1, 7, blocks[0], 1), sorts(2, 6, blocks[2], 9), sorts(1, 5, [1, 7], 3, "ASCENDING"));
  run();
  expect(entries()).toEqual(home);
});

test("what is in doubt is named by the columns of its block, and once where it is all that people have there", () => {
  const { sheets, run, people } = worked();
  people(copies(1, 2, 3, blocks[1]));
  expect(run().doubts).toEqual(new Map([["B", [{ doubt: ["from", "A"], headers: ["配送会社", "発送日"] }]]]));
  expect(look(sheets, parcels).proven).toEqual(["A", "C", "D", "E", "F"]);
  people(...blocks.map((block) => copies(1, 3, 4, block)));
  expect(run().doubts.get("C")).toEqual([{ doubt: ["from", "A"], headers: [] }]);
});

test("a question stands until a cell of its block is changed, or a box is ticked anywhere on the row", () => {
  const { run, people, place } = worked();
  people(copies(1, 2, 4, blocks[1]));
  run();
  people(types(2, place("メモ"), "見た"), types(3, place("発送日"), "C改"));
  expect([...run().doubts.keys()]).toEqual(["B"]);
  people(types(2, place("確認済"), true));
  expect(run().doubts).toEqual(new Map());
});

test("a renamed parcel and one whose entries were emptied keep whole keys in every block", () => {
  const { sheets } = worked();
  const book = openBook({ sheets, clock, tables: [parcels], run: "rename" });
  book.plan([renamesFor(parcels, new Map([["A", "Z"]]))]).commit();
  book.plan([emptiedEntries(book.state(parcels), ["B"], ["carrier", "memo"])]).commit();
  const { doubts, restored, proven } = look(sheets, parcels);
  expect({ doubts, restored, proven }).toEqual({ doubts: new Map(), restored: [], proven: ids.slice(1) });
  expect(openBook({ sheets, clock, tables: [parcels], run: "look" }).proven(parcels)("Z")).toBe(true);
});

test("a workbook of the earlier version keeps its columns, gets the new keys among them, and nothing is asked", () => {
  const { sheets, setUp, run, entries } = worked(earlierParcels);
  expect(() => look(sheets, parcels)).toThrow(/「照合（発送）」「町」「照合（メモ）」がありません.*初期設定/);
  setUp(parcels);
  const { values } = sheets.request("GET", `/values/${encodeURIComponent("荷物")}`) as { values: string[][] };
  expect(values[0]).toEqual([
    ...["番号", "状況", "配送会社", "伝票番号", "照合（発送）", "発送日", "照合（作業）", "メモ", "照合（メモ）"],
    ...["確認済", "届け先", "照合", "町"],
  ]);
  expect(run()).toMatchObject({ restored: [], doubts: new Map(), strays: [], proven: ids });
  expect(run()).toMatchObject({ restored: [], doubts: new Map(), strays: [], proven: ids });
  expect(entries()).toEqual(home);
});

test("what was sorted before the new keys had anything in them goes home by the old one", () => {
  const { setUp, run, people, entries } = worked(earlierParcels);
  setUp(parcels);
  people(sorts(1, 7, [1, 9], 3));
  run();
  expect(entries()).toEqual(home);
  people(sorts(1, 7, [1, 9], 3));
  run();
  expect(entries()).toEqual(home);
});

test("a question of the earlier version stays, in the block of its key", () => {
  const { setUp, run, people } = worked(earlierParcels);
  people(copies(1, 2, 3, [1, 7]));
  run(earlierParcels);
  setUp(parcels);
  expect(run().doubts).toEqual(new Map([["B", [{ doubt: ["from", "A"], headers: ["状況", "伝票番号"] }]]]));
});

const span = fc.tuple(fc.nat(5), fc.nat(5)).map(([a, b]) => [Math.min(a, b) + 1, Math.max(a, b) + 2] as const);
const across = fc.constantFrom<Columns>(...blocks, [1, 7], [5, 11]);
const meddling = fc.oneof(
  fc
    .tuple(span, across, fc.boolean())
    .map(([[a, b], columns, second]) =>
      sorts(a, b, columns, columns[second ? 1 : 0], second ? "ASCENDING" : "DESCENDING"),
    ),
  fc.tuple(fc.nat(5), span, across).map(([row, [a, b], columns]) => copies(row + 1, a, b, columns)),
  fc.tuple(span, across).map(([[a, b], columns]) => down(a, b, columns)),
  fc.tuple(span, across).map(([[a, b], columns]) => up(a, b, columns)),
);

test("after any meddling with one block or with several, every cell is home or named, none is proven that is foreign, and none is lost", () => {
  fc.assert(
    fc.property(fc.array(meddling, { minLength: 1, maxLength: 3 }), (requests) => {
      const { sheets, run, people, entries } = worked();
      people(...requests);
      const { values } = sheets.request("GET", `/values/${encodeURIComponent("荷物")}`) as { values: string[][] };
      const left = values.flat().filter((cell) => /^[A-F]の(状況|伝票番号|配送会社|発送日|メモ)$/.test(cell));
      // With all that people had gone, there is nothing left to tell by.
      fc.pre(left.length > 0);
      const isForeign = (parcel: string, cell: string) => cell !== "" && !cell.startsWith(parcel);
      const before = entries();
      const { doubts, proven } = run();
      for (const parcel of proven)
        expect(
          (before.get(parcel) ?? []).filter((cell) => isForeign(parcel, cell)),
          "proven",
        ).toEqual([]);
      const after = entries();
      for (const [parcel, cells] of after)
        for (const [at, cell] of cells.entries()) {
          const { header } = parcels.columns[names[at] as (typeof names)[number]];
          const asked = (doubts.get(parcel) ?? []).flatMap(({ headers }) => (headers.length === 0 ? header : headers));
          if (cell !== own(parcel)[at]) expect(asked, `${parcel} ${header} is ${cell}`).toContain(header);
        }
      const now = (sheets.request("GET", `/values/${encodeURIComponent("荷物")}`) as { values: string[][] }).values;
      expect(left.filter((cell) => !now.flat().includes(cell))).toEqual([]);
      expect(
        look(sheets, parcels).proven.filter((parcel) => after.get(parcel)?.some((cell) => isForeign(parcel, cell))),
      ).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
