import { afterEach, expect, test } from "vitest";
import { exception, type Gate, raiseInstead, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { fillMasters } from "../../../workbench/demo/masters.ts";
import { connect, STAFF } from "../../../workbench/workbench.ts";
import { type Desk, type DeskOptions, openDesk } from "../../support/desk.ts";

const OPERATOR = "operator@example.com";
const A = "123456-20261123-0000000001";

let desk: Desk;
const open = async (options: DeskOptions = {}): Promise<Desk> => {
  desk = await openDesk(options);
  return desk;
};
afterEach(() => desk.close());

const tabs = [
  "ダッシュボード",
  "出荷リスト",
  "出荷明細",
  "商品マスタ",
  "セット商品",
  "在庫",
  "入出庫入力",
  "入出庫",
  "配送サービスマスタ",
  "配送時間帯マスタ",
  "配送日数マスタ",
  "休業日マスタ",
  "支払方法マスタ",
  "確認条件マスタ",
  "集計",
  "連携ログ",
  "保管済み",
];

interface Book {
  readonly sheets: {
    readonly properties: {
      readonly sheetId: number;
      readonly title: string;
      readonly gridProperties: { readonly frozenRowCount?: number };
    };
    readonly protectedRanges?: unknown[];
    readonly conditionalFormats?: unknown[];
    readonly bandedRanges?: unknown[];
    readonly basicFilter?: unknown;
    readonly data?: { readonly columnMetadata?: { readonly developerMetadata?: Record<string, unknown>[] }[] }[];
  }[];
}

/** What people see of the spreadsheet; its cells are much to read, so only where they matter. */
function book({ cells = false } = {}): Book {
  const { sheets, spreadsheetId } = desk.workbench;
  const data = "data(columnMetadata,rowData(values(userEnteredValue,userEnteredFormat,dataValidation,note)))";
  const fields = `properties,columnGroups,protectedRanges,conditionalFormats,bandedRanges,basicFilter${cells ? `,${data}` : ""}`;
  const path = `/v4/spreadsheets/${spreadsheetId}?fields=sheets(${fields})`;
  return JSON.parse(JSON.stringify(sheets.handle({ method: "GET", path, user: OPERATOR }).body)) as Book;
}

const column = (sheet: string, startIndex: number) => ({
  sheetId: desk.sheetId(sheet),
  dimension: "COLUMNS",
  startIndex,
  endIndex: startIndex + 1,
});

const renames = (sheet: string, header: string, to: string): void => {
  const columnIndex = desk.grid(sheet)[0]?.indexOf(header);
  const rows = [{ values: [{ userEnteredValue: { stringValue: to } }] }];
  const start = { sheetId: desk.sheetId(sheet), rowIndex: 0, columnIndex };
  desk.batchUpdate([{ updateCells: { start, rows, fields: "userEnteredValue" } }], OPERATOR);
};

test("one choice makes every sheet in place of the empty one, with at most three calls to Google", async () => {
  await open({ untouched: true });
  const { calls, value } = await desk.run("setUp");
  expect(value).toMatchObject({ remedy: "none", message: expect.stringContaining("シートを用意しました。") });
  expect(calls.filter(({ name }) => name.startsWith("Sheets.")).length).toBeLessThanOrEqual(3);
  expect(book().sheets.map(({ properties }) => properties.title)).toEqual(tabs);
});

test("each sheet comes with what protects it: locks for staff, warnings for the operator", async () => {
  await open();
  for (const { properties, protectedRanges } of book().sheets.filter(({ properties: { title } }) =>
    tabs.includes(title),
  ))
    expect(protectedRanges?.length, properties.title).toBeGreaterThanOrEqual(2);
});

test("what nobody foresaw is told in our words, and the engineer's log has Google's", async () => {
  const full = "Service invoked too many times for one day: properties.";
  const gate: Gate = {
    pass: ({ name }) => (name === "Properties.setProperty" ? raiseInstead(exception(full)) : serve),
  };
  await open({ untouched: true, gate });
  const { value, log } = await desk.run("setUp");
  expect(value).toMatchObject({ remedy: "report", message: expect.stringContaining("想定外のエラー") });
  expect(log).toMatchObject([{ message: expect.stringContaining(full) }]);
  const said = desk.ui.shown.filter(({ kind }) => kind !== "menu");
  expect(said).toMatchObject([{ kind: "alert", prompt: expect.stringContaining("開発元へ") }]);
});

test("chosen again it finds everything in place and changes nothing", async () => {
  await open();
  const everything = () => JSON.stringify(book({ cells: true }));
  const before = everything();
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
  expect(everything() === before).toBe(true);
});

test("what people added, moved and formatted survives a repair", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  desk.types("出荷リスト", A, "作業メモ", "電話済み");
  desk.batchUpdate([{ insertDimension: { range: column("出荷リスト", 2) } }], OPERATOR);
  desk.batchUpdate([{ deleteDimension: { range: column("支払方法マスタ", 2) } }], OPERATOR);
  const before = desk.grid("出荷リスト");
  await desk.run("setUp");
  expect(desk.grid("出荷リスト")).toEqual(before);
  expect(desk.grid("支払方法マスタ")[0]).toEqual([
    "決済コード",
    "支払方法",
    "照合（作業）",
    "取込対象外",
    "初回確認日時",
    "連携対象支払方法ステータス",
  ]);
});

/** Without what imports remember of people's cells, and when they looked. */
function unmarked(sheet: string): unknown[][] {
  const grid = desk.grid(sheet);
  const checked = grid[0]?.indexOf("最終確認日時");
  const isMark = (cell: unknown, row: number, column: number) =>
    String(cell).startsWith('[["') || (row > 0 && column === checked);
  return grid.map((cells, row) => cells.map((cell, column) => (isMark(cell, row, column) ? "" : cell)));
}

test("a renamed header gets its name back in its own column, also when it is a key: no row is doubled", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  desk.types("出荷リスト", A, "作業メモ", "電話済み");
  renames("出荷リスト", "送付先ID", "ID");
  const before = unmarked("出荷リスト").slice(1);
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("「送付先ID」"),
  });
  await desk.run("setUp");
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added: 0, updated: 0 } } });
  expect(unmarked("出荷リスト").slice(1)).toEqual(before);
});

test("a workbook from before 連携対象支払方法ステータス had its name gets it by 初期設定, with what people chose there", async () => {
  await open({ orders: [{ orderNumber: A }] });
  desk.types("支払方法マスタ", "2", "連携対象支払方法ステータス", "100 注文確認待ち");
  const before = desk.grid("支払方法マスタ");
  renames("支払方法マスタ", "連携対象支払方法ステータス", "連携対象ステータス");
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringMatching(/「支払方法マスタ」.*「連携対象支払方法ステータス」.*「初期設定」/),
  });
  await desk.run("setUp");
  expect(desk.grid("支払方法マスタ")).toEqual(before);
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added: 1 } } });
});

test("a workbook in which 確認済 was 取消確認 gets its name by 初期設定, with the ticks that people set there", async () => {
  await open({ orders: [{ orderNumber: A }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.importShipments();
  desk.types("出荷リスト", A, "伝票番号", "0123");
  desk.types("出荷リスト", A, "確認済", true);
  desk.shop.cancel(A);
  await desk.importShipments();
  const asked = String(desk.rows("出荷リスト")[0]?.確認事項);
  renames("出荷リスト", "確認済", "取消確認");
  desk.types("出荷リスト", A, "確認事項", asked.replace("確認済", "取消確認"), OPERATOR);
  await desk.run("setUp");
  // The tick is older than the cancellation, whatever its column was called then.
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "取消", 確認済: true, 確認事項: asked }]);
});

const retitles = (sheet: string, title: string): void => {
  const properties = { sheetId: desk.sheetId(sheet), title };
  desk.batchUpdate([{ updateSheetProperties: { properties, fields: "title" } }]);
};

test("a renamed tab gets its name back, with its rows and what staff wrote: no parcel goes out twice", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  desk.types("出荷リスト", A, "出荷ステータス", "出荷済");
  desk.types("出荷リスト", A, "伝票番号", "0123");
  const [before, payments] = [unmarked("出荷リスト"), unmarked("支払方法マスタ")];
  retitles("出荷リスト", "出荷リスト 11月");
  retitles("支払方法マスタ", "支払い");
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("名前を変えたシートも、メニュー"),
  });
  const { calls } = await desk.run("setUp");
  expect(calls.filter(({ name }) => name.startsWith("Sheets.")).length).toBeLessThanOrEqual(4);
  expect(book().sheets.map(({ properties }) => properties.title)).toEqual(tabs);
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added: 0 } } });
  expect(unmarked("出荷リスト")).toEqual(before);
  expect(unmarked("支払方法マスタ")).toEqual(payments);
});

/** As a duplicate of a tab does, it bears the marks of the columns. */
const copies = (sheet: string, title: string, sheetId: number): void => {
  const { sheets } = book({ cells: true });
  const marks = sheets.find(({ properties }) => properties.title === sheet)?.data?.[0]?.columnMetadata ?? [];
  const gridProperties = { rowCount: 1000, columnCount: marks.length };
  desk.batchUpdate(
    [
      { addSheet: { properties: { sheetId, title, gridProperties } } },
      ...marks.flatMap(({ developerMetadata = [] }, startIndex) =>
        developerMetadata.map(({ metadataKey, metadataValue, visibility }) => ({
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey,
              metadataValue,
              visibility,
              location: { dimensionRange: { sheetId, dimension: "COLUMNS", startIndex, endIndex: startIndex + 1 } },
            },
          },
        })),
      ),
    ],
    OPERATOR,
  );
};

test("a copy of a tab stays a copy; when the tab itself was renamed, 初期設定 asks which of the two is meant", async () => {
  await open();
  copies("在庫", "在庫 のコピー", 77);
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
  retitles("在庫", "在庫 11月");
  const before = JSON.stringify(book({ cells: true }));
  expect((await desk.run("setUp")).value).toMatchObject({
    remedy: "fix",
    message: expect.stringMatching(/「在庫」シートの候補が.*「在庫 11月」.*複数あります/),
  });
  expect(JSON.stringify(book({ cells: true }))).toBe(before);
});

test("with a row above the headers nothing is written: 初期設定 says which row to delete", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  const range = { sheetId: desk.sheetId("出荷リスト"), dimension: "ROWS", startIndex: 0, endIndex: 1 };
  desk.batchUpdate([{ insertDimension: { range } }], OPERATOR);
  const before = JSON.stringify(book({ cells: true }));
  expect((await desk.run("setUp")).value).toMatchObject({
    remedy: "fix",
    message: "「出荷リスト」シートの見出しが2行目にあります。1行目を削除してから、初期設定を実行してください。",
  });
  expect(JSON.stringify(book({ cells: true }))).toBe(before);
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added: 0 } } });
});

const place = (sheet: string, header: string): number => desk.grid(sheet)[0]?.indexOf(header) ?? -1;

/** The cells of a column below its header. */
const below = (sheet: string, header: string) => ({
  sheetId: desk.sheetId(sheet),
  startRowIndex: 1,
  startColumnIndex: place(sheet, header),
  endColumnIndex: place(sheet, header) + 1,
});
const header = (sheet: string, name: string) => ({
  ...below(sheet, name),
  startRowIndex: 0,
  endRowIndex: 1,
});

test("what was taken off a sheet comes back: frozen header, tab colour, notes, formats, drop-downs, checkboxes", async () => {
  await open({ orders: Array.from({ length: 12 }, () => ({})) });
  await desk.importShipments();
  const before = book({ cells: true });
  const sheet = "出荷リスト";
  const properties = { sheetId: desk.sheetId(sheet), gridProperties: { frozenRowCount: 0 } };
  desk.batchUpdate(
    [
      { updateSheetProperties: { properties, fields: "tabColorStyle,gridProperties.frozenRowCount" } },
      { repeatCell: { range: header(sheet, "伝票番号"), cell: {}, fields: "note" } },
      { repeatCell: { range: below(sheet, "伝票番号"), cell: {}, fields: "userEnteredFormat.numberFormat" } },
      { setDataValidation: { range: below(sheet, "出荷ステータス") } },
      { setDataValidation: { range: below(sheet, "確認済") } },
    ],
    OPERATOR,
  );
  expect(book({ cells: true })).not.toEqual(before);
  const { calls } = await desk.run("setUp");
  expect(calls.filter(({ name }) => name.startsWith("Sheets.")).length).toBeLessThanOrEqual(4);
  expect(book({ cells: true })).toEqual(before);
});

test("a spreadsheet made elsewhere is put to the time of Japan, and its cells stay as they are", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  const before = desk.grid("出荷リスト");
  desk.batchUpdate([{ updateSpreadsheetProperties: { properties: { timeZone: "Etc/GMT" }, fields: "timeZone" } }]);
  await desk.run("setUp");
  const { sheets, spreadsheetId } = desk.workbench;
  const path = `/v4/spreadsheets/${spreadsheetId}?fields=properties(timeZone)`;
  expect(sheets.handle({ method: "GET", path, user: OPERATOR }).body).toEqual({
    properties: { timeZone: "Asia/Tokyo" },
  });
  expect(desk.grid("出荷リスト")).toEqual(before);
});

test("what people chose instead of ours stays", async () => {
  await open();
  const sheet = "出荷リスト";
  const properties = {
    sheetId: desk.sheetId(sheet),
    gridProperties: { frozenRowCount: 2 },
    tabColorStyle: { rgbColor: { red: 1 } },
  };
  const numberFormat = { type: "NUMBER", pattern: "0000" };
  const values = [{ userEnteredValue: "済" }];
  desk.batchUpdate(
    [
      { updateSheetProperties: { properties, fields: "tabColorStyle,gridProperties.frozenRowCount" } },
      { repeatCell: { range: header(sheet, "伝票番号"), cell: { note: "12桁" }, fields: "note" } },
      {
        repeatCell: {
          range: below(sheet, "伝票番号"),
          cell: { userEnteredFormat: { numberFormat } },
          fields: "userEnteredFormat.numberFormat",
        },
      },
      {
        setDataValidation: {
          range: below(sheet, "出荷ステータス"),
          rule: { condition: { type: "ONE_OF_LIST", values } },
        },
      },
    ],
    OPERATOR,
  );
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

test("an empty sheet that already has one of the names is filled from its first column on", async () => {
  await open({ untouched: true });
  desk.batchUpdate([{ addSheet: { properties: { title: "在庫" } } }], OPERATOR);
  await desk.run("setUp");
  expect(desk.grid("在庫")[0]?.slice(0, 2)).toEqual(["商品コード", "状態"]);
  const { gridProperties } = book().sheets.find(({ properties }) => properties.title === "在庫")?.properties ?? {};
  expect(gridProperties).toMatchObject({ frozenRowCount: 1, columnCount: 26 });
});

test("a payment method whose row was deleted comes back below the others", async () => {
  await open();
  const [first, ...others] = desk.rows("支払方法マスタ");
  const range = { sheetId: desk.sheetId("支払方法マスタ"), dimension: "ROWS", startIndex: 1, endIndex: 2 };
  desk.batchUpdate([{ deleteDimension: { range } }], OPERATOR);
  expect((await desk.run("setUp")).value).toMatchObject({ remedy: "none" });
  expect(desk.rows("支払方法マスタ")).toEqual([...others, first]);
});

test("staff cannot write over what imports write, nor rename headers; their own columns are open", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  expect(() => desk.types("出荷リスト", A, "番地・建物", "よその町")).toThrow(/protected/);
  expect(() => desk.types("出荷リスト", "注文番号", "作業メモ", "メモ欄")).toThrow(/protected/);
  desk.types("出荷リスト", A, "作業メモ", "電話済み");
  expect(desk.rows("出荷リスト")[0]).toMatchObject({ 作業メモ: "電話済み" });
});

const moves = (sheet: string, header: string, destinationIndex: number): void => {
  const source = column(sheet, desk.grid(sheet)[0]?.indexOf(header) ?? -1);
  desk.batchUpdate([{ moveDimension: { source, destinationIndex } }], OPERATOR);
};

test("after people moved columns, 初期設定 locks exactly what imports write again, and leaves the locks of people alone", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  const own = {
    range: { sheetId: desk.sheetId("出荷リスト"), startRowIndex: 5, endRowIndex: 6 },
    description: "社内用",
  };
  desk.batchUpdate([{ addProtectedRange: { protectedRange: own } }], OPERATOR);
  const headers = () => desk.grid("出荷リスト")[0] ?? [];
  moves("出荷リスト", "作業メモ", headers().indexOf("お届け先氏名"));
  moves("出荷リスト", "都道府県", headers().indexOf("伝票番号"));
  expect(() => desk.types("出荷リスト", A, "作業メモ", "電話済み")).toThrow(/protected/);
  const { calls } = await desk.run("setUp");
  expect(calls.filter(({ name }) => name.startsWith("Sheets.")).length).toBeLessThanOrEqual(4);
  desk.types("出荷リスト", A, "作業メモ", "電話済み");
  desk.types("出荷リスト", A, "伝票番号", "0123");
  for (const header of ["都道府県", "お届け先氏名", "フリガナ", "市区町村"])
    expect(() => desk.types("出荷リスト", A, header, "x"), header).toThrow(/protected/);
  expect(JSON.stringify(book())).toContain("社内用");
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

/** The list as an earlier version made it: in another order, without 商品 and without groups, and 時間帯 had another name. */
function asMadeEarlier(): void {
  const list = "出荷リスト";
  const headers = () => (desk.grid(list)[0] ?? []).map(String);
  moves(list, "お届け希望日", 2);
  moves(list, "時間帯", headers().indexOf("市区町村"));
  renames(list, "時間帯", "お届け時間帯");
  const range = { sheetId: desk.sheetId(list), dimension: "COLUMNS" };
  desk.batchUpdate([{ deleteDimensionGroup: { range: { ...range, startIndex: 0, endIndex: headers().length } } }]);
  const gone = headers().flatMap((header, at) => (header === "商品" || header.startsWith("▸") ? [at] : []));
  desk.batchUpdate(gone.reverse().map((at) => ({ deleteDimension: { range: column(list, at) } })));
}

test("a list that is there keeps the order that people gave it: what is new comes at the end, a new name to its own column", async () => {
  await open({ orders: [{ orderNumber: A }] });
  fillMasters(desk.workbench);
  await desk.importShipments();
  asMadeEarlier();
  const before = desk.grid("出荷リスト");
  await desk.run("setUp");
  const [headers = []] = desk.grid("出荷リスト");
  expect(headers).toEqual(
    [...(before[0] ?? []), "商品"].map((header) => (header === "お届け時間帯" ? "時間帯" : header)),
  );
  expect(JSON.stringify(book())).not.toContain("columnGroups");
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added: 0 } } });
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "取込済", 商品: expect.stringMatching(/×\d/) }]);
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

test("a column of people's own under the new name stays theirs, and they are told that one of the two has to be named anew", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  asMadeEarlier();
  const width = (desk.grid("出荷リスト")[0] ?? []).length;
  const sheetId = desk.sheetId("出荷リスト");
  const own = (rowIndex: number, stringValue: string) => ({
    updateCells: {
      start: { sheetId, rowIndex, columnIndex: width },
      rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
      fields: "userEnteredValue",
    },
  });
  desk.batchUpdate([
    { appendDimension: { sheetId, dimension: "COLUMNS", length: 1 } },
    own(0, "時間帯"),
    own(1, "夜の便"),
  ]);
  await desk.run("setUp");
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("「時間帯」が2つ以上あります"),
  });
  expect(desk.grid("出荷リスト")[1]?.[width]).toBe("夜の便");
});

test("a name of a group is nobody's to type into, and one that somebody takes away stays away", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  const divider = place("出荷リスト", "▸ 金額");
  expect(() => writes("出荷リスト", 1, divider)).toThrow(/protected/);
  desk.batchUpdate([{ deleteDimension: { range: column("出荷リスト", divider) } }]);
  expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
  await desk.run("setUp");
  expect(place("出荷リスト", "▸ 金額")).toBe(-1);
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

interface Protection {
  readonly protectedRangeId: number;
  readonly description: string;
  readonly warningOnly?: boolean;
  readonly range: { readonly startColumnIndex?: number; readonly endColumnIndex?: number };
  readonly editors?: { readonly users?: readonly string[] };
}

const locks = (sheets = tabs): Protection[] =>
  book()
    .sheets.filter(({ properties }) => sheets.includes(properties.title))
    .flatMap(({ protectedRanges = [] }) => protectedRanges as Protection[])
    .filter(({ warningOnly }) => warningOnly !== true);

/** Staff write into a cell, wherever it is. */
const writes = (sheet: string, rowIndex: number, columnIndex: number): void => {
  const start = { sheetId: desk.sheetId(sheet), rowIndex, columnIndex };
  desk.batchUpdate([{ updateCells: { start, rows: [{ values: [{ note: "x" }] }], fields: "note" } }], STAFF);
};

test.each([
  ["初期設定", () => desk.run("setUp")],
  ["the next import", () => desk.importShipments()],
])("a row that the operator inserts below the header is open to staff like the others after %s", async (_, renews) => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  const range = { sheetId: desk.sheetId("出荷リスト"), dimension: "ROWS", startIndex: 1, endIndex: 2 };
  desk.batchUpdate([{ insertDimension: { range } }]);
  const place = (header: string) => desk.grid("出荷リスト")[0]?.indexOf(header) ?? -1;
  expect(() => writes("出荷リスト", 1, place("作業メモ"))).toThrow(/protected/);
  await renews();
  writes("出荷リスト", 1, place("作業メモ"));
  expect(() => writes("出荷リスト", 1, place("都道府県"))).toThrow(/protected/);
});

test("a column that the operator adds under a name of its own is open to staff, an unnamed one is not", async () => {
  await open();
  const sheetId = desk.sheetId("支払方法マスタ");
  desk.batchUpdate([{ appendDimension: { sheetId, dimension: "COLUMNS", length: 2 } }]);
  const end = (desk.grid("支払方法マスタ")[0] ?? []).length;
  desk.batchUpdate([
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: end + 1 },
        rows: [{ values: [{ userEnteredValue: { stringValue: "担当" } }] }],
        fields: "userEnteredValue",
      },
    },
  ]);
  await desk.run("setUp");
  writes("支払方法マスタ", 1, end + 1);
  expect(() => writes("支払方法マスタ", 0, end + 1)).toThrow(/protected/);
  expect(() => writes("支払方法マスタ", 1, end)).toThrow(/protected/);
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

test("a lock that was turned into a mere warning locks again", async () => {
  await open();
  const before = locks().length;
  const protectedRange = { protectedRangeId: locks()[0]?.protectedRangeId, warningOnly: true };
  desk.batchUpdate([{ updateProtectedRange: { protectedRange, fields: "warningOnly" } }], OPERATOR);
  expect(locks()).toHaveLength(before - 1);
  await desk.run("setUp");
  expect(locks()).toHaveLength(before);
});

const SUCCESSOR = "staff@example.com";

test("whoever is kept out by the locks is told whom to ask", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.run("deleteKeys", OPERATOR, [null]);
  expect((await desk.run("setUp", SUCCESSOR)).value).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("所有者に編集権限と保護範囲の設定を確認"),
  });
});

test("staff who were offered 初期設定 before anybody connected lose the right to its locks when the operator chooses it", async () => {
  await open({ untouched: true, orders: [{ orderNumber: A }] });
  await desk.run("setUp", SUCCESSOR);
  for (const { editors } of locks()) expect(editors?.users).toContain(SUCCESSOR);
  await connect(desk.workbench);
  await desk.importShipments();
  for (const { editors } of locks()) expect(editors?.users).not.toContain(SUCCESSOR);
  expect(() => desk.types("出荷リスト", A, "番地・建物", "よその町")).toThrow(/protected/);
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

test("once the owner took the locks away, 初期設定 locks for the new operator", async () => {
  await open();
  await desk.run("deleteKeys", OPERATOR, [null]);
  const before = locks();
  desk.batchUpdate(
    before.map(({ protectedRangeId }) => ({ deleteProtectedRange: { protectedRangeId } })),
    OPERATOR,
  );
  expect((await desk.run("setUp", SUCCESSOR)).value).toMatchObject({ remedy: "none" });
  expect(locks()).toHaveLength(before.length);
  for (const { editors } of locks()) expect(editors?.users).toContain(SUCCESSOR);
});

test("a highlight that was deleted comes back, wherever its columns are; those of people stay", async () => {
  await open();
  const sheetId = desk.sheetId("出荷リスト");
  const rules = () => book().sheets[tabs.indexOf("出荷リスト")]?.conditionalFormats ?? [];
  const all = rules().length;
  const mine = {
    ranges: [{ sheetId, startRowIndex: 1 }],
    booleanRule: { condition: { type: "NOT_BLANK" }, format: { textFormat: { bold: true } } },
  };
  desk.batchUpdate(
    [
      { deleteConditionalFormatRule: { sheetId, index: 1 } },
      { addConditionalFormatRule: { index: 0, rule: mine } },
      { insertDimension: { range: column("出荷リスト", 0) } },
    ],
    OPERATOR,
  );
  await desk.run("setUp");
  expect(rules()).toHaveLength(all + 1);
  expect(JSON.stringify(rules())).toContain("NOT_BLANK");
  expect(JSON.stringify(rules())).toContain('$C2=\\"取消\\"');
});

interface Rule {
  readonly ranges: readonly { readonly startRowIndex?: number }[];
  readonly booleanRule: { readonly condition: object; readonly format: object };
}

test("a highlight pushed down by rows inserted above it covers the first row again, as people formatted it", async () => {
  await open();
  const sheetId = desk.sheetId("商品マスタ");
  const rules = () => book().sheets[tabs.indexOf("商品マスタ")]?.conditionalFormats as Rule[];
  const before = rules();
  const format = { textFormat: { bold: true } };
  const [{ ranges, booleanRule }] = before as [Rule];
  desk.batchUpdate(
    [
      { updateConditionalFormatRule: { index: 0, rule: { ranges, booleanRule: { ...booleanRule, format } } } },
      { insertDimension: { range: { sheetId, dimension: "ROWS", startIndex: 1, endIndex: 3 } } },
    ],
    OPERATOR,
  );
  expect(rules()[0]?.ranges[0]).toMatchObject({ startRowIndex: 3 });
  await desk.run("setUp");
  expect(rules()).toHaveLength(before.length);
  expect(rules()[0]).toMatchObject({
    ranges: [{ startRowIndex: 1 }],
    booleanRule: { condition: booleanRule.condition, format },
  });
  expect((await desk.run("setUp")).value).toMatchObject({ message: "シートはすべて揃っています。" });
});

test("初期設定 adds no payment method twice, wherever people moved the column of its code", async () => {
  await open();
  const before = desk.rows("支払方法マスタ");
  desk.batchUpdate([{ insertDimension: { range: column("支払方法マスタ", 0) } }], OPERATOR);
  await desk.run("setUp");
  expect(desk.rows("支払方法マスタ")).toEqual(before);
});

test("staff who choose 初期設定 on a connected spreadsheet are told who may", async () => {
  await open();
  expect((await desk.run("setUp", "staff@example.com")).value).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining(OPERATOR),
  });
});

test("the masters start with what Rakuten and the carriers document", async () => {
  await open();
  expect(desk.rows("支払方法マスタ")).toHaveLength(17);
  expect(desk.rows("支払方法マスタ")[0]).toMatchObject({
    決済コード: "デフォルト",
    連携対象支払方法ステータス: "300 発送待ち",
  });
  expect(desk.rows("配送サービスマスタ").map((row) => row.楽天の配送方法名)).toContain("宅配便");
  expect(desk.rows("配送時間帯マスタ")).toContainEqual({
    配送会社: "1002 佐川急便",
    楽天の時間帯: "14時～16時",
    時間帯コード: "14",
  });
});

test("a spreadsheet opened for the first time offers 初期設定 at the top of the menu, until it was chosen", async () => {
  await open({ untouched: true });
  const first = async () => (await desk.workbench.host.open(OPERATOR))[0]?.entries[0];
  expect(await first()).toMatchObject({ caption: "はじめに: 初期設定を実行", fn: "setUp" });
  await desk.run("setUp");
  expect(await first()).toMatchObject({ caption: "出荷指示を取得" });
});

const titles = () => book().sheets.map(({ properties }) => properties.title);
const first = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };

test("ダッシュボード with its checklist comes to the front once the sheets are there", async () => {
  await open({ untouched: true });
  const { value } = await desk.run("setUp");
  expect(desk.ui.shown).toContainEqual({ kind: "sheet", user: OPERATOR, sheetId: desk.sheetId("ダッシュボード") });
  expect(value).toMatchObject({ message: expect.stringContaining("「はじめに」の順に") });
});

test.each<[string, (range: typeof first) => object]>([
  ["a value", (range) => ({ repeatCell: { range, cell: { userEnteredValue: { numberValue: 0 } }, fields: "*" } })],
  [
    "a formula",
    (range) => ({ repeatCell: { range, cell: { userEnteredValue: { formulaValue: '=""' } }, fields: "*" } }),
  ],
  [
    "a colour",
    (range) => ({
      repeatCell: { range, cell: { userEnteredFormat: { backgroundColor: { red: 1 } } }, fields: "userEnteredFormat" },
    }),
  ],
  ["a note", (range) => ({ repeatCell: { range, cell: { note: "あとで" }, fields: "note" } })],
  ["a drop-down", (range) => ({ setDataValidation: { range, rule: { condition: { type: "BOOLEAN" } } } })],
  ["a protection", (range) => ({ addProtectedRange: { protectedRange: { range } } })],
  ["a banding", (range) => ({ addBanding: { bandedRange: { range, rowProperties: { headerColor: { red: 1 } } } } })],
  ["a filter", (range) => ({ setBasicFilter: { filter: { range } } })],
  [
    "another name",
    ({ sheetId }) => ({ updateSheetProperties: { properties: { sheetId, title: "メモ" }, fields: "title" } }),
  ],
  ["another sheet", () => ({ addSheet: { properties: { title: "控え" } } })],
])("the first sheet of the spreadsheet stays when people gave it %s", async (_, request) => {
  await open({ untouched: true });
  const [{ sheetId = 0 } = {}] = book().sheets.map(({ properties }) => properties);
  desk.batchUpdate([request({ ...first, sheetId })], OPERATOR);
  const before = titles();
  await desk.run("setUp");
  expect(titles()).toEqual([...tabs, ...before]);
});
