import type { HostClock } from "../clock.ts";
import type { Scope } from "../realm/scope.ts";
import { type Caller, type Handlers, Refused } from "./serving.ts";

/** Entries by "STORE KEY". */
export type CacheEntries = Map<string, { readonly value: string; readonly expires: number }>;

const KEY_LENGTH = 250;
const VALUE_BYTES = 100 * 1024;
const MAXIMUM_SECONDS = 21_600;
const MAXIMUM_ITEMS = 1_000;
const KEPT_ITEMS = 900;

export function cacheHandlers(
  entries: CacheEntries,
  keyOf: (caller: Caller, scope: Scope) => string,
  clock: HostClock,
  changed: () => void,
): Handlers {
  const address = (caller: Caller, scope: Scope, key: string) => {
    if (key.length > KEY_LENGTH) throw new Refused("Argument too large: key");
    return `${keyOf(caller, scope)} ${key}`;
  };

  function read(at: string): string | null {
    const entry = entries.get(at);
    return entry === undefined || entry.expires <= clock.now().getTime() ? null : entry.value;
  }

  function put(caller: Caller, scope: Scope, values: Record<string, string>, seconds: number): void {
    if (seconds < 1) throw new Refused("Argument too small: expirationInSeconds");
    const expires = clock.now().getTime() + Math.min(seconds, MAXIMUM_SECONDS) * 1000;
    for (const [key, value] of Object.entries(values)) {
      if (Buffer.byteLength(value) > VALUE_BYTES) throw new Refused("Argument too large: value");
      entries.set(address(caller, scope, key), { value, expires });
    }
    evict(entries, `${keyOf(caller, scope)} `);
    changed();
  }

  return {
    "Cache.get": (caller, scope: Scope, key: string) => read(address(caller, scope, key)),
    "Cache.getAll": (caller, scope: Scope, keys: string[]) =>
      Object.fromEntries(
        keys.map((key) => [key, read(address(caller, scope, key))]).filter(([, value]) => value !== null),
      ),
    "Cache.put": (caller, scope: Scope, key: string, value: string, seconds: number) =>
      put(caller, scope, { [key]: value }, seconds),
    "Cache.putAll": put,
    "Cache.remove": (caller, scope: Scope, key: string) => {
      entries.delete(address(caller, scope, key));
      changed();
    },
    "Cache.removeAll": (caller, scope: Scope, keys: string[]) => {
      for (const key of keys) entries.delete(address(caller, scope, key));
      changed();
    },
  };
}

/** A full cache keeps the 900 items farthest from their end (reference/cache/cache). */
function evict(entries: CacheEntries, prefix: string): void {
  const own = [...entries].filter(([at]) => at.startsWith(prefix));
  if (own.length <= MAXIMUM_ITEMS) return;
  own.sort(([, one], [, other]) => other.expires - one.expires);
  for (const [at] of own.slice(KEPT_ITEMS)) entries.delete(at);
}
