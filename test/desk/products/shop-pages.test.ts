import { expect, test } from "vitest";
import { passUnderWay } from "../../../src/desk/products/rules/product-pass.ts";
import { shopPages } from "../../../src/desk/products/shop-pages.ts";
import { answering, NOON } from "../../support/rms-port.ts";

const { pass: whole } = passUnderWay(undefined, { productsSince: null, productsFrom: 1 }, NOON);

/** A shop of so many items; each page's mark says how many lie before it. */
const shopOf = (count: number) =>
  answering(({ url }) => {
    const [, mark = ""] = /cursorMark=([^&]+)/.exec(url) ?? [];
    const from = Number(decodeURIComponent(mark).replace("*", "0"));
    const results = Array.from({ length: Math.max(0, Math.min(100, count - from)) }, (_, at) => ({
      item: { manageNumber: `item-${from + at}`, title: "見本", variants: { a: {} } },
    }));
    const nextCursorMark = results.length === 0 ? mark : String(from + results.length);
    return { status: 200, headers: {}, body: JSON.stringify({ numFound: count, nextCursorMark, results }) };
  });

test.each([
  [0, 1],
  [1, 1],
  [99, 1],
  [100, 2],
  [101, 2],
  [199, 2],
  [200, 3],
  [201, 3],
])("a pass through %i products takes each once, with %i calls, and says which page is the last", (count, calls) => {
  const { rms } = shopOf(count);
  const pages = [...shopPages(rms, whole)];
  expect(pages.flatMap(({ page }) => page.items.map(({ manageNumber }) => manageNumber))).toEqual(
    Array.from({ length: count }, (_, at) => `item-${at}`),
  );
  expect(pages.map(({ last }) => last)).toEqual(pages.map((_, at) => at === pages.length - 1));
  expect(pages.at(-1)?.pass.done).toBe(count);
  expect(rms.calls()).toBe(calls);
});

test("a pass that was cut off goes on behind its page, and takes what came meanwhile", () => {
  const [first] = shopPages(shopOf(250).rms, whole);
  const rest = [...shopPages(shopOf(260).rms, first!.pass)];
  expect(first!.last).toBe(false);
  expect(rest.flatMap(({ page }) => page.items)).toHaveLength(160);
  expect(rest.at(-1)).toMatchObject({ last: true, pass: { done: 260 } });
});
