import { expect, test } from "vitest";
import { conditionFields } from "../../../../src/desk/masters/rules/condition-fields.ts";
import { type Condition, conditionOf, confirmationsFor } from "../../../../src/desk/masters/rules/conditions.ts";
import { drafted } from "../../../../src/desk/shipments/rules/draft.ts";
import { shipmentLineTable } from "../../../../src/desk/shipments/shipment-line-table.ts";
import { shipmentTable } from "../../../../src/desk/shipments/shipment-table.ts";
import type { Order, Package } from "../../../../src/shop/order.ts";
import { destination, line, order } from "../../../support/order.ts";
import { plainWays } from "../../../support/rules.ts";

/** Two products, of which the second has neither code nor choice, to 沖縄県 with a comment. */
const there: Package = destination({
  addressee: { ...destination().addressee, prefecture: "沖縄県", city: "那覇市" },
  noshi: "御祝",
  lines: [
    line({ manageNumber: "ABC-001", name: "見本 Ｔシャツ", choice: "色:赤", units: 2, price: 1500 }),
    line({ detailId: 2, manageNumber: "", name: "手さげ袋", choice: "", units: 1, price: null }),
    line({ detailId: 3, manageNumber: "GONE-1", name: "消えた品", units: 0 }),
  ],
});
const bought: Partial<Order> = {
  remarks: "[備考:]\n領 収 書をＰＤＦでください",
  requestPrice: 12_000,
  wishedDate: 46_354,
  packages: [there],
};

function matches(field: string, operator: string, value: string, given: Partial<Order> = bought): boolean {
  const condition = conditionOf({ field, operator, value, message: "見てください" });
  if (Array.isArray(condition)) throw new Error(JSON.stringify(condition));
  const complete = order(given);
  const { shipment, lines } = drafted(complete, complete.packages[0] as Package, {
    ...plainWays,
    delivery: () => ({ carrier: "1001", service: "ヤマト宅急便", temperature: "常温", leadDays: 1 }),
    band: () => "",
    productCode: ({ manageNumber }) => manageNumber,
    productCodeName: "商品管理番号",
  });
  return confirmationsFor({ shipment, lines }, [condition]).length > 0;
}

test.each([
  ["備考", "含む", "領収書", true],
  ["備考", "含む", "pdf", true],
  ["備考", "含む", "のし", false],
  ["備考", "含まない", "のし", true],
  ["備考", "含まない", "領収書", false],
  ["備考", "空でない", "", true],
  ["備考", "空", "", false],
  ["のし", "一致", " 御祝 ", true],
  ["のし", "一致しない", "御祝", false],
  ["ギフト", "空", "", true],
  ["都道府県", "一致", "沖縄県", true],
  ["都道府県", "一致", "沖縄", false],
  ["お届け先住所", "で始まる", "沖縄県 那覇市", true],
  ["郵便番号", "で終わる", "0000", true],
  ["商品コード", "一致", "abc-001", true],
  ["商品コード", "一致", "ＡＢＣ-001", true],
  ["商品コード", "一致", "GONE-1", false],
  ["商品コード", "一致しない", "abc-001", false],
  ["商品コード", "一致しない", "XYZ", true],
  ["商品コード", "空", "", true],
  ["商品名", "含む", "Tシャツ", true],
  ["商品名", "含まない", "袋", false],
  ["商品名", "含まない", "帽子", true],
  ["項目選択肢", "空でない", "", true],
  ["数量", "以上", "2", true],
  ["数量", "以上", "3", false],
  ["単価", "未満", "1500", false],
  ["単価", "空", "", true],
  ["個数", "一致", "3", true],
  ["個数", "一致", "３個", true],
  ["個数", "一致しない", "3", false],
  ["請求金額", "以上", "12,000円", true],
  ["請求金額", "より大きい", "12000", false],
  ["請求金額", "以下", "¥12,000", true],
  ["お届け希望日", "以上", "2026/11/28", true],
  ["お届け希望日", "以下", "2026年11月27日", false],
  ["お届け希望日", "一致", "46354", true],
  ["注文日時", "一致", "2026/11/24", true],
  ["配送サービス", "含む", "宅急便", true],
])("%s %s %j: %s", (field, operator, value, fits) => {
  expect(matches(field, operator, value)).toBe(fits);
});

test("what is not fixed is neither large nor small, and not the amount that was named", () => {
  const open: Partial<Order> = { ...bought, requestPrice: null };
  expect(["以上", "以下", "一致"].map((operator) => matches("請求金額", operator, "0", open))).toEqual([
    false,
    false,
    false,
  ]);
  expect(matches("請求金額", "空", "", open)).toBe(true);
  expect(matches("請求金額", "一致しない", "0", open)).toBe(true);
});

test("a message stands once however many conditions give it, and one without is told by its condition", () => {
  const fits = { kind: "text", values: () => ["のし"] } as const;
  const condition = (message: string): Condition => ({ field: fits, fits: () => true, message });
  const subject = { shipment: {}, lines: [] } as never;
  expect(confirmationsFor(subject, ["A", "B", "A"].map(condition))).toEqual(["A", "B"]);
  expect(conditionOf({ field: "備考", operator: "含む", value: "のし", message: " \n " })).toMatchObject({
    message: expect.stringMatching(/「備考」.*のし 含む/),
  });
});

test("a field that people chose under its former name means what it meant", () => {
  const condition = (field: string) => conditionOf({ field, operator: "一致", value: "午前", message: "朝" });
  expect(condition("お届け時間帯")).toMatchObject({ field: (condition("時間帯") as Condition).field, message: "朝" });
});

test("the fields have the names of the columns that people know", () => {
  const headers = [shipmentTable, shipmentLineTable].flatMap(({ columns }) =>
    Object.values(columns).map(({ header }) => header),
  );
  expect(Object.keys(conditionFields).filter((name) => !headers.includes(name))).toEqual(["お届け先住所"]);
});
