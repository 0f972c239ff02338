import { expect, test } from "vitest";
import { evaluate, OPERATOR, openHost, returned, STAFF } from "../script-host.ts";

test("user properties are each user's own, script and document properties everyone's", async () => {
  await using host = openHost(`
    const stores = () => [PropertiesService.getUserProperties(), PropertiesService.getScriptProperties(), PropertiesService.getDocumentProperties()];
    function write() { stores().forEach((store, at) => store.setProperty("key", String(at))); }
    function read() { return stores().map((store) => store.getProperty("key")); }`);
  await host.run({ fn: "write", user: OPERATOR, source: "menu" });
  expect(returned(await host.run({ fn: "read", user: OPERATOR, source: "run" }))).toEqual(["0", "1", "2"]);
  expect(returned(await host.run({ fn: "read", user: STAFF, source: "run" }))).toEqual([null, "1", "2"]);
  expect([host.userProperties(OPERATOR), host.scriptProperties(), host.documentProperties()]).toEqual([
    { key: "0" },
    { key: "1" },
    { key: "2" },
  ]);
});

test("properties are strings, set alone or together, and removed alike", async () => {
  const body = `const store = PropertiesService.getScriptProperties();
    store.setProperty("a", 1).setProperties({ b: true, c: "x" }).deleteProperty("a");
    const some = store.getProperties();
    store.setProperties({ d: "only" }, true);
    const others = store.getKeys();
    store.deleteAllProperties();
    return [some, others, store.getKeys()];`;
  expect(await evaluate(body)).toEqual([{ b: "true", c: "x" }, ["d"], []]);
});

const store = "PropertiesService.getScriptProperties()";

test.each([
  ["a value over 9 KB", `${store}.setProperty("a", "あ".repeat(3100))`, "Argument too large: value"],
  ["a key over its length", `${store}.setProperty("a".repeat(9000), "")`, "Data storage error"],
  [
    "no key",
    `${store}.setProperty("", "x")`,
    "When setting or getting a property value, the property name must not be null or empty.",
  ],
  [
    "a store over 500 KB",
    `for (let n = 0; n < 60; n++) ${store}.setProperty("k" + n, "x".repeat(9000))`,
    "You have exceeded the property storage quota. Please remove some properties and try again.",
  ],
])("properties refuse %s", async (_, body, message) => {
  await expect(evaluate(body)).rejects.toThrow(message);
});

test("properties set together are stored all or not at all", async () => {
  const body = `try { ${store}.setProperties({ a: "1", b: "x".repeat(10000) }); } catch {} return ${store}.getKeys();`;
  expect(await evaluate(body)).toEqual([]);
});

test("a cache forgets by the host's clock", async () => {
  const body = `const cache = CacheService.getScriptCache();
    cache.put("long", "1", 60); cache.put("short", "2", 10); cache.putAll({ usual: "3" });
    Utilities.sleep(10000);
    const later = cache.getAll(["long", "short", "usual"]);
    Utilities.sleep(60000);
    return [later, cache.get("long"), cache.get("usual"), cache.get("never")];`;
  expect(await evaluate(body)).toEqual([{ long: "1", usual: "3" }, null, "3", null]);
});

test("cached items are removed alone or together, and user caches are apart", async () => {
  const body = `const cache = CacheService.getUserCache();
    cache.putAll({ a: "1", b: "2", c: "3" });
    cache.remove("a"); cache.removeAll(["b"]);
    return [cache.getAll(["a", "b", "c"]), CacheService.getScriptCache().get("c")];`;
  expect(await evaluate(body)).toEqual([{ c: "3" }, null]);
});

test("a full cache keeps the 900 items farthest from their end", async () => {
  const body = `const cache = CacheService.getScriptCache();
    for (let n = 1; n <= 1001; n++) cache.put("k" + n, "x", n);
    return [cache.get("k101"), cache.get("k102"), cache.get("k1001")];`;
  expect(await evaluate(body)).toEqual([null, "x", "x"]);
});

test.each([
  ["a key", `CacheService.getScriptCache().put("k".repeat(251), "x")`, "Argument too large: key"],
  ["a value", `CacheService.getScriptCache().put("k", "x".repeat(102401))`, "Argument too large: value"],
])("a cache refuses %s that is too large", async (_, body, message) => {
  await expect(evaluate(body)).rejects.toThrow(message);
});

test("properties may be touched only so often a day", async () => {
  const limits = { propertiesPerDay: 2 };
  const body = `${store}.getKeys(); ${store}.getKeys(); ${store}.getKeys();`;
  await expect(evaluate(body, { limits })).rejects.toThrow("Service invoked too many times for one day: properties.");
});
