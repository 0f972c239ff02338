import fc from "fast-check";
import { expect, test } from "vitest";
import { openOutcomes } from "../../../src/desk/shop-stock/rules/outcomes.ts";
import { isUnsettled, WAITING } from "../../../src/desk/shop-stock/rules/texts.ts";
import { planText, updatePlan } from "../../../src/desk/shop-stock/rules/update-plan.ts";
import { sendStock } from "../../../src/desk/shop-stock/send-stock.ts";
import type { Rms } from "../../../src/rms/client/client.ts";
import { fetchStock, pairKey } from "../../../src/rms/inventory/inventories.ts";
import type { Fault } from "../../../workbench/rms/faults.ts";
import { openRms, type RmsDesk } from "../../support/rms-port.ts";

const CODES = ["a", "b", "c"];
const pair = (code: string) => ({ manageNumber: code, unit: "1", asked: false, movedTo: "" });
const noLimits = { buffer: 0, share: 100, limit: null, floor: 0 };

/** Something that happens at one call of RMS or one write into the sheet, in the order of the run. */
interface Moment {
  /** A unit of "a" or "b" is sold, one of "c" comes back into the shop's stock. */
  readonly moved: string | undefined;
  /** The execution is over, before it or after it. */
  readonly killed: "before" | "after" | undefined;
}

class Killed extends Error {}

/** A shop with goods on our shelf, a sheet in memory, and an update as the job does it. */
function opened(goods: Readonly<Record<string, number>>, shown: Readonly<Record<string, number>>) {
  const desk = openRms({ skus: 0 });
  for (const code of CODES) desk.shop.setStock(code, "1", shown[code] ?? 0);
  const sold = new Map(CODES.map((code) => [code, 0]));
  const sheet = { texts: new Map<string, string>(), until: 0 };
  const level = (code: string) => desk.shop.stock(code, "1")?.quantity as number;
  const free = (code: string) => Math.max(0, (goods[code] as number) - (sold.get(code) as number));
  /** Nobody can buy what the shop does not show. */
  const sell = (code: string) => {
    if (level(code) === 0) return;
    desk.shop.moveStock(code, "1", -1);
    sold.set(code, (sold.get(code) as number) + 1);
  };

  /** An order is cancelled, and RMS puts its goods back. */
  const comeBack = (code: string) => {
    desk.shop.moveStock(code, "1", 1);
    sold.set(code, (sold.get(code) as number) - 1);
  };

  function run(moments: readonly Moment[], fault: Fault | null): void {
    desk.faults.next("inventories.bulk.upsert", fault);
    const left = [...moments];
    let dead = false;
    const through = <Result>(act: () => Result): Result => {
      const { moved, killed } = left.shift() ?? { moved: undefined, killed: undefined };
      if (dead || killed === "before") {
        dead = true;
        throw new Killed();
      }
      if (moved === "c") comeBack(moved);
      else if (moved !== undefined) sell(moved);
      const result = act();
      if (killed !== "after") return result;
      dead = true;
      throw new Killed();
    };
    const rms: Rms = {
      ...desk.rms,
      call: (endpoint, request) => through(() => desk.rms.call(endpoint, request)),
    };
    try {
      update(desk, rms, sheet, (code) => through(() => (goods[code] as number) - (sold.get(code) as number)), through);
    } catch (error) {
      if (dead ? !(error instanceof Killed) : (error as Error).name !== "Problem") throw error;
    }
    desk.faults.clear();
  }

  /** What failed calls had still to do is done. */
  const passes = (seconds: number) => {
    desk.clock.forward(seconds * 1000);
    fetchStock(desk.rms, [{ manageNumber: "a", variantId: "1" }]);
  };
  return { run, level, free, passes };
}

function update(
  desk: RmsDesk,
  rms: Rms,
  sheet: { texts: Map<string, string>; until: number },
  sellable: (code: string) => number,
  through: <Result>(act: () => Result) => Result,
): void {
  const { now } = desk.clock;
  const isPaused = now().getTime() < sheet.until;
  const { levels } = fetchStock(
    rms,
    CODES.map((code) => ({ manageNumber: code, variantId: "1" })),
  );
  const known = new Map(levels.map((one) => [pairKey(one), one.quantity]));
  const rows = CODES.map((productCode) => {
    const free = sellable(productCode);
    const text = sheet.texts.get(productCode) ?? "";
    return {
      productCode,
      figure: { onHand: free, reserved: 0, unshipped: 0, safety: 0, sellable: free, question: "" },
      taken: 0,
      product: { state: "" as const, stockControl: "通常", pairs: [pair(productCode)], limits: noLimits },
      text,
      isHeld: isPaused && isUnsettled(text),
    };
  });
  const plan = updatePlan(rows, {
    levelOf: ({ manageNumber, unit }) => known.get(pairKey({ manageNumber, variantId: unit })),
    stop: { stopShare: 100, stopAmount: 99_999 },
  });
  const outcomes = openOutcomes(plan.steps, { kind: "waiting", text: WAITING });
  const write = (until: number) =>
    through(() => {
      sheet.until = Math.max(sheet.until, until);
      for (const row of plan.rows)
        sheet.texts.set(
          row.productCode,
          planText(row, (step) => outcomes.of(step).text),
        );
    });
  sendStock(plan.steps, {
    rms,
    now,
    hasTime: () => true,
    outcomes,
    save: (until) => write(until.getTime()),
    progress() {},
  });
  write(0);
}

const faults: (Fault | null)[] = [
  null,
  { status: 503 },
  { status: 429 },
  { transport: "hang" },
  { transport: "reset", after: true },
  { transport: "hang", late: 30_000 },
  { transport: "hang", late: 100_000 },
];
const moment = fc.record({
  moved: fc.option(fc.constantFrom(...CODES), { nil: undefined, freq: 2 }),
  killed: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom("before" as const, "after" as const) },
  ),
});
const runs = fc.array(
  fc.record({
    moments: fc.array(moment, { maxLength: 12 }),
    fault: fc.constantFrom(...faults),
    pause: fc.constantFrom(1, 20, 70, 130, 300),
  }),
  { minLength: 1, maxLength: 6 },
);
const units = fc.record(Object.fromEntries(CODES.map((code) => [code, fc.nat(12)])));

test("however sales, failures and kills fall together, the shop never shows more than is free because of us, and comes right in the end", () => {
  fc.assert(
    fc.property(units, units, runs, (goods, surplus, history) => {
      // Never above what is free at first, so that whatever is above it later is our doing.
      const shown = Object.fromEntries(
        CODES.map((code) => [code, Math.max(0, (goods[code] as number) - (surplus[code] as number))]),
      );
      const { run, level, free, passes } = opened(goods, shown);
      const isSafe = () => CODES.every((code) => level(code) <= free(code));
      for (const { moments, fault, pause } of history) {
        run(moments, fault);
        expect(isSafe()).toBe(true);
        passes(pause);
        expect(isSafe()).toBe(true);
      }
      passes(300);
      run([], null);
      expect(CODES.map(level)).toEqual(CODES.map(free));
    }),
    { numRuns: 300 },
  );
});
