import { Problem } from "../../core/problem.ts";
import { healed, SHEETS_ATTEMPTS } from "../read/patient-sheets.ts";
import { readBook } from "../read/read.ts";
import { stateOf } from "../read/snapshot.ts";
import type { OpenBook } from "./open-book.ts";
import type { Placement } from "./placement.ts";
import { repairRequests } from "./repair-requests.ts";
import { writesIn, writesOf } from "./writes.ts";

/** People moved rows or columns under a commit: reads and repairs until every cell is with its own row. */
export function putRight({ reads, clock, pictures }: OpenBook, places: readonly Placement[]): void {
  const touched = places.map(({ position }) => position.table);
  const writes = places.flatMap(writesOf);
  for (let attempt = 1; attempt <= SHEETS_ATTEMPTS; attempt++) {
    const now = readBook(reads, touched).states;
    const requests = places.flatMap((place) => {
      const { table } = place.position;
      return repairRequests(stateOf(pictures, table), place, stateOf(now, table), writes);
    });
    if (requests.length === 0) return;
    writes.push(...writesIn(requests));
    try {
      reads.batchUpdate({ requests });
    } catch (error) {
      healed(clock, error, attempt);
    }
  }
  throw new Problem(
    "wait",
    "シートの並びが何度も変わったため、行の確認が終わりませんでした。並べ替えや行の挿入が終わってから、もう一度実行してください。",
  );
}
