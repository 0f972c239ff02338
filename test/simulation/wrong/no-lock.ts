import * as right from "../../../src/platform/gas-platform.ts";

/** Wrong on purpose: everybody thinks that the lock is theirs. */
export const gasPlatform: typeof right.gasPlatform = (options) => ({
  ...right.gasPlatform(options),
  lock: { take: () => true, release: () => {} },
});
