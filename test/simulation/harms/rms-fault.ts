import { type ServiceCall, serve } from "../../../workbench/apps-script/execution/gate.ts";
import { FAULT_KINDS, type FaultKind } from "../../../workbench/rms/faults.ts";
import type { Harm } from "./harm.ts";

const nameOf = (kind: FaultKind): string => `RMS: ${kind}`;

export const CORRUPT = nameOf("corrupt");
export const LATE = nameOf("late");

export const REPORTED = "/updateOrderShippingAsync";

/** The function that a kind of fault is about, where it is about one only: any other call would pass unharmed. */
const ONLY_ON: Partial<Record<FaultKind, string>> = {
  duplicate: "/searchOrder/",
  corrupt: "/getOrder/",
  "slow-report": REPORTED,
  "slow-result": REPORTED,
};

/** What ends a run at once is rarer, so that the others come to their turn; what fits few calls is taken rather there. */
const WEIGHTS: Partial<Record<FaultKind, number>> = { unauthorised: 2, duplicate: 12, corrupt: 12 };

const fits =
  (kind: FaultKind) =>
  ({ service, urls }: ServiceCall): boolean =>
    service === "UrlFetchApp" && urls.some((url) => url.includes(ONLY_ON[kind] ?? ""));

/** Everything that the network, Rakuten's servers, and the shop in the middle of a call do. */
export const rmsFaults: readonly Harm[] = (Object.keys(FAULT_KINDS) as FaultKind[]).map((kind) => ({
  name: nameOf(kind),
  weight: WEIGHTS[kind] ?? 5,
  fits: fits(kind),
  act: (_call, { workbench }) => {
    workbench.sandbox.faults.next("*", FAULT_KINDS[kind]);
    return serve;
  },
}));

/** Those after which nobody knows whether the call took effect. */
export const unanswered: readonly Harm[] = rmsFaults.filter(({ name }) =>
  (["lost-answer", "late", "hang", "503"] as const).map(nameOf).includes(name),
);

/** RMS is long at work on what it took, or tells late what became of it: what other harm leaves in doubt is settled by then. */
export const slowReports: readonly Harm[] = rmsFaults
  .filter(({ name }) => (["slow-report", "slow-result"] as const).map(nameOf).includes(name))
  .map((harm) => ({ ...harm, weight: 20 }));
