import type { ProductCodeField } from "../../shop/product-code.ts";
import type { Book, Plan } from "../../workbook/commit/book.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import { type Answers, among, numbersIn, skusIn, sourceOf } from "./answers.ts";
import type { GenreNames } from "./genre-names.ts";
import { productCells } from "./product-cells.ts";
import { knownAfter } from "./rules/known-after.ts";
import { type Merged, mergeProducts } from "./rules/merge.ts";
import type { KnownProducts } from "./rules/product.ts";
import { shelf } from "./rules/shelf.ts";

/** What one commit takes of the answers of a step. */
export interface ProductPart {
  readonly merged: Merged;
  readonly plan: Plan;
  readonly numbers: readonly string[];
  /** How many SKUs it has. */
  readonly found: number;
  /** As it will be once the part is committed. */
  readonly known: KnownProducts;
  readonly last: boolean;
}

interface Rules {
  readonly codeField: ProductCodeField;
  readonly isSet: (code: string) => boolean;
  readonly genres: GenreNames;
}

/** Brings answers together with the sheet, a commit at a time: each part builds on the one before. */
export function* productParts(
  book: Book,
  before: KnownProducts,
  answers: Answers,
  { codeField, isSet, genres }: Rules,
): Generator<ProductPart> {
  let known = before;
  const merge = (some: Answers): Merged =>
    mergeProducts(shelf(known, codeField), sourceOf(some), { codeField, isSet, genreName: genres.nameOf });
  const whole = merge(answers);
  const numbers = [...new Set(numbersIn(answers))];
  const parts = fittingParts(book.plan(productCells(whole)).changes, numbers, itemOf(whole));
  for (const [at, part] of parts.entries()) {
    const some = parts.length === 1 ? answers : among(answers, part);
    const merged = parts.length === 1 ? whole : merge(some);
    const plan = book.plan(productCells(merged));
    known = knownAfter(known, merged);
    yield { merged, plan, numbers: part, found: skusIn(some), known, last: at === parts.length - 1 };
  }
}

/** The page that a row is of, by its code. */
function itemOf({ changes, renames }: Merged): (code: string) => string {
  const items = new Map(changes.map(({ row }) => [row.productCode, row.manageNumber]));
  for (const { from, to } of renames) items.set(from, items.get(to) ?? "");
  return (code) => items.get(code) ?? "";
}
