import type { BatchUpdate } from "../../platform/ports.ts";
import type { Table } from "../declare/table.ts";
import { type Memory, memoryRequest } from "../memory.ts";
import { readPositions } from "../read/read.ts";
import { type SheetState, type States, stateOf } from "../read/snapshot.ts";
import type { TableCells } from "./cells.ts";
import type { ChangeSet } from "./change-set.ts";
import { growRequests } from "./grow.ts";
import { type CellFault, isToMark, markRequests } from "./mark.ts";
import type { OpenBook } from "./open-book.ts";
import { follow } from "./picture.ts";
import { isMisplaced, needsKeys, type Placement, placement, placementRequests, proofRanges } from "./placement.ts";
import { putRight } from "./put-right.ts";
import { send } from "./send.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** What a commit carries beside the cells that were planned. */
export interface Extras {
  /** More cells, which nobody counts. */
  readonly records?: readonly TableCells[];
  /** How far a job came, by name; those that are not given stay. */
  readonly cursors?: Readonly<Record<string, string>>;
  /** Cells that people have to mend, when the job knows them: earlier marks that are not among them are taken away. */
  readonly cellFaults?: readonly CellFault[];
}

/** What there is nothing of costs no call. */
export function commit(open: OpenBook, changes: readonly ChangeSet[], { cursors, cellFaults }: Extras): void {
  const faults = cellFaults ?? [];
  const marked = [...open.pictures.values()].filter((picture) => cellFaults && isToMark(picture, faults));
  if (changes.length + marked.length === 0 && cursors === undefined) return;
  const memory = nextMemory(open, cursors);
  for (let attempt = 1; ; attempt++) {
    const positions = look(open, changes, marked);
    const places = changes.map((change) => placement(change, stateOf(positions, change.state.table)));
    const marks = marked.flatMap((picture) => markRequests(picture, stateOf(positions, picture.table), faults));
    const proof = send(open, places, commitRequest(open, places, marks, memory), memory, attempt);
    if (proof === undefined) continue;
    // Written is written: what a look at the sheet may complain of now must not make the next commit write it again.
    for (const place of places) follow(stateOf(open.pictures, place.position.table), place);
    for (const picture of marked) picture.dressed = [];
    const seen = proof();
    if (places.some((place) => isMisplaced(place, seen))) putRight(open, places);
    return;
  }
}

function nextMemory(open: OpenBook, cursors: Extras["cursors"]): Memory {
  open.commits++;
  return { commit: `${open.run}/${open.commits}`, cursors: { ...open.memory.memory.cursors, ...cursors } };
}

/** Sheets that only we write need no second look: they were read when the run began, and the reply proves the places. */
function look({ reads, pictures }: OpenBook, changes: readonly ChangeSet[], marked: readonly SheetState[]): States {
  const states = changes.map(({ state }) => state);
  const asked = [...new Set([...(states.every(({ table }) => table.ours) ? [] : states), ...marked])];
  if (asked.length === 0) return pictures;
  const keyed = new Set(
    changes.filter((change) => needsKeys(change.state.table, change)).map(({ state }) => state.table),
  );
  return new Map<Table, SheetState>([...pictures, ...readPositions(reads, asked, keyed, marked)]);
}

function commitRequest(
  { memory: { metadataId } }: OpenBook,
  places: readonly Placement[],
  marks: readonly Request[],
  memory: Memory,
): BatchUpdate {
  const requests = [
    ...places.flatMap(growRequests),
    ...places.flatMap(placementRequests),
    ...marks,
    memoryRequest(metadataId, memory),
  ];
  if (places.length === 0) return { requests };
  return {
    requests,
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: places.flatMap(proofRanges),
  };
}
