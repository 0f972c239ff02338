import type { DeskContext } from "../desk.ts";

/** What a pass over shop and sheets works with: what every job has. */
export type StockSource = Pick<
  DeskContext<string>,
  "book" | "rms" | "settings" | "now" | "deadline" | "who" | "progress"
>;
