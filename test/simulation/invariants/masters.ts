import { SETTLEMENT_METHODS } from "../../../workbench/rms/shop/codes.ts";
import { show } from "../comparisons.ts";
import { BANDS, DELIVERIES, LEAD_TIMES, PAYMENTS } from "../declared.ts";
import { serviceOf } from "../expected-dispatch.ts";
import { expectedOrder } from "../expected-rows.ts";
import { cellIn } from "../goods.ts";
import type { View, ViewRow } from "../office.ts";
import type { World } from "../world.ts";
import { type Desk, isExcluded, targetOf } from "./desk.ts";
import type { Invariant } from "./invariant.ts";
import { rowsOf } from "./shop-on-list.ts";

/** What no master knew was appended, once, and says so until people have filled it in. */
export const mastersComplete: Invariant = {
  name: "each unknown value is in its master once",
  broken: (world, desk) => [
    ...desk.masters.doubles.map((key) => `${key} is there twice`),
    ...filledIn(world),
    ...missing(desk).map((method) => `the masters lack ${method}`),
    ...differing(world, desk),
    ...wrongPayments(world, desk),
  ],
};

/** By what people fill in of a row that an import appended. */
const FILLED = [
  [DELIVERIES, "配送会社"],
  [BANDS, "時間帯コード"],
  [LEAD_TIMES, "配送日数"],
] as const;

function filledIn({ office, ledger, comparisons }: World): string[] {
  return FILLED.flatMap(([sheet, header]) => {
    const view = office.view(sheet);
    comparisons.note(sheet, "状態");
    return view.rows
      .filter((row) => cellIn(view, row, header) !== "" && cellIn(view, row, "状態") !== "")
      .map((row) => `${sheet}: ${ledger.keyOf(view, row)} is filled in and says ${cellIn(view, row, "状態")}`);
  });
}

function missing(desk: Desk): string[] {
  return [...desk.orders.values()].flatMap((order) => {
    const { progress, shipments } = expectedOrder(order, desk.now);
    if (progress !== targetOf(desk, order) || isExcluded(desk, order)) return [];
    return shipments.flatMap((row) => {
      const carrier = serviceOf(desk.masters, row)?.配送会社;
      if (carrier === undefined) return [String(row.配送方法)];
      if (carrier === "" || row.時間帯 === "") return [];
      const band = `${carrier}/${row.時間帯}`;
      return desk.masters.bands.has(band) ? [] : [band];
    });
  });
}

/** What buyers were told of carriers, where a row for all of them means another. */
function differing({ office, comparisons }: World, { shipments }: Desk): string[] {
  comparisons.note(DELIVERIES, "楽天との違い");
  const view = office.view(DELIVERIES);
  const code = (text: unknown) => String(text).slice(0, 4);
  const waiting = shipments.rows.filter(
    (row) => !["", "取消", "出荷済"].includes(String(cellIn(shipments, row, "連携状態"))),
  );
  const isOwn = (row: ViewRow, other: ViewRow) =>
    cellIn(view, other, "楽天の配送方法名") === cellIn(view, row, "楽天の配送方法名");
  return view.rows.flatMap((row) => {
    const used = cellIn(view, row, "配送会社");
    const meant = view.rows
      .filter((other) => isOwn(row, other))
      .map((other) => code(cellIn(view, other, "楽天の配送会社")));
    const counts = new Map<string, number>();
    for (const each of waiting) {
      const told = String(cellIn(shipments, each, "楽天の配送会社"));
      const isMeant = ["", "1000", code(used)].includes(code(told)) || meant.includes(code(told));
      const isHere = cellIn(shipments, each, "配送方法") === cellIn(view, row, "楽天の配送方法名");
      if (!isHere || isMeant || used === "" || cellIn(view, row, "楽天の配送会社") !== "") continue;
      counts.set(told, (counts.get(told) ?? 0) + 1);
    }
    const expected = [...counts]
      .sort()
      .map(([carrier, count]) => `${carrier} ${count}件`)
      .join("、");
    const found = cellIn(view, row, "楽天との違い");
    return found === expected
      ? []
      : [`${DELIVERIES}: 「楽天との違い」 is ${show(found)}, the list says ${show(expected)}`];
  });
}

/** 支払方法マスタ calls each method as Rakuten does, and knows when the first order with it came. */
function wrongPayments(world: World, desk: Desk): string[] {
  const { office, ledger, comparisons, shelf } = world;
  comparisons.note(PAYMENTS, "決済コード", "支払方法", "初回確認日時");
  const view: View = office.view(PAYMENTS);
  const ever = new Set(shelf.orders().map(({ settlementMethodCode }) => String(settlementMethodCode)));
  const listed = new Set(
    [...desk.orders.values()]
      .filter((order) => expectedOrder(order, desk.now).progress <= 300)
      .filter(({ orderNumber }) => rowsOf(world, desk.shipments, orderNumber).length > 0)
      .map(({ settlementMethodCode }) => String(settlementMethodCode)),
  );
  return view.rows.flatMap((row) => {
    const code = ledger.keyOf(view, row);
    const [name, seen] = [cellIn(view, row, "支払方法"), cellIn(view, row, "初回確認日時")];
    const expected = SETTLEMENT_METHODS.get(Number(code))?.name;
    return [
      ...(expected !== undefined && name !== expected
        ? [`${PAYMENTS}: ${code} is called ${show(name)}, and Rakuten calls it ${expected}`]
        : []),
      ...(listed.has(code) && typeof seen !== "number"
        ? [`${PAYMENTS}: an order with ${code} is on the list, and none was seen`]
        : []),
      ...(!ever.has(code) && seen !== "" ? [`${PAYMENTS}: no order has ${code}, and one was seen`] : []),
    ];
  });
}
