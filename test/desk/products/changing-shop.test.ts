import fc from "fast-check";
import { expect, test } from "vitest";
import { type Gate, killBefore, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { OPERATOR } from "../../../workbench/people.ts";
import { openDesk } from "../../support/desk.ts";
import { item } from "../../support/shop-items.ts";

/** Spread over the two pages of the shop, so that changes fall before and behind the place where a run is. */
const PAGES = ["aa", "mm", "zz"];
const QUIET = Array.from({ length: 110 }, (_, at) => `k-${String(at).padStart(3, "0")}`);

interface Change {
  readonly page: string;
  readonly skus: readonly string[];
  readonly title: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  page: fc.constantFrom(...PAGES),
  /** None: the page is taken away. */
  skus: fc.subarray(["s", "m", "l"]),
  title: fc.constantFrom("りんご", "みかん", "なし"),
});

/** Runs during which so many changes happen, each at a call to RMS; some are killed at a call. */
const runs = fc.array(
  fc.record({
    changes: fc.array(change, { maxLength: 3 }),
    killedAt: fc.option(fc.integer({ min: 3, max: 20 }), { nil: undefined }),
    minutes: fc.constantFrom(5, 300, 1500),
  }),
  { minLength: 1, maxLength: 4 },
);

test("whatever the shop changes while runs read it or are cut short, a quiet run makes 商品マスタ equal to it", async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (all) => {
      let due: Change[] = [];
      let killedAt: number | undefined;
      const sold = new Map<string, string>();
      const apply = ({ page, skus, title }: Change) => {
        const known = desk.shop.items().some((entry) => entry.item.manageNumber === page && !entry.deletedAt);
        for (const code of [...sold.keys()]) if (code.startsWith(page)) sold.delete(code);
        if (skus.length === 0) return known ? desk.shop.removeItem(page) : undefined;
        const codes = skus.map((sku) => [sku, `${page}-${sku}`] as const);
        desk.shop.putItem(item(page, Object.fromEntries(codes), { title }));
        for (const [, code] of codes) sold.set(code, title);
      };
      const gate: Gate = {
        pass({ index, name }) {
          const next = name.startsWith("UrlFetchApp") ? due.shift() : undefined;
          if (next !== undefined) apply(next);
          return index === killedAt ? killBefore : serve;
        },
      };
      const desk = await openDesk({ gate, skus: 0 });
      await desk.run("saveSettings", OPERATOR, [{ settings: { productCode: "merchantSkuId" } }]);
      for (const page of QUIET) desk.shop.putItem(item(page, { s: page }, { title: "静か" }));
      for (const page of QUIET) sold.set(page, "静か");
      await desk.run("importProducts");
      desk.types("商品マスタ", "k-000", "備考", "割れ物");
      for (const one of all) {
        due = [...one.changes];
        killedAt = one.killedAt;
        await desk.run("importProducts");
        for (const late of due) apply(late);
        due = [];
        killedAt = undefined;
        await desk.passes(one.minutes);
      }
      await desk.run("importProducts");
      await desk.passes(8 * 1440);
      await desk.run("importProducts");
      const rows = desk.rows("商品マスタ");
      const codes = rows.map(({ 商品コード }) => 商品コード);
      expect(codes.length).toBe(new Set(codes).size);
      const on = rows.filter(({ 状態 }) => 状態 !== "廃止").map(({ 商品コード, 商品名 }) => [商品コード, 商品名]);
      expect(on.sort()).toEqual([...sold].sort());
      expect(rows.find(({ 商品コード }) => 商品コード === "k-000")).toMatchObject({ 備考: "割れ物" });
      expect(
        desk
          .rows("在庫")
          .map(({ 商品コード }) => 商品コード)
          .sort(),
      ).toEqual(codes.sort());
      const before = desk.grid("商品マスタ");
      await desk.run("importProducts");
      expect(desk.grid("商品マスタ")).toEqual(before);
      await desk.close();
    }),
    { numRuns: 6 },
  );
});
