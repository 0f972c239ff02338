import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dueOrders,
  isAwaited,
  isHeld,
  type ListedOrder,
  movedOrders,
  type Rotation,
} from "../../../../src/desk/shipments/rules/due-orders.ts";

const NOW = 46_350;
const MINUTE = 1 / 1440;
const ago = (minutes: number): number => NOW - minutes * MINUTE;

const listed = (number: string, checkedAt: number | null, given: Partial<ListedOrder> = {}): ListedOrder => ({
  number,
  open: true,
  progress: "300 発送待ち",
  orderedAt: NOW - 2,
  checkedAt,
  awaited: false,
  held: false,
  ...given,
});
const rotation = (given: Partial<Rotation> = {}): Rotation => ({
  now: NOW,
  last: ago(30),
  next: null,
  limit: 30,
  judgedSince: NOW - 1,
  isJudged: () => false,
  ...given,
});

test("what was looked at within the last five minutes is left alone, and so is what is over", () => {
  const orders = [listed("a", ago(4.9)), listed("b", ago(5)), listed("c", ago(600), { open: false })];
  expect(dueOrders(orders, rotation())).toEqual(["b"]);
});

test.each([
  ["every half hour", 30, ["old", "older", "young"]],
  ["every ten minutes", 10, ["old", "older"]],
  ["every five minutes", 5, ["older"]],
])("with runs %s, due is what would be over the limit when the next one comes", (_, interval, due) => {
  const orders = [listed("young", ago(6)), listed("old", ago(20)), listed("older", ago(25))];
  expect([...dueOrders(orders, rotation({ last: ago(interval) }))].sort()).toEqual(due);
});

test("what waits for Rakuten is asked for by every run, but not twice within five minutes", () => {
  const orders = [listed("a", ago(4), { held: true }), listed("b", ago(6), { held: true }), listed("c", ago(6))];
  expect(dueOrders(orders, rotation({ last: ago(6) }))).toEqual(["b"]);
  expect(isHeld({ state: "保留", questions: OF_SHOP })).toBe(true);
  expect(isHeld({ state: "要確認", questions: OF_MASTER })).toBe(false);
});

test("a run that somebody starts between two of the schedule leaves nothing that is over the limit when the next one comes", () => {
  const orders = [listed("young", ago(6)), listed("old", ago(12))];
  const justBefore = { last: ago(1), limit: 30 };
  expect(dueOrders(orders, rotation({ ...justBefore, next: ago(-20) }))).toEqual(["old"]);
  expect(dueOrders(orders, rotation({ ...justBefore, next: ago(-60) }))).toEqual(["old", "young"]);
  expect(dueOrders(orders, rotation({ ...justBefore, next: ago(-5) }))).toEqual([]);
});

test("the oldest look comes first, before all what nobody has looked at yet, or in a time to come", () => {
  const orders = [listed("c", ago(8)), listed("b", ago(9)), listed("d", ago(-3)), listed("a", null)];
  expect(dueOrders(orders, rotation())).toEqual(["a", "d", "b", "c"]);
});

test("where no pass came to its end yet, all but the freshest is due", () => {
  expect(dueOrders([listed("a", ago(3)), listed("b", ago(6))], rotation({ last: null }))).toEqual(["b"]);
});

test("what was judged by other masters is due at once, and no more once it was looked at since", () => {
  const orders = [listed("a", ago(3)), listed("b", ago(1))];
  expect(dueOrders(orders, rotation({ judgedSince: null }))).toEqual(["a", "b"]);
  expect(dueOrders(orders, rotation({ judgedSince: ago(2) }))).toEqual(["a"]);
  expect(dueOrders(orders, rotation({ judgedSince: null, isJudged: (number) => number === "a" }))).toEqual(["b"]);
});

test("however many orders a run has time for, each is looked at again within as many runs as they take", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (many, room) => {
      const checks = new Map(Array.from({ length: many }, (_, at) => [`${at}`, ago(40 + at)]));
      const rounds = Math.ceil(many / room);
      const looked = new Set<string>();
      for (let run = 0; run < rounds; run++) {
        const now = NOW + run * 5 * MINUTE;
        const orders = [...checks].map(([number, checkedAt]) => listed(number, checkedAt));
        for (const number of dueOrders(orders, rotation({ now, last: now - 5 * MINUTE })).slice(0, room)) {
          checks.set(number, now);
          looked.add(number);
        }
      }
      expect(looked.size).toBe(many);
    }),
  );
});

test("with time enough no row is ever older than the limit when a run has ended, whatever lies between the runs", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 240 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }),
      (limit, pauses) => {
        let [now, last, checkedAt] = [NOW, NOW, NOW];
        for (const pause of pauses) {
          now += pause * MINUTE;
          if (dueOrders([listed("a", checkedAt)], rotation({ now, last, limit })).length > 0) checkedAt = now;
          last = now;
          expect(Math.round((now - checkedAt) * 1440)).toBeLessThan(limit);
        }
      },
    ),
  );
});

interface Visit {
  /** Minutes since the one before. */
  readonly pause: number;
  /** After so many orders it is killed. */
  readonly room: number;
  /** Minutes until the schedule has the next; null without a schedule. */
  readonly next: number | null;
}

const visits = fc.array(
  fc.record<Visit>({
    pause: fc.double({ min: 0.1, max: 45, noNaN: true }),
    room: fc.integer({ min: 0, max: 12 }),
    next: fc.option(fc.integer({ min: 1, max: 60 })),
  }),
  { minLength: 1, maxLength: 25 },
);

test("in any sequence of runs, killed wherever, no order is asked for twice within five minutes, and what a killed run left comes first in the next", () => {
  fc.assert(
    fc.property(visits, fc.integer({ min: 1, max: 10 }), (runs, many) => {
      const checks = new Map<string, number>(Array.from({ length: many }, (_, at) => [`${at}`, ago(at)]));
      let [now, last] = [NOW, null as number | null];
      let left: readonly string[] = [];
      for (const { pause, room, next } of runs) {
        now += pause * MINUTE;
        const orders = [...checks].map(([number, checkedAt]) => listed(number, checkedAt));
        const due = dueOrders(orders, rotation({ now, last, next: next === null ? null : now + next * MINUTE }));
        const stillOld = left.filter((number) => Math.round((now - (checks.get(number) ?? 0)) * 86_400) >= 30 * 60);
        expect(due.slice(0, stillOld.length)).toEqual(stillOld);
        for (const number of due) expect((now - (checks.get(number) ?? 0)) * 86_400).toBeGreaterThan(299);
        for (const number of due.slice(0, room)) checks.set(number, now);
        if (room >= due.length)
          for (const checkedAt of checks.values()) expect(now - checkedAt).toBeLessThan(30 * MINUTE);
        left = due.slice(room);
        last = now;
      }
    }),
  );
});

test("with a schedule, and time enough, no order is older than the limit when the next run comes, whoever ran in between", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(10, 15, 30),
      fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { maxLength: 40 }),
      (every, pauses) => {
        let [now, last, checkedAt, slot] = [NOW, NOW, NOW, NOW + every * MINUTE];
        for (const pause of pauses) {
          now = Math.min(now + pause * MINUTE, slot);
          expect((now - checkedAt) * 1440).toBeLessThan(30.1);
          if (now >= slot) slot += every * MINUTE;
          if (dueOrders([listed("a", checkedAt)], rotation({ now, last, next: slot })).length > 0) checkedAt = now;
          last = now;
        }
      },
    ),
  );
});

const found = (...numbers: string[]) => ({
  progress: [300] as const,
  since: NOW - 10,
  has: (number: string) => numbers.includes(number),
});

test.each<[string, ListedOrder, boolean]>([
  ["stands where the search finds it", listed("found", null), false],
  ["is no longer where the list has it", listed("gone", null), true],
  ["is there again after it was held", listed("found", null, { progress: "400 変更確定待ち" }), true],
  ["is there again after it was shipped", listed("found", null, { open: false, progress: "500 発送済" }), true],
  ["is held, as the list has it", listed("gone", null, { progress: "400 変更確定待ち" }), false],
  ["is over", listed("gone", null, { open: false, progress: "500 発送済" }), false],
  ["is older than the search reaches", listed("gone", null, { orderedAt: NOW - 11 }), false],
])("an order that %s: looked at next or not", (_, order, moved) => {
  expect(movedOrders([order], found("found"))).toEqual(moved ? [order.number] : []);
});

const row = (given: Partial<Parameters<typeof isAwaited>[0]> = {}) => ({
  state: "要確認" as const,
  questions: "",
  trackingNumber: "",
  carrier: "",
  shippingStatus: "",
  cancelConfirmed: false,
  ...given,
});
const OF_MASTER = "配送方法「宅配便」が未設定です。「配送サービスマスタ」で配送会社を選んでください。";
const OF_SHOP = "金額（請求金額）が未確定です。RMSで確定すると、次の取込で解除されます。";
const OF_PEOPLE = "楽天の警告「注意喚起」が出ています。出荷してよいか、RMSで確認してください。";

test.each<[string, Parameters<typeof row>[0], boolean]>([
  ["asks for a master: that brings it up by itself", { questions: OF_MASTER }, false],
  ["waits for Rakuten, which time alone brings up", { state: "保留", questions: OF_SHOP }, false],
  ["asks people, who have not answered", { questions: OF_PEOPLE }, false],
  ["asks people, who have ticked it", { questions: OF_PEOPLE, cancelConfirmed: true }, true],
  ["asks people, who have entered its number", { questions: OF_PEOPLE, trackingNumber: "1" }, true],
  ["has a change that was ticked", { state: "変更あり", cancelConfirmed: true }, true],
  ["has a change that nobody ticked", { state: "変更あり" }, false],
  ["is good, ticked and on its way", { state: "取込済", cancelConfirmed: true, trackingNumber: "1" }, false],
  ["is cancelled", { state: "取消", cancelConfirmed: true }, false],
])("whether people wait for the next look at a row that %s", (_, given, awaited) => {
  expect(isAwaited(row(given))).toBe(awaited);
});
