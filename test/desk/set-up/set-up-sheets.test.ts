import { afterAll, beforeAll, expect, test } from "vitest";
import { shipmentTable } from "../../../src/desk/shipments/shipment-table.ts";
import { allTables } from "../../../src/desk/tables.ts";
import type { Column } from "../../../src/workbook/declare/column.ts";
import { firstLayout } from "../../../src/workbook/read/layout.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

interface SeenCell {
  readonly userEnteredValue?: { readonly stringValue?: string };
  readonly userEnteredFormat?: { readonly numberFormat?: object; readonly textFormat?: { readonly bold?: boolean } };
  readonly note?: string;
  readonly dataValidation?: {
    readonly condition: { readonly type: string; readonly values?: { readonly userEnteredValue: string }[] };
    readonly strict?: boolean;
    readonly inputMessage?: string;
  };
}
interface Rule {
  readonly ranges: object[];
  readonly booleanRule: {
    readonly condition: { readonly values: [{ readonly userEnteredValue: string }] };
    readonly format: { readonly backgroundColor?: object };
  };
}
interface SeenSheet {
  readonly properties: {
    readonly title: string;
    readonly tabColorStyle?: { readonly rgbColor: object };
    readonly gridProperties: object;
  };
  readonly data: {
    readonly columnMetadata: { readonly pixelSize: number; readonly hiddenByUser?: boolean }[];
    readonly rowData: { readonly values?: SeenCell[] }[];
  }[];
  readonly bandedRanges?: { readonly rowProperties: object }[];
  readonly basicFilter?: { readonly range: object };
  readonly columnGroups?: {
    readonly range: { readonly startIndex: number };
    readonly depth: number;
    readonly collapsed?: true;
  }[];
  readonly conditionalFormats?: Rule[];
}

let desk: Desk;
let seen: SeenSheet[];
beforeAll(async () => {
  desk = await openDesk({ orders: [{}] });
  await desk.importShipments();
  await desk.run("importProducts");
  const { sheets, spreadsheetId } = desk.workbench;
  const path = `/v4/spreadsheets/${spreadsheetId}?includeGridData=true`;
  seen = (sheets.handle({ method: "GET", path, user: "operator@example.com" }).body as { sheets: SeenSheet[] }).sheets;
  desk.batchUpdate([{ addSheet: { properties: { title: "試算" } } }]);
});
afterAll(() => desk.close());

const sheetOf = (title: string): SeenSheet => seen.find(({ properties }) => properties.title === title) as SeenSheet;

/** A column as it came out, in the words of a declaration. */
function made({ data: [grid] }: SeenSheet, place: number) {
  const [head, first, ...rest] = (grid?.rowData ?? []).map(({ values }) => values?.[place] ?? {});
  // Some rows alone have a box.
  const validated = [first, ...rest].find((cell) => cell?.dataValidation !== undefined);
  const { condition, inputMessage, strict = false } = validated?.dataValidation ?? {};
  const isList = condition?.type === "ONE_OF_LIST";
  return {
    header: head?.userEnteredValue?.stringValue,
    bold: head?.userEnteredFormat?.textFormat?.bold,
    note: head?.note,
    width: grid?.columnMetadata[place]?.pixelSize,
    hidden: grid?.columnMetadata[place]?.hiddenByUser === true,
    // Lines that the sheet computes by itself come first, and show no texts.
    numberFormat: rest.at(-1)?.userEnteredFormat?.numberFormat,
    choices: isList ? condition.values?.map(({ userEnteredValue }) => userEnteredValue) : undefined,
    checkbox: condition?.type === "BOOLEAN" || undefined,
    strict,
    told: inputMessage,
  };
}

const declared = (
  { header, note, width, numberFormat, choices, validation, checkbox, seal, staffKey, hidden }: Column<unknown>,
  folded: boolean,
) => ({
  header,
  note,
  width,
  numberFormat,
  checkbox,
  choices: choices && [...choices],
  bold: true,
  hidden: seal === true || staffKey === true || hidden === true || folded,
  strict: validation?.refuses === true,
  told: validation?.message,
});

for (const table of allTables) {
  const layout = firstLayout(table);
  const names = Object.keys(table.columns);
  const isFolded = (at: number) =>
    (table.groups ?? []).some(({ from, to }) => names.indexOf(from) <= at && at <= names.indexOf(to));
  for (const [at, [name, column]] of Object.entries(table.columns).entries())
    test(`「${table.sheet}」「${column.header}」 comes with header, note, width, format and choices as declared`, () => {
      expect(made(sheetOf(table.sheet), layout.get(name) ?? -1)).toEqual(declared(column, isFolded(at)));
      expect(column.note).not.toBe("");
    });
}

/** The columns of 出荷リスト that people see at first, from the left, with the pixels of their right edges. */
function firstScreen(): [header: string, edge: number][] {
  const [grid] = sheetOf("出荷リスト").data;
  let edge = ROW_NUMBERS;
  return (grid?.columnMetadata ?? []).flatMap(({ pixelSize, hiddenByUser }, place): [string, number][] => {
    if (hiddenByUser) return [];
    edge += pixelSize;
    return [[String(desk.grid("出荷リスト")[0]?.[place]), edge]];
  });
}
const ROW_NUMBERS = 46;
const SCREEN = 1280;

test("出荷リスト shows the work on a parcel first, and the rest folded behind names", () => {
  expect(firstScreen().map(([header]) => header)).toEqual([
    ...["注文番号", "連携状態", "出荷ステータス", "伝票番号", "お届け先氏名", "都道府県", "商品", "個数"],
    ...["お届け希望日", "時間帯", "出荷予定日", "配送会社", "発送日", "確認事項", "作業メモ", "確認済"],
    ...["▸ お届け先", "▸ 変更・注意", "▸ 金額", "▸ ギフト", "▸ 備考", "▸ 注文", "▸ 配送", "▸ 楽天・報告"],
  ]);
  expect(sheetOf("出荷リスト").properties.gridProperties).toMatchObject({ frozenRowCount: 1, frozenColumnCount: 2 });
});

test("nobody scrolls for the name, the prefecture, the product or the wished day on 1,280 pixels, and little for the address", () => {
  const scrolls = (header: string) =>
    Math.max(0, (firstScreen().find(([each]) => each === header)?.[1] ?? Number.NaN) - SCREEN);
  for (const header of ["お届け先氏名", "都道府県", "商品", "個数", "お届け希望日", "時間帯"])
    expect(scrolls(header), header).toBe(0);
  const { postcode, city, street } = shipmentTable.columns;
  expect(scrolls("▸ お届け先") + postcode.width + city.width + street.width).toBeLessThanOrEqual(1260);
});

test("each group of columns has its name before it, with what is inside, and is closed; its toggle stands over the name", () => {
  const { data, columnGroups = [], properties } = sheetOf("出荷リスト");
  const names = columnGroups.map(({ range }) => data[0]?.rowData[0]?.values?.[range.startIndex - 1]);
  expect(columnGroups.map(({ collapsed, depth }) => [collapsed, depth])).toEqual(Array(8).fill([true, 1]));
  expect(properties.gridProperties).not.toHaveProperty("columnGroupControlAfter");
  expect(names.map((cell) => cell?.userEnteredValue?.stringValue)).toEqual(
    ["お届け先", "変更・注意", "金額", "ギフト", "備考", "注文", "配送", "楽天・報告"].map((title) => `▸ ${title}`),
  );
  expect(names[0]?.note).toMatch(/郵便番号、市区町村、番地・建物[\s\S]*「＋」で開き/);
});

test.each([
  ["出荷リスト", "注文番号", { width: 190, note: "楽天の注文番号", numberFormat: { type: "TEXT", pattern: "@" } }],
  ["出荷リスト", "発送日", { width: 90, numberFormat: { type: "DATE", pattern: "yyyy/mm/dd" } }],
  ["出荷リスト", "注文日時", { width: 130, numberFormat: { type: "DATE_TIME", pattern: "yyyy/mm/dd hh:mm" } }],
  ["出荷リスト", "出荷ステータス", { choices: ["未着手", "ピッキング済", "梱包済", "出荷済", "保留"] }],
  ["出荷リスト", "配送会社", { choices: expect.arrayContaining(["1001 ヤマト運輸", "1000 その他"]) }],
  ["出荷リスト", "確認済", { checkbox: true }],
  ["出荷明細", "数量", { width: 60, numberFormat: { type: "NUMBER", pattern: "#,##0" } }],
  ["配送サービスマスタ", "楽天の配送会社", { choices: expect.arrayContaining(["1002 佐川急便"]) }],
  ["配送日数マスタ", "配送日数", { numberFormat: { type: "NUMBER", pattern: "#,##0" } }],
  ["休業日マスタ", "区分", { choices: ["休業", "営業"] }],
  ["確認条件マスタ", "項目", { choices: expect.arrayContaining(["商品コード", "備考", "請求金額"]) }],
  ["確認条件マスタ", "条件", { choices: expect.arrayContaining(["含む", "一致", "以上", "空でない"]) }],
  ["支払方法マスタ", "連携対象支払方法ステータス", { choices: expect.arrayContaining(["300 発送待ち"]) }],
])("%s %s looks as people know it", (sheet, header, look) => {
  const place = desk.grid(sheet)[0]?.indexOf(header) ?? -1;
  expect(made(sheetOf(sheet), place)).toMatchObject(look);
});

const [BLUE, GREEN, YELLOW, RED, GREY] = ["1973e8", "33a854", "fabd05", "eb4236", "999999"];

/** Sheets keeps a byte of each part. */
const hex = ({ red = 0, green = 0, blue = 0 }: { red?: number; green?: number; blue?: number } = {}): string =>
  [red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");

/** Formulas name columns by their headers. */
const highlights: Record<string, string[]> = {
  出荷リスト: [
    '=AND(連携状態="取消",OR(伝票番号<>"",出荷ステータス="出荷済"),OR(NOT(確認済),確認事項<>""))',
    '=AND(報告状態="エラー",OR(連携状態<>"取消",NOT(確認済)))',
    '=連携状態="取消"',
    '=連携状態="要確認"',
    '=連携状態="保留"',
    '=連携状態="変更あり"',
    '=AND(COUNT(出荷予定日,お届け希望日)>0,IF(ISNUMBER(出荷予定日),出荷予定日,お届け希望日)<TODAY(),連携状態<>"出荷済",連携状態<>"取消",出荷ステータス<>"出荷済")',
    '=AND(注意点<>"",連携状態="取込済",出荷ステータス<>"出荷済")',
  ],
  出荷明細: ['=AND(注文番号<>"",数量=0)', '=確認事項<>""'],
  商品マスタ: ['=状態="要確認"', '=状態="廃止"'],
  在庫: ["=AND(ISNUMBER(引当可能数),引当可能数<0)", '=状態="要確認"', "=AND(ISNUMBER(引当可能数),引当可能数<安全在庫)"],
  入出庫入力: [],
  入出庫: ['=AND(確認事項<>"",商品の戻り="")'],
  配送サービスマスタ: ['=AND(楽天の配送方法名<>"",配送会社="")', '=楽天との違い<>""'],
  配送日数マスタ: ['=AND(状態<>"",配送日数="")'],
  休業日マスタ: [],
  確認条件マスタ: ['=有効="停止"'],
  配送時間帯マスタ: ['=AND(楽天の時間帯<>"",時間帯コード="")'],
  支払方法マスタ: [],
  ダッシュボード: [
    '=OR(状態="異常",状態="要対応",状態="期限切れ",状態="停止",状態="キーが使えません")',
    '=OR(状態="注意",状態="更新が必要",状態="未完了")',
    '=OR(状態="正常",状態="有効",状態="完了")',
  ],
  集計: [],
  連携ログ: ['=結果="失敗"', '=結果="エラー"', '=結果="中断"'],
};

const placeOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

test.each([
  ["出荷リスト", BLUE, true],
  ["出荷明細", BLUE, true],
  ["商品マスタ", GREEN, true],
  ["在庫", GREEN, true],
  ["入出庫入力", GREEN, true],
  ["入出庫", GREEN, true],
  ["配送サービスマスタ", YELLOW, true],
  ["配送時間帯マスタ", YELLOW, true],
  ["配送日数マスタ", YELLOW, true],
  ["休業日マスタ", YELLOW, true],
  ["支払方法マスタ", YELLOW, true],
  ["確認条件マスタ", YELLOW, true],
  ["ダッシュボード", RED, false],
  ["集計", GREY, false],
  ["連携ログ", GREY, true],
])(
  "「%s」 comes with tab colour, frozen header, stripes, highlights and, where there is something to find, a filter",
  (title, tabColor, filtered) => {
    const { properties, bandedRanges, basicFilter, conditionalFormats = [] } = sheetOf(title);
    const headers = desk.grid(title)[0] ?? [];
    expect(hex(properties.tabColorStyle?.rgbColor)).toBe(tabColor);
    expect(properties.gridProperties).toMatchObject({
      frozenRowCount: 1,
      frozenColumnCount: title === "出荷リスト" ? 2 : 1,
    });
    expect(bandedRanges?.map(({ rowProperties }) => Object.keys(rowProperties))).toEqual([
      expect.arrayContaining(["headerColor", "firstBandColor", "secondBandColor"]),
    ]);
    const columns = { startRowIndex: 0, startColumnIndex: 0, endColumnIndex: headers.length };
    expect(basicFilter?.range).toEqual(filtered ? expect.objectContaining(columns) : undefined);
    expect(
      conditionalFormats.map(({ booleanRule }) =>
        booleanRule.condition.values[0].userEnteredValue.replace(
          /\$([A-Z]+)2/g,
          (_, letters: string) => `${headers[placeOf(letters) - 1]}`,
        ),
      ),
    ).toEqual(highlights[title]);
    for (const { ranges, booleanRule } of conditionalFormats) {
      expect(ranges).toEqual([expect.objectContaining({ startRowIndex: 1, endColumnIndex: headers.length })]);
      expect(booleanRule.format.backgroundColor).toBeDefined();
    }
  },
);

test("a cancelled order is crossed out", () => {
  expect(JSON.stringify(sheetOf("出荷リスト").conditionalFormats?.[2])).toContain('"strikethrough":true');
});

const EMPTY = "$Z$900";
const [PAST, FUTURE] = [44_000, 80_000];

test.each([
  ["its day of shipping has passed", { 出荷予定日: PAST, お届け希望日: FUTURE }, true],
  ["the wished day has passed, and no day of shipping is known", { お届け希望日: PAST }, true],
  ["its day of shipping is to come", { 出荷予定日: FUTURE }, false],
  ["nobody wished for a day", {}, false],
  ["it was shipped", { 出荷予定日: PAST, 出荷ステータス: "出荷済" }, false],
  ["it was reported", { 出荷予定日: PAST, 連携状態: "出荷済" }, false],
  ["it was cancelled", { 出荷予定日: PAST, 連携状態: "取消" }, false],
] as const)("a parcel counts as overdue or not: %s", (_, cells: Cells, overdue) => {
  expect(isLit(6, cells)).toBe(overdue);
});

test.each([
  ["says why it cannot be reported", { 報告状態: "エラー" }, true],
  ["was reported", { 報告状態: "送信済" }, false],
  ["cannot be reported, since its order was cancelled meanwhile", { 報告状態: "エラー", 連携状態: "取消" }, true],
  ["is of a cancelled order that somebody has seen to", { 報告状態: "エラー", 連携状態: "取消", 確認済: true }, false],
] as const)("a row is red or not: it %s", (_, cells: Cells, red) => {
  expect(isLit(1, cells)).toBe(red);
});

type Cells = Record<string, string | number | boolean>;

/** Whether a highlight of 出荷リスト fits a row with these cells. */
function isLit(at: number, cells: Cells): unknown {
  const rule = sheetOf("出荷リスト").conditionalFormats?.[at]?.booleanRule.condition.values[0].userEnteredValue ?? "";
  const headers = (desk.grid("出荷リスト")[0] ?? []).map(String);
  const formula = rule.replace(/\$([A-Z]+)2/g, (_reference, letters: string) => {
    const header = headers[placeOf(letters) - 1] ?? "";
    return JSON.stringify(cells[header]) ?? EMPTY;
  });
  const start = { sheetId: desk.sheetId("試算"), rowIndex: 0, columnIndex: 0 };
  const rows = [{ values: [{ userEnteredValue: { formulaValue: formula } }] }];
  desk.batchUpdate([{ updateCells: { start, rows, fields: "userEnteredValue" } }]);
  return desk.grid("試算")[0]?.[0];
}
