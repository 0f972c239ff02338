import fc from "fast-check";
import { expect, test } from "vitest";
import { licenceExpiryOf } from "../../../src/rms/client/licence.ts";
import { fetchStock, PAIRS_PER_READ } from "../../../src/rms/inventory/inventories.ts";
import { moveStock, ROWS_PER_MOVE } from "../../../src/rms/inventory/move-stock.ts";
import { fetchItem } from "../../../src/rms/item/fetch-item.ts";
import { fetchGenre } from "../../../src/rms/item/genres.ts";
import { itemPage, itemPages } from "../../../src/rms/item/items.ts";
import { itemsSearch } from "../../../src/rms/item/items-search.ts";
import { SANDBOX_KEYS } from "../../../workbench/rms/sandbox.ts";
import { GENRES } from "../../../workbench/rms/seed/genres.ts";
import { answering, openRms, type RmsDesk, thrown } from "../../support/rms-port.ts";

const pairs = ({ shop }: RmsDesk) =>
  shop
    .items()
    .flatMap(({ item }) =>
      Object.keys(item.variants).map((variantId) => ({ manageNumber: item.manageNumber, variantId })),
    );

test("all items come in pages of 100 and are what the shop has", () => {
  const desk = openRms({ skus: 900 });
  const pages = [...itemPages(desk.rms, {})];
  const items = pages.flatMap((page) => page.items);
  expect(items.map(({ manageNumber }) => manageNumber).sort()).toEqual(
    desk.shop
      .items()
      .map(({ item }) => item.manageNumber)
      .sort(),
  );
  expect(items.flatMap(({ skus }) => skus)).toHaveLength(pairs(desk).length);
  expect(pages.flatMap(({ faults }) => faults)).toEqual([]);
  expect(desk.rms.calls()).toBeLessThanOrEqual(Math.ceil(items.length / 100) + 1);
});

/** A shop of so many items, whose search ends with a page that is not full, or with an empty one where all are. */
const itemShop = (count: number) =>
  answering(({ url }) => {
    const [, mark = "*"] = /cursorMark=([^&]+)/.exec(url) ?? [];
    const from = decodeURIComponent(mark) === "*" ? 0 : Number(mark);
    const results = Array.from({ length: Math.max(0, Math.min(100, count - from)) }, (_, at) => ({
      item: { manageNumber: `item-${from + at}`, title: "見本", variants: { a: {} } },
    }));
    const nextCursorMark = results.length === 0 ? mark : String(from + results.length);
    return { status: 200, headers: {}, body: JSON.stringify({ numFound: count, nextCursorMark, results }) };
  });

test.each([0, 1, 99, 100, 101, 199, 200, 201])(
  "of %i items each comes once, and no page is asked for twice",
  (count) => {
    const { rms, sent } = itemShop(count);
    const items = [...itemPages(rms, {})].flatMap((page) => page.items.map(({ manageNumber }) => manageNumber));
    expect(items).toEqual(Array.from({ length: count }, (_, at) => `item-${at}`));
    expect(new Set(sent.map(({ url }) => url)).size).toBe(sent.length);
    // The mark of an empty page tells that there is no more; before the first page nobody has one.
    expect(sent).toHaveLength(Math.ceil(count / 100) + 1);
  },
);

test("a page that names itself as the next is the last, also where it has items", () => {
  const results = [{ item: { manageNumber: "item-0", title: "見本", variants: { a: {} } } }];
  const { rms } = answering(({ url }) => {
    const nextCursorMark = url.includes("cursorMark=b") ? "b" : url.includes("cursorMark=a") ? "b" : "a";
    return { status: 200, headers: {}, body: JSON.stringify({ numFound: 3, nextCursorMark, results }) };
  });
  expect([...itemPages(rms, {})].map(({ next }) => next)).toEqual(["a", "b", undefined]);
});

test("a page can be gone on from later, by another execution", () => {
  const desk = openRms({ skus: 900 });
  const first = itemPage(desk.rms, {});
  const rest = [...itemPages(desk.client(), {}, first.next)].flatMap(({ items }) => items);
  expect(first.items.length + rest.length).toBe(desk.shop.items().length);
});

test("reading items ends whatever marks RMS gives", () => {
  const reply = fc.record({
    numFound: fc.nat(),
    nextCursorMark: fc.option(fc.constantFrom("*", "a", "b", "c")),
    results: fc.option(
      fc.array(
        fc.record({ item: fc.oneof(fc.record({ manageNumber: fc.constantFrom("x", "y") }), fc.constant(null)) }),
        { maxLength: 2 },
      ),
    ),
  });
  fc.assert(
    fc.property(fc.array(reply, { minLength: 1, maxLength: 8 }), (replies) => {
      let at = 0;
      const { rms } = answering(() => ({
        status: 200,
        headers: {},
        body: JSON.stringify(replies[at++ % replies.length]),
      }));
      try {
        for (const page of itemPages(rms, {})) expect(page.found).toBeGreaterThanOrEqual(0);
      } catch (error) {
        expect(error).toMatchObject({ name: "Problem", remedy: "wait" });
      }
      expect(rms.calls()).toBeLessThanOrEqual(5);
    }),
  );
});

test("an item that cannot be read is named, and the others are there", () => {
  const desk = openRms();
  desk.faults.next("items.search", { corrupt: { "results.0.item.title": 7 } });
  const page = itemPage(desk.rms, {});
  const read = page.items.map(({ manageNumber }) => manageNumber);
  const unread = desk.shop
    .items()
    .flatMap(({ item: { manageNumber } }) => (read.includes(manageNumber) ? [] : manageNumber));
  expect(page.faults).toMatchObject([{ subject: unread[0], reason: expect.stringContaining("（title）") }]);
  expect(unread).toHaveLength(1);
});

test("an item that is deleted but still listed is told apart", () => {
  const { rms, shop } = openRms();
  const { manageNumber } = shop.items()[0]!.item;
  shop.removeItem(manageNumber);
  expect(itemPage(rms, { manageNumber }).gone).toContain(manageNumber);
  expect(fetchItem(rms, manageNumber)).toBeUndefined();
});

test("one item is fetched as it is now, in capitals too; a number that cannot be one is not sent", () => {
  const { rms, shop } = openRms();
  const { item } = shop.items()[0]!;
  expect(fetchItem(rms, item.manageNumber.toUpperCase())).toMatchObject({
    manageNumber: item.manageNumber,
    name: item.title,
  });
  expect(thrown(() => fetchItem(rms, "../../order"))).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("商品管理番号"),
  });
  expect(rms.calls()).toBe(1);
});

test.each([
  [{ hits: 101 }, "100件まで"],
  [{ hits: 0 }, "1件以上"],
  [{ offset: 10_001 }, "10000"],
  [{ cursorMark: "*", sortKey: "updated" as const }, "cursorMark"],
])("a search with %o is stopped with the limit", (search, limit) => {
  expect(thrown(() => openRms().rms.call(itemsSearch, search))).toMatchObject({
    message: expect.stringContaining(limit),
  });
});

test("stock is read in one call, and SKUs without any are named", () => {
  const desk = openRms();
  const known = pairs(desk);
  const none = { manageNumber: "nowhere", variantId: "1" };
  const { levels, missing } = fetchStock(desk.rms, [...known, none]);
  expect(levels).toHaveLength(known.length);
  expect(missing).toEqual([none]);
  expect(desk.rms.calls()).toBe(1);
});

test("limits of stock calls are named before anything is sent", () => {
  const { rms } = openRms();
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ manageNumber: `m${at}`, variantId: "1", difference: 1 }));
  expect(thrown(() => fetchStock(rms, many(PAIRS_PER_READ + 1)))).toMatchObject({
    message: expect.stringContaining("1000件まで"),
  });
  expect(thrown(() => moveStock(rms, many(ROWS_PER_MOVE + 1)))).toMatchObject({
    message: expect.stringContaining("400件まで"),
  });
  expect(rms.calls()).toBe(0);
});

test("a genre is named with its path; a merged one gives its successor and says so; an unknown one is nothing", () => {
  const { rms } = openRms();
  const merged = [...GENRES.values()].find(({ mergedInto }) => mergedInto !== undefined)!;
  const target = GENRES.get(merged.mergedInto!)!;
  expect(fetchGenre(rms, { genreId: target.id })).toMatchObject({
    id: target.id,
    name: target.name,
    merged: false,
    path: expect.arrayContaining([target.name]),
  });
  expect(fetchGenre(rms, { genreId: merged.id })).toMatchObject({ id: target.id, name: target.name, merged: true });
  expect(fetchGenre(rms, { genreId: 999_999 })).toBeUndefined();
  expect(fetchGenre(rms, { genreId: 0 })?.children.length).toBeGreaterThan(0);
});

test("the licence's end is Japanese time, and a wrong key gets the same refusal as anywhere", () => {
  const { rms, shop } = openRms();
  shop.expireAt(new Date("2026-11-28T23:59:59+09:00"));
  expect(licenceExpiryOf(rms, SANDBOX_KEYS)).toEqual(new Date("2026-11-28T23:59:59+09:00"));
  expect(thrown(() => licenceExpiryOf(rms, { licenseKey: "SL000000_other" }))).toMatchObject({
    remedy: "fix",
    status: 401,
  });
});
