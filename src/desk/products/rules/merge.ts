import { type CodeRules, codedListings } from "./coded-listing.ts";
import { type Draft, type Drafts, openDrafts, type WholePage } from "./draft.ts";
import type { Listing } from "./listing.ts";
import type { KnownProduct, Product } from "./product.ts";
import { rowOf, shopStockOf } from "./product-row.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { type Rename, settle, takeGone } from "./settle.ts";
import type { Shelf } from "./shelf.ts";
import { type IsTaken, newCode } from "./standing.ts";

/** What a source says of the shop. Listings that share a code have to come together. */
export interface Source {
  readonly listings: readonly Listing[];
  /** Pages that the source shows whole: what a known one has and they have not is gone. */
  readonly pages: readonly WholePage[];
  /** Whether what is gone becomes 廃止; otherwise it only makes way for what took its code, which is among the listings. */
  readonly retires: boolean;
}

export interface MergeRules extends CodeRules {
  /** Of genres that no known product has; empty where nobody knows. */
  readonly genreName?: (genreId: string) => string;
}

/** A row of 商品マスタ that is new or no longer as it stands. */
export interface Change {
  readonly row: Product;
  /** Undefined for a new row. Its code is another one where the row is renamed. */
  readonly before: KnownProduct | undefined;
}

/** What a change is to people, before all that they have to settle something. */
export function kindOf({ row, before }: Change): "asked" | "retired" | "added" | "changed" {
  if (row.question !== "") return "asked";
  if (row.state === "廃止" && before?.state !== "廃止") return "retired";
  return before === undefined ? "added" : "changed";
}

export interface Merged {
  readonly changes: readonly Change[];
  /** Of rows of 商品マスタ and 在庫, before anything else is written. */
  readonly renames: readonly Rename[];
  /** Rows that 在庫 shall have. */
  readonly stock: readonly Pick<Product, "productCode" | "name">[];
  /** 楽天在庫数, where the source tells it; null where RMS does not count. */
  readonly shopStock: readonly { readonly productCode: string; readonly shopStock: number | null }[];
  readonly refusals: readonly Refusal[];
}

/** Brings what a source says together with the known products. Nothing is merged, moved or renamed that no person allowed. */
export function mergeProducts(known: Shelf, source: Source, rules: MergeRules): Merged {
  const { coded, refusals } = codedListings(source.listings, known, rules);
  const drafts = openDrafts(known);
  for (const one of coded) drafts.place(one);
  for (const page of source.pages) drafts.see(page, source.retires);
  for (const draft of drafts.all) takeGone(draft, source.retires);
  const isTaken = takenBy(known, drafts, rules);
  const renames = settle(drafts, isTaken);
  const waiting = refuseWaiting(known, drafts);
  const genreName = (genreId: string) => known.genreName(genreId) || (rules.genreName?.(genreId) ?? "");
  const rowRules = { codeField: rules.codeField, isTaken, genreName };
  const rows = [...drafts.all].map((draft) => ({ draft, row: rowOf(draft, rowRules) }));
  return {
    changes: rows
      .map(({ draft: { before }, row }) => ({ row, before }))
      .filter(({ row, before }) => before === undefined || !isSame(row, before)),
    renames,
    stock: rows.flatMap(({ draft, row: { productCode, name, question } }) =>
      question === "" || isStocked(draft, known) ? [{ productCode, name }] : [],
    ),
    shopStock: rows.flatMap(({ draft, row: { productCode, question } }) => {
      const shopStock = question === "" || isStocked(draft, known) ? shopStockOf(draft) : undefined;
      return shopStock === undefined ? [] : [{ productCode, shopStock }];
    }),
    refusals: [...refusals, ...waiting],
  };
}

const isStocked = ({ code, before }: Draft, known: Shelf): boolean =>
  known.isStocked(code) || (before !== undefined && known.isStocked(before.productCode));

/** In 商品マスタ, or where both have a row in 在庫: two counts of stock are not to become one. */
const takenBy =
  (known: Shelf, drafts: Drafts, { isSet }: CodeRules): IsTaken =>
  (code, draft) => {
    const other = drafts.find(code)?.before ?? known.product(code);
    const isOther = other !== undefined && other !== draft.before;
    return isSet(code) || isOther || (known.isStocked(code) && known.isStocked(draft.code));
  };

/** While a row asks whether it shall take a code, nothing else is added under that code. */
function refuseWaiting(known: Shelf, drafts: Drafts): Refusal[] {
  const asking = new Map([...drafts.all].map((draft) => [draft.before && newCode(draft), draft.code]));
  const added = [...drafts.all].filter(({ before }) => before === undefined);
  return added.flatMap((draft) => {
    const asleep = known.askingFor(draft.code);
    const from = asking.get(draft.code) ?? (asleep && drafts.find(asleep) ? undefined : asleep);
    if (from === undefined) return [];
    drafts.remove(draft);
    const reason = `商品コード ${from} の行の確認（${from} → ${draft.code}）が済むまで追加できません。`;
    return [...draft.listings.values()].map((listing) => refusal(listing, "waiting", reason));
  });
}

const isSame = (row: Product, before: KnownProduct): boolean =>
  (Object.keys(row) as (keyof Product)[]).every((name) =>
    name === "updatedAt" ? isSameTime(row.updatedAt, before.updatedAt) : row[name] === before[name],
  );

/** A sheet may round the last digits of a time: a tenth of a second makes no difference. */
const isSameTime = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-6);
