import type { CodedLine } from "../../shop/order.ts";
import { productCodeFields, productCodeOf, skuName } from "../../shop/product-code.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { cellAt } from "../../workbook/read/snapshot.ts";
import { isSet, type Sets } from "../sets/rules/sets.ts";
import type { Settings } from "../settings/rules/settings.ts";
import type { ShipmentRules } from "../shipments/rules/shipment.ts";
import { productTable } from "./product-table.ts";
import { otherPairs, pairKey } from "./rules/pair.ts";

interface ProductCodes extends Pick<ShipmentRules, "productCodeName"> {
  readonly productCode: (line: CodedLine) => string;
}

/** What the product codes are read from: orders carry every field but the JAN, which 商品マスタ knows. */
export const productCodeTables = ({ productCode }: Settings): readonly Table[] =>
  productCode === "jan" ? [productTable] : [];

/**
 * How an order's line gets its product code, from the field that the operator chose. Where that is the JAN, sets are known by
 * any other code of the line that people named one by: most have no JAN, and 商品マスタ does not have them.
 */
export function productCodes(book: Book, { productCode: field }: Settings, sets: Sets): ProductCodes {
  if (field !== "jan")
    return { productCode: (line) => productCodeOf(line, field), productCodeName: productCodeFields[field] };
  const known = janBySku(book);
  const jan = (line: CodedLine) => setCodeOf(line, sets) ?? known.get(skuName(line.manageNumber, line.variantId)) ?? "";
  return { productCode: jan, productCodeName: `${productTable.sheet}の${productCodeFields.jan}` };
}

/** What the codes of an order's lines follow from besides the order, as texts: the same ones as long as the codes are. */
export const codeBasis = (book: Book, { productCode: field }: Settings): string[] =>
  field === "jan" ? [...janBySku(book)].map(([sku, code]) => `${sku}\u001f${code}`).sort() : [field];

const setCodeOf = (line: CodedLine, sets: Sets): string | undefined =>
  (["merchantSkuId", "variantId", "itemNumber", "manageNumber"] as const)
    .map((field) => productCodeOf(line, field))
    .find((code) => isSet(sets, code));

/** Also of pairs that nobody allowed yet: their JAN is this one in RMS, whatever they turn out to be. */
function janBySku(book: Book): ReadonlyMap<string, string> {
  const state = book.state(productTable);
  return new Map(
    [...state.rows.values()].flatMap((row) => {
      const at = (name: string) => String(cellAt(state, row, name) ?? "").trim();
      const pairs = otherPairs(at("otherPairs")).map(({ movedTo, ...pair }) => [pairKey(pair), movedTo || at("jan")]);
      return [...pairs, [skuName(at("manageNumber"), at("variantId")), at("jan")]] as [string, string][];
    }),
  );
}
