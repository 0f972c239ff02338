import { afterEach, expect, test } from "vitest";
import { gasPace } from "../../src/platform/gas-pace.ts";

const global = globalThis as { CacheService?: unknown };
afterEach(() => {
  delete global.CacheService;
});

function cacheService(cache: object | null): object {
  return { getDocumentCache: () => cache, getScriptCache: () => cache };
}

test("a note made by one execution is read by another, and each spreadsheet and function has its own", () => {
  const notes = new Map<string, string>();
  global.CacheService = cacheService({
    get: (key: string) => notes.get(key) ?? null,
    put: (key: string, value: string) => void notes.set(key, value),
  });
  gasPace("sheet").note("searchOrder", 1234);
  expect(gasPace("sheet").nextAt("searchOrder")).toBe(1234);
  expect(gasPace("sheet").nextAt("getOrder")).toBe(0);
  expect(gasPace("other").nextAt("searchOrder")).toBe(0);
});

test.each([
  [
    "fails",
    {
      get: () => {
        throw new Error("Service error: Cache");
      },
      put: () => {
        throw new Error("Service error: Cache");
      },
    },
  ],
  ["holds nonsense", { get: () => "soon", put: () => {} }],
  ["is not there", null],
])("a cache that %s is as good as an empty one", (_, cache) => {
  global.CacheService = cacheService(cache);
  gasPace("sheet").note("searchOrder", 1);
  expect(gasPace("sheet").nextAt("searchOrder")).toBe(0);
});
