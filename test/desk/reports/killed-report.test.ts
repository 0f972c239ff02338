import { expect, test } from "vitest";
import { type Gate, openGate } from "../../../workbench/apps-script/execution/gate.ts";
import type { Desk } from "../../support/desk.ts";
import { guillotine, statesOf } from "../../support/guillotine.ts";
import {
  A,
  B,
  C,
  enters,
  LIST,
  numbered,
  openReports,
  PARCELS,
  POST,
  parcels,
  reports,
  states,
} from "../../support/report-desk.ts";

const [D, E] = [numbered(4), numbered(5)] as const;
const [ONE, TWO, THREE, FOUR, FIVE, SIX] = PARCELS as [string, string, string, string, string, string];

/** One of everything: a number that changed, a record from the purchase, two parcels, two destinations, and an order that is held. */
async function laidOut(gate: Gate): Promise<Desk> {
  const carrierAlone = {
    shippingDetailId: 7001,
    deliveryCompany: "1000",
    shippingNumber: null,
    shippingDate: null,
  };
  const desk = await openReports(
    [
      { orderNumber: A },
      { orderNumber: B, packages: [{ shippings: [carrierAlone] }] },
      { orderNumber: C },
      { orderNumber: D, packages: [{ basketId: 101 }, { basketId: 102 }] },
      { orderNumber: E },
    ],
    { gate },
  );
  enters(desk, A, { numbers: SIX });
  await reports(desk);
  desk.shop.setProgress(E, 400);
  await desk.importShipments();
  enters(desk, A, { numbers: ONE });
  enters(desk, B, { numbers: TWO });
  enters(desk, C, { numbers: `${THREE}\n${FOUR}` });
  enters(desk, D, { numbers: FIVE }, 101);
  enters(desk, D, { numbers: PARCELS[7] as string }, 102);
  enters(desk, E, { numbers: PARCELS[8] as string });
  await desk.passes(1);
  return desk;
}

const outcome = (desk: Desk) => ({
  records: Object.fromEntries([A, B, C, D, E].map((order) => [order, parcels(desk, order)])),
  progress: [A, B, C, D, E].map((order) => desk.shop.progress(order)),
  states: states(desk),
});

async function undisturbed() {
  const desk = await laidOut(openGate);
  const { calls } = await desk.run("reportShipments");
  const sent = calls.findIndex(({ urls }) => urls.some((url) => url.includes(POST)));
  const result = { outcome: outcome(desk), calls: calls.map(({ name }) => name), sent };
  await desk.close();
  return result;
}

const expected = await undisturbed();

/** Where RMS has got the reports, it may be done with them when the next run comes, or still at work on them. */
const moments = statesOf(expected.calls).flatMap((moment) =>
  (moment.index < expected.sent ? [false] : [false, true]).map((slow) => ({ ...moment, slow })),
);

test("an undisturbed run makes RMS hold what the sheet says, and nothing of the order that is held", () => {
  expect(expected.sent).toBeGreaterThan(0);
  const at = (number: string) => `1001 ${number} 2026-11-24`;
  expect(expected.outcome).toEqual({
    records: { [A]: [at(ONE)], [B]: [at(TWO)], [C]: [THREE, FOUR].map(at), [D]: [FIVE, PARCELS[7]!].map(at), [E]: [] },
    progress: [500, 500, 500, 500, 400],
    states: [...Array(5).fill("送信済"), ""],
  });
});

test.each(moments)(
  "whatever a killed run had sent, RMS ends up with each parcel once: $when (RMS still at work: $slow)",
  async ({ index, after, slow }) => {
    const blade = guillotine();
    const desk = await laidOut(blade.gate);
    if (slow) desk.faults.next(POST, { reportDelay: 3 * 60_000 });
    blade.arm(index, after);
    expect((await desk.run("reportShipments")).outcome).toBe("killed");
    blade.disarm();
    desk.faults.clear();
    for (const minutes of [1, 1, 61, 1]) {
      await desk.passes(minutes);
      await reports(desk);
    }
    expect(outcome(desk)).toEqual(expected.outcome);
    expect(desk.rows(LIST)).toHaveLength(6);
    expect(desk.rows("連携ログ").filter((row) => row.結果 === "実行中")).toEqual([]);
    await desk.close();
  },
);
