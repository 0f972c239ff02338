import type { World } from "../world.ts";

/** One thing that people or the shop do, between runs or in the middle of one. */
export interface Step {
  readonly name: string;
  readonly by: "people" | "shop";
  readonly weight: number;
  /** It moves things, and changes nothing that anybody typed. */
  readonly moves?: true;
  /** Says what was done, or undefined where nothing could be. */
  readonly act: (world: World) => string | undefined;
}
