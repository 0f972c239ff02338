import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../support/desk.ts";

const OPERATOR = "operator@example.com";
const A = "123456-20261123-0000000001";

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

test.each([
  ["支払方法マスタ", "デフォルト", "連携対象ステータス", "", "必須"],
  ["支払方法マスタ", "2", "連携対象ステータス", "発送まち", "ステータスを選んで"],
  ["支払方法マスタ", "2", "取込対象外", "だめ", "チェックを入れるか"],
  ["支払方法マスタ", "デフォルト", "取込対象外", true, "対象外にできません"],
  ["配送サービスマスタ", "宅配便", "配送会社", "黒い猫", "配送会社を選んで"],
  ["配送サービスマスタ", "宅配便", "配送日数", 99, "0～30"],
])(
  "%s: %s 「%s」 = %j stops the run before it asks Rakuten, is named with its place, and is marked on the cell until it is mended",
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

test("a method that stands in the master twice is named, since nobody could say which row counts", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  desk.types("配送サービスマスタ", "メール便", "楽天の配送方法名", "宅配便", OPERATOR);
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("2行目と同じ内容です"),
  });
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
