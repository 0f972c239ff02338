import { Problem } from "../../core/problem.ts";
import type { Sheets } from "../../platform/ports.ts";
import type { Table } from "../declare/table.ts";
import { healed, SHEETS_ATTEMPTS } from "../read/patient-sheets.ts";
import { readBook } from "../read/read.ts";
import { type States, stateOf } from "../read/snapshot.ts";
import { allBoxes, boxRequestsFor } from "./box-changes.ts";
import type { OpenBook } from "./open-book.ts";
import type { Placement } from "./placement.ts";
import { missedRequests } from "./rename-repairs.ts";
import { repairRequests } from "./repair-requests.ts";
import { writesIn, writesOf } from "./writes.ts";

/** People moved rows or columns under a commit: reads and repairs until every cell is with its own row. `seen` is what its reply showed. */
export function putRight({ reads, clock, pictures }: OpenBook, places: readonly Placement[], seen: States): void {
  const touched = places.map(({ position }) => position.table);
  const writes = places.flatMap(writesOf);
  let missed = places;
  for (let attempt = 1; attempt <= SHEETS_ATTEMPTS; attempt++) {
    const now = readBook(reads, touched).states;
    const renames = missed.flatMap((place) => {
      const { table } = place.position;
      return missedRequests(place, stateOf(seen, table), stateOf(now, table));
    });
    const repairs = () =>
      places.flatMap((place) => {
        const { table } = place.position;
        return repairRequests(stateOf(pictures, table), place, stateOf(now, table), writes);
      });
    const requests = renames.length > 0 ? renames : repairs();
    if (requests.length === 0) {
      renewBoxes(reads, touched, now);
      return;
    }
    writes.push(...writesIn(requests));
    try {
      reads.batchUpdate({ requests });
      missed = [];
    } catch (error) {
      healed(clock, error, attempt);
    }
  }
  throw new Problem(
    "wait",
    "シートの並びが何度も変わったため、行の確認が終わりませんでした。並べ替えや行の挿入が終わってから、もう一度実行してください。",
  );
}

/** They were given and taken where the rows had been. */
function renewBoxes(reads: Sheets, tables: readonly Table[], now: States): void {
  const requests = tables
    .map((table) => stateOf(now, table))
    .flatMap((state) => boxRequestsFor(state, allBoxes(state)));
  if (requests.length > 0) reads.batchUpdate({ requests });
}
