import type { Harm } from "./harm.ts";
import { kills } from "./kill.ts";
import { rmsFaults } from "./rms-fault.ts";
import { sheetsFailures } from "./sheets-failure.ts";

/** Everything that can go wrong with a service call. */
export const harms: readonly Harm[] = [...kills, ...sheetsFailures, ...rmsFaults];
