import { plain } from "./books.ts";
import { PRODUCTS, STOCK } from "./declared.ts";
import { cellIn, type Pair, pairsOf, skuOf } from "./goods.ts";
import { deskOf } from "./invariants/desk.ts";
import { figuresOf } from "./invariants/spoken-for.ts";
import type { Cell, View, ViewRow } from "./office.ts";
import type { World } from "./world.ts";

interface Sku {
  readonly manageNumber: string;
  readonly variantId: string;
}

/** A product whose stock the shop counts and we may set. */
export interface Seller {
  /** Plain. */
  readonly code: string;
  /** Its SKUs of which RMS keeps a figure, as RMS names them. */
  readonly skus: readonly Sku[];
  /** What RMS has of the row's own SKU; empty where it keeps no figure of it. */
  readonly level: Cell;
  /** What RMS has to say once all is quiet; undefined where nothing is to be sent. */
  readonly target: number | undefined;
}

/** Products of 商品マスタ that ask nothing and are counted one by one. */
export function sellers(world: World): Seller[] {
  const { office, ledger, shop } = world;
  const view = office.view(PRODUCTS);
  const stocks = [...shop.state.stocks.values()];
  const { taken } = figuresOf(world, deskOf(world));
  return view.rows.flatMap((row) => {
    const code = plain(ledger.keyOf(view, row));
    const cell = (header: string) => cellIn(view, row, header);
    const pairs = pairsOf(view, row);
    if (code === "" || !["", "倉庫"].includes(String(cell("状態"))) || pairs.some(({ asked }) => asked)) return [];
    if (cell("在庫管理") !== "通常") return [];
    const skusIn = (some: readonly (Pair | undefined)[]) =>
      some.flatMap((pair) =>
        stocks.filter(({ manageNumber, variantId }) => skuOf(manageNumber, variantId) === pair?.sku),
      );
    const skus = skusIn(pairs);
    const level = skusIn([pairs[0]])[0]?.quantity ?? "";
    return [{ code, skus, level, target: targetOf(view, row, sellableOf(world, code), taken.get(code) ?? 0) }];
  });
}

function sellableOf({ office, ledger }: World, code: string): number | undefined {
  const view = office.view(STOCK);
  const row = view.rows.find((each) => plain(ledger.keyOf(view, each)) === code);
  if (row === undefined || cellIn(view, row, "状態") !== "") return undefined;
  const sellable = cellIn(view, row, "引当可能数");
  return typeof sellable === "number" ? sellable : undefined;
}

/** By what people set on the product's row; undefined where that cannot be. */
function targetOf(view: View, row: ViewRow, sellable: number | undefined, taken: number): number | undefined {
  const [buffer, share, limit, floor] = (["楽天に出さない数", "楽天の配分率", "在庫上限", "在庫下限"] as const).map(
    (header) => numberIn(cellIn(view, row, header)),
  );
  if (sellable === undefined || [buffer, share, limit, floor].includes("bad")) return undefined;
  const [kept, percent] = [Number(buffer ?? 0), Number(share ?? 100)];
  const [most, least] = [Number(limit ?? Number.POSITIVE_INFINITY), Number(floor ?? 0)];
  if (percent < 1 || percent > 100 || (limit !== undefined && floor !== undefined && most < least)) return undefined;
  const free = Math.floor(((sellable - taken - kept) * percent) / 100);
  const offered = Math.min(free, most);
  return offered < Math.max(least, 0) ? 0 : offered;
}

function numberIn(cell: Cell): number | undefined | "bad" {
  if (cell === "") return undefined;
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 0 ? cell : "bad";
}
