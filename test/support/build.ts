import { buildAddOn } from "../../build.mjs";

/** The tests that load dist/ are of the code as it is now, also when vitest is started by hand. */
export const setup = (): Promise<void> => buildAddOn();
