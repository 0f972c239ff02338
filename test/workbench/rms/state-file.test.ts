import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRmsSandbox } from "../../../workbench/rms/sandbox.ts";
import { loadState, saveState } from "../../../workbench/rms/state-file.ts";
import { HOUR, openSandbox, type Sandbox, search } from "./open-sandbox.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rms-state-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A shop in which something of every kind has happened. */
function livedIn(): Sandbox {
  const sandbox = openSandbox({ orders: 50, skus: 30 });
  const [first, second, third] = sandbox.shop
    .orders()
    .filter(({ orderNumber }) => sandbox.shop.progress(orderNumber) === 300);
  sandbox.shop.change(first!.orderNumber, { address: { city: "見本市" }, units: 4 });
  sandbox.shop.cancel(second!.orderNumber);
  sandbox.shop.remove(sandbox.shop.orders()[0]!.orderNumber);
  sandbox.shop.add({ remarks: "=1+1" });
  sandbox.shop.removeItem(sandbox.shop.items()[0]!.item.manageNumber);
  sandbox.shop.setStock("mihon-x", "v", 3, { shipFromIds: [1] });
  sandbox.shop.disable("items.search");
  const basket = {
    basketId: third!.packages[0]!.basketId,
    ShippingModelList: [{ deliveryCompany: "1001", shippingDate: "2026-11-24" }],
  };
  sandbox.order("updateOrderShippingAsync", {
    OrderShippingModelList: [{ orderNumber: third!.orderNumber, BasketidModelList: [basket] }],
  });
  return sandbox;
}

/** Everything that can be read of the shop through its API. */
function read(sandbox: Sandbox) {
  const numbers = sandbox.order(
    "searchOrder",
    search({ PaginationRequestModel: { requestRecordsAmount: 1000, requestPage: 1 } }),
  ).json;
  return {
    numbers,
    orders: sandbox.order("getOrder", { orderNumberList: numbers.orderNumberList.slice(0, 100), version: 10 }).json,
    stock: sandbox.call("/es/2.1/inventories/bulk-get/range?minQuantity=0").json,
    items: sandbox.call("/es/2.0/items/bulk-get", { manageNumbers: ["mihon-0006", "mihon-0007"] }).json,
    search: sandbox.call("/es/2.0/items/search").json,
  };
}

const reopened = (path: string, like: Sandbox): Sandbox => {
  const sandbox = openSandbox({ state: loadState(path)! });
  sandbox.clock.now = like.clock.now;
  return sandbox;
};

test("a shop read back from its file answers as before, now and later", () => {
  const sandbox = livedIn();
  const path = join(folder, "deep/shop.json");
  saveState(path, sandbox.shop.state);
  const again = reopened(path, sandbox);
  expect(read(again)).toEqual(read(sandbox));
  for (const each of [sandbox, again]) each.clock.forward(48 * HOUR);
  expect(read(again)).toEqual(read(sandbox));
  expect(again.shop.reports()).toEqual(sandbox.shop.reports());
  expect(again.shop.receive(3)).toEqual(sandbox.shop.receive(3));
});

test("saving again after reading changes nothing in the file, and no half-written file is left", () => {
  const path = join(folder, "shop.json");
  saveState(path, livedIn().shop.state);
  const before = readFileSync(path, "utf8");
  saveState(path, loadState(path)!);
  expect(readFileSync(path, "utf8")).toBe(before);
  expect(existsSync(`${path}.tmp`)).toBe(false);
});

test("there is no shop where there is no file", () => {
  expect(loadState(join(folder, "none.json"))).toBeUndefined();
});

test("a file of another version is refused with what to do", () => {
  const path = join(folder, "shop.json");
  saveState(path, createRmsSandbox({ orders: 5, skus: 5 }).shop.state);
  writeFileSync(path, readFileSync(path, "utf8").replace(/"fingerprint":"\w+"/, '"fingerprint":"other"'));
  expect(() => loadState(path)).toThrow(/a shop that is cut short or of an older version can be deleted/);
});

test("a file that is cut short, empty or spoilt is refused, never read as half a shop or written over", () => {
  const path = join(folder, "shop.json");
  saveState(path, livedIn().shop.state);
  const whole = readFileSync(path, "utf8");
  const spoilt = [
    ...["", "{}", "null", "[]", '"shop"', "\u0000"],
    ...[0.1, 0.5, 0.9, 0.999].map((share) => whole.slice(0, Math.floor(share * whole.length))),
    ...["orders", "entries", "stocks", "reports", "disabled", "removedOrders", "licence", "plan"].flatMap((key) =>
      [null, 7].map((value) => JSON.stringify({ ...JSON.parse(whole), [key]: value })),
    ),
    JSON.stringify({ ...JSON.parse(whole), plan: { ...JSON.parse(whole).plan, orders: 1e15 } }),
  ];
  for (const text of spoilt) {
    writeFileSync(path, text);
    expect(() => loadState(path), text.slice(0, 60)).toThrow(/shop\.json is not a shop that .* can be deleted\.$/);
    expect(readFileSync(path, "utf8")).toBe(text);
  }
});
