import { expect, test } from "vitest";
import * as z from "zod/mini";
import { TransportFailure } from "../../../src/platform/ports.ts";
import type { Endpoint } from "../../../src/rms/client/endpoint.ts";
import { retryAfter } from "../../../src/rms/client/retry.ts";
import { RmsProblem } from "../../../src/rms/client/rms-problem.ts";
import { fetchStock } from "../../../src/rms/inventory/inventories.ts";
import { itemPage } from "../../../src/rms/item/items.ts";
import { fetchOrders, findOrders } from "../../../src/rms/order/orders.ts";
import { answering, NOON, openRms, thrown } from "../../support/rms-port.ts";

const HOUR = 3_600_000;
const hour = { from: new Date(NOON.getTime() - HOUR), to: NOON };
const look = (rms: Parameters<typeof findOrders>[0]) => findOrders(rms, hour, [300]);
const A = "123456-20261123-0000000001";

const thing = (more: Partial<Endpoint<string, { thing: string }>> = {}): Endpoint<string, { thing: string }> => ({
  name: "things.get",
  family: "item",
  method: "get",
  interval: 1000,
  repeatable: true,
  wire: (id) => ({ path: `/things/${id}` }),
  reply: z.object({ thing: z.string() }) as never,
  ...more,
});
const good = { body: '{"thing":"a"}' };

test("calls of one function are a second apart, those of items a fifth of one, and functions do not wait for each other", () => {
  const { rms, times } = openRms();
  look(rms);
  look(rms);
  itemPage(rms, {});
  itemPage(rms, {});
  fetchOrders(rms, [A]);
  look(rms);
  expect(times).toEqual([0, 1000, 1000, 1200, 1200, 2000]);
});

test("two executions of one spreadsheet share the pace", () => {
  const { rms, client, times } = openRms();
  look(rms);
  look(client());
  look(client());
  expect(times).toEqual([0, 1000, 2000]);
});

test("notes that get lost, or say nonsense, neither stop a run nor hold it up for long", () => {
  const { client, times } = openRms();
  look(client({ pace: { nextAt: () => 0, note: () => {} } }));
  look(client({ pace: { nextAt: () => Number.MAX_SAFE_INTEGER, note: () => {} } }));
  expect(times).toEqual([0, 60_000]);
});

test("with the pace kept, RMS's own limits are never met", () => {
  const desk = openRms({ rateLimits: {} });
  for (let count = 0; count < 20; count++) {
    itemPage(desk.rms, {});
    if (count % 5 === 0) look(desk.rms);
  }
  expect(desk.rms.calls()).toBe(24);
});

test.each([
  ["429", { status: 429 }],
  ["500", { status: 500 }],
  ["503", { status: 503 }],
  ["a conflict", { status: 409, body: '{"errors":[{"code":"CE0001","message":"x"}]}' }],
  ["a broken connection", new TransportFailure()],
  ["an exception of any kind", new Error("Address unavailable: https://api.rms.rakuten.co.jp/x")],
  ["an answer cut in the middle", { body: '{"thing":"' }],
])("%s is asked again, with growing pauses, and then succeeds", (_, failure) => {
  const desk = answering(failure, failure, failure, good);
  expect(desk.rms.call(thing(), "1")).toEqual({ thing: "a" });
  expect(desk.clock.sleeps).toEqual([1000, 2000, 4000]);
});

test.each([
  ["429", { status: 429 }, "wait", "none"],
  ["503", { status: 503 }, "wait", "unknown"],
  ["no answer", new TransportFailure(), "wait", "unknown"],
  ["an answer of another form", { body: '{"thing":1}' }, "report", "unknown"],
])("%s that lasts ends after four tries, and says whether RMS may have acted", (_, failure, remedy, effect) => {
  const desk = answering(failure);
  expect(thrown(() => desk.rms.call(thing(), "1"))).toMatchObject({ name: "Problem", remedy, effect });
  expect(desk.rms.calls()).toBe(4);
});

test.each([
  ["what must not be done twice", { status: 503 }, thing({ repeatable: false })],
  ["what must not be done twice and got no answer", new TransportFailure(), thing({ repeatable: false })],
  ["a refusal", { status: 400, body: '{"errors":[{"code":"IE0002","message":"x"}]}' }, thing()],
  ["refused keys", { status: 401 }, thing()],
  ["the day's quota of Google", new TransportFailure(true), thing()],
])("%s is not asked again", (_, failure, endpoint) => {
  const desk = answering(failure, good);
  expect(thrown(() => desk.rms.call(endpoint, "1"))).toBeInstanceOf(RmsProblem);
  expect(desk.rms.calls()).toBe(1);
});

test.each([
  ["seconds", "7", 7000],
  ["an HTTP date", new Date(NOON.getTime() + 12_000).toUTCString(), 12_000],
])("Retry-After in %s is waited for", (_, header, milliseconds) => {
  const desk = answering({ status: 429, headers: { "retry-after": header } }, good);
  desk.rms.call(thing(), "1");
  expect(desk.clock.sleeps).toEqual([milliseconds]);
});

test("a Retry-After beyond a minute ends the run instead of being cut short", () => {
  const desk = answering({ status: 503, headers: { "retry-after": "600" } }, good);
  expect(thrown(() => desk.rms.call(thing(), "1"))).toMatchObject({ remedy: "wait" });
  expect(desk.rms.calls()).toBe(1);
});

test.each([undefined, "", "soon", "-3", "0"])("Retry-After %s says nothing", (header) => {
  expect(retryAfter(header, NOON)).toBeUndefined();
});

test("another execution keeps away while RMS asks for patience", () => {
  const desk = openRms();
  desk.faults.next("searchOrder", { status: 429, retryAfter: 9 });
  look(desk.rms);
  expect(desk.times).toEqual([0, 9000]);
  look(desk.client());
  expect(desk.times[2]).toBe(10_000);
});

test("pauses are spread, so that shops do not call in step", () => {
  const pauses = [0, 0.999].map((random) => {
    const desk = answering({ status: 500 }, good);
    desk.client({ random: () => random }).call(thing({ interval: 200 }), "1");
    return desk.clock.sleeps[0] ?? 0;
  });
  expect(pauses[0]).toBeCloseTo(750);
  expect(pauses[1]).toBeCloseTo(1250, -1);
});

test("no repeat is begun that would wait beyond the run's time", () => {
  const desk = answering({ status: 500 });
  const rms = desk.client({ deadline: new Date(NOON.getTime() + 2500) });
  expect(thrown(() => rms.call(thing(), "1"))).toMatchObject({ remedy: "wait" });
  expect(rms.calls()).toBe(2);
});

test("a business error within a success is an error, with its field", () => {
  const said = {
    orderNumberList: null,
    MessageModelList: [
      { messageType: "INFO", messageCode: "X" },
      {
        messageType: "ERROR",
        messageCode: "ORDER_EXT_API_SEARCH_ORDER_ERROR_011",
        message: "startDatetimeの書式が不正です。",
      },
    ],
  };
  expect(thrown(() => look(answering({ body: JSON.stringify(said) }).rms))).toMatchObject({
    remedy: "report",
    code: "ORDER_EXT_API_SEARCH_ORDER_ERROR_011",
    effect: "none",
    message: expect.stringContaining("startDatetime"),
  });
});

test.each([
  [
    "101 orders",
    () =>
      fetchOrders(
        openRms().rms,
        Array.from({ length: 101 }, () => A),
      ),
    "100件まで",
  ],
  [
    "64 days",
    () => findOrders(openRms().rms, { from: new Date(NOON.getTime() - 64 * 24 * HOUR), to: NOON }, [300]),
    "63日まで",
  ],
  [
    "731 days ago",
    () =>
      findOrders(
        openRms().rms,
        { from: new Date(NOON.getTime() - 731 * 24 * HOUR), to: new Date(NOON.getTime() - 730 * 24 * HOUR) },
        [300],
      ),
    "730日まで",
  ],
])("%s are stopped before they are sent, with the limit", (_, call, limit) => {
  expect(thrown(call)).toMatchObject({ message: expect.stringContaining(limit), effect: "none" });
});

test("order functions are told their charset, others the bare type and what has no body none; Japanese goes as it is", () => {
  const desk = openRms();
  look(desk.rms);
  thrown(() => fetchStock(desk.rms, [{ manageNumber: "見本", variantId: "1" }]));
  itemPage(desk.rms, { title: "見本" });
  const [order, stock, items] = desk.sent;
  expect(order).toMatchObject({
    contentType: "application/json; charset=utf-8",
    headers: { Authorization: expect.stringMatching(/^ESA [A-Za-z0-9+/]+=*$/) },
  });
  expect(stock).toMatchObject({ contentType: "application/json", body: expect.stringContaining('"見本"') });
  expect(items).not.toHaveProperty("contentType");
  expect(items?.url).toContain(`title=${encodeURIComponent("見本")}`);
});

test("a switched-off function names the place in RMS where it is switched on", () => {
  const desk = openRms();
  desk.shop.disable("searchOrder");
  expect(thrown(() => look(desk.rms))).toMatchObject({
    remedy: "fix",
    message: expect.stringContaining("利用機能を編集"),
  });
});

test.each(["new", "old"] as const)(
  "keys saved less than 90 minutes ago that are refused ask for patience, later ones for a check (%s gateway)",
  (gatewayEra) => {
    const desk = openRms({ gatewayEra });
    desk.shop.changeKeys({ serviceSecret: "SP000000_other", licenseKey: "SL000000_other" });
    const keys = { serviceSecret: "SP000000_other", licenseKey: "SL000000_other" };
    const fresh = desk.client({ keys: { ...keys, savedAt: NOON } });
    expect(thrown(() => look(fresh))).toMatchObject({
      remedy: "wait",
      message: expect.stringMatching(/10～90分.*11\/24 13:30/),
    });
    const old = desk.client({
      keys: { ...keys, serviceSecret: "SP000000_wrong", savedAt: new Date(NOON.getTime() - 91 * 60_000) },
    });
    expect(thrown(() => look(old))).toMatchObject({ remedy: "fix", message: expect.stringContaining("API接続設定") });
    desk.clock.forward(31 * 60_000);
    expect(look(fresh)).toEqual([]);
  },
);
