import { ask, permit } from "../call.ts";
import { getter, type Scope } from "../scope.ts";
import { service } from "../service.ts";

type Cache = GoogleAppsScript.Cache.Cache;

const DEFAULT_SECONDS = 600;

function cache(scope: Scope): Cache {
  permit(getter("CacheService", scope, "Cache"));
  return service<Cache>("Cache", {
    get: (key) => ask("Cache.get", scope, key),
    getAll: (keys) => ask("Cache.getAll", scope, keys),
    put: (key: string, value: string, seconds = DEFAULT_SECONDS) =>
      ask("Cache.put", scope, key, String(value), seconds),
    putAll: (values: Record<string, unknown>, seconds = DEFAULT_SECONDS) => {
      const strings = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
      ask("Cache.putAll", scope, strings, seconds);
    },
    remove: (key) => ask("Cache.remove", scope, key),
    removeAll: (keys) => ask("Cache.removeAll", scope, keys),
  });
}

export const CacheService = service<GoogleAppsScript.Cache.CacheService>("CacheService", {
  getUserCache: () => cache("user"),
  getScriptCache: () => cache("script"),
  getDocumentCache: () => cache("document"),
});
