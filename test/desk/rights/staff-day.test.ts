import { afterAll, beforeAll, expect, test } from "vitest";
import { allTables } from "../../../src/desk/tables.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import type { Desk } from "../../support/desk.ts";
import { openStockDesk, sold, stockRow, syncs } from "../../support/stock-desk.ts";

const [A, B, C] = [1, 2, 3].map((n) => `123456-20261124-000000000${n}`) as [string, string, string];
const LIST = "出荷リスト";
const PROTECTED =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

/** One day at one desk: each test goes on from where the one before it left the sheets. */
let desk: Desk;
beforeAll(async () => {
  const lines = [sold("APPLE")];
  desk = await openStockDesk(
    ["APPLE", "PEAR"],
    [A, B, C].map((orderNumber) => ({ orderNumber, lines })),
  );
  await desk.run("saveSettings", OPERATOR, [{ settings: { staff: [STAFF] } }]);
  await desk.run("startSchedule");
  await desk.importShipments();
  await syncs(desk);
});
afterAll(() => desk.close());

const staff = (...requests: object[]): void => desk.batchUpdate(requests, STAFF);
const columnOf = (sheet: string, header: string): number => desk.grid(sheet)[0]?.indexOf(header) ?? -1;
/** Cells of some columns, from one row to another, the end not included. */
const cells = (sheet: string, [from, to]: readonly [string, string], [top, bottom]: readonly [number, number]) => ({
  sheetId: desk.sheetId(sheet),
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: columnOf(sheet, from),
  endColumnIndex: columnOf(sheet, to) + 1,
});
const rows = (sheet: string, startIndex: number) => ({
  sheetId: desk.sheetId(sheet),
  dimension: "ROWS",
  startIndex,
  endIndex: startIndex + 1,
});
const columns = (sheet: string, header: string) => ({
  ...rows(sheet, columnOf(sheet, header)),
  dimension: "COLUMNS",
});
const entered = (value: string | number | boolean) => ({
  userEnteredValue:
    typeof value === "string"
      ? { stringValue: value }
      : typeof value === "number"
        ? { numberValue: value }
        : { boolValue: value },
});
/** Writes one cell below the other. */
const writes = (sheet: string, header: string, top: number, ...values: (string | number | boolean)[]) => ({
  updateCells: {
    start: { sheetId: desk.sheetId(sheet), rowIndex: top, columnIndex: columnOf(sheet, header) },
    rows: values.map((value) => ({ values: [entered(value)] })),
    fields: "userEnteredValue",
  },
});
/** Fills the first free row of a sheet that people fill. */
function adds(sheet: string, row: Readonly<Record<string, string | number>>): void {
  const free = desk.grid(sheet).length;
  staff(...Object.entries(row).map(([header, value]) => writes(sheet, header, free, value)));
}

test("in the morning staff take down what they pack: numbers, carrier, day, memo, and what they have seen to", () => {
  for (const [header, value] of [
    ["出荷ステータス", "梱包済"],
    ["配送会社", "1001 ヤマト運輸"],
    ["伝票番号", "400000000001"],
    ["発送日", 46350],
    ["作業メモ", "緩衝材を追加"],
    ["確認済", true],
  ] as const)
    desk.types(LIST, A, header, value);
  expect(desk.rows(LIST)[0]).toMatchObject({
    伝票番号: "400000000001",
    発送日: 46350,
    作業メモ: "緩衝材を追加",
    確認済: true,
  });
  staff(writes("出荷明細", "検品数", 1, 1, 1, 1));
  expect(desk.rows("出荷明細").map((row) => row.検品数)).toEqual([1, 1, 1]);
});

test("they paste, fill down and replace within their own columns", () => {
  staff(writes(LIST, "伝票番号", 2, "400000000002", "400000000003"));
  const day = (top: number, bottom: number) => cells(LIST, ["発送日", "発送日"], [top, bottom]);
  staff({ copyPaste: { source: day(1, 2), destination: day(2, 4), pasteType: "PASTE_NORMAL" } });
  const status = cells(LIST, ["出荷ステータス", "出荷ステータス"], [1, 4]);
  staff({ repeatCell: { range: status, cell: entered("梱包済"), fields: "userEnteredValue" } });
  const range = cells(LIST, ["作業メモ", "作業メモ"], [1, 200]);
  staff({ findReplace: { find: "緩衝材", replacement: "気泡緩衝材", range } });
  expect(desk.rows(LIST)).toMatchObject([
    { 発送日: 46350, 出荷ステータス: "梱包済", 作業メモ: "気泡緩衝材を追加" },
    { 発送日: 46350, 出荷ステータス: "梱包済", 伝票番号: "400000000002" },
    { 発送日: 46350, 出荷ステータス: "梱包済", 伝票番号: "400000000003" },
  ]);
});

test("they look at the list through a filter view of their own", () => {
  const view = { title: "わたしの分", range: { sheetId: desk.sheetId(LIST), startRowIndex: 0 } };
  staff({ addFilterView: { filter: view } });
});

test("they fill the masters, count the shelves and write down what comes in", async () => {
  adds("配送サービスマスタ", { 楽天の配送方法名: "新しい宅配便", 配送会社: "1001 ヤマト運輸", 配送サービス名: "宅配" });
  adds("配送時間帯マスタ", { 配送会社: "1001 ヤマト運輸", 楽天の時間帯: "午前", 時間帯コード: "0812" });
  adds("休業日マスタ", { 日: "2026/12/29", 区分: "休業" });
  adds("セット商品", { セット商品コード: "BASKET", 部品の商品コード: "APPLE", 数量: 2 });
  adds("確認条件マスタ", { 項目: "備考", 条件: "含む", 値: "割れ物", メッセージ: "緩衝材を入れる" });
  adds("入出庫入力", { 商品コード: "PEAR", 区分: "入荷", 数量: 5 });
  desk.types("支払方法マスタ", "1", "連携対象支払方法ステータス", "300 発送待ち");
  desk.types("商品マスタ", "APPLE", "棚番", "A-1");
  desk.types("在庫", "APPLE", "棚卸数", 12);
  desk.types("在庫", "PEAR", "棚卸数", 3);
  await syncs(desk);
  expect(stockRow(desk, "APPLE")).toMatchObject({ 実在庫: 12 });
});

test("a tick in ダッシュボード is all that it takes to have the stock read again", async () => {
  desk.types("ダッシュボード", "在庫を連携", "今すぐ連携", true);
  await desk.passes(10);
  const line = desk.rows("ダッシュボード").find((row) => row.項目 === "在庫を連携");
  expect(line).toMatchObject({ 回答: expect.stringContaining("完了") });
  expect(line?.今すぐ連携).not.toBe(true);
});

test("after the next import everything that staff wrote is in its row, and is still theirs to change", async () => {
  await desk.importShipments();
  expect(desk.rows(LIST).map((row) => row.伝票番号)).toEqual(["400000000001", "400000000002", "400000000003"]);
  staff(writes(LIST, "作業メモ", 3, "出荷口へ"), writes(LIST, "伝票番号", 150, "400000000099"));
  staff(writes(LIST, "伝票番号", 150, ""));
});

const table = (top: number, bottom: number) => ({
  ...cells(LIST, ["注文番号", "受付番号"], [top, bottom]),
});

/** What nobody but the operators does on 出荷リスト; `request` is made when the desk is open. */
const closed: readonly (readonly [what: string, request: () => object])[] = [
  ["type over what an import wrote", () => writes(LIST, "番地・建物", 1, "よその町1-2-3")],
  ["type an order of their own", () => writes(LIST, "注文番号", 4, "123456-20261124-0000000009")],
  ["tick beside the list", () => writes(LIST, "報告状態", 1, "送信済")],
  [
    "paste over a neighbouring column",
    () => {
      const source = cells(LIST, ["出荷ステータス", "伝票番号"], [1, 2]);
      return { copyPaste: { source, destination: cells(LIST, ["伝票番号", "都道府県"], [2, 3]) } };
    },
  ],
  [
    "cut and paste an address",
    () => ({
      cutPaste: {
        source: cells(LIST, ["市区町村", "番地・建物"], [1, 2]),
        destination: { sheetId: desk.sheetId(LIST), rowIndex: 9, columnIndex: columnOf(LIST, "作業メモ") },
      },
    }),
  ],
  [
    "fill down an address",
    () => ({
      repeatCell: { range: cells(LIST, ["郵便番号", "番地・建物"], [1, 4]), cell: {}, fields: "userEnteredValue" },
    }),
  ],
  [
    "find and replace on all of the list",
    () => ({
      findReplace: { find: "20261124", replacement: "20261125", sheetId: desk.sheetId(LIST) },
    }),
  ],
  [
    "find and replace on all sheets",
    () => ({
      findReplace: { find: "APPLE", replacement: "APPLES", allSheets: true },
    }),
  ],
  [
    "sort the list",
    () => ({
      sortRange: { range: table(1, 4), sortSpecs: [{ dimensionIndex: 0, sortOrder: "DESCENDING" }] },
    }),
  ],
  ["take away doubles", () => ({ deleteDuplicates: { range: table(1, 4), comparisonColumns: [] } })],
  ["filter it for everybody", () => ({ setBasicFilter: { filter: { range: table(0, 4) } } })],
  ["take the filter away", () => ({ clearBasicFilter: { sheetId: desk.sheetId(LIST) } })],
  ["insert a row", () => ({ insertDimension: { range: rows(LIST, 2) } })],
  [
    "shift cells down",
    () => ({
      insertRange: { range: cells(LIST, ["配送会社", "確認事項"], [1, 2]), shiftDimension: "ROWS" },
    }),
  ],
  ["delete a row", () => ({ deleteDimension: { range: rows(LIST, 2) } })],
  ["move a row", () => ({ moveDimension: { source: rows(LIST, 1), destinationIndex: 4 } })],
  ["delete a column of theirs", () => ({ deleteDimension: { range: columns(LIST, "作業メモ") } })],
  ["move a column of theirs", () => ({ moveDimension: { source: columns(LIST, "作業メモ"), destinationIndex: 0 } })],
  ["insert a column", () => ({ insertDimension: { range: columns(LIST, "作業メモ") } })],
  [
    "make a column narrow",
    () => ({
      updateDimensionProperties: {
        range: columns(LIST, "作業メモ"),
        properties: { pixelSize: 9 },
        fields: "pixelSize",
      },
    }),
  ],
  [
    "show a hidden column",
    () => ({
      updateDimensionProperties: {
        range: columns(LIST, "照合"),
        properties: { hiddenByUser: false },
        fields: "hiddenByUser",
      },
    }),
  ],
  [
    "put a drop-down into a column of jobs",
    () => ({
      setDataValidation: { range: cells(LIST, ["連携状態", "連携状態"], [1, 9]) },
    }),
  ],
  [
    "colour the list",
    () => ({
      repeatCell: { range: table(1, 4), cell: {}, fields: "userEnteredFormat.backgroundColor" },
    }),
  ],
  [
    "add a highlight",
    () => ({
      addConditionalFormatRule: {
        rule: {
          ranges: [table(1, 4)],
          booleanRule: { condition: { type: "NOT_BLANK" }, format: { textFormat: { bold: true } } },
        },
      },
    }),
  ],
  [
    "protect the list from the operator",
    () => ({
      addProtectedRange: { protectedRange: { range: { sheetId: desk.sheetId(LIST) }, editors: { users: [STAFF] } } },
    }),
  ],
  ["take the protection away", () => ({ deleteProtectedRange: { protectedRangeId: lockOf(LIST) } })],
  [
    "turn it into a warning",
    () => ({
      updateProtectedRange: {
        protectedRange: { protectedRangeId: lockOf(LIST), warningOnly: true },
        fields: "warningOnly",
      },
    }),
  ],
];

function lockOf(sheet: string): number {
  const path = `/v4/spreadsheets/${desk.workbench.spreadsheetId}?fields=sheets(properties.title,protectedRanges)`;
  const { body } = desk.workbench.sheets.handle({ method: "GET", path, user: OPERATOR });
  const { sheets } = body as {
    sheets: { properties: { title: string }; protectedRanges: { protectedRangeId: number; warningOnly?: true }[] }[];
  };
  const found = sheets.find(({ properties }) => properties.title === sheet);
  return found?.protectedRanges.find(({ warningOnly }) => !warningOnly)?.protectedRangeId as number;
}

test.each(closed)("Google does not let them %s", (_, request) => {
  const before = desk.grid(LIST);
  expect(() => staff(request())).toThrow(PROTECTED);
  expect(desk.grid(LIST)).toEqual(before);
});

test.each(allTables.map(({ sheet }) => [sheet]))(
  "%s keeps its name, its headers and its rows, whatever staff try",
  (sheet) => {
    const sheetId = desk.sheetId(sheet);
    const [first = ""] = desk.grid(sheet)[0] as string[];
    const attempts = [
      writes(sheet, first, 0, "別の見出し"),
      { deleteDimension: { range: rows(sheet, 1) } },
      { insertDimension: { range: rows(sheet, 1) } },
      { appendDimension: { sheetId, dimension: "ROWS", length: 1 } },
      { updateSheetProperties: { properties: { sheetId, title: "別の名前" }, fields: "title" } },
      { updateSheetProperties: { properties: { sheetId, hidden: true }, fields: "hidden" } },
      { deleteSheet: { sheetId } },
    ];
    for (const attempt of attempts) expect(() => staff(attempt), JSON.stringify(attempt)).toThrow(PROTECTED);
  },
);
