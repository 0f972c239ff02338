import { linesOf, oneLine } from "../../../core/line-break.ts";
import { isPlaceholder, skuName } from "../../../shop/product-code.ts";
import type { Listing } from "./listing.ts";
import type { Product } from "./product.ts";

/** Where a product is sold: one SKU of one page. */
export interface Pair {
  readonly manageNumber: string;
  /** The SKU管理番号; where there is none, the choice of the page, in brackets: it is all that tells such SKUs apart. */
  readonly unit: string;
  /** Has the same code, but no person said yet that it is the same product. */
  readonly asked: boolean;
  /** The code that it has now, where that is no longer the row's. */
  readonly movedTo: string;
}

type Sold = Pick<Listing, "manageNumber" | "variantId" | "variation">;

export const unitOf = ({ variantId, variation = "" }: Omit<Sold, "manageNumber">): string => {
  const choice = variantId === "" ? oneLine(variation) : "";
  return choice === "" ? variantId : `（${choice}）`;
};

export const pairOf = (sold: Sold): Pair => ({
  manageNumber: sold.manageNumber.toLowerCase(),
  unit: unitOf(sold),
  asked: false,
  movedTo: "",
});

/** One for all spellings of a SKU that RMS has. */
export const pairKey = ({ manageNumber, unit }: Pick<Pair, "manageNumber" | "unit">): string =>
  skuName(manageNumber, unit);

/** As people are told, who never see what RMS puts where a product has no SKU of its own. */
export const pairName = ({ manageNumber, unit }: Pick<Pair, "manageNumber" | "unit">): string =>
  unit === "" || isPlaceholder(unit)
    ? manageNumber
    : unit.startsWith("（")
      ? `${manageNumber}${unit}`
      : `${manageNumber}/${unit}`;

const ASKED = "（要確認）";
const MOVED = " → ";

export const pairLine = (pair: Pair): string =>
  `${pair.manageNumber}/${pair.unit}${pair.movedTo === "" ? "" : MOVED + pair.movedTo}${pair.asked ? ASKED : ""}`;

function pairInLine(line: string): Pair {
  const asked = line.endsWith(ASKED);
  const [sku = "", ...moved] = (asked ? line.slice(0, -ASKED.length) : line).split(MOVED);
  const [manageNumber = "", ...unit] = sku.trim().split("/");
  return { manageNumber: manageNumber.toLowerCase(), unit: unit.join("/"), asked, movedTo: moved.join(MOVED) };
}

/** The pairs beside the first. */
export const otherPairs = (text: string): Pair[] =>
  linesOf(text)
    .filter((line) => line.trim() !== "")
    .map(pairInLine);

/** `code` is what the row's own fields say that its code is now. */
export function pairsOf(product: Sold & Pick<Product, "productCode" | "otherPairs">, code: string): Pair[] {
  const { manageNumber, productCode } = product;
  if (manageNumber === "") return otherPairs(product.otherPairs);
  const movedTo = code === productCode ? "" : code;
  return [{ ...pairOf(product), movedTo }, ...otherPairs(product.otherPairs)];
}

/** The SKU管理番号 and the choice that a unit stands for. */
export const skuOf = (unit: string): Pick<Product, "variantId" | "variation"> | { readonly variantId: string } =>
  unit.startsWith("（") ? { variantId: "", variation: unit.slice(1, -1) } : { variantId: unit };
