import { plain } from "../books.ts";
import { show } from "../comparisons.ts";
import { LINES, PRODUCTS, STOCK } from "../declared.ts";
import { bookedOut, goodsIn, type SpokenFor, spokenFor } from "../expected-stock.ts";
import { cellIn } from "../goods.ts";
import { SEPARATOR } from "../ledger.ts";
import { type Amounts, entriesIn } from "../stock-book.ts";
import type { World } from "../world.ts";
import type { Desk } from "./desk.ts";
import type { Invariant } from "./invariant.ts";

/** 出荷指示数 and 未出荷数 are what the shop's orders hold, each parcel once, without what has left by the books. */
export const spokenForCounted: Invariant = {
  name: "what orders speak for is counted",
  broken: (world, desk) => {
    world.comparisons.note(STOCK, ...Object.keys(FIGURES), ...Object.values(FIGURES).map(({ orders }) => orders));
    world.comparisons.note(STOCK, "状態", "確認事項");
    return [...wrongFigures(world, figuresOf(world, desk)), ...unasked(world)];
  },
};

export const figuresOf = (world: World, desk: Desk): SpokenFor =>
  spokenFor(desk, world.goods, bookedOut(entriesIn(world)), listedIn(world, desk));

/** The columns of a figure, and what they are in our words. */
const FIGURES = {
  出荷指示数: { orders: "出荷指示の注文番号", claim: "reserved" },
  未出荷数: { orders: "未出荷の注文番号", claim: "unshipped" },
} as const;

const listedIn = ({ ledger }: World, { shipments }: Desk): Set<string> =>
  new Set(shipments.rows.map((row) => ledger.keyOf(shipments, row).split(SEPARATOR)[0] ?? ""));

/** Of each product that `concerns`, what 在庫 says otherwise. */
export function wrongFigures(
  world: World,
  spoken: SpokenFor,
  concerns: (code: string) => boolean = () => true,
): string[] {
  const { office, ledger, books } = world;
  const view = office.view(STOCK);
  const untold = untoldIn(world);
  const rows = new Map(view.rows.map((row) => [plain(ledger.keyOf(view, row)), row]));
  return [...new Set([...rows.keys(), ...spoken.reserved.keys(), ...spoken.unshipped.keys()])]
    .filter((code) => code !== "" && !untold.has(code) && !books.isRecoded(code) && concerns(code))
    .flatMap((code) => {
      const row = rows.get(code);
      if (row === undefined) return [`orders speak for ${code}, and ${STOCK} has no row of it`];
      return Object.entries(FIGURES).flatMap(([header, { orders, claim }]) => {
        const [expected, found] = [spoken[claim].get(code) ?? 0, cellIn(view, row, header)];
        const [behind, told] = [ordersText(spoken.orders[claim].get(code)), cellIn(view, row, orders)];
        return [
          ...(Number(found) === expected ? [] : [`${code} has ${header} ${found}, the orders say ${expected}`]),
          ...(told === behind ? [] : [`${code} names ${show(told)} as ${orders}, and it is ${show(behind)}`]),
        ];
      });
    });
}

/** Each order with its units, the oldest first. */
const ordersText = (orders: Amounts = new Map()): string =>
  [...orders]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([number, units]) => `${number}×${units}`)
    .join("\n");

/** Products of orders that the shop no longer tells of: they count as the list has them, which people may have typed over. */
export function untoldIn({ office, ledger, shop, shelf, goods, cookbook }: World): Set<string> {
  const view = office.view(LINES);
  const untold = view.rows.filter((row) => {
    const [order = ""] = ledger.keyOf(view, row).split(SEPARATOR);
    return shop.find(order) === undefined;
  });
  const orders = new Set(untold.map((row) => ledger.keyOf(view, row).split(SEPARATOR)[0] ?? ""));
  const lost = [...orders].flatMap((order) => shelf.versions(order)).flatMap(({ packages }) => packages);
  return new Set([
    ...untold.map((row) => plain(cellIn(view, row, "商品コード"))),
    ...lost.flatMap(({ lines }) => cookbook.all.flatMap((recipes) => [...goodsIn(goods, recipes, lines).keys()])),
  ]);
}

/** What the shop has on no page any more, and orders still hold, is asked about. */
function unasked({ office, ledger }: World): string[] {
  const [stock, products] = [office.view(STOCK), office.view(PRODUCTS)];
  const known = new Set(products.rows.map((row) => plain(ledger.keyOf(products, row))));
  return stock.rows.flatMap((row) => {
    const code = ledger.keyOf(stock, row);
    const isAsked = cellIn(stock, row, "状態") === "要確認" && cellIn(stock, row, "確認事項") !== "";
    const isSold = Number(cellIn(stock, row, "出荷指示数")) + Number(cellIn(stock, row, "未出荷数")) > 0;
    if ((cellIn(stock, row, "状態") === "要確認") !== (cellIn(stock, row, "確認事項") !== ""))
      return [`${code} says ${cellIn(stock, row, "状態") || "nothing"}, and asks ${cellIn(stock, row, "確認事項")}`];
    return code === "" || known.has(plain(code)) || !isSold || isAsked
      ? []
      : [`${code} is sold, in no master, and not asked about`];
  });
}
