import fc from "fast-check";
import { test } from "vitest";
import type { Listing } from "../../../../src/desk/products/rules/listing.ts";
import { otherPairs, type Pair, pairKey, pairName, pairOf } from "../../../../src/desk/products/rules/pair.ts";
import type { Product } from "../../../../src/desk/products/rules/product.ts";
import { listing, master, pagesOf } from "../../../support/products.ts";

const PAGES = ["m1", "m2", "m3"];
const SET = "S";

/** Few pages, SKUs and codes, so that they meet, change places, vanish and come back. */
const sku = fc
  .tuple(
    fc.constantFrom(...PAGES),
    fc.constantFrom("a", "b", "normal-inventory"),
    fc.constantFrom("X", "Y", "Z", "X", "Y", SET, ""),
  )
  .map(([page, variantId, merchantSkuId]) => listing(page, variantId, { merchantSkuId }));
const sold = fc.uniqueArray(sku, { maxLength: 6, selector: (one) => pairKey(pairOf(one)) });

/** A whole pass, some pages of one, or a file, which decides nothing about what it does not have. */
const seen = fc.tuple(fc.constantFrom("shop", "pages", "file"), sold);
const tick = fc.tuple(fc.constantFrom("X", "Y", "Z"), fc.boolean());

const sourceOf = (what: string, listings: readonly Listing[]) => {
  const gone = what === "shop" ? PAGES.filter((page) => !listings.some((one) => one.manageNumber === page)) : [];
  const pages = [...pagesOf(listings), ...gone.map((manageNumber) => ({ manageNumber, units: [] }))];
  return { listings, pages, retires: what !== "file" };
};

const pairsOn = (row: Product): Pair[] => [pairOf(row), ...otherPairs(row.otherPairs)];

type Master = ReturnType<typeof master>;
const living = ({ rows }: Master): Product[] => [...rows.values()].filter(({ state }) => state !== "廃止");

/** Merges, and throws where a row, a stock or a SKU is lost, doubled or moved unasked. */
function mergeWatched(desk: Master, [what, listings]: readonly [string, readonly Listing[]], ticked: boolean): void {
  const [codes, stocked] = [desk.codes(), [...desk.stock.values()]];
  const source = sourceOf(what, listings);
  const { renames, refusals } = desk.merge(source);
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${what}\n${JSON.stringify([...desk.rows.values()], undefined, 1)}`);
  };
  const left = new Set(renames.map(({ from }) => from));
  for (const code of codes) must(desk.row(code) !== undefined || left.has(code), `the row ${code} is lost`);
  for (const added of stocked) must([...desk.stock.values()].includes(added), `the stock added as ${added} is lost`);
  must(desk.row(SET) === undefined && desk.row("") === undefined, "a set, or nothing, has become a product");

  const owners = new Map<string, Product>();
  for (const row of living(desk))
    for (const pair of pairsOn(row)) {
      must(!owners.has(pairKey(pair)), `${pairName(pair)} is on two rows`);
      owners.set(pairKey(pair), row);
    }
  for (const one of listings) {
    const row = owners.get(pairKey(pairOf(one)));
    if (refusals.some((refusal) => refusal.listing === one)) continue;
    must(row !== undefined, `${pairName(pairOf(one))} is sold and on no row`);
    must(row?.productCode === one.merchantSkuId || row?.question !== "", `${pairName(pairOf(one))} has a wrong code`);
  }
  if (!ticked) {
    must(renames.length === 0, "a row has a new code that nobody allowed");
    for (const row of living(desk))
      must(
        otherPairs(row.otherPairs).every(({ asked }) => asked),
        `${row.productCode} has pairs that nobody allowed`,
      );
  }
  desk.merge(source);
  must(desk.merge(source).changes.length === 0, "what says nothing new is written again and again");
}

test("whatever the shop sells from day to day, no product or stock is lost, doubled or merged unasked", () => {
  fc.assert(
    fc.property(fc.array(seen, { minLength: 2, maxLength: 8 }), (days) => {
      const desk = master({ isSet: (code) => code === SET });
      for (const day of days) mergeWatched(desk, day, false);
    }),
    { numRuns: 500 },
  );
});

test("nor while people tick what they are asked, at any time and in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(tick, seen), { minLength: 2, maxLength: 8 }), (days) => {
      const desk = master({ isSet: (code) => code === SET });
      for (const [[code, confirmed], day] of days) {
        if (desk.row(code) !== undefined) desk.ticks(code, confirmed);
        mergeWatched(desk, day, true);
      }
    }),
    { numRuns: 500 },
  );
});
