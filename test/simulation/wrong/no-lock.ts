import * as right from "../../../src/platform/gas-platform.ts";

/** Wrong on purpose: everybody thinks that the lock is theirs. */
export const gasPlatform: typeof right.gasPlatform = () => ({
  ...right.gasPlatform(),
  lock: { take: () => true, release: () => {} },
});
