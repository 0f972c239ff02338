import type { CacheEntries } from "./served/cache.ts";
import type { Stores } from "./served/properties.ts";
import type { TriggerRecord } from "./served/triggers.ts";
import type { HostState } from "./store.ts";

/** What scripts share, as the host works with it; `HostState` is the same as it is stored. */
export interface SharedState {
  readonly stores: Stores;
  readonly cache: CacheEntries;
  /** Whether the add-on has been used in this document. */
  enabled: boolean;
}

export const stateFrom = (stored: HostState | undefined): SharedState => ({
  stores: new Map(
    Object.entries(stored?.properties ?? {}).map(([key, entries]) => [key, new Map(Object.entries(entries))]),
  ),
  cache: new Map((stored?.cache ?? []).map(([key, value, expires]) => [key, { value, expires }])),
  enabled: stored?.enabled ?? false,
});

export const storedState = (
  { stores, cache, enabled }: SharedState,
  triggers: readonly TriggerRecord[],
): HostState => ({
  properties: Object.fromEntries([...stores].map(([key, entries]) => [key, Object.fromEntries(entries)])),
  cache: [...cache].map(([key, { value, expires }]) => [key, value, expires] as const),
  triggers,
  enabled,
});
