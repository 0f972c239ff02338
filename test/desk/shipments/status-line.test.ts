import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const A = "123456-20261123-0000000001";
const OPERATOR = "operator@example.com";

/** A desk that takes orders from this status on, whose shop has this order. */
async function open(target: string, progress: 100 | 200 | 300 | 400): Promise<void> {
  desk = await openDesk({ orders: [{ orderNumber: A, progress }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", OPERATOR);
  desk.types("支払方法マスタ", "デフォルト", "連携対象支払方法ステータス", target, OPERATOR);
}

const row = () => desk.rows("出荷リスト")[0];

async function movesTo(progress: 100 | 200 | 300 | 400 | 500 | 800 | 900) {
  desk.shop.setProgress(A, progress);
  await desk.importShipments();
  return row();
}

const PLAIN = { 連携状態: "取込済", 確認事項: undefined, 変更内容: undefined };
const shown = () => ({ 連携状態: row()?.連携状態, 確認事項: row()?.確認事項, 変更内容: row()?.変更内容 });

test("an order that jumps past its target between two runs arrives", async () => {
  await open("200 楽天処理中", 100);
  await desk.importShipments();
  expect(row()).toBeUndefined();
  await movesTo(300);
  expect(shown()).toEqual(PLAIN);
});

test("a listed order that moves on towards 発送待ち is still to be packed", async () => {
  await open("100 注文確認待ち", 100);
  await desk.importShipments();
  for (const progress of [200, 300] as const) {
    await movesTo(progress);
    expect(shown()).toEqual(PLAIN);
  }
});

test("an order whose change awaits its decision is held and then goes on; one that is not listed waits for it", async () => {
  await open("300 発送待ち", 400);
  await desk.importShipments();
  expect(row()).toBeUndefined();
  await movesTo(300);
  expect(await movesTo(400)).toMatchObject({ 連携状態: "保留", 確認事項: expect.stringContaining("400 変更確定待ち") });
  await movesTo(300);
  expect(shown()).toEqual(PLAIN);
});

test("a row whose order moved back before its target is held, and only a cancellation strikes it", async () => {
  await open("300 発送待ち", 300);
  await desk.importShipments();
  expect(await movesTo(200)).toMatchObject({ 連携状態: "保留", 確認事項: expect.stringContaining("より前") });
  expect(await movesTo(800)).toMatchObject({ 連携状態: "取消", 変更内容: expect.stringContaining("になりました") });
  expect(await movesTo(300)).toMatchObject({ 連携状態: "変更あり", 変更内容: expect.stringContaining("に戻りました") });
  expect(await movesTo(500)).toMatchObject({ 連携状態: "出荷済" });
});

test("a parcel whose order comes back from 発送済 is not simply packed once more", async () => {
  await open("300 発送待ち", 300);
  await desk.importShipments();
  desk.types("出荷リスト", A, "伝票番号", "425792000001");
  expect(await movesTo(500)).toMatchObject({ 連携状態: "出荷済" });
  expect(await movesTo(300)).toMatchObject({
    連携状態: "変更あり",
    変更内容: expect.stringMatching(/ステータスが「300 発送待ち」に戻りました。$/),
  });
});

test("who wants the literal rule takes orders at their target alone, and hears why a row is outside", async () => {
  await open("200 楽天処理中", 300);
  await desk.run("saveSettings", OPERATOR, [{ settings: { pastTarget: "left" } }]);
  await desk.importShipments();
  expect(row()).toBeUndefined();
  await movesTo(200);
  expect(shown()).toEqual(PLAIN);
  expect(await movesTo(300)).toMatchObject({
    連携状態: "保留",
    確認事項: expect.stringMatching(/過ぎているため.*「API接続設定」の「対象ステータスを過ぎた注文」/),
  });
  await desk.run("saveSettings", OPERATOR, [{ settings: { pastTarget: "taken" } }]);
  await desk.importShipments();
  expect(shown()).toEqual(PLAIN);
});
