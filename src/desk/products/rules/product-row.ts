import type { ProductCodeField } from "../../../shop/product-code.ts";
import type { Draft } from "./draft.ts";
import type { Listing } from "./listing.ts";
import { type Pair, pairKey, pairLine, pairOf, skuOf } from "./pair.ts";
import { emptyProduct, type Product, type ProductState, stockControlLabels } from "./product.ts";
import { withOldTick } from "./questions.ts";
import { type IsTaken, questionsOf } from "./standing.ts";

export interface RowRules {
  readonly codeField: ProductCodeField;
  readonly isTaken: IsTaken;
  readonly genreName: (genreId: string) => string;
}

/** The row that a draft comes to. One that the shop has no more keeps what it says. */
export function rowOf(draft: Draft, rules: RowRules): Product {
  const before = productBefore(draft);
  const [first, ...others] = draft.pairs.values();
  if (first === undefined) return { ...before, state: "廃止", question: "" };
  const listing = draft.listings.get(pairKey(first));
  const row = {
    ...before,
    ...(listing === undefined ? factsOfPair(first, draft, rules) : factsOf(listing, before, rules)),
    productCode: draft.code,
    otherPairs: others.map(pairLine).join("\n"),
    acknowledged: draft.settled.length > 0 ? draft.settled.join("\n") : before.acknowledged,
  };
  const question = questionOf(draft, rules);
  return { ...row, question, state: question === "" ? stateOf(listing, before) : "要確認" };
}

function productBefore({ before, code }: Draft): Product {
  if (before === undefined) return emptyProduct(code);
  const { confirmed, ...row } = before;
  return row;
}

/** A tick that was there before the question cannot have meant it. */
function questionOf(draft: Draft, { isTaken }: RowRules): string {
  const questions = questionsOf(draft, isTaken);
  const text = questions.map((one) => one.text).join("\n");
  return draft.before?.confirmed === true && questions.some(({ settleable }) => settleable) ? withOldTick(text) : text;
}

const stateOf = (listing: Listing | undefined, before: Product): ProductState =>
  (listing?.hidden ?? before.state === "倉庫") ? "倉庫" : "";

/** What the source does not say stays. */
function factsOf(listing: Listing, before: Product, { genreName }: RowRules): Partial<Product> {
  const { itemNumber, merchantSkuId, jan, name, variation, genreId = before.genreId, price, stockControl } = listing;
  return {
    manageNumber: pairOf(listing).manageNumber,
    variantId: listing.variantId,
    itemNumber: itemNumber ?? before.itemNumber,
    merchantSkuId: merchantSkuId ?? before.merchantSkuId,
    jan: jan ?? before.jan,
    name: name ?? before.name,
    variation: variation ?? before.variation,
    genreId,
    genreName: genreName(genreId) || (genreId === before.genreId ? before.genreName : ""),
    price: price === undefined ? before.price : price,
    stockControl: stockControl === undefined ? before.stockControl : stockControlLabels[stockControl],
    updatedAt: listing.updatedAt === undefined ? before.updatedAt : listing.updatedAt,
  };
}

/** A pair that became the first of its row, and whose listing has not come yet: no more is known of it than its code, and it is looked at next. */
function factsOfPair(first: Pair, { before, code }: Draft, { codeField }: RowRules): Partial<Product> {
  if (before?.manageNumber && pairKey(first) === pairKey(pairOf(before))) return {};
  return {
    [codeField]: first.movedTo || code,
    manageNumber: first.manageNumber,
    ...skuOf(first.unit),
    updatedAt: null,
  };
}

/** 楽天在庫数: undefined where the source does not tell, null where RMS does not count. */
export function shopStockOf({ pairs, listings }: Draft): number | null | undefined {
  const [first] = pairs.keys();
  const listing = first === undefined ? undefined : listings.get(first);
  if (listing?.stockControl !== undefined && listing.stockControl !== "counted") return null;
  return listing?.shopStock;
}
