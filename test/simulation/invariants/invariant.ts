import type { World } from "../world.ts";
import type { Desk } from "./desk.ts";

/** Something that must be true of every workbook once all is quiet; gives what is not. */
export interface Invariant {
  readonly name: string;
  readonly broken: (world: World, desk: Desk) => readonly string[];
}
