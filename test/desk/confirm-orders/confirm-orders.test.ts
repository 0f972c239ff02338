import { afterEach, expect, test } from "vitest";
import type { ConfirmResult } from "../../../src/desk/confirm-orders/confirm-chosen.ts";
import type { WaitingOrdersResult } from "../../../src/desk/confirm-orders/orders-to-confirm.ts";
import { OPERATOR, STAFF } from "../../../workbench/people.ts";
import { type Desk, type DeskOptions, openDesk } from "../../support/desk.ts";
import { A, B, C, calls, numbered, progress } from "../../support/report-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

async function open(orders: DeskOptions["orders"], confirmOrders = true): Promise<void> {
  desk = await openDesk(orders === undefined ? {} : { orders });
  if (confirmOrders) await desk.run("saveSettings", OPERATOR, [{ settings: { confirmOrders: true } }]);
}

const waiting = async (user = OPERATOR) => (await desk.run("ordersToConfirm", user)).value as WaitingOrdersResult;
const confirm = async (numbers: unknown, user = OPERATOR) =>
  (await desk.run("confirmChosenOrders", user, [numbers])).value as ConfirmResult;

test("only orders at 注文確認待ち are offered, oldest first, and the look writes nothing", async () => {
  await open([
    { orderNumber: B, progress: 100 },
    { orderNumber: A, progress: 100 },
    { orderNumber: C, progress: 300 },
  ]);
  const before = ["連携ログ", "ダッシュボード", "出荷リスト"].map(desk.grid);
  expect(await waiting()).toMatchObject({
    done: true,
    waiting: { orders: [{ orderNumber: A }, { orderNumber: B }], faults: [], more: 0 },
  });
  expect(["連携ログ", "ダッシュボード", "出荷リスト"].map(desk.grid)).toEqual(before);
  expect(calls(desk, "confirmOrder")).toBe(0);
});

test("those that were chosen are confirmed and no others, with a result for each and a line in the log", async () => {
  await open([
    { orderNumber: A, progress: 100 },
    { orderNumber: B, progress: 100 },
    { orderNumber: C, progress: 300 },
  ]);
  expect(await confirm([A, C])).toMatchObject({
    outcomes: [
      { orderNumber: A, confirmed: true },
      { orderNumber: C, confirmed: false, text: expect.stringContaining("先のステータス") },
    ],
  });
  expect(progress(desk, A)).toBeGreaterThan(100);
  expect(progress(desk, B)).toBe(100);
  const log = desk.rows("連携ログ").filter((row) => row.ジョブ === "注文を確認済みにする");
  expect(log).toMatchObject([
    { 結果: "完了", メッセージ: expect.stringContaining("確認済み 1件、エラー 1件") },
    { 結果: "エラー", メッセージ: expect.stringContaining(C) },
  ]);
});

test("orders go by the hundred", async () => {
  const orders = Array.from({ length: 101 }, (_, at) => ({ orderNumber: numbered(at + 1), progress: 100 as const }));
  await open(orders);
  const { outcomes } = await confirm(orders.map(({ orderNumber }) => orderNumber));
  expect(outcomes.filter(({ confirmed }) => confirmed)).toHaveLength(101);
  expect(calls(desk, "confirmOrder")).toBe(2);
});

test("after a lost answer a look at the orders tells which were confirmed, and nothing is sent twice", async () => {
  await open([
    { orderNumber: A, progress: 100 },
    { orderNumber: B, progress: 300 },
  ]);
  desk.faults.next("confirmOrder", { transport: "reset", after: true });
  expect(await confirm([A])).toMatchObject({
    notice: { remedy: "none" },
    outcomes: [{ orderNumber: A, confirmed: true, text: expect.stringContaining("確認済みになっています") }],
  });
  expect(calls(desk, "confirmOrder")).toBe(1);
});

test("where the lost call did nothing, the order is named as still waiting", async () => {
  await open([{ orderNumber: A, progress: 100 }]);
  desk.faults.next("confirmOrder", { transport: "reset" });
  expect(await confirm([A])).toMatchObject({
    outcomes: [{ orderNumber: A, confirmed: false, text: expect.stringContaining("まだ「100 注文確認待ち」") }],
  });
  expect(progress(desk, A)).toBe(100);
});

test("where RMS cannot be asked afterwards either, nobody claims to know", async () => {
  await open([{ orderNumber: A, progress: 100 }]);
  desk.faults.next("confirmOrder", { transport: "reset", after: true });
  desk.faults.next("getOrder", ...Array(10).fill({ transport: "reset" as const }));
  expect(await confirm([A])).toMatchObject({
    notice: { remedy: "wait" },
    outcomes: [{ orderNumber: A, confirmed: false, text: expect.stringContaining("分かりません") }],
  });
});

test("it is off until the operator switches it on", async () => {
  await open([{ orderNumber: A, progress: 100 }], false);
  const off = expect.stringContaining("「「注文を確認済みにする」を使う」を有効にして");
  expect(await waiting()).toEqual({ done: false, message: off });
  expect(await confirm([A])).toMatchObject({ notice: { remedy: "fix", message: off } });
  expect(calls(desk, "confirmOrder")).toBe(0);
});

test("staff confirm nothing, and what no dialog of ours sends is refused", async () => {
  await open([{ orderNumber: A, progress: 100 }]);
  expect(await waiting(STAFF)).toMatchObject({ done: false, message: expect.stringContaining(OPERATOR) });
  expect(await confirm([A], STAFF)).toMatchObject({ notice: { remedy: "fix" }, outcomes: [] });
  for (const wrong of [undefined, [], "all", [1], ["everything"], Array(1001).fill(A)])
    expect(await confirm(wrong)).toMatchObject({ notice: { remedy: "report" }, outcomes: [] });
  expect(calls(desk, "confirmOrder")).toBe(0);
});
