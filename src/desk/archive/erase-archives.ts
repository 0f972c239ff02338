import type { Serial } from "../../core/jst.ts";
import { Problem, type RowFault } from "../../core/problem.ts";
import type { StoreSource } from "./archive-store.ts";
import { usedStores } from "./archive-stores.ts";

export interface ErasedArchives {
  /** Rows that held something. */
  readonly rows: number;
  /** Archives that could not be opened. */
  readonly faults: readonly RowFault[];
  readonly finished: boolean;
}

/** Empties what is personal of orders shipped before this day, in all that keeps any. */
export function eraseArchives(source: StoreSource, shippedBefore: Serial, isOver: () => boolean): ErasedArchives {
  let rows = 0;
  let finished = true;
  const faults: RowFault[] = [];
  for (const { title, erase } of usedStores(source))
    try {
      const erased = erase(shippedBefore, isOver);
      rows += erased.rows;
      finished &&= erased.finished;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push({ subject: `${title}（個人情報の消去）`, reason: error.message });
    }
  return { rows, faults, finished };
}
