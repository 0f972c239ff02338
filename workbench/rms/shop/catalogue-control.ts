import type { CatalogueEntry, Item, Stock } from "./item.ts";
import { itemTime } from "./jst.ts";
import { type ShopState, stockKey } from "./state.ts";

/** A stock figure of one SKU that became another. */
export interface StockMove {
  readonly manageNumber: string;
  readonly variantId: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Orders take goods and give them back; everything else sets the figure: the API, and the shop's own hand. */
  readonly by: "order" | "setting";
  /** More goods left than there were: the figure ends at 0, where RMS would have sold no more or taken a 取り寄せ order. */
  readonly short: number;
}

export interface CatalogueControl {
  items(): readonly CatalogueEntry[];
  /** Adds an item or replaces the one of the same manageNumber; its 更新日時 becomes now. */
  putItem(item: Item): void;
  /** The item stays in the search index under its manageNumber for a day. */
  removeItem(manageNumber: string): void;
  stock(manageNumber: string, variantId: string): Stock | undefined;
  setStock(
    manageNumber: string,
    variantId: string,
    quantity: number,
    more?: Pick<Stock, "operationLeadTime" | "shipFromIds">,
  ): void;
  moveStock(manageNumber: string, variantId: string, difference: number): void;
  removeStock(manageNumber: string, variantId: string): void;
  /** To be told of every move of a stock figure, at once. */
  onStock(listener: (move: StockMove) => void): void;
}

export function catalogueControl(state: ShopState, now: () => number, nextId: () => number): CatalogueControl {
  const { entries, stocks, touched } = state;
  const listeners: ((move: StockMove) => void)[] = [];
  const tell = (move: StockMove) => {
    for (const listener of listeners) listener(move);
  };
  const put = (entry: CatalogueEntry) => {
    touched.entries.add(entry.item.manageNumber);
    entries.set(entry.item.manageNumber, entry);
  };
  return {
    items: () => [...entries.values()],
    putItem(item) {
      const known = entries.get(item.manageNumber);
      const { itemId, categoryIds, review } = known ?? {
        itemId: 20_000_000 + nextId(),
        categoryIds: [],
        review: { count: 0, averageRating: 0 },
      };
      put({ item: { ...item, updated: itemTime(now()) }, itemId, categoryIds, review });
    },
    removeItem(manageNumber) {
      const known = entries.get(manageNumber);
      if (!known) throw new RangeError(`There is no item ${manageNumber} in the shop.`);
      put({ ...known, deletedAt: now() });
    },
    stock: (manageNumber, variantId) => stocks.get(stockKey(manageNumber, variantId)),
    setStock(manageNumber, variantId, quantity, more = {}) {
      const known = stocks.get(stockKey(manageNumber, variantId));
      const stock = { manageNumber, variantId, quantity, ...more, created: known?.created ?? now(), updated: now() };
      stocks.set(stockKey(manageNumber, variantId), stock);
      tell({ manageNumber, variantId, before: known?.quantity, after: quantity, by: "setting", short: 0 });
    },
    moveStock(manageNumber, variantId, difference) {
      const known = stocks.get(stockKey(manageNumber, variantId));
      if (!known || difference === 0) return;
      const before = known.quantity;
      const after = Math.min(99_999, Math.max(0, before + difference));
      stocks.set(stockKey(manageNumber, variantId), { ...known, quantity: after, updated: now() });
      tell({ manageNumber, variantId, before, after, by: "order", short: Math.max(0, -before - difference) });
    },
    removeStock(manageNumber, variantId) {
      const before = stocks.get(stockKey(manageNumber, variantId))?.quantity;
      stocks.delete(stockKey(manageNumber, variantId));
      tell({ manageNumber, variantId, before, after: undefined, by: "setting", short: 0 });
    },
    onStock: (listener) => void listeners.push(listener),
  };
}
