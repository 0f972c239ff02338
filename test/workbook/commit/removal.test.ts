import { expect, test } from "vitest";
import { SheetsFailure } from "../../../src/platform/ports.ts";
import { openBook } from "../../../src/workbook/commit/book.ts";
import { removalsFor, rowsFor } from "../../../src/workbook/commit/cells.ts";
import { checkbox, staffKey, text } from "../../../src/workbook/declare/column.ts";
import { defineTable } from "../../../src/workbook/declare/table.ts";
import { setUpRequests } from "../../../src/workbook/set-up/set-up.ts";
import { clock } from "../../support/book.ts";
import { putText } from "../../support/sheet-cells.ts";
import { type EngineSheets, engineSheets } from "../../support/sheets-port.ts";

const parcels = defineTable({
  sheet: "荷物",
  key: ["id"],
  columns: {
    id: text("番号", { note: "", writer: "import" }),
    memo: text("メモ", { note: "", writer: "staff" }),
    mark: staffKey(),
    done: checkbox("確認済", { note: "" }),
    door: text("届け先", { note: "", writer: "import" }),
  },
});
const goods = defineTable({
  sheet: "中身",
  key: ["id", "sku"],
  columns: {
    id: text("番号", { note: "", writer: "import" }),
    sku: text("商品", { note: "", writer: "import" }),
    checked: text("検品", { note: "", writer: "staff" }),
  },
});
const PARCELS = 1001;
const GOODS = 1002;
const OWN = 5;

const change = (sheets: EngineSheets, ...requests: object[]) =>
  void sheets.request("POST", ":batchUpdate", { requests });
const sortByMemo = {
  sortRange: {
    range: { sheetId: PARCELS, startRowIndex: 1, endRowIndex: 7, startColumnIndex: 0, endColumnIndex: 6 },
    sortSpecs: [{ dimensionIndex: 1, sortOrder: "DESCENDING" }],
  },
};

let runs = 0;
const open = (sheets: EngineSheets) => openBook({ sheets, clock, tables: [parcels, goods], run: `run${++runs}` });
const arriving = (ids: readonly string[], door = "町") => [
  rowsFor(
    parcels,
    "import",
    ids.map((id) => ({ id, door })),
  ),
  rowsFor(
    goods,
    "import",
    ids.flatMap((id) => [
      { id, sku: "a" },
      { id, sku: "b" },
    ]),
  ),
];
/** Parcels with all that is in them, or not at all. */
const leaving = (...ids: string[]) => [
  removalsFor(parcels, new Map(ids.map((id) => [id, id]))),
  removalsFor(goods, new Map(ids.flatMap((id) => [...["a", "b"]].map((sku) => [`${id}\u001f${sku}`, id] as const)))),
];

/** Six parcels, each with a memo, and a column of people's own. */
function filled(): EngineSheets {
  const sheets = engineSheets();
  change(sheets, ...setUpRequests({ sheets: [] }, {}, { tables: [parcels, goods], who: "" }));
  change(
    sheets,
    { appendDimension: { sheetId: PARCELS, dimension: "COLUMNS", length: 1 } },
    putText(PARCELS, 0, OWN, "棚"),
  );
  open(sheets)
    .plan(arriving(["1", "2", "3", "4", "5", "6"]))
    .commit();
  for (let row = 1; row <= 6; row++)
    change(sheets, putText(PARCELS, row, 1, `memo ${row}`), putText(PARCELS, row, OWN, `shelf ${row}`));
  return sheets;
}

function values(sheets: EngineSheets, range: string): string[] {
  const { values: rows = [] } = sheets.request("GET", `/values/${encodeURIComponent(range)}`) as {
    values?: string[][];
  };
  return rows.map((row) => row.join(" ")).filter((row) => row !== "");
}
const parcelsOn = (sheets: EngineSheets) => values(sheets, "荷物!A2:A40");
const goodsOn = (sheets: EngineSheets) => values(sheets, "中身!A2:B40");
const memosOn = (sheets: EngineSheets) =>
  values(sheets, "荷物!A2:F40")
    .map((row) => `${row.split(" ")[0]}: ${/memo \d/.exec(row)?.[0]}, ${/shelf \d/.exec(row)?.[0]}`)
    .sort();

test("rows go with their whole sheet row, and what stands beside the others stays beside them", () => {
  const sheets = filled();
  open(sheets)
    .plan(leaving("2", "3", "5"))
    .commit();
  expect(memosOn(sheets)).toEqual(["1: memo 1, shelf 1", "4: memo 4, shelf 4", "6: memo 6, shelf 6"]);
  expect(goodsOn(sheets)).toEqual(["1 a", "1 b", "4 a", "4 b", "6 a", "6 b"]);
});

test("rows that go, change and come share one commit, and the next one knows where everything is", () => {
  const sheets = filled();
  const book = open(sheets);
  book.plan([...leaving("1", "2"), ...arriving(["6", "7"], "村")]).commit();
  book.plan([...leaving("3"), ...arriving(["8"])]).commit();
  expect(parcelsOn(sheets)).toEqual(["4", "5", "6", "7", "8"]);
  expect(values(sheets, "荷物!E2:E6")).toEqual(["町", "町", "村", "村", "町"]);
  expect([...book.state(parcels).rows].map(([key, { index }]) => `${key}@${index}`)).toEqual([
    "4@1",
    "5@2",
    "6@3",
    "7@4",
    "8@5",
  ]);
});

test.each<[string, object]>([
  ["is changed by people", putText(PARCELS, 2, 1, "still here")],
  ["is changed in a column of their own", putText(PARCELS, 2, OWN, "moved")],
  ["is copied by them", putText(PARCELS, 9, 0, "2")],
  ["has something in it that is checked only now", putText(GOODS, 4, 2, "ok")],
])("a row that %s meanwhile stays with all that belongs to it, and is known as it is now", (_, meanwhile) => {
  const sheets = filled();
  const book = open(sheets);
  change(sheets, meanwhile);
  book.plan(leaving("1", "2", "3")).commit();
  expect(parcelsOn(sheets).slice(0, 4)).toEqual(["2", "4", "5", "6"]);
  expect(goodsOn(sheets)).toEqual(["2 a", "2 b", "4 a", "4 b", "5 a", "5 b", "6 a", "6 b"]);
  expect([...book.state(parcels).rows.keys()]).toEqual(["2", "4", "5", "6"]);
});

test("what stayed since it was changed goes the next time it is asked for", () => {
  const sheets = filled();
  const book = open(sheets);
  change(sheets, putText(PARCELS, 2, 1, "still here"));
  book.plan(leaving("2")).commit();
  expect(book.state(parcels).rows.get("2")?.cells[1]).toBe("still here");
  book.plan(leaving("2")).commit();
  expect(parcelsOn(sheets)).toEqual(["1", "3", "4", "5", "6"]);
});

test("a row that somebody deleted meanwhile is gone, and the others of its kind go", () => {
  const sheets = filled();
  const book = open(sheets);
  change(sheets, { deleteDimension: { range: { sheetId: PARCELS, dimension: "ROWS", startIndex: 2, endIndex: 3 } } });
  book.plan(leaving("2", "4")).commit();
  expect(parcelsOn(sheets)).toEqual(["1", "3", "5", "6"]);
  expect(goodsOn(sheets)).toEqual(["1 a", "1 b", "3 a", "3 b", "5 a", "5 b", "6 a", "6 b"]);
});

test.each<[string, object]>([
  [
    "a row is put in above",
    { insertDimension: { range: { sheetId: PARCELS, dimension: "ROWS", startIndex: 1, endIndex: 2 } } },
  ],
  [
    "a row above is deleted",
    { deleteDimension: { range: { sheetId: PARCELS, dimension: "ROWS", startIndex: 1, endIndex: 2 } } },
  ],
  ["rows are sorted", sortByMemo],
])("where %s in the instant before the write, the right rows go all the same", (_, meanwhile) => {
  const sheets = filled();
  open(sheets).plan(leaving("6")).commit();
  const book = open(sheets);
  const before = memosOn(sheets);
  sheets.before("batchUpdate", () => change(sheets, meanwhile));
  book.plan(leaving("4", "5")).commit();
  const gone = before.filter((row) => /^[1-3]/.test(row));
  const left = memosOn(sheets).filter((row) => /^[1-3]/.test(row));
  expect(left).toEqual(JSON.stringify(meanwhile).startsWith('{"delete') ? gone.slice(1) : gone);
  const still = [...book.state(parcels).rows.keys()].filter((key) => /^[45]/.test(key));
  expect(
    parcelsOn(sheets)
      .filter((id) => /^[45]/.test(id))
      .sort(),
  ).toEqual(still.sort());
  if (still.length > 0) book.plan(leaving(...still)).commit();
  expect(parcelsOn(sheets).filter((id) => /^[45]/.test(id))).toEqual([]);
  expect(memosOn(sheets).filter((row) => /^[1-3]/.test(row))).toEqual(left);
});

test("a commit whose answer was lost is not made twice", () => {
  const sheets = filled();
  const book = open(sheets);
  open(sheets).plan(leaving("6")).commit();
  sheets.losesAnswer("batchUpdate", new SheetsFailure(503, "The service is currently unavailable."));
  book.plan(leaving("1", "2")).commit();
  expect(parcelsOn(sheets)).toEqual(["3", "4", "5"]);
  expect([...book.state(parcels).rows.keys()].filter((key) => key < "3")).toEqual([]);
});

test("the last row that Google allows to be deleted is left to the next time", () => {
  const sheets = filled();
  change(sheets, {
    deleteDimension: { range: { sheetId: PARCELS, dimension: "ROWS", startIndex: 7, endIndex: 200 } },
  });
  open(sheets)
    .plan(leaving("1", "2", "3", "4", "5", "6"))
    .commit();
  expect(parcelsOn(sheets)).toEqual(["6"]);
  expect(goodsOn(sheets)).toEqual(["6 a", "6 b"]);
});
