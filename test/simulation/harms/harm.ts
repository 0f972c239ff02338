import type { ServiceCall, Verdict } from "../../../workbench/apps-script/execution/gate.ts";
import type { World } from "../world.ts";

/** Something that goes wrong with one service call. */
export interface Harm {
  readonly name: string;
  readonly weight: number;
  readonly fits: (call: ServiceCall) => boolean;
  readonly act: (call: ServiceCall, world: World) => Verdict;
}
