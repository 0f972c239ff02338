import { isPlaceholder, type ProductCodeField, productCodeFields, productCodeOf } from "../../../shop/product-code.ts";
import { excelReads, excelWrites, isWreck } from "./excel/excel.ts";
import type { Listing } from "./listing.ts";
import { pairKey, pairOf } from "./pair.ts";
import { type Refusal, refusal } from "./refusal.ts";
import type { Shelf } from "./shelf.ts";

/** A listing with its product code. */
export interface Coded {
  readonly listing: Listing;
  readonly code: string;
}

export interface CodeRules {
  /** What the operator chose as 商品コード. */
  readonly codeField: ProductCodeField;
  /** Codes of セット商品 have no stock of their own, and no row. */
  readonly isSet: (code: string) => boolean;
}

/** The listings by their codes, and those that cannot be taken. */
export function codedListings(
  listings: readonly Listing[],
  known: Shelf,
  rules: CodeRules,
): { readonly coded: readonly Coded[]; readonly refusals: readonly Refusal[] } {
  const coded = new Map<string, Coded>();
  const refusals: Refusal[] = [];
  for (const listing of listings) {
    const key = pairKey(pairOf(listing));
    const code = codeOf(listing, known.ownerOf(key), rules.codeField);
    const earlier = coded.get(key)?.code ?? code;
    const refused =
      earlier === code
        ? refusedFor(listing, code, known, rules)
        : refusal(listing, "twoCodes", twoCodes(earlier, code));
    if (refused === undefined) coded.set(key, { listing, code });
    else refusals.push(refused);
  }
  return { coded: [...coded.values()], refusals };
}

/** Where the source does not have the field at all, a known SKU keeps its code. */
function codeOf(listing: Listing, owner: string | undefined, field: ProductCodeField): string {
  return listing[field] === undefined && owner !== undefined ? owner : listedCode(listing, field);
}

/** As the source has it; empty where it has none. */
export function listedCode(listing: Listing, field: ProductCodeField): string {
  const { manageNumber, variantId, itemNumber = "", merchantSkuId = "", jan = "" } = listing;
  return productCodeOf({ manageNumber: manageNumber.toLowerCase(), variantId, itemNumber, merchantSkuId, jan }, field);
}

function refusedFor(
  listing: Listing,
  code: string,
  known: Shelf,
  { codeField, isSet }: CodeRules,
): Refusal | undefined {
  const refuse = refusal.bind(undefined, listing);
  if (codeField === "variantId" && isPlaceholder(listing.variantId))
    return refuse("placeholder", "このIDでは商品を区別できません。商品コードに使う項目を選び直してください。");
  if (code === "") return refuse("noCode", `商品コードに使う「${productCodeFields[codeField]}」がありません。`);
  const owner = known.ownerOf(pairKey(pairOf(listing)));
  if (isWreck(code))
    return refuse("scientific", `Excelで壊れた商品コードです（${owner ?? code}）。元の番号に直してください。`);
  if (known.product(code) === undefined) {
    const broken = owner !== undefined && isBroken(owner, code) ? owner : known.brokenFrom(code);
    if (broken !== undefined) return refuse("damaged", `Excelで壊れた可能性（${broken}?）`);
  }
  return isSet(code) ? refuse("set", "セット商品の商品コードです。商品マスタには追加しません。") : undefined;
}

const isBroken = (code: string, written: string): boolean => {
  const values = new Set(excelReads(code));
  return code !== written && excelWrites(written).some((value) => values.has(value));
};

const twoCodes = (one: string, other: string): string =>
  `1つのSKUに商品コードが2つあります（${one}、${other}）。どちらかを直してください。`;
