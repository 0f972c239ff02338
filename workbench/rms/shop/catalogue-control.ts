import type { CatalogueEntry, Item, Stock } from "./item.ts";
import { itemTime } from "./jst.ts";
import { type ShopState, stockKey } from "./state.ts";

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
}

export function catalogueControl(state: ShopState, now: () => number, nextId: () => number): CatalogueControl {
  const { entries, stocks, touched } = state;
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
      const created = stocks.get(stockKey(manageNumber, variantId))?.created ?? now();
      const stock = { manageNumber, variantId, quantity, ...more, created, updated: now() };
      stocks.set(stockKey(manageNumber, variantId), stock);
    },
    moveStock(manageNumber, variantId, difference) {
      const known = stocks.get(stockKey(manageNumber, variantId));
      if (!known || difference === 0) return;
      const quantity = Math.min(99_999, Math.max(0, known.quantity + difference));
      stocks.set(stockKey(manageNumber, variantId), { ...known, quantity, updated: now() });
    },
    removeStock: (manageNumber, variantId) => void stocks.delete(stockKey(manageNumber, variantId)),
  };
}
