import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
const C = "123456-20261123-0000000003";
const SHEETS = ["ダッシュボード", "出荷リスト", "出荷明細", "配送サービスマスタ", "支払方法マスタ", "連携ログ"];

async function opened() {
  desk = await openDesk({ orders: [{ orderNumber: A }, { orderNumber: B }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", "operator@example.com");
  await desk.importShipments();
  desk.shop.cancel(A);
  desk.shop.change(B, { address: { subAddress: "試験町9" } });
  desk.shop.add({ orderNumber: C, deliveryName: "特急便" });
  await desk.passes(30);
}

test("the preview tells what a run would add, change and cancel, and the run then does just that", async () => {
  await opened();
  const { value } = await desk.run("previewShipments");
  expect(value).toMatchObject({
    done: true,
    preview: {
      entries: [
        { kind: "新規", orderNumber: C, state: "要確認", detail: expect.stringContaining("「特急便」") },
        { kind: "取消", orderNumber: A, detail: expect.stringContaining("キャンセル確定") },
        { kind: "変更", orderNumber: B, state: "変更あり", detail: expect.stringContaining("→ 試験町9") },
      ],
      finished: true,
    },
  });
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { added: 1, updated: 2 } } });
  expect((await desk.run("previewShipments")).value).toMatchObject({ preview: { entries: [] } });
});

test("nothing is written: not a row, not a log line, not a master", async () => {
  await opened();
  const before = SHEETS.map(desk.grid);
  const { calls } = await desk.run("previewShipments");
  expect(calls.filter(({ name }) => name === "Sheets.Spreadsheets.batchUpdate")).toEqual([]);
  expect(SHEETS.map(desk.grid)).toEqual(before);
});

test("the menu opens a dialog that asks for the preview by itself", async () => {
  desk = await openDesk();
  await desk.run("showPreview");
  expect(desk.ui.shown.filter(({ kind }) => kind === "dialog")).toMatchObject([
    { title: "取得内容を確認", html: expect.stringContaining("previewShipments") },
  ]);
});

test("staff without keys hear who holds them", async () => {
  desk = await openDesk();
  expect((await desk.run("previewShipments", "staff@example.com")).value).toMatchObject({
    done: false,
    message: expect.stringContaining("operator@example.com"),
  });
});

const OPERATOR = "operator@example.com";
const previewed = async () => (await desk.run("previewShipments")).value as { preview: { entries: object[] } };
const row = () => desk.rows("出荷リスト")[0];

test("a row that just follows a master is listed with the columns that change", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, deliveryDate: "2026-12-01" }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.importShipments();
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1002 佐川急便", OPERATOR);
  desk.types("配送サービスマスタ", "宅配便", "配送日数", 3, OPERATOR);
  expect(await previewed()).toMatchObject({
    preview: { entries: [{ kind: "変更", state: "取込済", detail: "更新: 出荷予定日、配送サービス、配送会社候補" }] },
  });
  await desk.importShipments();
  expect(row()).toMatchObject({ 連携状態: "取込済", 配送会社候補: "1002 佐川急便" });
  expect((await previewed()).preview.entries).toEqual([]);
});

test("for a parcel that is labelled already, another carrier in the master is a change to look at", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, deliveryDate: "2026-12-01" }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.importShipments();
  desk.types("出荷リスト", A, "伝票番号", "1234");
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1002 佐川急便", OPERATOR);
  desk.types("配送サービスマスタ", "宅配便", "配送日数", 3, OPERATOR);
  const told = expect.stringMatching(
    /配送会社候補: 1001 ヤマト運輸 → 1002 佐川急便\n.*出荷予定日: 2026\/11\/30 → 2026\/11\/28/,
  );
  expect(await previewed()).toMatchObject({ preview: { entries: [{ state: "変更あり", detail: told }] } });
  await desk.importShipments();
  expect(row()).toMatchObject({ 連携状態: "変更あり", 変更内容: told });
});

test("what the shop changes is listed and told on the row, although somebody typed into an API cell of it", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  await desk.importShipments();
  desk.types("出荷リスト", A, "店舗への連絡", "電話済", OPERATOR);
  desk.types("出荷リスト", A, "注文日時", 1e300, OPERATOR);
  desk.shop.change(A, { address: { subAddress: "試験町9" }, units: 7 });
  const told = expect.stringMatching(/→ 試験町9（シート上の書き換えを含みます）.*店舗への連絡: 電話済.*数量: .* → 7$/s);
  expect(await previewed()).toMatchObject({ preview: { entries: [{ state: "変更あり", detail: told }] } });
  await desk.importShipments();
  expect(row()).toMatchObject({ 連携状態: "変更あり", 変更内容: told, 個数: 7 });
  expect(row()?.店舗への連絡).toBeUndefined();
});

test("an order that comes without a destination is told as an error, and is not lost when it gets one", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  desk.faults.next("getOrder", ...[1, 2].map(() => ({ corrupt: { "OrderModelList.0.PackageModelList": [] } })));
  expect(await previewed()).toMatchObject({
    preview: { entries: [], faults: [expect.stringMatching(`${A}.*送付先がありません`)] },
  });
  expect(await desk.importShipments()).toMatchObject({
    report: { counts: { found: 1, added: 0 }, faults: [{ subject: A }] },
  });
  expect(await desk.importShipments()).toMatchObject({ report: { counts: { added: 1 }, faults: [] } });
});
