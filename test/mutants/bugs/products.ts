import type { Mutant } from "../mutant.ts";

export const productBugs: readonly Mutant[] = [
  {
    name: "last-page-of-goods-by-its-size-alone",
    file: "src/desk/products/shop-pages.ts",
    before: 'page.size < HITS && pass.mark === "" && done >= page.found',
    after: "page.size <= HITS",
  },
  {
    name: "changes-of-yesterday-not-searched",
    file: "src/desk/products/rules/product-pass.ts",
    before: "new Date(instant.getTime() - LAG)",
    after: "instant",
  },
  {
    name: "next-pass-begins-where-this-one-ended",
    file: "src/desk/products/rules/product-pass.ts",
    before: "productsSince: wallTime(new Date(pass.began)).slice(0, 16)",
    after: "productsSince: wallTime(new Date()).slice(0, 16)",
  },
  {
    name: "settings-changed-meanwhile-overwritten",
    file: "src/desk/products/rules/product-pass.ts",
    before: "isSame(stored, before) ? { ...stored, ...progress } : stored",
    after: "({ ...stored, ...progress })",
  },
  {
    name: "unknown-genre-ends-the-asking",
    file: "src/desk/products/genre-names.ts",
    before: "if (!hasTime()) return false;",
    after: "if (hasTime()) return false;",
  },
  {
    name: "retired-products-looked-at-again",
    file: "src/desk/products/rules/due-items.ts",
    before: 'updatedAt === null && state !== "廃止"',
    after: "updatedAt === null",
  },
  {
    name: "old-tick-allows-a-new-question",
    file: "src/desk/products/rules/standing.ts",
    before: 'before.question !== "" && !hasOldTick(before.question)',
    after: 'before.question !== ""',
  },
  {
    name: "hole-in-a-file-taken-for-gone",
    file: "src/desk/products/rules/csv/gone.ts",
    before: "missing.length === pairs.length && !codes.has(product.productCode)",
    after: "missing.length > 0 && !codes.has(product.productCode)",
  },
];
