import fc from "fast-check";
import { expect, test } from "vitest";
import type { Listing } from "../../../../src/desk/products/rules/listing.ts";
import { listing, master } from "../../../support/products.ts";

const ITEMS = ["m1", "m2", "m3", "m4"];
const SKUS = ["a", "b"];

type Act =
  | { readonly kind: "put" | "drop"; readonly item: string; readonly sku: string; readonly name: string }
  | { readonly kind: "delete" | "see"; readonly item: string };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("put" as const, "drop" as const),
    item: fc.constantFrom(...ITEMS),
    sku: fc.constantFrom(...SKUS),
    name: fc.constantFrom("りんご", "みかん"),
  }),
  fc.record({ kind: fc.constantFrom("delete" as const, "see" as const), item: fc.constantFrom(...ITEMS) }),
);

/** A code belongs to its SKU for good: what codes that wander may do is told in merge.test.ts. */
const coded = (item: string, sku: string, name: string): Listing =>
  listing(item, sku, { merchantSkuId: `${item}-${sku}`, name });

test("however the shop changes while some of it is seen, a last look at all of it makes 商品マスタ equal to it", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const shop = new Map<string, Map<string, Listing>>();
      const desk = master();
      const ever = new Set<string>();
      const see = (item: string) => {
        const skus = [...(shop.get(item)?.values() ?? [])];
        for (const { merchantSkuId = "" } of skus) ever.add(merchantSkuId);
        return skus.length === 0 ? desk.loses(item) : desk.sees(...skus);
      };
      for (const one of acts) {
        if (one.kind === "see") see(one.item);
        else if (one.kind === "delete") shop.delete(one.item);
        else if ("sku" in one && one.kind === "drop") shop.get(one.item)?.delete(one.sku);
        else if ("sku" in one) {
          const skus = shop.get(one.item) ?? new Map<string, Listing>();
          shop.set(one.item, skus.set(one.sku, coded(one.item, one.sku, one.name)));
        }
      }
      for (const item of ITEMS) see(item);
      const sold = [...shop.values()].flatMap((skus) => [...skus.values()]);
      const on = [...desk.rows.values()].filter(({ state }) => state !== "廃止");
      expect(on.map(({ productCode, name }) => [productCode, name]).sort()).toEqual(
        sold.map(({ merchantSkuId, name }) => [merchantSkuId, name]).sort(),
      );
      expect(desk.codes()).toEqual([...ever].sort());
      expect([...desk.stock.keys()].sort()).toEqual([...ever].sort());
      expect(ITEMS.flatMap((item) => see(item).changes)).toEqual([]);
    }),
  );
});
