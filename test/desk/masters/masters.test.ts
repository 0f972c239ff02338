import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../support/desk.ts";

const OPERATOR = "operator@example.com";
const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";

let desk: Desk;
afterEach(() => desk.close());

/** The note of the cell in the row that begins with `key`. */
function note(sheet: string, key: string, header: string): string | undefined {
  const { sheets, spreadsheetId } = desk.workbench;
  const query = new URLSearchParams([
    ["ranges", `'${sheet}'`],
    ["fields", "sheets(data(rowData(values(note))))"],
  ]);
  const { body } = sheets.handle({ method: "GET", path: `/v4/spreadsheets/${spreadsheetId}?${query}`, user: OPERATOR });
  const rows =
    (body as { sheets: { data: { rowData: { values?: { note?: string }[] }[] }[] }[] }).sheets[0]?.data[0]?.rowData ??
    [];
  const grid = desk.grid(sheet);
  return rows[grid.findIndex((row) => row[0] === key)]?.values?.[grid[0]?.indexOf(header) ?? -1]?.note;
}

const TARGET = "連携対象支払方法ステータス";

test.each([
  ["支払方法マスタ", "デフォルト", TARGET, "", "必須"],
  ["支払方法マスタ", "デフォルト", TARGET, "500 発送済", "「500 発送済」は使えません"],
  ["支払方法マスタ", "デフォルト", "取込対象外", true, "対象外にできません"],
])(
  "%s: %s 「%s」 = %j, by which every order goes, stops the run before it asks Rakuten, is named with its place, and is marked on the cell until it is mended",
  async (sheet, key, header, value, cure) => {
    desk = await openDesk({ orders: [{ orderNumber: A }] });
    const before = desk.grid(sheet).find((row) => row[0] === key)?.[desk.grid(sheet)[0]?.indexOf(header) ?? -1] ?? "";
    desk.types(sheet, key, header, value, OPERATOR);
    const row = desk.grid(sheet).findIndex((cells) => cells[0] === key) + 1;
    expect(await desk.importShipments()).toMatchObject({
      remedy: "fix",
      message: expect.stringContaining(`「${sheet}」${row}行目「${header}」`),
    });
    expect(desk.rows("出荷リスト")).toEqual([]);
    expect(desk.workbench.sandbox.calls.get("searchOrder")).toBeUndefined();
    expect(desk.rows("連携ログ").pop()).toMatchObject({ 結果: "失敗", メッセージ: expect.stringContaining(cure) });
    expect(note(sheet, key, header)).toContain(cure);
    desk.types(sheet, key, header, before, OPERATOR);
    await desk.passes(1);
    expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
    expect(note(sheet, key, header)).toBeUndefined();
  },
);

/** The lines of 連携ログ about what could not be used, as people read them. */
const errors = (): unknown[] => desk.rows("連携ログ").flatMap((row) => (row.結果 === "エラー" ? [row.メッセージ] : []));

test.each([
  ["支払方法マスタ", "2", TARGET, "発送まち", "「発送まち」は使えません", "保留"],
  ["支払方法マスタ", "2", TARGET, "900 キャンセル確定", "「900 キャンセル確定」は使えません", "保留"],
  ["支払方法マスタ", "2", TARGET, "400 変更確定待ち", "「400 変更確定待ち」は使えません", "保留"],
  ["支払方法マスタ", "2", "取込対象外", "だめ", "チェックを入れるか", "保留"],
  ["配送サービスマスタ", "宅配便", "配送会社", "1", "「1」は使えません。一覧から配送会社を選んで", "要確認"],
  ["配送サービスマスタ", "宅配便", "温度帯", "ひんやり", "「ひんやり」は使えません", "要確認"],
  ["配送サービスマスタ", "宅配便", "配送日数", 99, "0～30", "要確認"],
])(
  "%s: %s 「%s」 = %j holds the orders that need it and no others, is named with its place and value, and is marked on the cell until it is mended",
  async (sheet, key, header, value, cure, state) => {
    desk = await openDesk({
      orders: [
        { orderNumber: A, settlementMethodCode: 2, deliveryName: "宅配便" },
        { orderNumber: B, settlementMethodCode: 1, deliveryName: "メール便" },
      ],
    });
    for (const method of ["宅配便", "メール便"])
      desk.types("配送サービスマスタ", method, "配送会社", "1001 ヤマト運輸", OPERATOR);
    const before = desk.grid(sheet).find((row) => row[0] === key)?.[desk.grid(sheet)[0]?.indexOf(header) ?? -1] ?? "";
    desk.types(sheet, key, header, value, OPERATOR);
    const row = desk.grid(sheet).findIndex((cells) => cells[0] === key) + 1;
    await desk.importShipments();
    expect(desk.rows("出荷リスト")).toMatchObject([
      { 注文番号: A, 連携状態: state, 確認事項: expect.stringContaining(cure) },
      { 注文番号: B, 連携状態: "取込済" },
    ]);
    expect(errors()).toEqual([expect.stringMatching(`^${sheet}${row}行目: 「${header}」: .*${cure}`)]);
    expect(note(sheet, key, header)).toContain(cure);
    desk.types(sheet, key, header, before, OPERATOR);
    await desk.passes(1);
    expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
    expect(desk.rows("出荷リスト").map((row) => row.連携状態)).toEqual(["取込済", "取込済"]);
    expect(note(sheet, key, header)).toBeUndefined();
    expect(errors()).toEqual([]);
  },
);

/** A row at the end of a sheet; null leaves a cell empty. */
function adds(sheet: string, cells: readonly (string | number | boolean | null)[]): void {
  const values = cells.map((cell) => {
    if (cell === null) return {};
    const type = { string: "stringValue", number: "numberValue", boolean: "boolValue" }[typeof cell as "string"];
    return { userEnteredValue: { [type]: cell } };
  });
  const rows = [{ values }];
  desk.batchUpdate([{ appendCells: { sheetId: desk.sheetId(sheet), rows, fields: "userEnteredValue" } }], OPERATOR);
}

const rowOf = (sheet: string, ...cells: readonly string[]): number =>
  desk.grid(sheet).findIndex((row) => cells.every((cell, at) => row[at] === cell)) + 1;

test.each([
  ["支払方法マスタ", ["デフォルト"], ["デフォルト ", "", "100 注文確認待ち"], "決済コード"],
  ["支払方法マスタ", ["1"], ["01", "", "100 注文確認待ち"], "決済コード"],
  ["支払方法マスタ", ["1"], ["１", "", "100 注文確認待ち"], "決済コード"],
  ["配送サービスマスタ", ["宅配便"], ["宅配便 ", "", "", "1002 佐川急便"], "楽天の配送方法名"],
  ["配送サービスマスタ", ["宅配便"], ["宅配便　", "", "", "1002 佐川急便"], "楽天の配送方法名"],
  ["配送日数マスタ", ["東京都"], ["東京"], "都道府県"],
  ["配送日数マスタ", ["離島"], ["離 島"], "都道府県"],
  ["休業日マスタ", ["日曜日"], ["毎週日曜", "休業"], "日"],
  ["休業日マスタ", ["祝日"], ["国民の祝日", "休業"], "日"],
  ["配送時間帯マスタ", ["1001 ヤマト運輸", "午前"], ["ヤマト運輸", "午前", "", "9999"], "配送会社"],
  ["配送時間帯マスタ", ["1002 佐川急便", "12時～14時"], ["1002 佐川急便", "12時〜14時", "", "9"], "配送会社"],
])("%s: beside %j the row %j is a second one, and both are named", async (sheet, first, second, header) => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  adds(sheet, second);
  const [known, added] = [rowOf(sheet, ...first), rowOf(sheet, ...second.slice(0, first.length))];
  const { message } = await desk.importShipments();
  const said = `「${header}」: ${known}行目と同じ内容です。どちらか1行を削除してください。`;
  expect([`「${sheet}」${added}行目${said}`, `${sheet}${added}行目: ${said}`]).toContain(errors()[0] ?? message);
});

test.each([
  ["支払方法マスタ", ["クレジットカード", "", "100 注文確認待ち"], "決済コード"],
  ["支払方法マスタ", ["", "後払い", "100 注文確認待ち"], "決済コード"],
  ["配送サービスマスタ", ["　", "", "", "1002 佐川急便"], "楽天の配送方法名"],
  ["配送サービスマスタ", ["特急便", "", "", "1002 佐川急便", "", "ひんやり"], "温度帯"],
  ["配送サービスマスタ", ["特急便", "", "", "1002 佐川急便", "", "", "e飛伝"], "送り状形式"],
  ["配送サービスマスタ", ["宅配便", "黒い猫", "", "1002 佐川急便"], "楽天の配送会社"],
  ["配送サービスマスタ", ["特急便", "", "", "1002 佐川急便", "", "", "", 1, "たぶん"], "番号なし"],
  ["配送日数マスタ", ["", "", "", 3], "都道府県"],
  ["配送日数マスタ", ["沖縄本島", "", "", 3], "都道府県"],
  ["配送日数マスタ", ["沖縄県", "かもめ便", "", 3], "配送サービス名"],
  ["配送日数マスタ", ["沖縄県石垣市", "", "", 31], "配送日数"],
  ["休業日マスタ", ["年末年始", "休業"], "日"],
  ["休業日マスタ", ["2026/2/30", "休業"], "日"],
  ["休業日マスタ", ["12/29", "やすみ"], "区分"],
  ["確認条件マスタ", ["", "含む", "のし", "のしを確認"], "項目"],
  ["確認条件マスタ", ["おまけ", "含む", "のし"], "項目"],
  ["確認条件マスタ", ["備考", "ふくむ", "のし"], "条件"],
  ["確認条件マスタ", ["備考", "含む", "　"], "値"],
  ["確認条件マスタ", ["備考", "以上", "100"], "条件"],
  ["確認条件マスタ", ["請求金額", "含む", "100"], "条件"],
  ["確認条件マスタ", ["請求金額", "以上", "一万円"], "値"],
  ["確認条件マスタ", ["お届け希望日", "以下", "2026/2/30"], "値"],
  ["確認条件マスタ", ["備考", "空でない", "", "備考を確認", "たぶん"], "有効"],
  ["配送時間帯マスタ", ["", "午前", "", "0812"], "配送会社"],
  ["配送時間帯マスタ", ["1001 ヤマト運輸", "", "", "0812"], "楽天の時間帯"],
  ["配送時間帯マスタ", ["1001 ヤマト運輸", "昼ごろ", "", "0812"], "楽天の時間帯"],
  ["配送時間帯マスタ", ["1001 ヤマト運輸", "20時～21時", "", 812], "時間帯コード"],
])("%s: the row %j could never be used as it is meant, and its 「%s」 is named", async (sheet, cells, header) => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  adds(sheet, cells);
  const { length } = desk.grid(sheet);
  await desk.importShipments();
  expect(errors()).toEqual([expect.stringMatching(`^${sheet}${length}行目: 「${header}」: [^\n]+$`)]);
});

test("a row that holds nothing but an empty checkbox, or notes in a column of people's own, is no row of a master", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  desk.batchUpdate(
    [{ appendDimension: { sheetId: desk.sheetId("支払方法マスタ"), dimension: "COLUMNS", length: 1 } }],
    OPERATOR,
  );
  adds("支払方法マスタ", [null, null, null, null, false]);
  adds("支払方法マスタ", [null, null, null, null, null, null, "経理に確認済み"]);
  expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
});

const retypes = (sheet: string, row: number, cells: readonly string[]): void => {
  const values = cells.map((cell) => ({ userEnteredValue: { stringValue: cell } }));
  const start = { sheetId: desk.sheetId(sheet), rowIndex: row - 1, columnIndex: 0 };
  desk.batchUpdate([{ updateCells: { start, rows: [{ values }], fields: "userEnteredValue" } }], OPERATOR);
};

test.each(["12時〜14時", "１２時～１４時", "12-14時", "12:00－14:00"])(
  "a band typed as %s holds for orders that wish 12時～14時, and no second row is added",
  async (typed) => {
    desk = await openDesk({ orders: [{ orderNumber: A, shippingTerm: 1214 }] });
    desk.types("配送サービスマスタ", "宅配便", "配送会社", "1002 佐川急便", OPERATOR);
    retypes("配送時間帯マスタ", rowOf("配送時間帯マスタ", "1002 佐川急便", "12時～14時"), [
      "佐川急便",
      typed,
      "",
      "０9",
    ]);
    const before = desk.grid("配送時間帯マスタ");
    expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
    expect(desk.rows("出荷リスト")).toMatchObject([{ 時間帯: "12時～14時", 時間帯コード: "09" }]);
    expect(desk.grid("配送時間帯マスタ")).toEqual(before);
  },
);

test.each(["１", "01", " 1"])(
  "a payment method typed as %j is code 1, also on the day when it is first met",
  async (typed) => {
    desk = await openDesk({ orders: [{ orderNumber: A, settlementMethodCode: 1, progress: 100 }] });
    retypes("支払方法マスタ", rowOf("支払方法マスタ", "1"), [typed, "カード", "100 注文確認待ち"]);
    await desk.importShipments();
    expect(desk.rows("出荷リスト")).toMatchObject([{ 注文番号: A }]);
    expect(desk.rows("支払方法マスタ")).toHaveLength(17);
    expect(desk.rows("支払方法マスタ")[1]).toMatchObject({ 支払方法: "カード", 初回確認日時: expect.any(Number) });
    await desk.passes(1);
    expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
  },
);

test("of many faulty cells that stop a run ten are named and the rest counted, and all of them are marked", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  desk.types("支払方法マスタ", "デフォルト", TARGET, "", OPERATOR);
  const codes = desk
    .rows("支払方法マスタ")
    .map((row) => String(row.決済コード))
    .slice(1, 13);
  for (const code of codes) desk.types("支払方法マスタ", code, "連携対象支払方法ステータス", "発送まち", OPERATOR);
  const { message } = await desk.importShipments();
  expect(message.split("\n")).toHaveLength(11);
  expect(message).toContain("ほか3件");
  expect(codes.map((code) => note("支払方法マスタ", code, "連携対象支払方法ステータス"))).toEqual(
    codes.map(() => expect.stringContaining("「発送まち」は使えません")),
  );
});

test("ダッシュボード shows how the last run of each job went, and how the key stands", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  expect(desk.rows("ダッシュボード")).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ 項目: "出荷指示を取得", 状態: "正常", 内容: expect.stringContaining("新規 1件") }),
      expect.objectContaining({ 項目: "ライセンスキー" }),
      expect.objectContaining({
        項目: "楽天との接続",
        状態: "未確認",
        内容: expect.stringContaining("「接続を確認」"),
      }),
    ]),
  );
  desk.shop.changeKeys({ serviceSecret: "SP000000_other", licenseKey: "SL000000_other" });
  await desk.passes(120);
  await desk.importShipments();
  expect(desk.rows("ダッシュボード")).toContainEqual(expect.objectContaining({ 項目: "出荷指示を取得", 状態: "異常" }));
});

test("while the connection is switched off, no run starts and the message says how to switch it on", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  await desk.run("saveSettings", OPERATOR, [{ settings: { enabled: false } }]);
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("有効"),
    rmsCalls: 0,
  });
});
