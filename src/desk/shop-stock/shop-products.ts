import type { RowFault } from "../../core/problem.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { faultText } from "../../workbook/commit/cell-problem.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import { columnOf } from "../../workbook/declare/table.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { productTable } from "../products/product-table.ts";
import { pairsOf } from "../products/rules/pair.ts";
import type { ProductState } from "../products/rules/product.ts";
import { isLimits, type LimitCells, type LimitFault, limitColumns, limitsOf } from "./rules/limits.ts";
import type { ShopProduct } from "./rules/skip.ts";

/** 商品マスタ as the update of the shop uses it. */
export interface ShopProducts {
  readonly products: ReadonlyMap<string, ShopProduct>;
  /** For the report of the run. */
  readonly faults: readonly RowFault[];
}

/** What is wrong with the cells of a product holds back that product alone. */
export function readShopProducts(book: Book): ShopProducts {
  const state = book.state(productTable);
  const isProven = book.proven(productTable);
  const faults: RowFault[] = [];
  const products = [...state.rows].map(([code, row]): [string, ShopProduct] => {
    const read = limitsOf(limitCells(state, row));
    const own = isLimits(read) ? [] : read.map(cellFault(row));
    if (own.length > 0) faults.push({ subject: code, reason: own.map(faultText).join(" ") });
    return [code, productOf(state, row, isLimits(read) && isProven(code) ? read : undefined)];
  });
  return { products: new Map(products), faults };
}

/** The same cells by their places: every run that knows 商品マスタ keeps them marked. */
export function limitFaults(book: Book): CellFault[] {
  const state = book.state(productTable);
  return [...state.rows.values()].flatMap((row) => {
    const read = limitsOf(limitCells(state, row));
    return isLimits(read) ? [] : read.map(cellFault(row));
  });
}

const cellFault =
  ({ index }: SheetRow) =>
  (fault: LimitFault): CellFault => ({ ...fault, table: productTable, rowIndex: index });

const limitCells = (state: SheetState, row: SheetRow): LimitCells =>
  Object.fromEntries(
    limitColumns.map((name) => [name, columnOf(productTable, name).parse(cellAt(state, row, name))]),
  ) as LimitCells;

function productOf(state: SheetState, row: SheetRow, limits: ShopProduct["limits"]): ShopProduct {
  const text = (name: string) => String(cellAt(state, row, name) ?? "");
  const productCode = text("productCode");
  const sold = {
    productCode,
    manageNumber: text("manageNumber"),
    variantId: text("variantId"),
    variation: text("variation"),
    otherPairs: text("otherPairs"),
  };
  return {
    state: text("state") as ProductState,
    stockControl: text("stockControl"),
    pairs: pairsOf(sold, productCode),
    limits,
  };
}
