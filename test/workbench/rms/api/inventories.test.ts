import { expect, test } from "vitest";
import { openSandbox } from "../open-sandbox.ts";

const VARIANT = "manage-numbers/mihon-a/variants/Sku-1";
const sandbox = () => {
  const open = openSandbox();
  open.shop.setStock("mihon-a", "Sku-1", 10, { operationLeadTime: { normalDeliveryTimeId: 1 }, shipFromIds: [2] });
  const call = (version: string, path: string, body?: unknown, method?: string) =>
    open.call(`/es/${version}/inventories/${path}`, body, method ? { method } : {});
  return { ...open, call, quantity: () => open.shop.stock("mihon-a", "Sku-1")?.quantity };
};
const row = (more: object = {}) => ({
  manageNumber: "mihon-a",
  variantId: "Sku-1",
  mode: "ABSOLUTE",
  quantity: 5,
  ...more,
});

test("a written stock answers 204 without a body and is read back", () => {
  const { call } = sandbox();
  const { status, body, headers } = call("2.0", "bulk-upsert", { inventories: [row()] });
  expect({ status, body }).toEqual({ status: 204, body: "" });
  expect(headers).not.toHaveProperty("Content-Type");
  expect(call("2.0", VARIANT).json).toMatchObject({
    manageNumber: "mihon-a",
    variantId: "Sku-1",
    quantity: 5,
    updated: "2026-11-24T12:00:00+09:00",
  });
});

test("a 2.0 write keeps lead times, a 2.1 write without them clears them", () => {
  const { call } = sandbox();
  call("2.0", VARIANT, { mode: "RELATIVE", quantity: -3 }, "PUT");
  expect(call("2.1", VARIANT).json).toMatchObject({
    quantity: 7,
    operationLeadTime: { normalDeliveryTimeId: 1 },
    shipFromIds: [2],
  });
  expect(call("2.0", VARIANT).json).not.toHaveProperty("operationLeadTime");
  call("2.1", VARIANT, { mode: "ABSOLUTE", quantity: 7 }, "PUT");
  expect(call("2.1", VARIANT).json).not.toHaveProperty("operationLeadTime");
});

test("a pair that no item has is accepted in silence", () => {
  const { call } = sandbox();
  expect(call("2.0", "bulk-upsert", { inventories: [row({ manageNumber: "no-such-item" })] }).status).toBe(204);
});

test("variant ids differ by case, manage numbers do not", () => {
  const { call, quantity } = sandbox();
  call("2.0", "bulk-upsert", {
    inventories: [row({ variantId: "sku-1", quantity: 1 }), row({ manageNumber: "MIHON-A", quantity: 2 })],
  });
  expect(quantity()).toBe(2);
});

test.each([
  ["no list", {}, "IE0001", "inventories"],
  [
    "401 rows",
    { inventories: Array.from({ length: 401 }, (_, index) => row({ variantId: `s${index}` })) },
    "IE1101",
    "inventories",
  ],
  ["a row twice", { inventories: [row(), row()] }, "IE1102", "inventories[1]"],
  [
    "no quantity",
    { inventories: [row(), row({ variantId: "b", quantity: undefined })] },
    "IE0001",
    "inventories[1].quantity",
  ],
  ["a quantity that is text", { inventories: [row({ quantity: "5" })] }, "IE0002", "inventories[0].quantity"],
  ["100,000 pieces", { inventories: [row({ quantity: 100_000 })] }, "IE0003", "inventories[0].quantity"],
  [
    "a fall below zero",
    { inventories: [row({ mode: "RELATIVE", quantity: -11 })] },
    "IE0117",
    "inventories[0].quantity",
  ],
  [
    "a move of what is not there",
    { inventories: [row({ variantId: "x", mode: "RELATIVE" })] },
    "IE0500",
    "inventories[0].mode",
  ],
  ["an unknown mode", { inventories: [row({ mode: "ADD" })] }, "IE0002", "inventories[0].mode"],
])("a bulk write with %s is refused as a whole", (_, body, code, propertyPath) => {
  const { call, quantity } = sandbox();
  const { status, json } = call("2.0", "bulk-upsert", body);
  expect(status).toBe(400);
  expect(json.errors[0]).toMatchObject({ code, metadata: { propertyPath } });
  expect(quantity()).toBe(10);
});

test("a lead time that the shop has not set up is refused", () => {
  const { json } = sandbox().call(
    "2.1",
    VARIANT,
    { mode: "ABSOLUTE", quantity: 1, operationLeadTime: { normalDeliveryTimeId: 77 } },
    "PUT",
  );
  expect(json.errors[0].code).toBe("IE0118");
});

test("bulk-get leaves unknown pairs out and takes a thousand", () => {
  const { call } = sandbox();
  const pairs = Array.from({ length: 999 }, (_, index) => ({ manageNumber: "mihon-a", variantId: `x${index}` }));
  const get = (inventories: unknown) => call("2.1", "bulk-get", { inventories }).json;
  expect(get([...pairs, { manageNumber: "mihon-a", variantId: "Sku-1" }]).inventories).toHaveLength(1);
  expect(get([...pairs, ...pairs.slice(0, 2)]).errors[0].code).toBe("IE1101");
});

test("a range is read newest first, within its bounds", () => {
  const { call, shop, clock } = sandbox();
  clock.forward(1000);
  shop.setStock("mihon-b", "z", 0);
  const { inventories } = call("2.0", "bulk-get/range?minQuantity=0&maxQuantity=99999").json;
  expect(inventories[0]).toMatchObject({ manageNumber: "mihon-b", quantity: 0 });
  expect(
    call("2.0", "bulk-get/range?minQuantity=10&maxQuantity=10").json.inventories.every(
      ({ quantity }: { quantity: number }) => quantity === 10,
    ),
  ).toBe(true);
});

test.each([
  ["", "IE0105"],
  ["minQuantity=5&maxQuantity=4", "IE0113"],
  ["minQuantity=x", "IE0002"],
  ["maxQuantity=100000", "IE0003"],
])("a range with %s is refused with %s", (query, code) => {
  expect(sandbox().call("2.0", `bulk-get/range?${query}`).json.errors[0].code).toBe(code);
});

test("more than a thousand hits in a range are refused", () => {
  const { call, shop } = sandbox();
  for (let index = 0; index < 1001; index++) shop.setStock("mihon-c", `v${index}`, 42);
  expect(call("2.0", "bulk-get/range?minQuantity=42&maxQuantity=42").json.errors[0].code).toBe("IE0116");
});

test("a deleted stock is gone, and its item's list shortens", () => {
  const { call, shop } = sandbox();
  shop.setStock("mihon-a", "Sku-2", 1);
  expect(call("2.0", VARIANT, undefined, "DELETE").status).toBe(204);
  expect(call("2.0", VARIANT).status).toBe(404);
  expect(call("2.1", "variant-lists/manage-numbers/mihon-a").json.variantList).toEqual(["Sku-2"]);
});
