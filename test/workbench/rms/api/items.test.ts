import { expect, test } from "vitest";
import type { Item, Variant } from "../../../../workbench/rms/shop/item.ts";
import { HOUR, type Json, openSandbox } from "../open-sandbox.ts";

const sandbox = (skus = 400) => openSandbox({ skus });
const find = (open: ReturnType<typeof openSandbox>, query: string): Json =>
  open.call(`/es/2.0/items/search?${query}`).json;
const numbers = ({ results }: Json): string[] => results.map(({ item }: { item: Item }) => item.manageNumber);

test("cursor marks lead through all items once and then stand still", () => {
  const open = sandbox();
  const seen: string[] = [];
  let mark = "*";
  for (let page = 0; page < 100; page++) {
    const answer = find(open, `hits=20&cursorMark=${encodeURIComponent(mark)}`);
    seen.push(...numbers(answer));
    if (answer.nextCursorMark === mark) break;
    mark = answer.nextCursorMark;
  }
  expect(seen.sort()).toEqual(
    open.shop
      .items()
      .map(({ item }) => item.manageNumber)
      .sort(),
  );
});

test("items that change while the cursor moves are not skipped", () => {
  const open = sandbox();
  const first = find(open, "hits=50&cursorMark=*");
  for (const number of numbers(first))
    open.shop.putItem({ ...open.shop.state.entries.get(number)!.item, title: "新しい名前" });
  const second = find(open, `hits=100&cursorMark=${first.nextCursorMark}`);
  expect(numbers(second)).not.toContain(numbers(first)[0]);
  expect(new Set([...numbers(first), ...numbers(second)]).size).toBe(Math.min(150, second.numFound));
});

test("without a cursor the item updated last comes first, ten at a time", () => {
  const open = sandbox();
  open.shop.putItem({ ...open.shop.items()[7]!.item, title: "いま変えた" });
  const answer = find(open, "");
  expect(answer.results[0].item.title).toBe("いま変えた");
  expect(answer).toMatchObject({ offset: 0, numFound: open.shop.items().length });
  expect(answer.results).toHaveLength(10);
  expect(answer).not.toHaveProperty("nextCursorMark");
});

const variants = (item: Item): Variant[] => Object.values(item.variants);
const price = ({ standardPrice }: Variant): number => Number(standardPrice ?? Number.NaN);

test.each<[query: string, meets: (item: Item) => boolean]>([
  ["title=クッキー", ({ title }) => title.includes("クッキー")],
  ["tagline=見本", ({ tagline }) => tagline?.includes("見本") === true],
  ["manageNumber=mihon-00", ({ manageNumber }) => manageNumber.includes("mihon-00")],
  ["itemNumber=MH00", ({ itemNumber }) => itemNumber?.includes("MH00") === true],
  [
    "articleNumber=2000000",
    (item) =>
      variants(item).some(({ articleNumber }) => "value" in articleNumber && articleNumber.value.includes("2000000")),
  ],
  ["variantId=sku-", (item) => Object.keys(item.variants).some((id) => id.includes("sku-"))],
  ["merchantDefinedSkuId=000", (item) => variants(item).some((each) => each.merchantDefinedSkuId?.includes("000"))],
  ["genreId=990103", ({ genreId }) => genreId === "990103"],
  ["itemType=PRE_ORDER", ({ itemType }) => itemType === "PRE_ORDER"],
  ["standardPriceFrom=5000", (item) => variants(item).some((each) => price(each) >= 5000)],
  ["standardPriceTo=1000", (item) => variants(item).some((each) => price(each) <= 1000)],
  ["basePriceFrom=1", (item) => variants(item).some(({ subscriptionPrice }) => subscriptionPrice !== undefined)],
  ["isHiddenItem=true", ({ hideItem }) => hideItem],
  ["isHiddenVariant=true", (item) => variants(item).some(({ hidden }) => hidden)],
  ["isSearchable=false", ({ features }) => features.searchVisibility === "ALWAYS_HIDDEN"],
  ["isYamiichi=true", ({ accessControl }) => accessControl !== undefined],
  ["isOptimizedPoint=true", ({ pointCampaign }) => pointCampaign?.optimization !== undefined],
  ["isBackOrder=false", (item) => variants(item).every(({ backOrderFlag }) => !backOrderFlag)],
  ["isPostageIncluded=true", (item) => variants(item).some(({ shipping }) => shipping.postageIncluded)],
  ["isSubscription=true", ({ subscription }) => subscription !== undefined],
  ["pointRate=5", ({ pointCampaign }) => pointCampaign?.benefits.pointRate === 5],
  ["maxPointRate=10", ({ pointCampaign }) => pointCampaign?.optimization?.maxPointRate === 10],
  ["purchasablePeriodTo=2030-12-31", ({ purchasablePeriod }) => purchasablePeriod !== undefined],
  ["createdFrom=2026-06-01", ({ created }) => created >= "2026-06-01"],
  ["createdTo=2026-06-01", ({ created }) => created < "2026-06-02"],
  ["updatedFrom=2026-11-01&updatedTo=2026-11-10", ({ updated }) => updated >= "2026-11-01" && updated < "2026-11-11"],
])("a search by %s finds just the items that meet it", (query, meets) => {
  const open = sandbox();
  const all = open.shop.items().map(({ item }) => item);
  const expected = all.filter(meets).map(({ manageNumber }) => manageNumber);
  const found = numbers(find(open, `${query}&hits=100&sortKey=manageNumber&sortOrder=asc`));
  expect(found).toEqual(expected.sort().slice(0, 100));
  expect(expected.length).toBeGreaterThan(0);
});

test("stock decides what is sold out, as a whole or in part", () => {
  const open = sandbox(30);
  for (const { manageNumber, variantId } of [...open.shop.state.stocks.values()])
    open.shop.setStock(manageNumber, variantId, 1);
  const multi = open.shop.items().find(({ item }) => Object.keys(item.variants).length > 1)!.item;
  const [first, ...others] = Object.keys(multi.variants);
  open.shop.setStock(multi.manageNumber, first!, 0);
  expect(numbers(find(open, "isVariantStockout=true"))).toEqual([multi.manageNumber]);
  expect(numbers(find(open, "isItemStockout=true"))).toEqual([]);
  for (const id of others) open.shop.setStock(multi.manageNumber, id, 0);
  expect(numbers(find(open, "isItemStockout=true"))).toEqual([multi.manageNumber]);
});

test.each([
  "updated",
  "created",
  "itemDisplaySequence",
  "manageNumber",
  "pointRate",
  "reviewCount",
  "reviewAverageRating",
])("items can be sorted by %s both ways", (key) => {
  const open = sandbox(100);
  const sorted = (order: string) => numbers(find(open, `hits=100&sortKey=${key}&sortOrder=${order}`));
  expect(sorted("asc")[0]).not.toBe(sorted("desc")[0]);
  expect(sorted("asc").sort()).toEqual(sorted("desc").sort());
});

test("categories, reviews and lead times come only when asked for", () => {
  const open = sandbox();
  const plain = find(open, "hits=100").results;
  expect(plain.every((result: Json) => Object.keys(result).join() === "item")).toBe(true);
  const full = find(open, "hits=100&isCategoryIncluded=true&isReviewIncluded=true&isInventoryIncluded=true").results;
  expect(full[0]).toMatchObject({
    category: { categoryIds: [expect.any(String)] },
    review: { count: expect.any(Number) },
  });
  expect(full.some((result: Json) => "inventory" in result)).toBe(true);
  expect(full.some((result: Json) => !("inventory" in result))).toBe(true);
});

test.each([
  ["offset=0&cursorMark=*", "IE1003", "Only one of offset and cursorMark can be registered."],
  ["sortKey=updated&cursorMark=*", "IE1004", "When cursorMark is set, sortKey cannot be registered."],
  ["unknown=1", "IE1005", "Invalid request parameter."],
  ["hits=101", "IE0003", "hits must be between 1 and 100."],
  ["offset=10001", "IE0003", "offset must be between 0 and 10000."],
  ["hits=many", "IE0002", "hits has an invalid value : many."],
  ["updatedFrom=2026/11/01", "IE0002", "updatedFrom has an invalid value : 2026/11/01."],
  ["isHiddenItem=1", "IE0002", "isHiddenItem has an invalid value : 1."],
  ["sortKey=price", "IE0007", "Invalid choice selected for sortKey."],
])("a search with %s is refused with %s", (query, code, message) => {
  const { status, json } = openSandbox().call(`/es/2.0/items/search?${query}`);
  expect({ status, json }).toEqual({ status: 400, json: { errors: [{ code, message }] } });
});

test("a deleted item is gone at once from items.get and after a day from the search", () => {
  const open = sandbox(30);
  const { manageNumber } = open.shop.items()[0]!.item;
  open.shop.removeItem(manageNumber);
  expect(open.call(`/es/2.0/items/manage-numbers/${manageNumber}`).status).toBe(404);
  expect(find(open, `manageNumber=${manageNumber}`).results).toEqual([{ item: { manageNumber } }]);
  open.clock.forward(24 * HOUR);
  expect(find(open, `manageNumber=${manageNumber}`).numFound).toBe(0);
});

test("a new item can be made to show late in the search", () => {
  const open = openSandbox({ itemIndexLag: HOUR });
  const created = open.clock.now.toISOString();
  open.shop.putItem({ ...open.shop.items()[0]!.item, manageNumber: "shin-mihon", created });
  expect(find(open, "manageNumber=shin-mihon").numFound).toBe(0);
  open.clock.forward(HOUR);
  expect(find(open, "manageNumber=shin-mihon").numFound).toBe(1);
});

test("capitals in a manageNumber are lowered", () => {
  expect(sandbox(60).call("/es/2.0/items/manage-numbers/MIHON-0010").json.manageNumber).toBe("mihon-0010");
});

test("bulk-get gives known items without attributes and refuses repeats and more than fifty", () => {
  const open = sandbox(60);
  const get = (manageNumbers: unknown) => open.call("/es/2.0/items/bulk-get", { manageNumbers }).json;
  const { results } = get(["mihon-0010", "unknown"]);
  expect(results).toHaveLength(1);
  expect(JSON.stringify(results)).not.toContain('"attributes"');
  expect(get(["a", "A"]).errors[0].code).toBe("IE1106");
  expect(get(Array.from({ length: 51 }, String)).errors[0].code).toBe("IE1101");
  expect(get(undefined).errors[0].code).toBe("IE0001");
});
