import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canJudgeAgain, judgedAgain } from "../../../../src/desk/shipments/rules/judged-again.ts";
import { unknownToShop } from "../../../../src/desk/shipments/rules/lost-orders.ts";
import type { ShipmentRules } from "../../../../src/desk/shipments/rules/shipment.ts";
import type { KnownShipment } from "../../../../src/desk/shipments/rules/shipment-changes.ts";
import { type KnownOrder, mergeOrder } from "../../../../src/desk/shipments/rules/shipment-merge.ts";
import type { StaffEntries } from "../../../../src/desk/shipments/rules/staff-entries.ts";
import type { Order } from "../../../../src/shop/order.ts";
import type { PaymentTargets } from "../../../../src/shop/payment-target.ts";
import { destination, line, order } from "../../../support/order.ts";
import { plainWays } from "../../../support/rules.ts";

const now = new Date("2026-11-24T10:30:00+09:00");
const texts = { fieldName: String, valueText: (field: string, row: object) => String(row[field as never] ?? "") };
const yamato = { carrier: "1001", service: "宅急便", temperature: "常温", leadDays: 1 } as const;
const filled: ShipmentRules = {
  ...plainWays,
  delivery: () => yamato,
  band: () => "1416",
  productCode: ({ manageNumber }) => manageNumber,
  productCodeName: "商品管理番号",
};
const targets: PaymentTargets = { default: 300, byCode: new Map(), excluded: new Set(), pastTarget: "taken" };

interface Then {
  readonly rules?: Partial<ShipmentRules>;
  readonly targets?: PaymentTargets;
}

/** What an import of the order leaves on the list, beside what staff entered. */
function imported(given: Partial<Order>, then: Then = {}, entries: Partial<StaffEntries> = {}, known?: KnownOrder) {
  const merged = mergeOrder(order(given), known ?? { shipments: [], lines: [] }, {
    targets: then.targets ?? targets,
    rules: { ...filled, ...then.rules },
    now,
    texts,
  });
  if (!("shipments" in merged)) throw new Error(JSON.stringify(merged));
  const staff = { trackingNumber: "", shippedOn: null, carrier: "", shippingStatus: "", cancelConfirmed: false };
  return {
    shipments: merged.shipments.map((row) => ({ shipment: { ...row, ...staff, ...entries }, intact: true })),
    lines: merged.lines.map((each) => ({ line: each, intact: true })),
  };
}

const judged = ({ shipments, lines }: KnownOrder, then: Then = {}) =>
  judgedAgain(shipments[0] as KnownShipment, lines, {
    targets: then.targets ?? targets,
    rules: { ...filled, ...then.rules },
    paymentCode: () => 1,
    now,
    texts,
  }).shipment;

const wish = { wishedDate: 46_360, wishedTerm: 1416 };

test.each<[string, Partial<Order>, Partial<ShipmentRules>, Partial<ShipmentRules>]>([
  ["the carrier of its delivery method", wish, { delivery: () => "unknown" }, {}],
  ["a cell of its delivery method that could not be used", wish, { delivery: () => ({ unusable: "「1」" }) }, {}],
  ["its temperature", { deliveryMethod: "クール便" }, { delivery: () => ({ ...yamato, temperature: "" }) }, {}],
  ["its time band", wish, { band: () => "unmapped" }, {}],
  ["that its carrier has no such band", wish, { band: () => "unmapped" }, { band: () => "" }],
  ["a condition", {}, { confirmations: () => ["のしを確認してください。"] }, {}],
])("a row that waited for %s is free once people have filled that in", (_, given, before, after) => {
  const known = imported(given, { rules: before });
  expect(known.shipments[0]?.shipment.state).toBe("要確認");
  expect(judged(known, { rules: after })).toMatchObject({ state: "取込済", questions: "", askedOfMasters: "" });
});

test("a row that was too early for its payment method is free once people have lowered the target", () => {
  const listed = imported({ progress: 200 }, { targets: { ...targets, default: 200 } });
  const held = imported({ progress: 200 }, {}, {}, listed);
  expect(held.shipments[0]?.shipment.state).toBe("保留");
  expect(judged(held, { targets: { ...targets, default: 100 } })).toMatchObject({ state: "取込済", questions: "" });
});

test("what the shop asks of a row stands, whatever the masters say", () => {
  const known = imported({ cautions: ["住所不明"], requestPrice: null }, { rules: { delivery: () => "unknown" } });
  const { state, questions } = judged(known);
  expect(state).toBe("保留");
  expect(questions.split("\n")).toEqual([expect.stringContaining("請求金額"), expect.stringContaining("住所不明")]);
});

test("an order that RMS no longer knows stays in question", () => {
  const { shipments, lines } = imported({}, { rules: { delivery: () => "unknown" } });
  const lost = shipments.map((row) => ({ ...row, shipment: { ...row.shipment, ...unknownToShop(row) } }));
  expect(judged({ shipments: lost, lines })).toMatchObject({
    state: "要確認",
    questions: "楽天に注文が見つかりません。RMSで確認してください。",
  });
});

const rows = fc.record({
  deliveryMethod: fc.constantFrom("宅配便", "クール便", "メール便", ""),
  temperature: fc.constantFrom("", "常温", "冷蔵"),
  wishedDate: fc.constantFrom(null, 46_360, 46_350),
  wishedTerm: fc.constantFrom(0, 1, 9, 1214, 1416),
  progress: fc.constantFrom(100, 200, 300, 400),
  cautions: fc.constantFrom([], ["住所不明"]),
  requestPrice: fc.constantFrom(null, 1000),
  packages: fc
    .record({ island: fc.boolean(), manageNumber: fc.constantFrom("", "item-1"), units: fc.constantFrom(0, 2) })
    .map(({ island, ...goods }) => [destination({ island, lines: [line(goods)] })]),
});
const masters = fc
  .record({
    service: fc.constantFrom("unknown", "unmapped", { unusable: "「1」" }, yamato, { ...yamato, temperature: "冷蔵" }),
    band: fc.constantFrom("unknown", { unusable: "「812」" }, "", "1416"),
    islandDays: fc.constantFrom(null, 3),
    unsure: fc.constantFrom(undefined, "「年末」"),
    conditions: fc.constantFrom([], ["のしを確認してください。"], ["高額です。", "のしを確認してください。"]),
    target: fc.constantFrom<100 | 200 | 300>(100, 200, 300),
    unusableTarget: fc.boolean(),
  })
  .map(({ service, band, islandDays, unsure, conditions, target, unusableTarget }) => ({
    rules: {
      delivery: () => service,
      band: () => band,
      leadTimes: [{ place: "離島", service: "", days: islandDays }],
      unsure,
      today: 46_352,
      confirmations: () => conditions,
    } as Partial<ShipmentRules>,
    targets: {
      ...targets,
      default: target,
      ...(unusableTarget ? { unusable: new Map([[1, "「発送まち」"]]) } : {}),
    },
  }));
const entered = fc.constantFrom({}, { trackingNumber: "400000000000" }, { shippingStatus: "出荷済" });

test("while nothing changes at the shop, judging a waiting row by the sheet comes to what asking the shop comes to", () => {
  fc.assert(
    fc.property(rows, masters, masters, entered, (given, before, after, entries) => {
      const everything = { ...before, targets: { ...before.targets, default: 100 as const } };
      const listed = imported({ ...given, progress: 300 }, everything, entries);
      const known = imported(given, before, entries, listed);
      const row = known.shipments[0] as KnownShipment;
      if (!canJudgeAgain(row)) return;
      const asked = imported(given, after, entries, known).shipments[0]?.shipment;
      expect({ ...row.shipment, ...judged(known, after) }).toEqual({ ...row.shipment, ...asked });
    }),
    { numRuns: 500 },
  );
});
