import { afterEach, expect, test } from "vitest";
import type { PreviewResult } from "../../../src/desk/shipments/rules/shipment-preview.ts";
import type { Notice } from "../../../src/run/notice.ts";
import { sum } from "../../../src/run/report.ts";
import { type Gate, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR, STAFF } from "../../../workbench/workbench.ts";
import { type Desk, type DeskOptions, openDesk } from "../../support/desk.ts";

let desk: Desk;
const open = async (options: DeskOptions = {}): Promise<Desk> => {
  desk = await openDesk(options);
  if (!options.untouched) fillIn("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸");
  return desk;
};
const fillIn = (sheet: string, key: string, header: string, value: string | number) =>
  desk.types(sheet, key, header, value, "operator@example.com");
afterEach(() => desk.close());

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const C = "123456-20261123-0000000003";

test("the shop's orders at 発送待ち fill 出荷リスト and 出荷明細, and the person hears how many", async () => {
  await open({
    orders: [{ orderNumber: A }, { orderNumber: B, packages: [{}, {}] }, { orderNumber: C, progress: 100 }],
  });
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", message: "新規 3件、更新 0件。" });
  expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toEqual([A, B, B]);
  expect(desk.rows("出荷リスト")[0]).toMatchObject({
    連携状態: "取込済",
    楽天ステータス: "300 発送待ち",
    お届け先氏名: "見本 太郎",
    郵便番号: "100-0000",
    都道府県: "東京都",
  });
  expect(desk.rows("出荷明細")).toHaveLength(3);
  expect(desk.rows("連携ログ")).toMatchObject([
    { ジョブ: "出荷指示を取得", 実行者: "operator@example.com", 結果: "完了", 新規: 3 },
  ]);
  expect(desk.ui.shown.filter(({ kind }) => kind === "toast").pop()).toMatchObject({ message: "新規 3件、更新 0件。" });
});

const sheetsCalls = ({ calls }: { readonly calls: readonly { readonly service: string; readonly method: string }[] }) =>
  calls.filter(({ service }) => service === "Sheets").map(({ method }) => method);

test("right after a run another one asks for no order again: one search, one look at the keys, one at the rest, one commit", async () => {
  await open({ drawn: 60 });
  await desk.importShipments();
  const before = [desk.grid("出荷リスト"), desk.grid("出荷明細")];
  await desk.passes(1);
  const execution = await desk.run("importShipments");
  expect(execution.value).toMatchObject({ remedy: "none", rmsCalls: 1, report: { counts: { added: 0, updated: 0 } } });
  expect([desk.grid("出荷リスト"), desk.grid("出荷明細")]).toEqual(before);
  expect(sheetsCalls(execution)).toEqual(["Spreadsheets.get", "Spreadsheets.get", "Spreadsheets.batchUpdate"]);
});

test("half an hour later it asks for each once, and notes on each row only that it did", async () => {
  await open({ drawn: 60 });
  await desk.importShipments();
  const unchecked = () => desk.rows("出荷リスト").map(({ 最終確認日時: _, ...row }) => row);
  const before = [unchecked(), desk.grid("出荷明細")];
  await desk.passes(30);
  const execution = await desk.run("importShipments");
  expect(execution.value).toMatchObject({ remedy: "none", rmsCalls: 2, report: { counts: { added: 0, updated: 0 } } });
  expect([unchecked(), desk.grid("出荷明細")]).toEqual(before);
  const times = desk.rows("出荷リスト").map((row) => Number(row.最終確認日時));
  expect(Math.min(...times)).toBeGreaterThan(46_350 + 10.9 / 24);
  // What was written is proven: its keys are read again, and come back with the answer.
  const reads = ["Spreadsheets.get", "Spreadsheets.get", "Spreadsheets.get"];
  expect(sheetsCalls(execution)).toEqual([...reads, "Spreadsheets.batchUpdate"]);
});

test("new orders stand on the list before anything else is asked for, the first of them after one call of each kind", async () => {
  await open({ orders: many(150) });
  await desk.importShipments();
  await desk.passes(30);
  for (const order of many(150, 500)) desk.shop.add(order);
  const { calls } = await desk.run("importShipments");
  const sent = calls.flatMap(({ name, urls, detail }) =>
    name === "Sheets.Spreadsheets.batchUpdate"
      ? [/appendCells/.test(detail) ? "append" : "write"]
      : urls.map((url) => url.split("/").at(-2) as string),
  );
  expect(sent).toEqual([
    ...["searchOrder", "getOrder", "append", "getOrder", "append"],
    ...["getOrder", "getOrder", "write"],
  ]);
});

test("what left its status at the shop is looked at by the next run, however soon that is", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B }, { orderNumber: C }] });
  await desk.importShipments();
  desk.shop.cancel(A);
  desk.shop.ship(B);
  await desk.passes(1);
  expect((await desk.run("importShipments")).value).toMatchObject({ rmsCalls: 2, report: { counts: { updated: 2 } } });
  expect(desk.rows("出荷リスト").map((row) => row.連携状態)).toEqual(["取消", "出荷済", "取込済"]);
  desk.shop.setProgress(B, 300);
  await desk.passes(1);
  expect((await desk.run("importShipments")).value).toMatchObject({ rmsCalls: 2, report: { counts: { updated: 1 } } });
});

test("what people answered is settled by the next run, however soon: a tick, a deleted row, a master, a setting", async () => {
  await open({
    orders: [
      { orderNumber: A, packages: [{}, {}] },
      { orderNumber: B, deliveryName: "特急便" },
    ],
  });
  const soon = async () => {
    await desk.passes(1);
    return (await desk.run("importShipments")).value;
  };
  await desk.importShipments();
  expect(await soon()).toMatchObject({ rmsCalls: 1 });
  fillIn("配送サービスマスタ", "特急便", "配送会社", "1002 佐川急便");
  expect(await soon()).toMatchObject({ report: { counts: { updated: 1 } } });
  expect(await soon()).toMatchObject({ rmsCalls: 1 });
  const range = { sheetId: desk.sheetId("出荷明細"), dimension: "ROWS", startIndex: 1, endIndex: 2 };
  desk.batchUpdate([{ deleteDimension: { range } }]);
  await soon();
  expect(desk.rows("出荷明細")).toHaveLength(3);
  desk.shop.change(A, { settlementMethodCode: 2 });
  await desk.importShipments();
  expect(desk.rows("出荷リスト").filter((row) => row.連携状態 === "要確認")).toHaveLength(2);
  desk.types("出荷リスト", A, "確認済", true);
  expect(await soon()).toMatchObject({ report: { counts: { updated: 1 } } });
  await desk.run("saveSettings", "operator@example.com", [{ settings: { productCode: "itemNumber" } }]);
  expect(await soon()).toMatchObject({ rmsCalls: 2 });
});

test("a master that was filled in settles what waited for it from what the sheets hold: Rakuten is asked of none of it", async () => {
  const asks = [A, B, C].map((orderNumber) => ({ orderNumber, deliveryName: orderNumber === C ? "速達便" : "特急便" }));
  await open({ orders: asks });
  await desk.importShipments();
  await desk.passes(1);
  fillIn("配送サービスマスタ", "特急便", "配送会社", "1002 佐川急便");
  const states = () => desk.rows("出荷リスト").map((row) => row.連携状態);
  expect(states()).toEqual(["要確認", "要確認", "要確認"]);
  const { value } = await desk.run("importShipments");
  expect(value).toMatchObject({ rmsCalls: 1, report: { counts: { updated: 2 } } });
  expect((value as { message: string }).message).toContain("要確認 3 → 1件（多い理由: 配送会社が未設定 1件）。");
  expect(states()).toEqual(["取込済", "取込済", "要確認"]);
  expect((await desk.run("importShipments")).value).toMatchObject({ rmsCalls: 1, report: { counts: { updated: 0 } } });
  expect(await desk.importShipments()).toMatchObject({ rmsCalls: 2, report: { counts: { updated: 0 } } });
});

test("the person hears how many rows ask for them, and why most do, in the log as well", async () => {
  const asks = ["特急便", "速達便"].map((deliveryName) => ({ deliveryName }));
  await open({ orders: [...asks, {}] });
  const { message } = await desk.importShipments();
  expect(message).toMatch(/要確認 \d件（多い理由: 配送会社が未設定 2件）。/);
  expect(desk.rows("連携ログ")[0]?.メッセージ).toBe(message);
});

test("what buyers write is stored as they wrote it: formulas, signs, leading zeros, emoji, line breaks", async () => {
  const remarks = '=IMPORTDATA("x")\n+81 000\n-5\n@home\n007 🎁';
  await open({
    orders: [
      {
        orderNumber: A,
        remarks,
        address: { familyName: "=見本", firstName: "007", zipCode1: "010", zipCode2: "0001" },
        lines: [{ manageNumber: "00012", sku: { variantId: "007", merchantDefinedSkuId: "-1", skuInfo: null } }],
      },
    ],
  });
  await desk.importShipments();
  expect(desk.rows("出荷リスト")[0]).toMatchObject({ 備考: remarks, お届け先氏名: "=見本 007", 郵便番号: "010-0001" });
  expect(desk.rows("出荷明細")[0]).toMatchObject({
    商品管理番号: "00012",
    SKU管理番号: "007",
    システム連携用SKU番号: "-1",
  });
});

test("a shipment seen before changes in place, says what changed, and keeps what staff wrote", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B }] });
  await desk.importShipments();
  desk.types("出荷リスト", A, "作業メモ", "電話済み");
  desk.types("出荷リスト", A, "伝票番号", "0123-4567");
  desk.shop.change(A, { address: { subAddress: "試験町9-9-9" } });
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { added: 0, updated: 1 } } });
  expect(desk.rows("出荷リスト")[0]).toMatchObject({
    作業メモ: "電話済み",
    伝票番号: "0123-4567",
    連携状態: "変更あり",
    "番地・建物": "試験町9-9-9",
  });
  expect(desk.rows("出荷リスト")[0]?.変更内容).toContain("→ 試験町9-9-9");
});

test("a cancelled order stays on its row and is marked", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  desk.shop.cancel(A);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([{ 注文番号: A, 連携状態: "取消" }]);
});

test("each payment method has its own target, and the default holds for the rest", async () => {
  await open({
    orders: [
      { orderNumber: A, progress: 100, settlementMethodCode: 2 },
      { orderNumber: B, progress: 100 },
      { orderNumber: C, settlementMethodCode: 2 },
    ],
  });
  desk.types("支払方法マスタ", "2", "連携対象支払方法ステータス", "100 注文確認待ち", "operator@example.com");
  expect(await desk.importShipments()).toMatchObject({
    report: {
      counts: {
        added: 2,
        skipped: { "対象外のステータス（100 注文確認待ち）": 1 },
      },
    },
  });
  expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toEqual([A, C]);
});

test.each(["1001 ヤマト運輸", "ヤマト運輸"])("a row with the carrier %s is good, and keeps it", async (carrier) => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  desk.types("出荷リスト", A, "配送会社", carrier);
  expect(await desk.importShipments()).toMatchObject({
    remedy: "none",
    report: { counts: { updated: 0 }, faults: [] },
  });
  expect(desk.rows("出荷リスト")).toMatchObject([{ 配送会社: carrier, 連携状態: "取込済" }]);
});

test("columns that people moved or added do not matter", async () => {
  await open({ orders: [{ orderNumber: A }] });
  const sheetId = desk.sheetId("出荷リスト");
  const range = { sheetId, dimension: "COLUMNS", startIndex: 0, endIndex: 2 };
  desk.batchUpdate([{ insertDimension: { range } }]);
  const source = { ...range, startIndex: 2, endIndex: 5 };
  desk.batchUpdate([{ moveDimension: { source, destinationIndex: 12 } }], "operator@example.com");
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([{ 注文番号: A, お届け先氏名: "見本 太郎" }]);
});

test("an address that was overwritten by accident is put right by the next run", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B, progress: 300 }] });
  await desk.importShipments();
  desk.shop.ship(A);
  await desk.importShipments();
  desk.types("出荷リスト", A, "番地・建物", "よその町1", "operator@example.com");
  await desk.importShipments();
  expect(desk.rows("出荷リスト")[0]).toMatchObject({ 注文番号: A, 連携状態: "出荷済", "番地・建物": "見本町1-2-3" });
});

test("without keys the message says where to enter them, and neither sheet nor cursor moves", async () => {
  await open({ untouched: true, orders: [{ orderNumber: A }] });
  await desk.run("setUp");
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("「API接続設定」"),
    rmsCalls: 0,
  });
  expect(desk.rows("出荷リスト")).toEqual([]);
  expect(desk.rows("連携ログ")).toMatchObject([{ 結果: "失敗", メッセージ: expect.stringContaining("キー") }]);
  expect(desk.ui.shown.filter(({ kind }) => kind === "alert")).toHaveLength(1);
});

test("keys that Rakuten refuses are told apart from a missing connection, and appear nowhere", async () => {
  await open({ orders: [{ orderNumber: A }] });
  desk.shop.changeKeys({ serviceSecret: "SP000000_other", licenseKey: "SL000000_other" });
  // Older than a key may be that RMS does not take yet.
  await desk.passes(120);
  const told = await desk.importShipments();
  expect(told).toMatchObject({ remedy: "fix", message: expect.stringContaining("キーを受け付けませんでした") });
  expect(JSON.stringify([told, desk.grid("連携ログ"), desk.ui.shown])).not.toMatch(/sandboxSecret|sandboxLicense/);
  expect(desk.rows("連携ログ")).toMatchObject([{ 結果: "失敗" }]);
});

test("once the key is over, every failing run says since when, to the person, in the log and on ダッシュボード", async () => {
  await open({ orders: [{ orderNumber: A }] });
  desk.shop.expireAt(new Date("2026-11-25T23:59:59+09:00"));
  await desk.importShipments();
  await desk.passes(2 * 24 * 60);
  const why = "2026/11/25に切れました";
  expect((await desk.importShipments()).message).toMatch(new RegExp(`受け付けませんでした.*\\n.*${why}`));
  expect(desk.ui.shown.at(-1)).toMatchObject({ kind: "alert", prompt: expect.stringContaining(why) });
  expect(desk.rows("連携ログ").at(-1)?.メッセージ).toContain(why);
  expect(desk.rows("ダッシュボード")).toContainEqual(
    expect.objectContaining({ 項目: "出荷指示を取得", 状態: "異常", 内容: expect.stringContaining(why) }),
  );
});

test("a run that a sheet stops warns and mails of the key's near end all the same", async () => {
  await open({ orders: [{ orderNumber: A }] });
  desk.shop.expireAt(new Date("2026-12-01T23:59:59+09:00"));
  desk.types("支払方法マスタ", "デフォルト", "連携対象支払方法ステータス", "", "operator@example.com");
  expect((await desk.importShipments()).message).toMatch(/「支払方法マスタ」[\s\S]*あと7日/);
  desk.batchUpdate([{ deleteSheet: { sheetId: desk.sheetId("出荷明細") } }], "operator@example.com");
  await desk.passes(4 * 24 * 60);
  expect((await desk.importShipments()).message).toMatch(/「出荷明細」[\s\S]*あと3日/);
  expect(desk.workbench.host.mail()).toHaveLength(2);
});

test("staff who hold no keys are told who does; the engineer's log is not", async () => {
  await open({ orders: [{ orderNumber: A }] });
  const { value, log } = await desk.run("updateShopStock", STAFF);
  expect(value).toMatchObject({ remedy: "fix", message: expect.stringContaining("operator@example.com") });
  expect(log.length).toBeGreaterThan(0);
  expect(JSON.stringify(log)).not.toContain("@");
});

test("an order that cannot be read is named with its field, the rest go on, and it is tried again", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B }] });
  desk.faults.next("getOrder", { corrupt: { "OrderModelList.0.PackageModelList.0.basketId": "x" } });
  const told = await desk.importShipments();
  expect(told).toMatchObject({
    remedy: "none",
    report: { counts: { added: 1 }, faults: [{ subject: A }] },
  });
  const message = desk.rows("連携ログ").find((row) => row.結果 === "エラー")?.メッセージ;
  expect(message).toMatch(new RegExp(`^${A}: .*（PackageModelList.0.basketId）`));
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { added: 1 }, faults: [] } });
  expect(desk.rows("連携ログ").find((row) => row.実行ID === `出荷指示を取得:${A}`)?.結果).toBe("解消");
  expect(
    desk
      .rows("出荷リスト")
      .map((row) => row.注文番号)
      .sort(),
  ).toEqual([A, B]);
});

const UNREADABLE = { "PackageModelList.0.basketId": "x" };
const logLine = (subject: string) => desk.rows("連携ログ").find((row) => row.実行ID === `出荷指示を取得:${subject}`);

test("an order of the list that cannot be read is not packed unasked: its row waits for an answer that can", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B }] });
  await desk.importShipments();
  desk.types("出荷リスト", A, "作業メモ", "電話済み");
  desk.shop.change(A, { overrides: UNREADABLE });
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { updated: 1 }, faults: [{ subject: A }] } });
  expect(desk.rows("出荷リスト")).toMatchObject([
    { 連携状態: "要確認", 確認事項: expect.stringContaining("basketId"), 作業メモ: "電話済み" },
    { 連携状態: "取込済" },
  ]);
  desk.shop.change(A, { overrides: {} });
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { updated: 1 }, faults: [] } });
  expect(desk.rows("出荷リスト")[0]).toMatchObject({ 連携状態: "取込済", 作業メモ: "電話済み" });
  expect(desk.rows("出荷リスト")[0]?.確認事項).toBeUndefined();
});

test("that an order was cancelled or shipped is told also when the rest of it cannot be read, and all is right once it can", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B }, { orderNumber: C }] });
  await desk.importShipments();
  desk.shop.cancel(A);
  desk.shop.cancel(B, { progress: 800 });
  desk.shop.setProgress(C, 500);
  for (const number of [A, B, C])
    desk.shop.change(number, { overrides: UNREADABLE, address: { subAddress: "試験町9" } });
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { updated: 3 } } });
  const told = [
    { 連携状態: "取消", 変更内容: expect.stringContaining("「900 キャンセル確定」になりました") },
    { 連携状態: "取消", 変更内容: expect.stringContaining("「800 キャンセル確定待ち」になりました") },
    { 連携状態: "出荷済" },
  ];
  expect(desk.rows("出荷リスト")).toMatchObject(told);
  for (const number of [A, B, C]) desk.shop.change(number, { overrides: {} });
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { updated: 3 }, faults: [] } });
  expect(desk.rows("出荷リスト")).toMatchObject(told.map((row) => ({ ...row, "番地・建物": "試験町9" })));
  expect(String(desk.rows("出荷リスト")[0]?.変更内容).split("キャンセル確定")).toHaveLength(2);
});

test("what failed is asked for until it needs no more taking, and its line says 解消 then", async () => {
  await open({
    orders: [{ orderNumber: A }, { orderNumber: B }, { orderNumber: C }].map((order) => ({
      ...order,
      overrides: UNREADABLE,
    })),
  });
  expect(await desk.importShipments()).toMatchObject({ report: { faults: [{}, {}, {}] } });
  desk.shop.setProgress(A, 500);
  desk.shop.change(A, { overrides: {} });
  desk.shop.cancel(B);
  desk.shop.remove(C);
  expect(await desk.importShipments()).toMatchObject({
    report: {
      faults: [],
      counts: {
        skipped: {
          "対象外のステータス（500 発送済）": 1,
          "対象外のステータス（900 キャンセル確定）": 1,
          楽天に見つからない注文: 1,
        },
      },
    },
  });
  expect([A, B, C].map((number) => logLine(number)?.結果)).toEqual(["解消", "解消", "解消"]);
  expect(await desk.importShipments()).toMatchObject({ rmsCalls: 1 });
});

test("every order that the search found is accounted for: taken, passed over with the reason, or told as an error", async () => {
  await open({
    orders: [
      { orderNumber: A },
      { orderNumber: B, overrides: UNREADABLE },
      { orderNumber: C },
      { settlementMethodCode: 2, progress: 100 },
      { settlementMethodCode: 1, progress: 100 },
      { settlementMethodCode: 9 },
    ],
  });
  fillIn("支払方法マスタ", "2", "連携対象支払方法ステータス", "100 注文確認待ち");
  desk.types("支払方法マスタ", "9", "取込対象外", true, "operator@example.com");
  // Found, and gone before it is asked for.
  desk.faults.next("getOrder", { shop: (shop) => shop.remove(C) });
  const { report } = await desk.importShipments();
  expect(report).toMatchObject({ counts: { found: 6, added: 2, updated: 0 }, faults: [{ subject: B }] });
  expect(Object.values(report?.counts.skipped ?? {})).toEqual([1, 1, 1]);
});

test("what somebody types into 注文番号 is told with its row, and never sent to Rakuten as an order", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B }] });
  await desk.importShipments();
  const type = (rowIndex: number, stringValue: string) =>
    desk.batchUpdate(
      [
        {
          updateCells: {
            start: { sheetId: desk.sheetId("出荷リスト"), rowIndex, columnIndex: 0 },
            rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
            fields: "userEnteredValue",
          },
        },
      ],
      "operator@example.com",
    );
  type(3, "ここから明日の分");
  expect(await desk.importShipments()).toMatchObject({
    rmsCalls: 2,
    report: { counts: { updated: 0 }, faults: [{ subject: "4行目" }] },
  });
  expect(desk.rows("出荷リスト")[2]).toEqual({ 注文番号: "ここから明日の分" });
  expect(logLine("4行目")).toMatchObject({
    結果: "エラー",
    メッセージ: expect.stringContaining("注文番号の形式ではない"),
  });

  // Over the number of an order: that comes back to its row, or the order would come anew and be packed a second time.
  type(3, "");
  type(2, "済");
  expect(await desk.importShipments()).toMatchObject({ rmsCalls: 2, report: { counts: { added: 0, updated: 1 } } });
  expect(logLine("4行目")).toMatchObject({ 結果: "解消" });
  const rows = desk.rows("出荷リスト");
  expect(rows.map((row) => row.注文番号)).toEqual([A, B]);
  expect(rows[1]).toMatchObject({
    変更内容: expect.stringContaining("「済」に書き換えられていたため、元に戻しました"),
  });
});

test("a missing sheet is named with its cure, in the log and to the person", async () => {
  await open({ orders: [{ orderNumber: A }] });
  desk.batchUpdate([{ deleteSheet: { sheetId: desk.sheetId("出荷明細") } }], "operator@example.com");
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("「出荷明細」"),
  });
  expect(desk.rows("出荷リスト")).toEqual([]);
  expect(desk.rows("連携ログ")).toMatchObject([{ 結果: "失敗", メッセージ: expect.stringContaining("初期設定") }]);
  await desk.run("setUp");
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added: 1 } } });
});

test("a renamed header is named, and 初期設定 repairs it without touching what is there", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B }] });
  await desk.importShipments();
  desk.types("出荷リスト", A, "作業メモ", "電話済み");
  const sheetId = desk.sheetId("出荷リスト");
  const columnIndex = desk.grid("出荷リスト")[0]?.indexOf("電話番号");
  desk.batchUpdate(
    [
      {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex },
          rows: [{ values: [{ userEnteredValue: { stringValue: "TEL" } }] }],
          fields: "userEnteredValue",
        },
      },
    ],
    "operator@example.com",
  );
  expect(await desk.importShipments()).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("「電話番号」"),
  });
  await desk.run("setUp");
  expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
  expect(desk.rows("出荷リスト")[0]).toMatchObject({
    注文番号: A,
    作業メモ: "電話済み",
    電話番号: "000-0000-0000",
  });
});

test("while one run is at work, a second is told who runs and since when", async () => {
  const staff = "staff@example.com";
  let second: Promise<unknown> | undefined;
  let refused = () => {};
  const refusal = new Promise<void>((resolve) => {
    refused = resolve;
  });
  const gate: Gate = {
    async pass({ user, name }) {
      // Whoever does not get the lock looks who has it.
      if (user === staff && name === "Properties.getProperty") refused();
      if (user !== staff && name === "UrlFetchApp.fetch") {
        second ??= desk.run("updateShopStock", staff).then(({ value }) => value);
        await refusal;
      }
      return serve;
    },
  };
  await open({ drawn: 30, gate });
  expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
  expect(await second).toMatchObject({
    remedy: "wait",
    message: expect.stringMatching(/operator@example\.com が 11\/24 10:30 から実行中/),
  });
});

test("orders that RMS gives twice on a page are neither doubled nor lost", async () => {
  await open({ orders: [{ orderNumber: A }, { orderNumber: B }, { orderNumber: C }] });
  desk.faults.next("searchOrder", { duplicate: true });
  await desk.importShipments();
  expect(
    desk
      .rows("出荷リスト")
      .map((row) => row.注文番号)
      .sort(),
  ).toEqual([A, B, C]);
});

test("what Rakuten fails to answer for a moment is asked again; what it keeps failing ends with a wait and loses nothing", async () => {
  await open({ orders: [{ orderNumber: A }] });
  desk.faults.next("searchOrder", { status: 503 }, { transport: "reset" });
  expect(await desk.importShipments()).toMatchObject({ remedy: "none", report: { counts: { added: 1 } } });
  desk.shop.add({ orderNumber: B });
  desk.faults.next("getOrder", ...Array.from({ length: 8 }, () => ({ status: 500 })));
  expect(await desk.importShipments()).toMatchObject({ remedy: "wait" });
  desk.faults.clear();
  await desk.importShipments();
  expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toEqual([A, B]);
});

test("a delivery method that no master knows is appended once, named on the row, and settled by the run after it was filled in", async () => {
  await open({
    orders: [
      { orderNumber: A, deliveryName: "特急便" },
      { orderNumber: B, deliveryName: "特急便" },
      { orderNumber: C },
    ],
  });
  await desk.importShipments();
  await desk.importShipments();
  const states = () => desk.rows("出荷リスト").map((row) => row.連携状態);
  expect(states()).toEqual(["要確認", "要確認", "取込済"]);
  expect(desk.rows("出荷リスト")[0]?.確認事項).toContain("「特急便」");
  expect(desk.rows("配送サービスマスタ").filter((row) => row.楽天の配送方法名 === "特急便")).toMatchObject([
    { 状態: "要確認" },
  ]);

  fillIn("配送サービスマスタ", "特急便", "配送会社", "1002 佐川急便");
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { added: 0, updated: 2 } } });
  expect(states()).toEqual(["取込済", "取込済", "取込済"]);
  expect(desk.rows("出荷リスト")[0]).toMatchObject({ 配送サービス: "佐川急便", 配送会社候補: "1002 佐川急便" });
  expect(desk.rows("出荷リスト")[0]?.確認事項).toBeUndefined();
  expect(desk.rows("配送サービスマスタ").find((row) => row.楽天の配送方法名 === "特急便")?.状態).toBeUndefined();
});

test("a time band is coded for its carrier; one that the carrier's master lacks is asked for", async () => {
  await open({
    orders: [
      { orderNumber: A, shippingTerm: 1416, deliveryDate: "2026-11-28" },
      { orderNumber: B, shippingTerm: 1921 },
      { orderNumber: C, shippingTerm: 2324 },
    ],
  });
  fillIn("配送サービスマスタ", "宅配便", "配送日数", 2);
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([
    { 時間帯コード: "1416", お届け希望日: 46_354, 出荷予定日: 46_352 },
    { 時間帯コード: "1921" },
    { 連携状態: "要確認", 確認事項: expect.stringContaining("「23時～24時」（1001 ヤマト運輸）") },
  ]);
  expect(desk.rows("配送時間帯マスタ").pop()).toEqual({
    配送会社: "1001 ヤマト運輸",
    楽天の時間帯: "23時～24時",
    状態: "要確認",
  });
});

test("flags, charges and the parts of the remarks stand in columns of their own", async () => {
  const remarks = "[配送日時指定:]\n午前中\n[備考:]\n静かに";
  await open({
    orders: [
      {
        orderNumber: A,
        remarks,
        settlementMethodCode: 2,
        flags: { deliveryCertPrg: true, oneDayOperation: true },
        packages: [
          {
            dropOffLocation: "玄関前",
            isolatedIsland: true,
            postage: 800,
            codFee: 330,
            lines: [{ includePostage: true }],
          },
        ],
      },
    ],
  });
  await desk.importShipments();
  expect(desk.rows("出荷リスト")[0]).toMatchObject({
    最強翌日配送: "最強翌日配送",
    当日出荷: "当日出荷",
    置き配: "玄関前",
    離島: "離島",
    送料: 800,
    代引料: 330,
    備考: remarks,
    日時指定: "午前中",
    店舗への連絡: "静かに",
  });
  expect(desk.rows("出荷明細")[0]).toMatchObject({ 送料込み: "送料込み" });
});

test("a social gift waits on the list until its receiver has told the address", async () => {
  await open({ orders: [{ orderNumber: A, packages: [{ socialGift: {} }] }] });
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "保留", 都道府県: "入力待ち" }]);
  desk.shop.change(A, (order) => ({
    ...order,
    packages: order.packages.map((each) => ({
      ...each,
      socialGift: each.socialGift === null ? null : { ...each.socialGift, completed: desk.shop.now() },
    })),
  }));
  await desk.importShipments();
  expect(desk.rows("出荷リスト")).toMatchObject([{ 連携状態: "取込済", 都道府県: "東京都" }]);
  expect(desk.rows("出荷リスト")[0]?.変更内容).toBeUndefined();
});

test("the product code comes from the chosen field, and a product without it keeps its line", async () => {
  await open({
    orders: [
      {
        orderNumber: A,
        lines: [{}, { itemName: "無番品", sku: { variantId: "v", merchantDefinedSkuId: null, skuInfo: null } }],
      },
    ],
  });
  await desk.run("saveSettings", "operator@example.com", [{ settings: { productCode: "merchantSkuId" } }]);
  await desk.importShipments();
  expect(desk.rows("出荷明細").map((row) => row.商品コード)).toEqual(["00001", undefined]);
  expect(desk.rows("出荷リスト")[0]).toMatchObject({
    連携状態: "要確認",
    確認事項: expect.stringContaining("「無番品」"),
  });
});

test("what became a shipment while the connection was down is caught up on, also when it is older than the period by then", async () => {
  await open({ orders: [{ orderNumber: A }] });
  await desk.importShipments();
  desk.shop.add({ orderNumber: B });
  await desk.passes(45 * 24 * 60);
  await desk.importShipments();
  expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toEqual([A, B]);
});

const many = (count: number, from = 10) =>
  Array.from({ length: count }, (_, index) => ({
    orderNumber: `123456-20261124-${String(index + from).padStart(10, "0")}`,
  }));

/** The next run has time for some hundreds of orders and no more. */
async function cutOff(): Promise<Notice> {
  desk.faults.next("getOrder", ...Array.from({ length: 30 }, () => ({ latency: 20_000 })));
  const notice = await desk.importShipments();
  desk.faults.clear();
  return notice;
}

test("more orders than one run has time for come over several, each going on where the last one stopped", async () => {
  const orders = many(1500);
  const numbers = orders.map(({ orderNumber }) => orderNumber);
  await open({ orders });
  const first = await cutOff();
  expect(first).toMatchObject({ remedy: "wait", message: expect.stringContaining("続きは次の実行で") });
  expect(desk.rows("連携ログ")).toMatchObject([{ 結果: "続きあり" }]);
  const rows = () => desk.rows("出荷リスト").map((row) => String(row.注文番号));
  const listed = rows();
  expect(listed).toHaveLength(sum(first.report?.counts.added));

  const left = numbers.find((number) => !listed.includes(number)) as string;
  desk.shop.cancel(listed[3] as string);
  desk.shop.cancel(left);
  await desk.passes(5);
  const preview = (await desk.run("previewShipments")).value as PreviewResult;
  const kinds = preview.done ? preview.preview.entries.map(({ kind }) => kind) : [];
  const { value } = await desk.run("importShipments");
  expect(value).toMatchObject({
    remedy: "none",
    report: { counts: { added: 1499 - listed.length, updated: 1 } },
  });
  expect(kinds.filter((kind) => kind === "取消")).toHaveLength(1);
  expect(kinds.filter((kind) => kind === "新規")).toHaveLength(1499 - listed.length);
  expect(rows().sort()).toEqual(numbers.filter((number) => number !== left));
  expect(desk.rows("出荷リスト").filter((row) => row.連携状態 === "取消")).toMatchObject([{ 注文番号: listed[3] }]);
}, 120_000);

test.each([0, 750, 1499])(
  "more orders that are none of the list's than a run has time for keep no other from it: the one is number %i of 1,500",
  async (at) => {
    const orders = many(1500).map((order) => ({ ...order, progress: 100 as const }));
    const { orderNumber } = orders[at] as { orderNumber: string };
    await open({ orders: orders.map((order) => (order.orderNumber === orderNumber ? { orderNumber } : order)) });
    desk.types("支払方法マスタ", "2", "連携対象支払方法ステータス", "100 注文確認待ち", OPERATOR);
    for (let runs = 0; runs < 2; runs++) expect(await cutOff()).toMatchObject({ remedy: "wait" });
    expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toEqual([orderNumber]);
    expect(await desk.importShipments()).toMatchObject({
      remedy: "none",
      report: { counts: { found: 1500, added: 0 } },
    });
  },
  120_000,
);

test("a run of many orders tells on the way how far it is and how long the rest takes, every few seconds", async () => {
  await open({ orders: many(1100) });
  await desk.importShipments();
  const toasts = desk.ui.shown.flatMap((shown) => (shown.kind === "toast" ? [shown.message] : []));
  const onTheWay = toasts.filter((message) => message.startsWith("注文を取得中: "));
  expect(onTheWay[0]).toMatch(/^注文を取得中: \d+ \/ 1,100件、残り約\d+秒$/);
  expect(onTheWay.length).toBeGreaterThanOrEqual(2);
  expect(onTheWay.length).toBeLessThanOrEqual(5);
  // The second step meets a payment method that the first has met: no reason to write it anew.
  const [met] = desk.rows("支払方法マスタ").filter((row) => row.初回確認日時 !== undefined);
  expect((Number(met?.初回確認日時) - Number(desk.rows("連携ログ")[0]?.日時)) * 86_400).toBeLessThan(2);
}, 120_000);

test("a refresh that runs out of time goes on with the oldest rows, and only the run that comes through says 完了", async () => {
  const orders = many(1500);
  await open({ orders });
  await desk.importShipments();
  const [{ orderNumber: gone }] = orders as [{ orderNumber: string }];
  desk.shop.change(orders[700]?.orderNumber as string, { address: { subAddress: "試験町9" } });
  desk.shop.cancel(gone);
  expect(await cutOff()).toMatchObject({ remedy: "wait", report: { finished: false } });
  const times = () => desk.rows("出荷リスト").map((row) => Number(row.最終確認日時));
  const started = Math.max(...times());
  expect(desk.rows("出荷リスト").find((row) => row.注文番号 === gone)).toMatchObject({ 連携状態: "取消" });
  await desk.passes(5);
  const { value } = await desk.run("importShipments");
  expect(value).toMatchObject({ remedy: "none" });
  const refreshed = times().filter((time) => time > started).length;
  expect(refreshed).toBeGreaterThan(0);
  expect(refreshed).toBeLessThan(1500);
  expect(desk.rows("出荷リスト").filter((row) => row.連携状態 === "変更あり")).toHaveLength(1);
}, 120_000);

test.each([
  { once: "already", imports: 1 },
  { once: "never", imports: 0 },
])(
  "when an import is cut off and the connection then down for longer than the period, nothing is lost: it had come to an end $once",
  async ({ imports }) => {
    const late = "123456-20261124-0000000001";
    await open({ orders: [{ orderNumber: late }] });
    desk.shop.setProgress(late, 200);
    await desk.run("saveSettings", "operator@example.com", [{ settings: { periodDays: 2 } }]);
    for (let n = 0; n < imports; n++) await desk.importShipments();
    for (const order of many(1500)) desk.shop.add(order);
    await desk.passes(5);
    expect(await cutOff()).toMatchObject({ remedy: "wait" });
    desk.shop.setProgress(late, 300);
    await desk.passes(5 * 24 * 60);
    expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
    expect(desk.rows("出荷リスト")).toHaveLength(1501);
    expect(desk.rows("出荷リスト").map((row) => row.注文番号)).toContain(late);
  },
  120_000,
);
