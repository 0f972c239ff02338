import { expect, test } from "vitest";
import { copyOf } from "../../../../src/desk/shipments/rules/copies.ts";
import { drafted } from "../../../../src/desk/shipments/rules/draft.ts";
import { doubtText } from "../../../../src/desk/shipments/rules/entry-doubts.ts";
import { unknownToShop } from "../../../../src/desk/shipments/rules/lost-orders.ts";
import {
  asking,
  askingText,
  questionsOf,
  type Reason,
  reasonOf,
} from "../../../../src/desk/shipments/rules/reasons.ts";
import { withOldTick } from "../../../../src/desk/shipments/rules/report-permission.ts";
import { listedStanding, withState } from "../../../../src/desk/shipments/rules/row-state.ts";
import type { Shipment, ShipmentRules } from "../../../../src/desk/shipments/rules/shipment.ts";
import { refusedOrder } from "../../../../src/rms/order/orders.ts";
import type { Order } from "../../../../src/shop/order.ts";
import { destination, line, order } from "../../../support/order.ts";
import { plainWays } from "../../../support/rules.ts";

const service = { carrier: "1001", service: "ヤマト宅急便", temperature: "常温", leadDays: 2 } as const;
const rules: ShipmentRules = {
  ...plainWays,
  delivery: () => service,
  band: () => "1416",
  productCode: (one) => one.manageNumber,
  productCodeName: "商品管理番号",
};
const row = (given: Partial<Order> = {}, given2: Partial<ShipmentRules> = {}): Shipment => {
  const of = order(given);
  return drafted(of, of.packages[0] as Order["packages"][number], { ...rules, ...given2 }).shipment;
};
const reasonsOf = (shipment: Shipment): Reason[] => questionsOf(shipment).map(reasonOf);
const names = (shipment: Shipment): string[] => reasonsOf(shipment).map(({ name }) => name);
const targets = { default: 300, byCode: new Map(), excluded: new Set<number>(), pastTarget: "taken" } as const;

const bySheets = (name: string, of = ""): Reason => ({ name, of, by: "masters" });
const byShop = (name: string, of = ""): Reason => ({ name, of, by: "shop" });
const byPeople = (name: string, of = ""): Reason => ({ name, of, by: "people" });

test.each<[string, Shipment, Reason]>([
  ["a method that nobody mapped", row({}, { delivery: () => "unmapped" }), bySheets("配送会社が未設定", "宅配便")],
  [
    "a cold method without its temperature",
    row({ deliveryMethod: "クール便" }, { delivery: () => ({ ...service, temperature: "" }) }),
    bySheets("温度帯が未設定", "クール便"),
  ],
  ["a temperature that Rakuten has otherwise", row({ temperature: "冷凍" }), bySheets("温度帯が楽天と違う", "宅配便")],
  [
    "a band that the carrier's master lacks",
    row({ wishedTerm: 1416 }, { band: () => "unmapped" }),
    bySheets("時間帯コードが未設定", "14時～16時"),
  ],
  [
    "an island without its days",
    row({ wishedDate: 46360, packages: [destination({ island: true })] }),
    bySheets("離島の配送日数が未設定"),
  ],
  ["lateness", row({ wishedDate: 46350 }, { today: 46360 }), byPeople("出荷予定日を過ぎている")],
  ["a line without a code", row({}, { productCode: () => "" }), byShop("商品コードがない")],
  ["a warning of Rakuten's", row({ cautions: ["注意喚起: 受取拒否"] }), byPeople("楽天の警告", "注意喚起: 受取拒否")],
  ["an order that Rakuten checks", row({ beingChecked: true }), byShop("楽天が確認中")],
  ["what the order lacks", row({ payment: { code: 1, name: "" } }), byShop("注文の内容の不足", "支払方法")],
  ["nothing to ship", row({ packages: [destination({ lines: [line({ units: 0 })] })] }), byShop("出荷する商品がない")],
  [
    "cash to collect at two places",
    row({ payment: { code: 2, name: "代金引換" }, packages: [destination(), destination({ basketId: 2 })] }),
    byPeople("代金引換で送付先が複数"),
  ],
  [
    "two SKUs of one line",
    row({ packages: [destination({ lines: [line(), line({ variantId: "b" })] })] }),
    byPeople("SKUごとの数量が不明"),
  ],
  ["two destinations with one number", row({ packages: [destination(), destination()] }), byPeople("送付先の重複")],
  ["an amount that is not fixed", row({ requestPrice: null }), byShop("金額が未確定")],
  [
    "an address that is not told yet",
    row({ packages: [destination({ awaiting: { until: 46360 } })] }),
    byShop("ソーシャルギフトの入力待ち"),
  ],
  [
    "an order that stands before its target",
    withState(row(), listedStanding(order({ progress: 200 }), targets)),
    byShop("出荷の対象外のステータス", "200 楽天処理中"),
  ],
  [
    "an order that is no longer known",
    unknownToShop({
      shipment: {
        ...row(),
        trackingNumber: "",
        shippedOn: null,
        carrier: "",
        shippingStatus: "",
        cancelConfirmed: false,
      },
      intact: true,
    }),
    byShop("楽天に注文がない"),
  ],
  [
    "entries that may be another row's",
    { ...row(), questions: doubtText({ doubt: ["from", ""], headers: [] }) },
    byPeople("作業欄の入力の確認"),
  ],
  ["a copied row", copyOf(row()), byPeople("行の写し")],
  ["a tick from before", withOldTick(row(), "変更"), byPeople("「確認済」の入れ直し")],
  [
    "an order that Rakuten refuses",
    { ...row(), questions: refusedOrder("1", "ORDER_EXT_API_GET_ORDER_ERROR_009").reason },
    byShop("楽天の応答がエラー"),
  ],
])("%s is one reason, whichever row asks for it", (_, shipment, reason) => {
  expect(reasonsOf(shipment)).toEqual([reason]);
});

test("records that RMS has of parcels, and the rest of a long list, are named too", () => {
  const records = [{ detailId: 1, carrier: "1001", trackingNumber: "1234", shippedOn: "" } as const];
  expect(names(row({ packages: [destination({ shippingRecords: records })] }))).toEqual(["RMSに発送情報がある"]);
  const lines = Array.from({ length: 7 }, (_, at) => line({ detailId: at }));
  expect(new Set(names(row({ packages: [destination({ lines })] }, { productCode: () => "" })))).toEqual(
    new Set(["商品コードがない"]),
  );
});

test("what people wrote into 確認条件マスタ is a reason in their own words", () => {
  const own = "のしの表書きを確認";
  expect(reasonsOf(row({}, { confirmations: () => [own] }))).toEqual([byPeople(own)]);
});

const asks = (...questions: string[]) => ({ state: "要確認" as const, questions: questions.join("\n") });
const unmapped = (method: string) =>
  `配送方法「${method}」が未設定です。「配送サービスマスタ」で配送会社を選んでください。`;

test("rows that ask are counted by their reasons, each row once, the commonest first", () => {
  const rows = [
    asks(unmapped("宅配便")),
    asks(unmapped("メール便"), "楽天に注文が見つかりません。RMSで確認してください。"),
    asks("楽天に注文が見つかりません。RMSで確認してください。"),
    asks(unmapped("宅配便"), unmapped("宅配便")),
    { state: "保留" as const, questions: unmapped("宅配便") },
    { state: "取込済" as const, questions: "" },
  ];
  const counted = asking(rows);
  expect(counted).toEqual({
    rows: 4,
    reasons: [
      ["配送会社が未設定", 3],
      ["楽天に注文がない", 2],
    ],
  });
  expect(askingText(counted, { rows: 4 })).toBe("要確認 4件（多い理由: 配送会社が未設定 3件）。");
});

test("where fewer ask than before, it says how many did", () => {
  expect(askingText(asking([asks(unmapped("宅配便"))]), { rows: 26 })).toBe(
    "要確認 26 → 1件（多い理由: 配送会社が未設定 1件）。",
  );
  expect(askingText(asking([]), { rows: 2 })).toBe("要確認 2 → 0件。");
});

test("where no row asks nothing is said, large numbers can be read, and long reasons are cut", () => {
  expect(askingText(asking([{ state: "取込済", questions: "" }]), { rows: 0 })).toBe("");
  const many = Array.from({ length: 1200 }, () => asks("あ".repeat(80)));
  expect(askingText(asking(many), { rows: 3 })).toBe(`要確認 1,200件（多い理由: ${"あ".repeat(30)}… 1,200件）。`);
});
