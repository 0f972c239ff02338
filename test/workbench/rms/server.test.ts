import { afterEach, expect, test } from "vitest";
import { createRmsSandbox, type RmsSandbox } from "../../../workbench/rms/sandbox.ts";
import { type RmsServer, serveRms } from "../../../workbench/rms/server.ts";
import { authorization, NOON, search } from "./open-sandbox.ts";

let server: RmsServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function open(): Promise<RmsSandbox> {
  const sandbox = createRmsSandbox({ orders: 50, days: 5, skus: 20, rateLimits: false, now: () => NOON });
  server = await serveRms(sandbox);
  return sandbox;
}

const send = (path: string, init: RequestInit = {}) =>
  fetch(`${server!.url}${path}`, {
    redirect: "manual",
    ...init,
    headers: { Authorization: authorization(), "Content-Type": "application/json; charset=utf-8", ...init.headers },
  });
const searchOrder = (init: RequestInit = {}) =>
  send("/es/2.0/order/searchOrder/", { method: "POST", body: JSON.stringify(search()), ...init });

test("the server answers over HTTP on this machine only, with Rakuten's headers", async () => {
  await open();
  expect(server!.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await searchOrder();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json;charset=UTF-8");
  expect(response.headers.get("http.status")).toBe("200");
  expect((await response.json()).orderNumberList).toHaveLength(30);
});

test("a missing charset, a missing key and an empty 204 come through as they are", async () => {
  await open();
  expect((await searchOrder({ headers: { "Content-Type": "application/json" } })).status).toBe(415);
  expect((await searchOrder({ headers: { Authorization: "" } })).status).toBe(400);
  const body = JSON.stringify({ inventories: [{ manageNumber: "m", variantId: "v", mode: "ABSOLUTE", quantity: 1 }] });
  const written = await send("/es/2.0/inventories/bulk-upsert", { method: "POST", body });
  expect([written.status, await written.text()]).toEqual([204, ""]);
  expect((await send("/es/2.0/navigation/genres/990901")).status).toBe(301);
});

test("a call that hangs ends with the caller's own time-out", async () => {
  const sandbox = await open();
  sandbox.faults.next("searchOrder", { transport: "hang" });
  await expect(searchOrder({ signal: AbortSignal.timeout(200) })).rejects.toThrow(/timeout/i);
  expect((await searchOrder()).status).toBe(200);
});

test("a reset connection brings no answer and a cut one half a body", async () => {
  const sandbox = await open();
  sandbox.faults.next("searchOrder", { transport: "reset" }, { transport: "cut" });
  await expect(searchOrder()).rejects.toThrow();
  const cut = await searchOrder();
  expect(cut.status).toBe(200);
  await expect(cut.text()).rejects.toThrow();
});

test("a slow answer is the same answer", async () => {
  const sandbox = await open();
  const body = await (await searchOrder()).text();
  sandbox.faults.next("searchOrder", { latency: 50 });
  expect(await (await searchOrder()).text()).toBe(body);
});
