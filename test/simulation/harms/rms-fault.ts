import { serve } from "../../../workbench/apps-script/gate.ts";
import { FAULT_KINDS, type FaultKind } from "../../../workbench/rms/faults.ts";
import type { Harm } from "./harm.ts";

/** What the shop itself does comes from the steps; here is what the network and Rakuten's servers do. */
const kinds = [
  "429",
  "429-retry-after",
  "500",
  "503",
  "hang",
  "reset",
  "cut",
  "lost-answer",
  "malformed",
  "duplicate",
  "corrupt",
  "latency",
  "unauthorised",
] as const satisfies readonly FaultKind[];

export const CORRUPT = "RMS: corrupt";

export const rmsFaults: readonly Harm[] = kinds.map((kind) => ({
  name: `RMS: ${kind}`,
  kind: "rms",
  weight: kind === "corrupt" || kind === "unauthorised" ? 2 : 5,
  fits: ({ service }) => service === "UrlFetchApp",
  act: (_call, { workbench }) => {
    workbench.sandbox.faults.next("*", FAULT_KINDS[kind]);
    return serve;
  },
}));
