import { expect, test } from "vitest";
import type { Addressee, Order, Package, ShippingRecord } from "../../src/shop/order.ts";
import { orderQuestions } from "../../src/shop/order-questions.ts";
import type { OwnParcels } from "../../src/shop/shipped-elsewhere.ts";
import { destination, line, order } from "../support/order.ts";

/** What is asked of the first destination of an order that is plain but for this. */
const questions = (of: Partial<Order> = {}, to: Partial<Package> = {}, own?: OwnParcels): string[] => {
  const first = destination(to);
  return orderQuestions(order({ packages: [first], ...of }), first, own);
};

const cod = { payment: { code: 2, name: "代金引換" } };

test("a plain order asks nothing", () => {
  expect(questions()).toEqual([]);
  expect(questions(cod)).toEqual([]);
  expect(questions({ packages: [destination(), destination({ basketId: 2 })] })).toEqual([]);
  expect(questions({}, { lines: [line(), line({ detailId: 2 })] })).toEqual([]);
});

test("destinations that share one 送付先ID are all named on the one row that they have", () => {
  const [first, second] = [destination(), destination()].map((one, at) => ({
    ...one,
    addressee: { ...one.addressee, name: `見本 ${"一二"[at]}郎`, city: `試験市${at + 1}` },
  })) as [Package, Package];
  const [question, ...more] = orderQuestions(order({ packages: [first, second, destination({ basketId: 2 })] }), first);
  expect(question).toContain(`送付先ID ${first.basketId} の送付先が2件あります`);
  expect(question).toContain("試験市1 見本 一郎 / ");
  expect(question).toContain("試験市2 見本 二郎");
  expect(more).toEqual([]);
});

test("an order without a payment method is asked about", () => {
  expect(questions({ payment: { code: 0, name: "" } })).toEqual([expect.stringContaining("支払方法がありません")]);
});

test.each(["", "　"])("an order with the delivery method %j is asked about", (deliveryMethod) => {
  expect(questions({ deliveryMethod })).toEqual([expect.stringContaining("配送方法がありません")]);
});

test("cash on delivery to several destinations is asked about, since RMS gives one amount for all of them", () => {
  expect(questions({ ...cod, packages: [destination(), destination({ basketId: 2 })] })).toEqual([
    expect.stringMatching(/代金引換で送付先が複数です.*送付先ごとの代引金額をRMSで確認/),
  ]);
});

test.each(["コンビニ受取", "郵便局受取"])(
  "%s without a store is asked about, and with one it is not",
  (deliveryMethod) => {
    expect(questions({ deliveryMethod })).toEqual([expect.stringContaining(`受取店舗がありません`)]);
    expect(questions({ deliveryMethod }, { dropOff: "店舗受取" })).toEqual([]);
  },
);

test("an item with two SKUs is asked about: RMS does not say how many of each", () => {
  expect(questions({}, { lines: [line(), line({ variantId: "sku-2" })] })).toEqual([
    expect.stringContaining("SKUごとの数量が不明です"),
  ]);
});

const to = (given: Partial<Addressee>): Pick<Package, "addressee"> => ({
  addressee: { ...destination().addressee, ...given },
});

test.each<[Partial<Addressee>, string]>([
  [{ name: "" }, "お届け先氏名"],
  [{ postcode: "" }, "郵便番号"],
  [{ postcode: "100" }, "郵便番号"],
  [{ postcode: "100-000" }, "郵便番号"],
  [{ prefecture: "" }, "都道府県"],
  [{ city: " " }, "市区町村"],
  [{ street: "　" }, "番地・建物"],
  [{ phone: "" }, "電話番号"],
  [{ phone: "0000-0000" }, "電話番号"],
])("a label with %o lacks its %s", (given, field) => {
  expect(questions({}, to(given))).toEqual([`注文に${field}がありません。RMSで確認してください。`]);
});

test("each field that a label lacks is asked for", () => {
  expect(questions({}, to({ postcode: "", street: "", phone: "" }))).toHaveLength(3);
});

test("a name without a second part, a number without hyphens and wide digits are enough for a label", () => {
  expect(questions({}, to({ name: "見本商会", postcode: "１００００００", phone: "0000000000" }))).toEqual([]);
});

test("an address abroad has a postcode and a phone number of its own kind, and needs them too", () => {
  const abroad = { prefecture: "海外", postcode: "SW1A 1AA", phone: "+44 0000" };
  expect(questions({}, to(abroad))).toEqual([]);
  expect(questions({}, to({ ...abroad, postcode: "", phone: "" }))).toHaveLength(2);
});

test("a store's address is one text, and only what a label cannot do without is asked for", () => {
  const picked = { deliveryMethod: "コンビニ受取" };
  const store = to({ prefecture: "", city: "" }).addressee;
  expect(questions(picked, { dropOff: "店舗受取", addressee: store })).toEqual([]);
  expect(questions(picked, { dropOff: "店舗受取", addressee: { ...store, postcode: "" } })).toEqual([
    expect.stringContaining("郵便番号"),
  ]);
});

test("an address that its receiver has yet to tell is not asked for", () => {
  const nothing = { name: "", kana: "", postcode: "", prefecture: "", city: "", street: "", phone: "" };
  expect(questions({}, { awaiting: { until: null }, addressee: nothing })).toEqual([]);
});

test.each(["店頭受取", "発送を伴わない"])("%s needs no label", (deliveryMethod) => {
  expect(questions({ deliveryMethod }, to({ postcode: "", phone: "" }))).toEqual([]);
});

test("each warning of Rakuten is asked about in its words", () => {
  expect(questions({ cautions: ["注意喚起: 受取拒否"] })).toEqual([
    expect.stringContaining("楽天の警告「注意喚起: 受取拒否」"),
  ]);
  expect(questions({ beingChecked: true })).toEqual([expect.stringContaining("楽天が確認中")]);
});

const record = (given: Partial<ShippingRecord>): ShippingRecord => ({
  detailId: 7001,
  carrier: "1001",
  trackingNumber: "",
  shippedOn: "",
  ...given,
});

test.each<[Partial<ShippingRecord>, string]>([
  [{ trackingNumber: "425792000001" }, "（ヤマト運輸 425792000001）"],
  [{ shippedOn: "2026/11/24" }, "（ヤマト運輸、2026/11/24）"],
  [{ trackingNumber: "425792000001", shippedOn: "2026/11/24", carrier: "" }, "（425792000001、2026/11/24）"],
  [{ trackingNumber: "-", carrier: "9999" }, "（9999 -）"],
  [{ shippedOn: "出荷済" }, "（ヤマト運輸、出荷済）"],
])("what RMS holds of a parcel, %o, is asked about", (given, named) => {
  expect(questions({}, { shippingRecords: [record({}), record(given)] })).toEqual([expect.stringContaining(named)]);
});

test("carriers alone say nothing of shipping", () => {
  expect(questions({}, { shippingRecords: [record({}), record({ carrier: "1000", detailId: null })] })).toEqual([]);
});

test.each<[string, string]>([
  ["425792000001", "425792000001"],
  ["4257-9200-0001", "425792000001"],
  ["４２５７９２０００００１", "4257-9200-0001"],
  ["111122223333、425792000001", "425792000001"],
  ["111122223333\n425792000001", "425792000001 111122223333"],
  ["111122223333・425792000001（2個口）", "425792000001"],
  ["ee123456789jp", "EE123456789JP"],
])("numbers that staff have on the row, %j, are theirs when RMS has %j", (typed, held) => {
  const shippingRecords = [record({ trackingNumber: held, shippedOn: "2026/11/24" })];
  expect(questions({}, { shippingRecords }, { trackingNumber: typed, shippedOn: null })).toEqual([]);
});

test("another number than the one on the row is asked about, and the row's own is not named", () => {
  const shippingRecords = [record({ trackingNumber: "1111" }), record({ trackingNumber: "2222" })];
  const [question] = questions({}, { shippingRecords }, { trackingNumber: "1111", shippedOn: null });
  expect(question).toContain("2222");
  expect(question).not.toContain("1111");
});

test("a day without a number, as of a parcel that is not tracked, is the row's when staff have the same", () => {
  const shippingRecords = [record({ shippedOn: "2026/11/24" })];
  expect(questions({}, { shippingRecords }, { trackingNumber: "", shippedOn: 46350.5 })).toEqual([]);
  expect(questions({}, { shippingRecords }, { trackingNumber: "", shippedOn: 46351 })).toHaveLength(1);
  expect(questions({}, { shippingRecords }, { trackingNumber: "", shippedOn: 1e12 })).toHaveLength(1);
});
