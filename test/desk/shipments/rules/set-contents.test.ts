import { expect, test } from "vitest";
import { NO_SETS, type Sets } from "../../../../src/desk/sets/rules/sets.ts";
import type { Shipment, ShipmentLine } from "../../../../src/desk/shipments/rules/shipment.ts";
import { type KnownOrder, mergeOrder } from "../../../../src/desk/shipments/rules/shipment-merge.ts";
import type { StaffEntries } from "../../../../src/desk/shipments/rules/staff-entries.ts";
import type { Order } from "../../../../src/shop/order.ts";
import { destination, line, order } from "../../../support/order.ts";
import { plainWays } from "../../../support/rules.ts";

const NOTHING: KnownOrder = { shipments: [], lines: [] };

/** A master in which one gift has these parts. */
const gift = (...parts: readonly (readonly [code: string, units: number])[]): Sets => ({
  parts: new Map([["gift", parts.map(([code, units]) => ({ code, units }))]]),
  refused: new Set(["broken", "torn"]),
});

const ordered = (manageNumber: string, units: number): Partial<Order> => ({
  packages: [destination({ lines: [line({ manageNumber, units })] })],
});

const mergedAll = (given: Partial<Order>, sets: Sets, known = NOTHING) => {
  const result = mergeOrder(order(given), known, {
    targets: { default: 300, byCode: new Map(), excluded: new Set(), pastTarget: "taken" },
    rules: {
      ...plainWays,
      delivery: () => ({ carrier: "1001", service: "ヤマト宅急便", temperature: "常温", leadDays: 2 }),
      band: () => "",
      productCode: ({ manageNumber }) => manageNumber,
      productCodeName: "商品管理番号",
      sets,
    },
    now: new Date("2026-11-24T10:30:00+09:00"),
    texts: { fieldName: (field) => field, valueText: (field, shipment) => String(shipment[field] ?? "") },
  });
  if ("shipments" in result) return result;
  throw new Error(JSON.stringify(result));
};

/** The only row, and its first line. */
function merged(given: Partial<Order>, sets: Sets, known = NOTHING) {
  const { shipments, lines } = mergedAll(given, sets, known);
  return { row: shipments[0] as Shipment, line: lines[0] as ShipmentLine };
}

const UNTOUCHED: StaffEntries = {
  trackingNumber: "",
  shippedOn: null,
  carrier: "",
  shippingStatus: "",
  cancelConfirmed: false,
};

const listed = ({ row, line: only }: ReturnType<typeof merged>, entries: Partial<StaffEntries> = {}): KnownOrder => ({
  shipments: [{ shipment: { ...row, ...UNTOUCHED, ...entries }, intact: true }],
  lines: [{ line: only, intact: true }],
});

test("a line of a set says what to pick for its quantity; a line of a product says nothing", () => {
  expect(merged(ordered("gift", 3), gift(["p1", 2], ["p2", 1]))).toMatchObject({
    row: { state: "取込済", questions: "" },
    line: { productCode: "gift", units: 3, setParts: "p1 × 6\np2 × 3", questions: "" },
  });
  expect(merged(ordered("p1", 3), gift(["p1", 2])).line).toMatchObject({ setParts: "", questions: "" });
});

test("a line whose set is refused says so, and its row asks, since a wrong guess is a wrong parcel", () => {
  const { row, line: only } = merged(ordered("broken", 1), gift());
  expect(only).toMatchObject({ setParts: "", questions: expect.stringContaining("セット商品「broken」") });
  expect(row).toMatchObject({ state: "要確認", questions: only.questions });
});

test("staff who know what belongs in it settle that with 確認済, and it is settled by itself once the set is mended", () => {
  const asked = merged(ordered("broken", 1), gift());
  const ticked = merged(ordered("broken", 1), gift(), listed(asked, { cancelConfirmed: true }));
  expect(ticked.row).toMatchObject({ state: "取込済", questions: "" });
  const mended: Sets = { parts: new Map([["broken", [{ code: "p1", units: 1 }]]]), refused: new Set() };
  expect(merged(ordered("broken", 1), mended, listed(asked))).toMatchObject({
    row: { state: "取込済", questions: "", changes: "" },
    line: { setParts: "p1 × 1", questions: "" },
  });
});

test("several lines of one refused set ask once, and each further set by itself", () => {
  const lines = ["broken", "torn", "broken"].map((manageNumber, at) => line({ detailId: at, manageNumber }));
  const { row } = merged({ packages: [destination({ lines })] }, gift());
  expect(row.questions.split("\n")).toHaveLength(2);
});

test("an edit of the master is no news on a row that nobody has begun", () => {
  const before = merged(ordered("gift", 1), gift(["p1", 2]));
  expect(merged(ordered("gift", 1), gift(["p1", 3]), listed(before))).toMatchObject({
    row: { state: "取込済", changes: "" },
    line: { setParts: "p1 × 3" },
  });
});

test("on a row in work it is told, as somebody may have picked the old parts", () => {
  const before = merged(ordered("gift", 2), gift(["p1", 2], ["p2", 1]));
  const after = merged(ordered("gift", 2), gift(["p1", 3]), listed(before, { shippingStatus: "ピッキング済" }));
  expect(after.row).toMatchObject({
    state: "変更あり",
    changes: "11/24 10:30 セット内訳: 見本品 p1 × 4、p2 × 2 → p1 × 6",
  });
});

test("a parcel that has left keeps what was packed: neither an edit nor a mistake in the master is its matter any more", () => {
  const before = merged(ordered("gift", 1), gift(["p1", 2]));
  const left = listed(before, { shippingStatus: "出荷済", trackingNumber: "0000-0000-0001" });
  expect(merged(ordered("gift", 1), gift(["p1", 3]), left)).toEqual({ row: before.row, line: before.line });
  const torn: Sets = { parts: new Map(), refused: new Set(["gift"]) };
  expect(merged(ordered("gift", 1), torn, left)).toEqual({ row: before.row, line: before.line });
  const typedOver = {
    ...left,
    lines: left.lines.map((one) => ({ line: { ...one.line, setParts: "?" }, intact: false })),
  };
  expect(merged(ordered("gift", 1), gift(["p1", 3]), typedOver).line.setParts).toBe("p1 × 3");
});

test("that parts are known for the first time, or follow the quantity, is not told twice", () => {
  const unknown = merged(ordered("gift", 1), NO_SETS);
  const picked = { shippingStatus: "ピッキング済" };
  expect(merged(ordered("gift", 1), gift(["p1", 2]), listed(unknown, picked)).row.changes).toBe("");
  const one = merged(ordered("gift", 1), gift(["p1", 2]));
  expect(merged(ordered("gift", 2), gift(["p1", 2]), listed(one, picked)).row.changes).not.toContain("セット内訳");
});

test("what is cancelled or shipped asks nothing of its lines, and what left the order has nothing to pick", () => {
  const asked = merged(ordered("broken", 1), gift());
  for (const progress of [500, 900] as const)
    expect(merged({ ...ordered("broken", 1), progress }, gift(), listed(asked)).line.questions).toBe("");
  const before = merged(ordered("gift", 1), gift(["p1", 2]));
  const other = { packages: [destination({ lines: [line({ detailId: 2, manageNumber: "p9" })] })] };
  expect(mergedAll(other, gift(["p1", 2]), listed(before)).lines).toMatchObject([
    { detailId: "2" },
    { detailId: "1", units: 0, setParts: "" },
  ]);
});
