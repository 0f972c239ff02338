import { afterEach, expect, test } from "vitest";
import type { Person, ShippingRecord } from "../../../workbench/rms/shop/order.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const A = "123456-20261123-0000000001";
const B = "123456-20261123-0000000002";
type Orders = NonNullable<Parameters<typeof openDesk>[0]>["orders"];

/** The list after an import; 宅配便 goes by ヤマト運輸. */
async function listed(orders: Orders = [{ orderNumber: A }]) {
  desk = await openDesk({ orders });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", "operator@example.com");
  return imported();
}
async function imported() {
  await desk.importShipments();
  return desk.rows("出荷リスト");
}

const record = (given: Partial<ShippingRecord> = {}): ShippingRecord => ({
  shippingDetailId: 7001,
  shippingNumber: null,
  deliveryCompany: "1001",
  shippingDate: null,
  ...given,
});
const shipped = record({ shippingNumber: "425792000001", shippingDate: "2026-11-24" });

test("a destination that was shipped in RMS already is asked about, and only that one", async () => {
  const [first, second] = await listed([{ orderNumber: A, packages: [{ shippings: [shipped] }, {}] }]);
  expect(first).toMatchObject({
    連携状態: "要確認",
    RMSの発送明細ID: "7001",
    RMSの配送会社: "1001 ヤマト運輸",
    RMSの伝票番号: "425792000001",
    RMSの発送日: "2026/11/24",
  });
  expect(first?.確認事項).toMatch(/RMSに発送情報が入力されています（ヤマト運輸 425792000001、2026\/11\/24）/);
  expect(second).toMatchObject({ 連携状態: "取込済" });
  expect(second).not.toHaveProperty("確認事項");
});

test("a number alone or a day alone in RMS is enough to ask", async () => {
  const [byNumber, byDay] = await listed([
    { orderNumber: A, packages: [{ shippings: [record({ shippingNumber: "425792000001" })] }] },
    { orderNumber: B, packages: [{ shippings: [record({ shippingDate: "2026-11-24" })] }] },
  ]);
  expect(byNumber).toMatchObject({ 連携状態: "要確認", 確認事項: expect.stringContaining("425792000001") });
  expect(byDay).toMatchObject({ 連携状態: "要確認", 確認事項: expect.stringContaining("2026/11/24") });
});

test("a carrier alone, as shops have it set at purchase, leaves the row plain", async () => {
  const [row] = await listed([{ orderNumber: A, packages: [{ shippings: [record()] }] }]);
  expect(row).toMatchObject({ 連携状態: "取込済", RMSの配送会社: "1001 ヤマト運輸" });
  expect(row).not.toHaveProperty("確認事項");
});

test("numbers that are uploaded to RMS after the import are told and asked about, until staff have them on the row", async () => {
  await listed();
  desk.shop.uploadShippingCsv(
    `注文番号,送付先ID,発送明細ID,お荷物伝票番号,配送会社,発送日\n${A},,,425792000001,1001,2026-11-24\n`,
  );
  const [row] = await imported();
  expect(row).toMatchObject({ 連携状態: "要確認", 確認事項: expect.stringContaining("425792000001") });
  expect(row?.変更内容).toMatch(/RMSの伝票番号: （空） → 425792000001\n.*RMSの発送日: （空） → 2026\/11\/24/);
  desk.types("出荷リスト", A, "伝票番号", "4257-9200-0001");
  const [settled] = await imported();
  expect(settled).toMatchObject({ 連携状態: "変更あり" });
  expect(settled).not.toHaveProperty("確認事項");
});

test("a report of what staff typed is no news", async () => {
  await listed();
  desk.types("出荷リスト", A, "伝票番号", "425792000001");
  desk.shop.change(A, (order) => ({
    ...order,
    packages: order.packages.map((each) => ({ ...each, shippings: [shipped] })),
  }));
  const [row] = await imported();
  expect(row).toMatchObject({ 連携状態: "取込済", RMSの伝票番号: "425792000001" });
  expect(row).not.toHaveProperty("変更内容");
});

const orderOf = (place: number): string => `123456-20261123-${String(place + 1).padStart(10, "0")}`;

const warnings: [object, string][] = [
  [{ cautionDisplayType: 1, cautionDisplayDetailType: 101 }, "注意喚起: 前払い未払い"],
  [{ cautionDisplayType: 1, cautionDisplayDetailType: 102 }, "注意喚起: 受取拒否"],
  [{ cautionDisplayType: 1, cautionDisplayDetailType: 103 }, "注意喚起: 長期不在による受取拒否"],
  [{ cautionDisplayType: 1, cautionDisplayDetailType: 104 }, "注意喚起: 開梱後の返品"],
  [{ cautionDisplayType: 1, cautionDisplayDetailType: 105 }, "注意喚起: 高いサービスレベルの要望"],
  [{ cautionDisplayType: 2 }, "キャンセル確定"],
];
const asked = warnings.map(([, words]) => ({
  連携状態: "要確認",
  確認事項: expect.stringContaining(`楽天の警告「${words}」`),
  楽天の警告: words,
}));

test("each warning of Rakuten is asked about in words", async () => {
  const orders = warnings.map(([given], place) => ({ orderNumber: orderOf(place), ...given }));
  expect(await listed(orders)).toMatchObject(asked);
});

test("each warning of Rakuten that comes after the import is told and asked about", async () => {
  await listed(warnings.map((_, place) => ({ orderNumber: orderOf(place) })));
  for (const [place, [given]] of warnings.entries()) desk.shop.change(orderOf(place), given);
  const rows = await imported();
  expect(rows).toMatchObject(asked);
  for (const [place, [, words]] of warnings.entries())
    expect(rows[place]?.変更内容).toContain(`楽天の警告: （空） → ${words}`);
});

test("an order that Rakuten still checks is asked about for as long as it does", async () => {
  desk = await openDesk({ orders: [{ orderNumber: A, progress: 100, flags: { rakutenConfirming: true } }] });
  desk.types("配送サービスマスタ", "宅配便", "配送会社", "1001 ヤマト運輸", "operator@example.com");
  desk.types("支払方法マスタ", "1", "連携対象支払方法ステータス", "100 注文確認待ち", "operator@example.com");
  expect(await imported()).toMatchObject([{ 連携状態: "要確認", 確認事項: expect.stringContaining("楽天が確認中") }]);
  desk.shop.change(A, (order) => ({ ...order, flags: { ...order.flags, rakutenConfirming: false } }));
  const [row] = await imported();
  expect(row).toMatchObject({ 連携状態: "取込済" });
  expect(row).not.toHaveProperty("変更内容");
});

test("staff see on the row what the shop wrote in RMS, as it was written, and hear when it changes", async () => {
  const coupon = { couponCode: "MIHN", couponName: "見本", couponSummary: "", expiryDate: "2026-12-31", couponUnit: 1 };
  const [row] = await listed([
    {
      orderNumber: A,
      orderType: 4,
      memo: "=同梱\n+1",
      subStatusId: 102,
      usedPoint: 30,
      coupons: [{ ...coupon, couponCapitalCode: 1, couponPrice: 200 }],
      lines: [{ delvdateInfo: "3営業日以内に発送します。" }],
    },
  ]);
  expect(row).toMatchObject({
    連携状態: "取込済",
    注文種別: "定期購入",
    ひとことメモ: "=同梱\n+1",
    サブステータス: "=印刷済み",
    納期情報: "3営業日以内に発送します。",
    クーポン利用額: 200,
    ポイント利用額: 30,
  });
  expect(desk.rows("出荷明細")).toMatchObject([{ 納期情報: "3営業日以内に発送します。" }]);
  desk.shop.change(A, { memo: "同梱しない", subStatusId: null });
  const [changed] = await imported();
  expect(changed?.変更内容).toMatch(/^\S+ \S+ ひとことメモ: =同梱 \+1 → 同梱しない$/);
});

const labels: [Partial<Person>, string][] = [
  [{ phoneNumber1: null, phoneNumber2: null, phoneNumber3: null }, "電話番号"],
  [{ zipCode1: "", zipCode2: "" }, "郵便番号"],
  [{ zipCode1: "100", zipCode2: "" }, "郵便番号"],
  [{ prefecture: "" }, "都道府県"],
  [{ city: "" }, "市区町村"],
  [{ subAddress: "" }, "番地・建物"],
  [{ familyName: "", firstName: null }, "お届け先氏名"],
];

test("each thing that a label needs and the order lacks is asked about", async () => {
  const orders = labels.map(([address], place) => ({ orderNumber: orderOf(place), address }));
  expect(await listed(orders)).toMatchObject(
    labels.map(([, field]) => ({
      連携状態: "要確認",
      確認事項: `注文に${field}がありません。RMSで確認してください。`,
    })),
  );
});

test("a postcode of another prefecture is pointed out and stops nothing", async () => {
  const [doubted, plain] = await listed([
    { orderNumber: A, address: { zipCode1: "530", zipCode2: "0000" } },
    { orderNumber: B },
  ]);
  expect(doubted).toMatchObject({
    連携状態: "取込済",
    注意点: "郵便番号（530-0000）は東京都のものではないようです。お届け先を確認してください。",
  });
  expect(doubted).not.toHaveProperty("確認事項");
  expect(plain).not.toHaveProperty("注意点");
});

test("a social gift that awaits its address is asked for nothing that its receiver has yet to tell", async () => {
  const [row] = await listed([{ orderNumber: A, packages: [{ socialGift: {} }] }]);
  expect(row).toMatchObject({ 連携状態: "保留", 確認事項: expect.not.stringContaining("がありません") });
  expect(row).not.toHaveProperty("注意点");
});
