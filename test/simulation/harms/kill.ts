import { killAfter, killBefore } from "../../../workbench/apps-script/execution/gate.ts";
import type { Harm } from "./harm.ts";

/** Google ends an execution at any moment: out of time, out of quota, or out of luck. */
export const kills: readonly Harm[] = [
  { name: "killed before", weight: 6, fits: () => true, act: () => killBefore },
  { name: "killed after", weight: 6, fits: () => true, act: () => killAfter },
];
