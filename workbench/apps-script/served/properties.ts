import type { Scope } from "../realm/scope.ts";
import type { Limits, Quotas } from "./quotas.ts";
import { type Caller, type Handlers, Refused } from "./serving.ts";

/** Stores by their key: "script", "user:E-MAIL", "document:ID". */
export type Stores = Map<string, Map<string, string>>;

const VALUE_BYTES = 9 * 1024;
const STORE_LENGTH = 500 * 1024;
const KEY_LENGTH = 8_066;

/** A change is answered when what `changed` gives is settled: scripts rely on what they have written down. */
export function propertyHandlers(
  stores: Stores,
  keyOf: (caller: Caller, scope: Scope) => string,
  { quotas, limits, changed }: { readonly quotas: Quotas; readonly limits: Limits; readonly changed: () => unknown },
): Handlers {
  function open(caller: Caller, scope: Scope): Map<string, string> {
    quotas.take(caller.user, "properties", 1, limits.propertiesPerDay);
    const key = keyOf(caller, scope);
    const store = stores.get(key) ?? new Map<string, string>();
    stores.set(key, store);
    return store;
  }

  /** All or nothing: Google checks before it stores. */
  function put(caller: Caller, scope: Scope, entries: Readonly<Record<string, string>>, replace: boolean): unknown {
    const store = open(caller, scope);
    const merged = new Map(replace ? [] : store);
    for (const [key, value] of Object.entries(entries)) {
      checkKey(key);
      if (Buffer.byteLength(value) > VALUE_BYTES) throw new Refused("Argument too large: value");
      merged.set(key, value);
    }
    const length = [...merged].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
    if (length > STORE_LENGTH) {
      throw new Refused("You have exceeded the property storage quota. Please remove some properties and try again.");
    }
    stores.set(keyOf(caller, scope), merged);
    return changed();
  }

  return {
    "Properties.getProperty": (caller, scope: Scope, key: string) => {
      checkKey(key);
      return open(caller, scope).get(key) ?? null;
    },
    "Properties.getProperties": (caller, scope: Scope) => Object.fromEntries(open(caller, scope)),
    "Properties.getKeys": (caller, scope: Scope) => [...open(caller, scope).keys()],
    "Properties.setProperty": (caller, scope: Scope, key: string, value: string) =>
      put(caller, scope, { [key ?? ""]: value }, false),
    "Properties.setProperties": (caller, scope: Scope, entries: Record<string, string>, replace: boolean) =>
      put(caller, scope, entries, replace),
    "Properties.deleteProperty": (caller, scope: Scope, key: string) => {
      checkKey(key);
      open(caller, scope).delete(key);
      return changed();
    },
    "Properties.deleteAllProperties": (caller, scope: Scope) => {
      open(caller, scope).clear();
      return changed();
    },
  };
}

function checkKey(key: string | null): void {
  if (key === null || key === "") {
    throw new Refused("When setting or getting a property value, the property name must not be null or empty.");
  }
  if (key.length > KEY_LENGTH) throw new Refused("Data storage error");
}
