import { cursorAtRest } from "./cursor.ts";
import type { Invariant } from "./invariant.ts";
import { nothingRunning } from "./log.ts";
import { looksWriteNothing } from "./looks.ts";
import { mastersComplete } from "./masters.ts";
import { noStrays } from "./no-strays.ts";
import { secretsKept } from "./secrets.ts";
import { shopInMaster } from "./shop-in-master.ts";
import { shopOnList } from "./shop-on-list.ts";
import { staffCells } from "./staff-cells.ts";

/** What must hold once all is quiet, whatever happened before. */
export const invariants: readonly Invariant[] = [
  shopOnList,
  shopInMaster,
  staffCells,
  noStrays,
  nothingRunning,
  cursorAtRest,
  mastersComplete,
  looksWriteNothing,
  secretsKept,
];
