import { expect, test } from "vitest";
import { ROUTES } from "../../../../workbench/rms/api/routes.ts";
import { SANDBOX_KEYS } from "../../../../workbench/rms/sandbox.ts";
import { authorization, HOUR, openSandbox, search } from "../open-sandbox.ts";

const find = (headers: Readonly<Record<string, string>>, options = {}) =>
  openSandbox(options).order("searchOrder", search(), { headers });
const UNAUTHORISED = { errors: [{ code: "GA0001", message: "Un-Authorised" }] };
const encoded = (text: string) => `ESA ${Buffer.from(text).toString("base64")}`;

test.each([
  ["another secret", encoded("SP000000_other:SL000000_sandboxLicense")],
  ["a blank before the key", encoded("SP000000_sandboxSecret: SL000000_sandboxLicense")],
  ["a line feed after the key", encoded("SP000000_sandboxSecret:SL000000_sandboxLicense\n")],
])("%s is answered with 401", (_, header) => {
  const { status, json } = find({ Authorization: header });
  expect({ status, json }).toEqual({ status: 401, json: UNAUTHORISED });
});

test.each([
  ["another scheme", "Basic eDp5", "GK0001"],
  ["no colon inside", encoded("SP000000_sandboxSecret"), "GK0005"],
  ["no prefixes inside", encoded("secret:license"), "GK0006"],
])("credentials with %s are answered with 400", (_, header, code) => {
  const { status, json } = find({ Authorization: header });
  expect(status).toBe(400);
  expect(json.errors[0].code).toBe(code);
});

test("the older gateway refuses in its own words", () => {
  const { status, json } = find({ Authorization: encoded("SP1:SL1") }, { gatewayEra: "old" });
  expect({ status, json }).toEqual({
    status: 401,
    json: { Results: { errorCode: "ES01-01", message: "Un-Authorised" } },
  });
});

test("a key works until the last second of its last day and is refused after it", () => {
  const sandbox = openSandbox();
  const path = `/es/1.0/license-management/license-key/expiry-date?licenseKey=${SANDBOX_KEYS.licenseKey}`;
  const { json } = sandbox.call(path);
  expect(json).toEqual({ expiryDate: "2027-01-22T23:59:59" });

  sandbox.clock.now = new Date("2027-01-22T23:59:59+09:00");
  expect(sandbox.call(path).status).toBe(200);
  sandbox.clock.forward(1000);
  expect(sandbox.call(path).status).toBe(401);
});

test("a key changed lately is refused for a while and then accepted; the old one is dead", () => {
  const sandbox = openSandbox();
  const keys = { serviceSecret: "SP000000_next", licenseKey: "SL000000_next" };
  sandbox.shop.changeKeys(keys, { pendingMinutes: 60 });
  const status = (headers = {}) => sandbox.order("searchOrder", search(), { headers }).status;

  expect(status()).toBe(401);
  expect(status({ Authorization: authorization(keys) })).toBe(401);
  sandbox.clock.forward(HOUR);
  expect(status({ Authorization: authorization(keys) })).toBe(200);
});

test.each([
  ["application/json", 415],
  ["text/plain; charset=utf-8", 415],
  ["application/json;charset=utf-8", 200],
  ["application/json; charset=UTF-8", 200],
])("an order call with Content-Type %s is answered with %i", (type, expected) => {
  const { status, json } = find({ "Content-Type": type });
  expect(status).toBe(expected);
  if (status === 415) expect(json.Results).toEqual({ errorCode: "ES04-03", message: "Unsupported Media Type" });
});

test("order paths work without the slash at the end", () => {
  expect(
    openSandbox().call("/es/2.0/order/searchOrder", search(), {
      headers: { "Content-Type": "application/json; charset=utf-8" },
    }).status,
  ).toBe(200);
});

test.each([
  ["/es/2.0/order/findOrder/", 404, "GF0002"],
  ["/es/3.0/anything", 404, "GF0002"],
  ["/es/2.0/items/unknown", 400, "GE0007"],
])("the wrong path %s is answered with %i", (path, expected, code) => {
  const { status, json } = openSandbox().call(path);
  expect(status).toBe(expected);
  expect(json.errors[0].code).toBe(code);
});

test("the wrong method is answered with 405", () => {
  expect(openSandbox().order("searchOrder", undefined, { method: "GET" }).status).toBe(405);
});

test.each(ROUTES.map(({ name }) => name))("%s can be switched off by the shop", (name) => {
  const route = ROUTES.find((each) => each.name === name)!;
  const sandbox = openSandbox();
  const path = route.path.replaceAll(/\{\w+\}/g, "990103");
  const send = () =>
    sandbox.call(path, route.method === "GET" || route.method === "DELETE" ? undefined : {}, { method: route.method });
  sandbox.shop.disable(name);
  expect(send().json?.Results).toEqual({ errorCode: "ES04-01", message: "Bad Request" });
  sandbox.shop.enable(name);
  expect(send().json?.Results).toBeUndefined();
});

test("a function that is switched off may also answer 401, as a wrong key does, while the others work", () => {
  const sandbox = openSandbox({ switchedOffStatus: 401 });
  sandbox.shop.disable("getOrder");
  const { status, json } = sandbox.order("getOrder", { orderNumberList: ["x"], version: 10 });
  expect({ status, json }).toEqual({ status: 401, json: UNAUTHORISED });
  expect(sandbox.order("searchOrder", search()).status).toBe(200);
});

test("calls above a function's limit in one second get 429; other functions and the next second are free", () => {
  const sandbox = openSandbox({ rateLimits: {} });
  const status = () => sandbox.order("searchOrder", search()).status;
  const items = () => sandbox.call("/es/2.0/items/search").status;
  expect([status(), status()]).toEqual([200, 429]);
  expect([1, 2, 3, 4, 5, 6].map(items)).toEqual([200, 200, 200, 200, 200, 429]);
  sandbox.clock.forward(1000);
  expect(status()).toBe(200);
});

test("during maintenance everything is answered with 503", () => {
  const sandbox = openSandbox();
  sandbox.shop.setMode("maintenance");
  expect([sandbox.order("searchOrder", search()).status, sandbox.call("/es/2.0/items/search").status]).toEqual([
    503, 503,
  ]);
});

test("a read-only shop can be read and not written", () => {
  const sandbox = openSandbox();
  sandbox.shop.setMode("readOnly");
  const { json } = sandbox.call("/es/2.0/inventories/bulk-upsert", { inventories: [] });
  expect(json.errors[0].code).toBe("GE0017");
  expect(sandbox.order("confirmOrder", { orderNumberList: ["x"] }).status).toBe(503);
  expect(sandbox.order("searchOrder", search()).status).toBe(200);
});

test("an order answer carries the headers of a real one", () => {
  const { headers } = openSandbox().order("searchOrder", search());
  expect(headers).toMatchObject({
    "Content-Type": "application/json;charset=UTF-8",
    "Cache-Control": "no-cache,no-store",
    Pragma: "no-cache",
    Server: "openresty",
    Timestamp: "2026-11-24T12:00:00",
    "X-Content-Type-Options": "nosniff",
    "X-XSS-Protection": "1; mode=block",
    "http.method": "POST",
    "http.status": "200",
    "http.version": "HTTP/1.1",
  });
  expect(headers.RequestId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test("a body that is no JSON is answered with 400", () => {
  expect(openSandbox().order("searchOrder", "{").status).toBe(400);
  expect(openSandbox().call("/es/2.0/items/bulk-get", "{").json.errors[0].code).toBe("GE0011");
});
