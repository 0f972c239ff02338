import { DAY, MINUTE, startOfDay } from "./jst.ts";
import type { Keys, Mode, ShopState } from "./state.ts";

/** What the shop's owner sets in RMS, and what Rakuten does to the service as a whole. */
export interface Switches {
  setMode(mode: Mode): void;
  /** Switches functions off as the shop can in RMS, by their names in routes.ts. */
  disable(...functions: readonly string[]): void;
  enable(...functions: readonly string[]): void;
  /** A new licence key that is accepted after `pendingMinutes`; the old one dies at once unless it is kept. */
  changeKeys(keys: Keys, options?: { readonly pendingMinutes?: number; readonly keepOld?: boolean }): void;
  /** The key stops working after this instant. */
  expireAt(instant: Date): void;
}

export const switches = (state: ShopState, now: () => number): Switches => ({
  setMode(mode) {
    state.mode = mode;
  },
  disable(...functions) {
    for (const name of functions) state.disabled.add(name);
  },
  enable(...functions) {
    for (const name of functions) state.disabled.delete(name);
  },
  changeKeys(keys, { pendingMinutes = 30, keepOld = false } = {}) {
    const { keys: old, expires } = state.licence;
    state.licence = {
      keys,
      // A key lives until the last second of its 90th day.
      expires: startOfDay(now()) + 90 * DAY - 1000,
      acceptedFrom: now() + pendingMinutes * MINUTE,
      former: keepOld ? { keys: old, expires } : null,
    };
  },
  expireAt(instant) {
    state.licence = { ...state.licence, expires: instant.getTime() };
  },
});
