import type { RowFault } from "../../core/problem.ts";
import { pairKey } from "../../rms/inventory/inventories.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { cellAt, intactFor } from "../../workbook/read/snapshot.ts";
import { type StockPass, stockPass } from "../stock/stock-pass.ts";
import type { StockSource } from "../stock/stock-source.ts";
import { stockTable } from "../stock/stock-table.ts";
import { skuOf } from "./rules/skip.ts";
import { isUnsettled } from "./rules/texts.ts";
import { type ShopRow, type UpdatePlan, updatePlan } from "./rules/update-plan.ts";
import { readShopProducts, type ShopProducts } from "./shop-products.ts";

/** Names the job, and the cursor that tells until when something that it sent may still take effect. */
export const UPDATE = "update-shop-stock";

/** In milliseconds; 0 where nothing was sent yet. */
export const pausedUntil = (book: Book): number => Date.parse(book.cursor(UPDATE) ?? "") || 0;

/** What an update of the shop's stock would do, from what stock and shop are now. Nothing is written yet. */
export interface ShopUpdate {
  readonly pass: StockPass;
  readonly plan: UpdatePlan;
  readonly faults: readonly RowFault[];
}

export function shopUpdate(source: StockSource): ShopUpdate {
  // The shop's stock is read after this moment: what is sent earlier and takes effect later must not come in between.
  const isPaused = source.now().getTime() < pausedUntil(source.book);
  const pass = stockPass(source);
  const master = readShopProducts(source.book);
  const plan = updatePlan(shopRows(source.book, pass, master, isPaused), {
    levelOf: (pair) => pass.levels.get(pairKey(skuOf(pair))),
    stop: source.settings,
  });
  return {
    pass,
    plan,
    faults: [...pass.faults, ...master.faults],
  };
}

function shopRows(book: Book, { figures, taken }: StockPass, { products }: ShopProducts, isPaused: boolean): ShopRow[] {
  const state = book.state(stockTable);
  const isIntact = intactFor(state, "shopUpdate");
  return [...figures].map(([productCode, figure]) => {
    const row = state.rows.get(productCode);
    const at = (name: string) => (row === undefined ? "" : String(cellAt(state, row, name) ?? ""));
    const text = at("shopUpdate");
    const isOurs = row === undefined || isIntact(row) || text + at("shopUpdateSeal") === "";
    return {
      productCode,
      figure,
      taken: taken.get(productCode) ?? 0,
      product: products.get(productCode),
      text,
      // What people wrote over may have said that something is under way.
      isHeld: isPaused && (isUnsettled(text) || !isOurs),
    };
  });
}
