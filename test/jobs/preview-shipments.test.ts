import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../support/desk.ts";

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
}

test("the preview tells what a run would add, change and cancel, and the run then does just that", async () => {
  await opened();
  const { value } = await desk.run("previewShipments");
  expect(value).toMatchObject({
    done: true,
    preview: {
      entries: [
        { kind: "取消", orderNumber: A, detail: expect.stringContaining("キャンセル確定") },
        { kind: "変更", orderNumber: B, state: "変更あり", detail: expect.stringContaining("→ 試験町9") },
        { kind: "新規", orderNumber: C, state: "要確認", detail: expect.stringContaining("「特急便」") },
      ],
      finished: true,
    },
  });
  expect(await desk.importShipments()).toMatchObject({ report: { added: 1, updated: 2 } });
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
