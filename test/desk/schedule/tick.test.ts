import { afterEach, expect, test } from "vitest";
import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import { OPERATOR } from "../../../workbench/workbench.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

const A = "123456-20261123-0000000001";
const B = "123456-20261124-0000000002";

let desk: Desk;
afterEach(() => desk.close());

/** A desk whose operator has started 自動連携, with these settings. */
async function attended(settings: object = {}): Promise<Desk> {
  desk = await openDesk({ orders: [{ orderNumber: A }] });
  if (Object.keys(settings).length > 0) await desk.run("saveSettings", OPERATOR, [{ settings }]);
  await desk.run("startSchedule");
  return desk;
}

const orders = () => desk.rows("出荷リスト").map((row) => row.注文番号);
const runs = (job: string) => desk.rows("連携ログ").filter((row) => row.ジョブ === job);
const executed = async (minutes: number) => (await desk.passes(minutes)) as Execution[];

test("jobs run by themselves at their slots, counted from midnight, and once a slot", async () => {
  await attended();
  await executed(29);
  expect(orders()).toEqual([]);
  await executed(5);
  expect(orders()).toEqual([A]);
  desk.shop.add({ orderNumber: B });
  await executed(25);
  expect(orders()).toEqual([A]);
  await executed(5);
  expect(orders()).toEqual([A, B]);
  expect(runs("出荷指示を取得")).toHaveLength(2);
});
