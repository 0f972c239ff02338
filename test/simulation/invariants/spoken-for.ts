import { plain } from "../books.ts";
import { LINES, PRODUCTS, STOCK } from "../declared.ts";
import { bookedOut, goodsIn, type SpokenFor, spokenFor } from "../expected-stock.ts";
import { cellIn } from "../goods.ts";
import { SEPARATOR } from "../ledger.ts";
import { entriesIn } from "../stock-book.ts";
import type { World } from "../world.ts";
import type { Desk } from "./desk.ts";
import type { Invariant } from "./invariant.ts";

/** 出荷指示数 and 未出荷数 are what the shop's orders hold, each parcel once, without what has left by the books. */
export const spokenForCounted: Invariant = {
  name: "what orders speak for is counted",
  broken: (world, desk) => [...wrongFigures(world, figuresOf(world, desk)), ...unasked(world)],
};

export const figuresOf = (world: World, desk: Desk): SpokenFor =>
  spokenFor(desk, world.goods, bookedOut(entriesIn(world)), listedIn(world, desk));

const listedIn = ({ ledger }: World, { shipments }: Desk): Set<string> =>
  new Set(shipments.rows.map((row) => ledger.keyOf(shipments, row).split(SEPARATOR)[0] ?? ""));

/** Of each product that `concerns`, what 在庫 says otherwise. */
export function wrongFigures(
  world: World,
  { reserved, unshipped }: SpokenFor,
  concerns: (code: string) => boolean = () => true,
): string[] {
  const { office, ledger, books } = world;
  const view = office.view(STOCK);
  const untold = untoldIn(world);
  const rows = new Map(view.rows.map((row) => [plain(ledger.keyOf(view, row)), row]));
  return [...new Set([...rows.keys(), ...reserved.keys(), ...unshipped.keys()])]
    .filter((code) => code !== "" && !untold.has(code) && !books.isRecoded(code) && concerns(code))
    .flatMap((code) => {
      const row = rows.get(code);
      const figures = [
        ["出荷指示数", reserved.get(code) ?? 0],
        ["未出荷数", unshipped.get(code) ?? 0],
      ] as const;
      if (row === undefined) return [`orders speak for ${code}, and ${STOCK} has no row of it`];
      return figures.flatMap(([header, expected]) => {
        const found = cellIn(view, row, header);
        return Number(found) === expected ? [] : [`${code} has ${header} ${found}, the orders say ${expected}`];
      });
    });
}

/** Products of orders that the shop no longer tells of: they count as the list has them, which people may have typed over. */
export function untoldIn({ office, ledger, shop, shelf, goods }: World): Set<string> {
  const view = office.view(LINES);
  const untold = view.rows.filter((row) => {
    const [order = ""] = ledger.keyOf(view, row).split(SEPARATOR);
    return shop.find(order) === undefined;
  });
  const orders = new Set(untold.map((row) => ledger.keyOf(view, row).split(SEPARATOR)[0] ?? ""));
  const lost = [...orders].flatMap((order) => shelf.versions(order)).flatMap(({ packages }) => packages);
  return new Set([
    ...untold.map((row) => plain(cellIn(view, row, "商品コード"))),
    ...lost.flatMap(({ lines }) => [...goodsIn(goods, lines).keys()]),
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
    return code === "" || known.has(plain(code)) || !isSold || isAsked
      ? []
      : [`${code} is sold, in no master, and not asked about`];
  });
}
