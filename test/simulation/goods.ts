import type { Item, Variant } from "../../workbench/rms/shop/item.ts";
import type { OrderLine } from "../../workbench/rms/shop/order.ts";
import type { Shop } from "../../workbench/rms/shop/shop.ts";
import { plain } from "./books.ts";
import { PRODUCTS } from "./declared.ts";
import type { Ledger } from "./ledger.ts";
import type { Cell, Office, View, ViewRow } from "./office.ts";

/** What the shop sells, and what people allowed on the rows of it. */
export interface Goods {
  /** What the operator chose as 商品コード. */
  readonly field: "merchantSkuId" | "manageNumber";
  /** SKUs that were taken off their pages, and may come back. */
  readonly lost: { readonly manageNumber: string; readonly variantId: string; readonly variant: Variant }[];
  /** People ticked 確認済 on this row. */
  ticked(view: View, row: ViewRow): void;
  /** Whether people ever ticked the row that has this code now. */
  isAllowed(code: string): boolean;
  /** Rows that got their new code since, as people allowed. */
  renames(office: Office, ledger: Ledger): ReadonlyMap<string, string>;
}

export const codeOf = ({ field }: Goods, { manageNumber }: Item, { merchantDefinedSkuId = "" }: Variant): string =>
  field === "manageNumber" ? manageNumber : merchantDefinedSkuId.trim();

/** The plain code by which an order's line says what it holds. */
export const codeOfLine = ({ field }: Goods, { manageNumber, sku }: OrderLine): string =>
  plain(field === "manageNumber" ? manageNumber : (sku?.merchantDefinedSkuId ?? ""));

export const liveItems = (shop: Shop): Item[] =>
  shop.items().flatMap(({ item, deletedAt }) => (deletedAt === undefined ? [item] : []));

export const cellIn = ({ headers }: View, { cells }: ViewRow, header: string): Cell =>
  cells[headers.indexOf(header)] ?? "";

/** A product without SKUs of its own has one name, however RMS puts it. */
export const skuOf = (manageNumber: string, variantId: string): string =>
  `${manageNumber}/${[manageNumber, "normal-inventory"].includes(variantId) ? "" : variantId}`;

export interface Pair {
  readonly sku: string;
  readonly asked: boolean;
}

/** The SKUs of a row, its own first. */
export function pairsOf(view: View, row: ViewRow): Pair[] {
  const cell = (header: string) => String(cellIn(view, row, header));
  const first = skuOf(cell("商品管理番号"), cell("SKU管理番号"));
  const others = cell("同じコードのSKU").split("\n").filter(Boolean).map(pairIn);
  return [...(first === "/" ? [] : [{ sku: first, asked: false }]), ...others];
}

function pairIn(line: string): Pair {
  const [, manageNumber = "", variantId = ""] = /^([^/]*)\/(.*?)(?: → .*?)?(?:（要確認）)?$/.exec(line) ?? [];
  return { sku: skuOf(manageNumber, variantId), asked: line.endsWith("（要確認）") };
}

export function goods(field: Goods["field"]): Goods {
  /** By the codes of the rows that were ticked: what was sold there. */
  const ticks = new Map<string, readonly string[]>();
  return {
    field,
    lost: [],
    ticked(view, row) {
      ticks.set(String(cellIn(view, row, "商品コード")), skusOf(view, row));
    },
    isAllowed: (code) => ticks.has(code),
    renames(office, ledger) {
      const renames = new Map<string, string>();
      if (ticks.size === 0) return renames;
      const view = office.view(PRODUCTS);
      const rows = new Map(view.rows.map((row) => [ledger.keyOf(view, row), skusOf(view, row)]));
      for (const [from, sold] of ticks) {
        const isIt = (skus: readonly string[] | undefined) => skus?.some((sku) => sold.includes(sku)) ?? false;
        const [to] = isIt(rows.get(from)) ? [] : [...rows].flatMap(([code, skus]) => (isIt(skus) ? [code] : []));
        if (to !== undefined) renames.set(from, to);
      }
      for (const from of renames.keys()) ticks.delete(from);
      for (const to of renames.values()) ticks.set(to, rows.get(to) ?? []);
      return renames;
    },
  };
}

/** Those that the row is, without those that only have its code as yet. */
const skusOf = (view: View, row: ViewRow): string[] =>
  pairsOf(view, row).flatMap(({ sku, asked }) => (asked ? [] : [sku]));
