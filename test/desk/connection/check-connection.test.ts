import { afterEach, expect, test } from "vitest";
import type {
  CheckResult,
  ConnectionCheck,
  FunctionName,
  FunctionState,
} from "../../../src/desk/connection/rules/connection.ts";
import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import { type Gate, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
afterEach(() => desk.close());

async function checked(): Promise<ConnectionCheck> {
  const result = (await desk.run("checkConnection")).value as CheckResult;
  if (!result.checked) throw new Error(result.message);
  return result.check;
}

const statesOf = ({ results }: ConnectionCheck) =>
  Object.fromEntries(results.map(({ name, state }) => [name, state])) as Record<FunctionName, FunctionState>;
const everyState = async () => [...new Set(Object.values(statesOf(await checked())))];
const calls = () => Object.fromEntries(desk.workbench.sandbox.calls);
const key = (licenseKey: string) => ({ serviceSecret: "SP000000_sandboxSecret", licenseKey });

/** Everything that the shop is: orders, reports, products, stock and licence. */
function shopState() {
  const { book, entries, stocks, disabled, reports, licence, mode, sequence } = desk.shop.state;
  const orders = desk.shop
    .orders()
    .map(({ orderNumber }) => [orderNumber, desk.shop.progress(orderNumber), book.get(orderNumber)]);
  return structuredClone({ orders, entries, stocks, disabled, reports, licence, mode, sequence });
}

test("a healthy connection is usable throughout, at the price of one call a function", async () => {
  desk = await openDesk({ drawn: 30 });
  expect(await everyState()).toEqual(["usable"]);
  expect(calls()).toEqual({
    searchOrder: 1,
    getOrder: 1,
    updateOrderShippingAsync: 1,
    getResultUpdateOrderShippingAsync: 1,
    "navigation.genres.get": 1,
    "items.search": 1,
    "inventories.bulk.get": 1,
    "license.expiryDate.get": 1,
  });
});

test("where people switched on the update of the shop's stock, the function for it is checked as well", async () => {
  desk = await openDesk({ drawn: 5 });
  await desk.run("saveSettings", undefined, [{ settings: { stockUpdate: true } }]);
  desk.shop.disable("inventories.bulk.upsert");
  const before = shopState();
  expect(statesOf(await checked())).toMatchObject({
    "inventories.bulk.get": "usable",
    "inventories.bulk.upsert": "off",
  });
  expect(shopState()).toEqual(before);
});

test("the check changes nothing at the shop", async () => {
  desk = await openDesk({ drawn: 30 });
  const before = shopState();
  await checked();
  expect(shopState()).toEqual(before);
  expect(before.orders).toHaveLength(30);
  expect(desk.shop.reports()).toEqual([]);
});

test.each([
  ["rpay.order.searchOrder", "searchOrder"],
  ["rpay.order.getOrder", "getOrder"],
  ["rpay.order.updOrdShipAsync", "updateOrderShippingAsync"],
  ["rpay.order.getResUpdOrdShipAsync", "getResultUpdateOrderShippingAsync"],
  ["navigation.genre.get", "navigation.genres.get"],
  ["items.search", "items.search"],
  ["inventories.bulk.get", "inventories.bulk.get"],
  ["license.expiryDate.get", "license.expiryDate.get"],
] as const)("%s that is not switched on is found, and only it", async (name, route) => {
  desk = await openDesk();
  desk.shop.disable(route);
  const { [name]: state, ...others } = statesOf(await checked());
  expect(state).toBe("off");
  expect(new Set(Object.values(others))).toEqual(new Set(["usable"]));
});

test("a function that alone answers 401 is found not to be switched on, and only it", async () => {
  desk = await openDesk();
  desk.faults.plan([{ kind: "unauthorised", rate: 1, call: "items.search" }]);
  const { "items.search": state, ...others } = statesOf(await checked());
  expect(state).toBe("off");
  expect(new Set(Object.values(others))).toEqual(new Set(["usable"]));
});

test("a wrong key is called wrong once the time of a new one is over", async () => {
  desk = await openDesk();
  await desk.run("saveSettings", undefined, [{ keys: key("SL000000_wrong") }]);
  expect(await everyState()).toEqual(["freshKey"]);
  await desk.passes(91);
  expect(await everyState()).toEqual(["wrongKey"]);
});

test("a key that Rakuten has taken before is not called too new when it is refused", async () => {
  desk = await openDesk();
  await checked();
  desk.shop.changeKeys(key("SL000000_renewed"));
  await desk.passes(1);
  expect(await everyState()).toEqual(["wrongKey"]);
});

test("a new key that Rakuten does not take yet is waited for, and then works", async () => {
  desk = await openDesk();
  desk.shop.changeKeys(key("SL000000_renewed"), { pendingMinutes: 60 });
  await desk.run("saveSettings", undefined, [{ keys: key("SL000000_renewed") }]);
  expect(await everyState()).toEqual(["freshKey"]);
  await desk.passes(61);
  expect(await everyState()).toEqual(["usable"]);
});

test("a key past its end is called expired, by what RMS said of it while it worked", async () => {
  desk = await openDesk();
  desk.shop.expireAt(new Date("2026-11-30T23:59:59+09:00"));
  await checked();
  await desk.passes(8 * 24 * 60);
  expect(await everyState()).toEqual(["expiredKey"]);
});

test("a key past its end is called expired, by the date that the operator typed", async () => {
  desk = await openDesk();
  desk.shop.disable("license.expiryDate.get");
  desk.shop.expireAt(new Date("2026-11-30T23:59:59+09:00"));
  await desk.run("saveSettings", undefined, [{ settings: { licenceExpiry: "2026-11-30" } }]);
  await desk.passes(8 * 24 * 60);
  expect(await everyState()).toEqual(["expiredKey"]);
});

test("a new key is called too new while it is, though the date that was typed for the last one is over", async () => {
  desk = await openDesk();
  desk.shop.disable("license.expiryDate.get");
  await desk.run("saveSettings", undefined, [{ settings: { licenceExpiry: "2026-11-25" } }]);
  await desk.passes(3 * 24 * 60);
  desk.shop.changeKeys(key("SL000000_renewed"), { pendingMinutes: 60 });
  await desk.run("saveSettings", undefined, [{ keys: key("SL000000_renewed") }]);
  expect(await everyState()).toEqual(["freshKey"]);
});

test("a silent Rakuten is called unreachable, after two tries and not eight", async () => {
  desk = await openDesk();
  desk.faults.next("*", { transport: "reset" }, { transport: "reset" });
  expect(await everyState()).toEqual(["unreachable"]);
  expect(Object.values(calls()).reduce((sum, count) => sum + count, 0)).toBe(2);
});

test("maintenance is called unreachable, and nothing is asked twice", async () => {
  desk = await openDesk();
  desk.shop.setMode("maintenance");
  expect(await everyState()).toEqual(["unreachable"]);
  expect(Object.values(calls())).toEqual(Array(8).fill(1));
});

test("a slow Rakuten is given up in time for the panel, and what was not asked is called unreachable", async () => {
  desk = await openDesk();
  desk.faults.next("*", ...Array.from({ length: 8 }, () => ({ latency: 19_000 })));
  const execution = await desk.run("checkConnection");
  const { check } = execution.value as { check: ConnectionCheck };
  expect(check.results.map(({ state }) => state)).toEqual([
    ...Array(4).fill("usable"),
    ...Array(4).fill("unreachable"),
  ]);
  expect(execution.milliseconds).toBeLessThan(90_000);
});

const standing = () =>
  Object.fromEntries(desk.rows("ダッシュボード").map(({ 項目: item, 状態: state }) => [item, state]));

test("ダッシュボード shows the check at once: the first good one after a new key clears what the old one left", async () => {
  desk = await openDesk();
  desk.shop.expireAt(new Date("2026-11-24T23:59:59+09:00"));
  await desk.importShipments();
  await desk.passes(24 * 60);
  await desk.importShipments();
  expect(standing()).toMatchObject({ 楽天との接続: "未確認", ライセンスキー: "期限切れ" });
  desk.shop.changeKeys(key("SL000000_renewed"), { pendingMinutes: 0 });
  desk.shop.expireAt(new Date("2027-02-21T23:59:59+09:00"));
  await desk.run("saveSettings", undefined, [{ keys: key("SL000000_renewed") }]);
  await checked();
  expect(standing()).toMatchObject({ 楽天との接続: "正常", ライセンスキー: "有効" });
});

test("the check costs two calls of Sheets, and none stands in its way: without ダッシュボード it is told all the same", async () => {
  desk = await openDesk();
  const { calls: served } = await desk.run("checkConnection");
  expect(served.filter(({ service }) => service === "Sheets")).toHaveLength(2);
  desk.batchUpdate([{ deleteSheet: { sheetId: desk.sheetId("ダッシュボード") } }], "operator@example.com");
  expect(await everyState()).toEqual(["usable"]);
});

test("deleted keys are gone from ダッシュボード at once, and a run without keys says so too", async () => {
  desk = await openDesk();
  await desk.importShipments();
  await checked();
  await desk.run("deleteKeys");
  const gone = { 楽天との接続: "未確認", ライセンスキー: "未登録" };
  expect(standing()).toMatchObject(gone);
  desk.types("ダッシュボード", "ライセンスキー", "状態", "有効", "operator@example.com");
  await desk.importShipments();
  expect(standing()).toMatchObject(gone);
});

test("a check during a run leaves the sheets to the run, whose next commit shows what was found", async () => {
  let check: Execution | undefined;
  let armed = false;
  const gate: Gate = {
    async pass({ service }) {
      if (service === "Sheets" && armed) {
        armed = false;
        check = await desk.run("checkConnection");
      }
      return serve;
    },
  };
  desk = await openDesk({ drawn: 30, gate });
  await desk.importShipments();
  await desk.passes(1);
  armed = true;
  expect(await desk.importShipments()).toMatchObject({ remedy: "none" });
  expect(check).toMatchObject({ value: { checked: true }, log: [] });
  expect(check?.calls.filter(({ service }) => service === "Sheets")).toEqual([]);
  expect(standing()).toMatchObject({ 楽天との接続: "正常", 出荷指示を取得: "正常" });
});

test("without keys nothing is called", async () => {
  desk = await openDesk({ untouched: true });
  expect((await desk.run("checkConnection")).value).toMatchObject({
    checked: false,
    message: expect.stringContaining("キーが設定されていません"),
  });
  expect(calls()).toEqual({});
});

test("the menu tells the result in an alert, each function with its state and each cure once", async () => {
  desk = await openDesk();
  desk.shop.disable("items.search", "navigation.genres.get");
  await desk.run("showConnection");
  const alert = desk.ui.shown.at(-1) as { kind: string; prompt: string };
  expect(alert.kind).toBe("alert");
  expect(alert.prompt).toContain("8件中2件の機能を利用できません。");
  expect(alert.prompt).toContain("！ items.search: RMSで未設定");
  expect(alert.prompt).toContain("✓ rpay.order.getOrder: 利用できます");
  expect(alert.prompt.match(/利用機能を編集/g)).toHaveLength(1);
});

test("everybody sees the last check in the panel", async () => {
  desk = await openDesk();
  const check = await checked();
  expect((await desk.run("loadSettings", "staff@example.com")).value).toMatchObject({ check });
});
