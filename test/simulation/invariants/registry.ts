import { checkTimes } from "./check-times.ts";
import { countsRecorded } from "./counts.ts";
import { cursorAtRest } from "./cursor.ts";
import type { Invariant } from "./invariant.ts";
import { nothingRunning } from "./log.ts";
import { looksWriteNothing } from "./looks.ts";
import { setsCounted } from "./makeable.ts";
import { mastersComplete } from "./masters.ts";
import { noStrays } from "./no-strays.ts";
import { parcelsBooked } from "./parcels.ts";
import { reportsSettled } from "./reports.ts";
import { requestsAnswered } from "./requests.ts";
import { secretsKept } from "./secrets.ts";
import { shopInMaster } from "./shop-in-master.ts";
import { levelsSet } from "./shop-levels.ts";
import { shopOnList } from "./shop-on-list.ts";
import { spokenForCounted } from "./spoken-for.ts";
import { staffCells } from "./staff-cells.ts";
import { stockSums } from "./stock-sums.ts";
import { typedBooked } from "./typed-rows.ts";

/** What must hold once all is quiet, whatever happened before. */
export const invariants: readonly Invariant[] = [
  shopOnList,
  checkTimes,
  shopInMaster,
  staffCells,
  ...[stockSums, parcelsBooked, typedBooked, countsRecorded, spokenForCounted, setsCounted, levelsSet],
  reportsSettled,
  requestsAnswered,
  noStrays,
  nothingRunning,
  cursorAtRest,
  mastersComplete,
  looksWriteNothing,
  secretsKept,
];
