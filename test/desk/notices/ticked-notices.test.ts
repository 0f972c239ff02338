import { afterEach, expect, test } from "vitest";
import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import { OPERATOR } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { breaksKeys, mails } from "../../support/notices.ts";

const A = "123456-20261123-0000000001";

let desk: Desk;
afterEach(() => desk.close());

/** 自動連携 with no job of its own. */
async function attended(): Promise<void> {
  desk = await openDesk({ orders: [{ orderNumber: A, deliveryDate: "2026-11-24" }] });
  await desk.run("saveSettings", OPERATOR, [{ settings: { schedule: {} } }]);
  await desk.importShipments();
  await desk.run("startSchedule");
}

const passes = async (minutes: number) => (await desk.passes(minutes)) as Execution[];
/** Ticks that took the lock: all others only looked. */
const atWork = (ticks: readonly Execution[]): number =>
  ticks.filter(({ calls }) => calls.some(({ name }) => name.startsWith("Lock"))).length;

test("the first tick after closing time tells what should have left, and the ticks around it stay idle", async () => {
  await attended();
  expect(atWork(await passes(6 * 60 + 20))).toBe(0);
  expect(mails(desk)).toEqual([]);
  expect(atWork(await passes(15))).toBe(1);
  expect(mails(desk)).toEqual([expect.stringMatching(new RegExp(`まだ出荷済になっていません.*${A}`, "s"))]);
  expect(atWork(await passes(6 * 60))).toBe(0);
  expect(mails(desk)).toHaveLength(1);
});

test("what came within the hour is sent by the first tick after it, with no run", async () => {
  await attended();
  breaksKeys(desk);
  for (const fn of ["syncStock", "syncStock", "importProducts", "importProducts"]) await desk.run(fn);
  expect(mails(desk)).toHaveLength(1);
  expect(atWork(await passes(55))).toBe(0);
  expect(mails(desk)).toHaveLength(1);
  expect(atWork(await passes(10))).toBe(1);
  expect(mails(desk)).toHaveLength(2);
  expect(mails(desk)[1]).toContain("「商品マスタを取得」が2回続けて失敗");
});
