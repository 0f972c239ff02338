import { expect, test } from "vitest";
import { asksForTick } from "../../../../src/desk/shipments/rules/acknowledgement.ts";
import { unknownToShop, unread } from "../../../../src/desk/shipments/rules/lost-orders.ts";
import type { Shipment, ShipmentRules } from "../../../../src/desk/shipments/rules/shipment.ts";
import { type KnownOrder, mergeOrder } from "../../../../src/desk/shipments/rules/shipment-merge.ts";
import type { Order } from "../../../../src/shop/order.ts";
import { destination, line, order } from "../../../support/order.ts";
import { plainWays } from "../../../support/rules.ts";

const plainRules: ShipmentRules = {
  ...plainWays,
  delivery: () => ({ carrier: "1001", service: "ヤマト宅急便", temperature: "常温", leadDays: 1 }),
  band: () => "",
  productCode: ({ manageNumber }) => manageNumber,
  productCodeName: "商品管理番号",
};

const NOW = new Date("2026-11-24T10:30:00+09:00");

/** A row of the list that runs and people take turns with. */
function listOf(first: Partial<Order>, given: Partial<ShipmentRules> = {}) {
  let known: KnownOrder = { shipments: [], lines: [] };
  let rules = { ...plainRules, ...given };
  const staff = { trackingNumber: "", carrier: "", shippingStatus: "", shippedOn: null };
  const becomes = (rows: readonly Shipment[]) => {
    const shipments = known.shipments.map((row, at) => ({ ...row, shipment: { ...row.shipment, ...rows[at] } }));
    known = { ...known, shipments };
    return list.row();
  };
  const list = {
    row: () => {
      const { state, questions, changes, acknowledged } = (known.shipments[0] as KnownOrder["shipments"][number])
        .shipment;
      return { state, questions, changes, acknowledged };
    },
    ticks: (cancelConfirmed: boolean) => {
      known = {
        ...known,
        shipments: known.shipments.map((row) => ({ ...row, shipment: { ...row.shipment, cancelConfirmed } })),
      };
    },
    fillsIn: (masters: Partial<ShipmentRules>) => {
      rules = { ...rules, ...masters };
    },
    run: (now: Partial<Order> = {}) => {
      const ticked = known.shipments.map(({ shipment }) => shipment.cancelConfirmed);
      const merged = mergeOrder(order(now), known, {
        targets: { default: 300, byCode: new Map(), excluded: new Set(), pastTarget: "taken" },
        rules,
        now: NOW,
        texts: { fieldName: (field) => field, valueText: (field, shipment) => String(shipment[field] ?? "") },
      });
      if (!("shipments" in merged)) throw new Error(JSON.stringify(merged));
      known = {
        shipments: merged.shipments.map((shipment, at) => ({
          shipment: { ...shipment, ...staff, cancelConfirmed: ticked[at] ?? false },
          intact: true,
        })),
        lines: merged.lines.map((each) => ({ line: each, intact: true })),
      };
      return list.row();
    },
    vanishes: () => becomes(known.shipments.map(unknownToShop)),
    breaks: () => becomes(unread(known, { subject: order().number, reason: "読み取れません。" }, NOW)),
  };
  list.run(first);
  return list;
}

const units = (count: number): Partial<Order> => ({ packages: [destination({ lines: [line({ units: count })] })] });
const OLD = expect.stringContaining("今回の変更より前のものです。一度外し");

test("a change that somebody acknowledged is settled for good: 変更内容 stays, also when the tick goes", () => {
  const list = listOf({});
  const { changes } = list.run(units(3));
  expect(list.row()).toMatchObject({ state: "変更あり", questions: "" });
  list.ticks(true);
  expect(list.run(units(3))).toEqual({ state: "取込済", questions: "", changes, acknowledged: changes });
  expect(list.run(units(3))).toMatchObject({ state: "取込済", changes });
  list.ticks(false);
  expect(list.run(units(3))).toMatchObject({ state: "取込済", changes });
});

test("the next change brings the row up again, and its tick has to be set anew", () => {
  const list = listOf({});
  list.run(units(3));
  list.ticks(true);
  list.run(units(3));
  expect(list.run(units(4))).toMatchObject({ state: "変更あり", questions: OLD });
  // Off and on again between two runs looks as if nothing had happened.
  expect(list.run(units(4))).toMatchObject({ state: "変更あり", questions: OLD });
  list.ticks(false);
  expect(list.run(units(4))).toMatchObject({ state: "変更あり", questions: "" });
  list.ticks(true);
  const settled = list.run(units(4));
  expect(settled).toMatchObject({ state: "取込済", questions: "" });
  expect(settled.changes.split("\n")).toHaveLength(2);
});

test("an old tick does not come to count because the order could not be read, or found, for a while", () => {
  for (const meanwhile of ["breaks", "vanishes"] as const) {
    const list = listOf({});
    list.ticks(true);
    list.run();
    list.run(units(3));
    list[meanwhile]();
    expect(list.run(units(3))).toMatchObject({ state: "変更あり", questions: OLD });
  }
});

test("a tick that was taken away after it counted is ready for the next change", () => {
  const list = listOf({});
  list.run(units(3));
  list.ticks(true);
  list.run(units(3));
  list.ticks(false);
  list.run(units(3));
  expect(list.run(units(4))).toMatchObject({ state: "変更あり", questions: "" });
  list.ticks(true);
  expect(list.run(units(4))).toMatchObject({ state: "取込済" });
});

test("a tick from before anything happened counts for nothing", () => {
  const list = listOf({});
  list.ticks(true);
  expect(list.run()).toMatchObject({ state: "取込済", questions: "" });
  expect(list.run(units(3))).toMatchObject({ state: "変更あり", questions: OLD });
});

const twice: Partial<Order> = {
  payment: { code: 2, name: "代金引換" },
  packages: [destination(), destination({ basketId: 2, lines: [line({ detailId: 2 })] })],
};

test.each<[string, Partial<Order>, Partial<ShipmentRules>]>([
  ["cash on delivery to several destinations", twice, {}],
  ["a destination without a telephone", noPhone(), {}],
  ["a warning of Rakuten", { cautions: ["注意喚起"] }, {}],
  ["a product without a code", {}, { productCode: () => "" }],
  ["an order without a delivery method", { deliveryMethod: "" }, {}],
  ["a wished day that cannot be met any more", { wishedDate: 46350 }, { today: 46355 }],
  ["a condition of the shop's own", {}, { confirmations: () => ["名入れの内容を確認してください。\n2行目です。"] }],
])("%s is settled by the person who looked at it", (_, of, masters) => {
  const list = listOf(of, masters);
  const { state, questions } = list.row();
  expect(state).toBe("要確認");
  list.ticks(true);
  expect(list.run(of)).toEqual({ state: "取込済", questions: "", changes: "", acknowledged: questions });
  list.ticks(false);
  expect(list.run(of)).toMatchObject({ state: "取込済", questions: "" });
});

function noPhone(): Partial<Order> {
  const { addressee } = destination();
  return { packages: [destination({ addressee: { ...addressee, phone: "" } })] };
}

test("a change brings up again what was settled for the order as it was, and one new tick settles both", () => {
  const list = listOf(twice);
  list.ticks(true);
  list.run(twice);
  list.ticks(false);
  list.run(twice);
  expect(list.run({ ...twice, requestPrice: 2000 })).toMatchObject({
    state: "要確認",
    questions: expect.stringContaining("代金引換"),
    changes: expect.stringContaining("requestPrice"),
  });
  list.ticks(true);
  expect(list.run({ ...twice, requestPrice: 2000 })).toMatchObject({ state: "取込済", questions: "" });
});

test("a tick set for a question does not settle it when the order turns out to have changed since", () => {
  const list = listOf(twice);
  list.ticks(true);
  expect(list.run({ ...twice, requestPrice: 2000 })).toMatchObject({
    state: "要確認",
    questions: expect.stringMatching(/代金引換.*今回の変更より前のものです。/s),
    acknowledged: "",
  });
});

test("a question that comes after the tick is asked, and what was settled before stays so", () => {
  const list = listOf(twice);
  list.ticks(true);
  list.run(twice);
  const warned = { ...twice, beingChecked: false, cautions: ["注意喚起"] };
  const { state, questions } = list.run(warned);
  expect(state).toBe("要確認");
  expect(questions).toMatch(/注意喚起/);
});

test("what a master has to answer, or Rakuten, no tick settles", () => {
  const list = listOf({}, { delivery: () => "unmapped" });
  list.ticks(true);
  expect(list.run()).toMatchObject({
    state: "要確認",
    questions: expect.stringContaining("「宅配便」"),
    acknowledged: "",
  });
  list.fillsIn(plainRules);
  expect(list.run()).toMatchObject({ state: "取込済", questions: "" });
  const checked = listOf({ beingChecked: true });
  checked.ticks(true);
  expect(checked.run({ beingChecked: true })).toMatchObject({ state: "要確認", acknowledged: "" });
});

test("what a master leaves open stays when the rest is settled", () => {
  const list = listOf(noPhone(), { delivery: () => "unmapped" });
  list.ticks(true);
  const { state, questions, acknowledged } = list.run(noPhone());
  expect([state, acknowledged]).toEqual(["要確認", expect.stringContaining("電話番号がありません")]);
  expect(questions).toMatch(/^配送方法「宅配便」が未設定です.*$/);
});

test("a held row stays held, and the change that was acknowledged meanwhile does not come up after it", () => {
  const list = listOf({});
  list.run({ ...units(3), progress: 400 });
  list.ticks(true);
  expect(list.run({ ...units(3), progress: 400 })).toMatchObject({ state: "保留" });
  expect(list.run(units(3))).toMatchObject({
    state: "取込済",
    questions: "",
    changes: expect.stringContaining("数量"),
  });
});

test("a question that is answered in RMS and comes back is asked anew", () => {
  const list = listOf(noPhone());
  list.ticks(true);
  list.run(noPhone());
  list.run();
  const { acknowledged, state } = list.run(noPhone());
  expect([acknowledged, state]).toEqual(["", "要確認"]);
});

test("that RMS knows the order no longer is settled by whoever has seen it", () => {
  const list = listOf({});
  expect(list.vanishes()).toMatchObject({ state: "要確認", questions: expect.stringContaining("見つかりません") });
  list.ticks(true);
  expect(list.vanishes()).toMatchObject({ state: "取込済", questions: "" });
  list.ticks(false);
  expect(list.vanishes()).toMatchObject({ state: "取込済", questions: "" });
});

test.each([
  ["changed", { state: "変更あり", changes: "11/24 10:30 数量: 甲 1 → 2" }, true],
  ["is to be looked at", { state: "要確認", questions: "電話番号がありません。" }, true],
  ["was cancelled", { state: "取消" }, true],
  ["changed while it was held", { state: "保留", questions: "申請中です。", changes: "11/24 10:30 x" }, true],
  ["is held", { state: "保留", questions: "申請中です。" }, false],
  ["changed, and somebody has seen so", { state: "取込済", changes: "x", acknowledged: "x" }, false],
  ["changed before it was shipped", { state: "出荷済", changes: "x" }, false],
  ["is ready", { state: "取込済" }, false],
] as const)("確認済 has something to settle or not on a row that %s", (_, row, asks) => {
  expect(asksForTick({ questions: "", changes: "", acknowledged: "", ...row })).toBe(asks);
});
