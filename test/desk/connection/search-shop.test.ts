import { expect, test } from "vitest";
import { searchShop } from "../../../src/desk/connection/search-shop.ts";
import { NOON, openRms } from "../../support/rms-port.ts";

const HOUR = 3_600_000;
const numberOf = (at: number, shop = "123456"): string => `${shop}-20261124-000000000${at}`;
const since = new Date(NOON.getTime() - 24 * HOUR);

/** Rakuten's clock is ahead of ours by so many hours. */
function ahead(hours: number) {
  const theirs = new Date(NOON.getTime() + hours * HOUR);
  const desk = openRms({ now: () => theirs });
  const { shop, clock, rms } = desk;
  const search = (known: string[] = []) => searchShop({ rms, now: clock.now }, since, [300], known);
  return {
    ...desk,
    search,
    orderedAt: (at: number, hoursAgo: number) =>
      shop.add({ orderNumber: numberOf(at), ordered: new Date(theirs.getTime() - hoursAgo * HOUR) }),
  };
}

test.each([2, 0.5, 20])(
  "where Google's clock is %s hours behind, orders are searched up to Rakuten's time, and it is said",
  (hours) => {
    const { search, orderedAt } = ahead(hours);
    orderedAt(1, hours + 1);
    orderedAt(2, 0.1);
    const { numbers, faults } = search();
    expect([...numbers].sort()).toEqual([numberOf(1), numberOf(2)]);
    expect(faults).toEqual([{ subject: "時計", reason: expect.stringContaining(`約${hours * 60}分遅れています`) }]);
  },
);

test("a clock that is ahead of Rakuten's is said too, and costs no order", () => {
  const { search, orderedAt, rms } = ahead(-2);
  orderedAt(1, 1);
  expect(search()).toMatchObject({
    numbers: [numberOf(1)],
    faults: [{ reason: expect.stringContaining("120分進んでいます") }],
  });
  expect(rms.calls()).toBe(1);
});

test("clocks that agree to a minute cost no second search and no word", () => {
  const { search, rms } = ahead(50 / 3600);
  expect(search().faults).toEqual([]);
  expect(rms.calls()).toBe(1);
});

test("an order of another shop among those found is refused and named", () => {
  const { shop, search } = ahead(0);
  const foreign = numberOf(3, "999999");
  for (const orderNumber of [numberOf(1), foreign, numberOf(2)]) shop.add({ orderNumber });
  const { numbers, faults } = search();
  expect([...numbers].sort()).toEqual([numberOf(1), numberOf(2)]);
  expect(faults).toEqual([{ subject: foreign, reason: expect.stringContaining("取り込みませんでした") }]);
});
