import fc from "fast-check";
import { expect, test } from "vitest";
import { findOrders, walkOrders } from "../../../src/rms/order/orders.ts";
import type { SearchWindow } from "../../../src/shop/search-window.ts";
import { answering, NOON, openRms, type RmsDesk, thrown } from "../../support/rms-port.ts";

const DAY = 86_400_000;
const week: SearchWindow = { from: new Date(NOON.getTime() - 7 * DAY), to: NOON };

/** `count` orders at 発送待ち, a minute apart, the last one an hour ago. */
function shopWith(count: number, apart = 60_000): RmsDesk {
  const desk = openRms();
  const last = NOON.getTime() - 3_600_000;
  for (let at = 0; at < count; at++)
    desk.shop.add({ orderNumber: numberOf(at), ordered: new Date(last - (count - 1 - at) * apart) });
  return desk;
}
const numberOf = (at: number): string => `123456-20261120-${String(at).padStart(10, "0")}`;
const all = (count: number): string[] => Array.from({ length: count }, (_, at) => numberOf(at));
const sorted = (numbers: readonly string[]): string[] => [...numbers].sort();

test.each([
  [0, 1],
  [1, 1],
  [1000, 1],
  [1001, 2],
  [2500, 3],
])("%i orders are found with %i calls when nothing moves", (count, calls) => {
  const desk = shopWith(count);
  expect(sorted(findOrders(desk.rms, week, [300]))).toEqual(all(count));
  expect(desk.rms.calls()).toBe(calls);
});

test("an order that leaves the page before loses no other", () => {
  const desk = shopWith(2500);
  desk.faults.next("searchOrder", null, { shop: (shop) => void shop.ship(numberOf(2497)) });
  expect(sorted(findOrders(desk.rms, week, [300]))).toEqual(all(2500));
  expect(desk.rms.calls()).toBe(6);
});

test("orders that keep leaving while pages are read lose no other", () => {
  const desk = shopWith(2200);
  let at = 0;
  const leave = { shop: (shop: RmsDesk["shop"]) => void shop.ship(numberOf(2199 - at++)) };
  desk.faults.next("searchOrder", ...Array.from({ length: 40 }, () => leave));
  const found = new Set(findOrders(desk.rms, week, [300]));
  const waiting = desk.shop.orders().filter(({ orderNumber }) => desk.shop.progress(orderNumber) === 300);
  expect(waiting.filter(({ orderNumber }) => !found.has(orderNumber))).toEqual([]);
  expect(desk.rms.calls()).toBeLessThan(60);
});

test("an order that slips by because one left and one came back at the same moment is there at the next search", () => {
  const desk = shopWith(1500);
  desk.shop.setProgress(numberOf(0), 200);
  desk.faults.next("searchOrder", null, {
    shop: (shop) => {
      shop.ship(numberOf(1497));
      shop.setProgress(numberOf(0), 300);
    },
  });
  const first = findOrders(desk.rms, week, [300]);
  expect(first).toContain(numberOf(0));
  const waiting = all(1500).filter((number) => number !== numberOf(1497));
  expect(sorted(findOrders(desk.rms, week, [300]))).toEqual(waiting);
  expect(desk.rms.calls()).toBe(4);
});

test("what comes new while the pages are read costs a further look, and nothing", () => {
  const desk = shopWith(1500);
  const ordered = new Date(NOON.getTime() - 60_000);
  desk.faults.next("searchOrder", null, { shop: (shop) => void shop.add({ orderNumber: numberOf(1500), ordered }) });
  expect(sorted(findOrders(desk.rms, week, [300]))).toEqual(all(1501));
});

test("the newest orders come first, page by page, and each once", () => {
  const desk = shopWith(2500);
  const pages = [...walkOrders(desk.rms, week, [300])];
  expect(pages.map(({ numbers }) => numbers.length)).toEqual([1000, 1000, 500]);
  expect(pages.flatMap(({ numbers }) => numbers)).toEqual(all(2500).reverse());
  expect(pages[0]).toMatchObject({ counted: 2500 });
});

test("whoever stops at the first page has asked for no other", () => {
  const desk = shopWith(2500);
  for (const { numbers } of walkOrders(desk.rms, week, [300])) {
    expect(numbers[0]).toBe(numberOf(2499));
    break;
  }
  expect(desk.rms.calls()).toBe(1);
});

test("a page that names one order twice and another not at all is asked for again", () => {
  const desk = shopWith(30);
  desk.faults.next("searchOrder", { duplicate: true }, { duplicate: true });
  expect(sorted(findOrders(desk.rms, week, [300]))).toEqual(all(30));
  expect(desk.rms.calls()).toBe(3);
});

test("what RMS counts wrongly in the same way at every look is taken as it is", () => {
  const desk = shopWith(30);
  desk.faults.next("searchOrder", ...Array.from({ length: 9 }, () => ({ duplicate: true })));
  expect(findOrders(desk.rms, week, [300])).toHaveLength(29);
  expect(desk.rms.calls()).toBe(4);
});

const page = (numbers: readonly string[] | null, counted: object | null) => ({
  body: JSON.stringify({ orderNumberList: numbers, MessageModelList: [], PaginationResponseModel: counted }),
});

test.each([
  ["a list of null", [page(null, { totalRecordsAmount: 5, totalPages: 1 })]],
  ["an empty list", [page([], { totalRecordsAmount: 5, totalPages: 1 })]],
  [
    "a second page of null",
    Array.from({ length: 4 }, () => [
      page(all(1000), { totalRecordsAmount: 1005, totalPages: 2 }),
      page(null, { totalRecordsAmount: 1005, totalPages: 2 }),
    ]).flat(),
  ],
])("%s where RMS counts orders is never taken for all there is", (_, answers) => {
  const { rms } = answering(...answers);
  expect(thrown(() => findOrders(rms, week, [300]))).toMatchObject({ remedy: "wait" });
});

test.each([
  ["neither total nor pages", () => null],
  ["no number of pages", () => ({ totalRecordsAmount: 2003 })],
  ["no total", () => ({ totalPages: 3 })],
])("an answer with %s is paged through by counting", (_, counted) => {
  const numbers = all(2003);
  const { rms } = answering(({ body }) => {
    const { requestPage } = JSON.parse(body ?? "{}").PaginationRequestModel as { requestPage: number };
    const some = numbers.slice(1000 * (requestPage - 1), 1000 * requestPage);
    return { status: 200, headers: {}, ...page(some, counted()) };
  });
  expect(findOrders(rms, week, [300])).toEqual(numbers);
  expect(rms.calls()).toBe(3);
});

/** An RMS with so many orders, which counts as `counted` says. */
const paged = (size: number, counted: (pages: number) => object | null) => {
  const numbers = all(size);
  const desk = answering(({ body }) => {
    const { requestPage } = JSON.parse(body ?? "{}").PaginationRequestModel as { requestPage: number };
    const some = numbers.slice(1000 * (requestPage - 1), 1000 * requestPage);
    return { status: 200, headers: {}, ...page(some, counted(Math.ceil(size / 1000))) };
  });
  const pagesAsked = () =>
    desk.sent.map(({ body }) => JSON.parse(body ?? "{}").PaginationRequestModel.requestPage as number);
  return { ...desk, numbers, pagesAsked };
};
const upTo = (last: number): number[] => Array.from({ length: Math.max(1, last) }, (_, at) => at + 1);

test.each([0, 1, 999, 1000, 1001, 1999, 2000, 2001, 3000])(
  "of %i orders each page is asked for once, the last one too and none behind it, however RMS counts",
  (size) => {
    const pages = Math.ceil(size / 1000);
    for (const counted of [
      () => ({ totalRecordsAmount: size, totalPages: pages }),
      () => ({ totalRecordsAmount: size }),
      () => ({ totalPages: pages }),
    ]) {
      const desk = paged(size, counted);
      expect(findOrders(desk.rms, week, [300])).toEqual(desk.numbers);
      expect(desk.pagesAsked()).toEqual(upTo(pages));
    }
    // Whether a full page is the last one, only the next one tells.
    const uncounted = paged(size, () => null);
    expect(findOrders(uncounted.rms, week, [300])).toEqual(uncounted.numbers);
    expect(uncounted.pagesAsked()).toEqual(upTo(Math.floor(size / 1000) + 1));
  },
);

test("a full last page without a count is followed by a look at the next one", () => {
  const { rms } = answering(page(all(1000), null), page([], null));
  expect(findOrders(rms, week, [300])).toEqual(all(1000));
  expect(rms.calls()).toBe(2);
});

test("more than 15,000 hits are found in halves of the period, and the second of the cut belongs to one half only", () => {
  const desk = shopWith(16_500, 20_000);
  const found = findOrders(desk.rms, week, [300]);
  expect(sorted(found)).toEqual(all(16_500));
  const periods = desk.sent
    .map(({ body }) => JSON.parse(body ?? "{}") as { startDatetime: string; endDatetime: string })
    .map(({ startDatetime, endDatetime }) =>
      [startDatetime, endDatetime].map((text) => Date.parse(text.replace(/(\d\d)$/, ":$1"))),
    );
  const halves = periods.slice(1).sort(([a], [b]) => a! - b!);
  for (const [at, [start]] of halves.entries()) {
    const before = halves[at - 1];
    if (before !== undefined && before[0] !== start) expect(start! - before[1]!).toBe(1000);
  }
});

test("15,000 orders in one second end with a word to the developers, not with a loss", () => {
  const full = {
    orderNumberList: [numberOf(1)],
    MessageModelList: [],
    PaginationResponseModel: { totalRecordsAmount: 15_000, totalPages: 15, requestPage: 1 },
  };
  const { rms } = answering({ body: JSON.stringify(full) });
  expect(thrown(() => findOrders(rms, { from: NOON, to: NOON }, [300]))).toMatchObject({
    remedy: "report",
    message: expect.stringContaining("15,000件"),
  });
});

test("reading ends whatever RMS says of its pages, and nothing that it listed is lost", () => {
  const page = fc.record({
    orderNumberList: fc.option(fc.array(fc.nat(40).map(numberOf), { maxLength: 5 })),
    MessageModelList: fc.constant([]),
    PaginationResponseModel: fc.option(
      fc.record({
        totalRecordsAmount: fc.option(fc.integer({ min: -5, max: 14_999 })),
        totalPages: fc.option(fc.integer({ min: -5, max: 2 ** 31 })),
      }),
    ),
  });
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 20 }), (pages) => {
      const listed = new Set<string>();
      let at = 0;
      const { rms } = answering(() => {
        const answer = pages[at++ % pages.length]!;
        for (const number of answer.orderNumberList ?? []) listed.add(number);
        return { status: 200, headers: {}, body: JSON.stringify(answer) };
      });
      try {
        expect(sorted(findOrders(rms, { from: new Date(NOON.getTime() - 60_000), to: NOON }, [300]))).toEqual(
          sorted([...listed]),
        );
      } catch (error) {
        expect(error).toMatchObject({ name: "Problem" });
      }
      expect(rms.calls()).toBeLessThan(15 * 4 * 128);
    }),
    { numRuns: 60 },
  );
});
