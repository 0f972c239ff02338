import * as right from "../../../src/platform/gas-platform.ts";

export const { gasShared } = right;

/** Wrong on purpose: everybody thinks that the lock is theirs. */
export const platformOf: typeof right.platformOf = (...whose) => ({
  ...right.platformOf(...whose),
  lock: { take: () => true, release: () => {} },
});

export const gasPlatform: typeof right.gasPlatform = () => platformOf(right.gasPlatform().spreadsheetId);
