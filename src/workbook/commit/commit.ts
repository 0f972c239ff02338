import type { BatchUpdate } from "../../platform/ports.ts";
import { staffBlocks } from "../declare/staff-blocks.ts";
import type { Table } from "../declare/table.ts";
import { type Memory, memoryRequest } from "../memory.ts";
import { renewal } from "../protect/renewal.ts";
import { type Look, readPositions } from "../read/read.ts";
import { type SheetState, type States, stateOf } from "../read/snapshot.ts";
import { type Bared, bareRequests } from "./bare.ts";
import { boxesAtStake, boxRequestsFor, tickedMeanwhile } from "./box-changes.ts";
import type { TableCells } from "./cells.ts";
import type { ChangeSet } from "./change-set.ts";
import { columnGuards, writtenColumns } from "./column-guard.ts";
import { withCopies } from "./copies.ts";
import { hasTail, tailStart } from "./free-rows.ts";
import { growRequests, roomForPeople, SPARES } from "./grow.ts";
import { guardRequests } from "./guard.ts";
import { type CellFault, isToMark, markRequests } from "./mark.ts";
import { type Mended, movesCells, rowsAtOnce, withMends } from "./mend.ts";
import type { OpenBook } from "./open-book.ts";
import { follow, followRemovals } from "./picture.ts";
import { isMisplaced, needsKeys, type Placement, placement, placementRequests, proofRanges } from "./placement.ts";
import { putRight } from "./put-right.ts";
import { removalRequests, stayingGroups } from "./removal.ts";
import { send } from "./send.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** What a commit carries beside the cells that were planned. */
export interface Extras {
  /** More cells and new keys, which nobody counts. */
  readonly records?: readonly TableCells[];
  /** How far a job came, by name; those that are not given stay. */
  readonly cursors?: Readonly<Record<string, string>>;
  /** Cells that people have to mend, when the job knows them: earlier marks that are not among them are taken away. */
  readonly cellFaults?: readonly CellFault[];
  /** The sheets that the job knows such cells of; all that it read where this is not given. Marks on the others stay. */
  readonly marks?: readonly Table[];
  /** Cells for the further rows of a key: people copied its row. */
  readonly copies?: readonly TableCells[];
  /**
   * Brings people's cells that were moved to other rows home, of all tables or of these; the first commit of a run that is to
   * does, the others have nothing to bring.
   */
  readonly mend?: true | readonly Table[];
  /** Rows that lose what people put there beside the declared columns; each has planned cells as well. */
  readonly bared?: Bared;
}

/** What there is nothing of costs no call. */
export function commit(
  open: OpenBook,
  planned: readonly ChangeSet[],
  { cursors, cellFaults, marks, mend, copies = [], bared = new Map() }: Extras,
): void {
  const faults = cellFaults ?? [];
  const isToMend = (table: Table) => mend === true || mend?.includes(table) === true;
  const unmended = [...open.pictures.values()].filter(({ table }) => isToMend(table) && open.mended.get(table) !== ALL);
  const changes = withCopies(withMends(planned, unmended, open), open.pictures, copies);
  const isJudged = ({ table }: SheetState) => cellFaults !== undefined && (marks?.includes(table) ?? true);
  const marked = [...open.pictures.values()].filter((picture) => isJudged(picture) && isToMark(picture, faults));
  if (changes.length + marked.length === 0 && cursors === undefined) return;
  const memory = nextMemory(open, cursors);
  for (let attempt = 1; ; attempt++) {
    const positions = look(open, changes, marked, bared, attempt > 1);
    const staying = stayingGroups(changes, positions);
    const places = changes.map((change) =>
      placement(change, stateOf(positions, change.state.table), staying, bared.has(change.state.table)),
    );
    const dresses = marked.flatMap((picture) => markRequests(picture, stateOf(positions, picture.table), faults));
    const bares = [...bared].flatMap(([table, keys]) => bareRequests(stateOf(positions, table), keys));
    const looks = [...renewalRequests(open, positions, places), ...dresses, ...bares];
    const proof = send(open, places, positions, commitRequest(open, places, looks, memory), memory, attempt);
    if (proof === undefined) continue;
    // Written is written: what a look at the sheet may complain of now must not make the next commit write it again.
    for (const place of places) follow(stateOf(open.pictures, place.position.table), place, SPARES[open.spare] ?? 0);
    open.editors?.renewed();
    open.editors = undefined;
    for (const picture of marked) picture.dressed = [];
    for (const { table } of unmended)
      open.mended.set(table, isMended(places, table) ? ALL : (open.mended.get(table) ?? 0) + rowsAtOnce(table));
    const seen = withKeysLeft(open, places, proof());
    if (places.some((place) => isMisplaced(place, seen))) putRight(open, places, seen);
    else giveBack(open, places, seen);
    for (const [at, place] of places.entries())
      followRemovals(stateOf(open.pictures, place.position.table), place, changes[at]?.removed, seen);
    return;
  }
}

/** Boxes that turned out to be ticked. */
function giveBack({ reads }: OpenBook, places: readonly Placement[], seen: States): void {
  const requests = places.flatMap(({ position, boxes }) =>
    boxRequestsFor(position, tickedMeanwhile(boxes, stateOf(seen, position.table))),
  );
  if (requests.length > 0) reads.batchUpdate({ requests });
}

/** Of sheets that rows were taken from, which other rows are there still. */
function withKeysLeft({ reads }: OpenBook, places: readonly Placement[], seen: States): States {
  const states = places.filter(({ removed }) => removed.size > 0).map(({ position }) => position);
  if (states.length === 0) return seen;
  const keyed = tablesOf(states);
  return new Map<Table, SheetState>([...seen, ...readPositions(reads, states, { keyed })]);
}

const ALL = Number.POSITIVE_INFINITY;

const isMended = (places: readonly Placement[], table: Table): boolean =>
  places.every(({ position, mended }) => position.table !== table || mended);

function nextMemory(open: OpenBook, cursors: Extras["cursors"]): Memory {
  open.commits++;
  return { commit: `${open.run}/${open.commits}`, cursors: { ...open.memory.memory.cursors, ...cursors } };
}

/**
 * Sheets that only we write need no second look: they were read when the run began, and the reply proves the places. After a commit
 * that was refused nothing is known any more of any sheet (`anew`).
 */
function look(
  { reads, pictures }: OpenBook,
  changes: readonly Mended[],
  marked: readonly SheetState[],
  bared: Bared,
  anew: boolean,
): States {
  const states = changes.map(({ state }) => state);
  const isKnown = !anew && changes.every(({ state: { table }, removed }) => table.ours && removed.size === 0);
  const asked = [...new Set([...(isKnown ? [] : states), ...marked, ...(anew ? pictures.values() : [])])];
  if (asked.length === 0) return pictures;
  const among = (fits: (change: Mended) => boolean) => changes.filter(fits).map(({ state }) => state);
  const wanted: Look = {
    keyed: tablesOf(
      among(
        (change) => change.repair !== undefined || change.copies !== undefined || needsKeys(change.state.table, change),
      ),
    ),
    // A row without its key is known by all that it holds.
    whole: tablesOf(among((change) => movesCells(change) || change.state.overtyped.length > 0)),
    columns: new Map(changes.map((change) => [change.state.table, boxesAtStake(change)])),
    rows: new Map(
      changes.map(({ state: { table }, removed }) => [table, new Map([...removed, ...(bared.get(table) ?? [])])]),
    ),
    tails: new Map(
      among(({ state, added }) => added.size > 0 && hasTail(state)).map((state) => [state.table, tailStart(state)]),
    ),
    marked: tablesOf(marked),
  };
  const seen = readPositions(reads, asked, wanted);
  // Perhaps somebody has just typed over the key: a row that holds it still must not come a second time.
  const missed = tablesOf(among((change) => isMissed(change, seen.get(change.state.table))));
  const whole = new Set([...(wanted.whole ?? []), ...missed]);
  const positions = missed.size === 0 ? seen : readPositions(reads, asked, { ...wanted, whole });
  return new Map<Table, SheetState>([...pictures, ...positions]);
}

const isMissed = ({ state: { table }, updated }: Mended, now: SheetState | undefined): boolean =>
  now !== undefined && staffBlocks(table).length > 0 && [...updated.keys()].some((key) => !now.rows.has(key));

/** By the columns as they are right now: one that was moved is open, or closed, where it is. Sheets that people fill get room. */
function renewalRequests({ editors, pictures, spare }: OpenBook, positions: States, places: readonly Placement[]) {
  if (editors === undefined) return [];
  const growing = places.filter(({ added }) => added.size > 0).map(({ position }) => position.table);
  return [...pictures].flatMap(([table, picture]): Request[] => {
    const position = stateOf(positions, table);
    const isRoomy = spare > 0 || growing.includes(table);
    return [...(isRoomy ? [] : roomForPeople(position, picture)), ...renewal(position, editors)];
  });
}

const tablesOf = (states: readonly SheetState[]): ReadonlySet<Table> => new Set(states.map(({ table }) => table));

function commitRequest(
  { memory: { metadataId }, unlocked, guardsColumns, spare, pictures }: OpenBook,
  places: readonly Placement[],
  looks: readonly Request[],
  memory: Memory,
): BatchUpdate {
  const sheetIds = new Map([...pictures.values()].map(({ table, sheetId }) => [table.sheet, sheetId]));
  const requests = [
    ...places.flatMap(guardRequests),
    ...places.flatMap((place) => {
      const { sheetId, layout } = place.position;
      return guardsColumns ? columnGuards(sheetId, layout, writtenColumns(place)) : [];
    }),
    ...places.flatMap((place) => growRequests(place, SPARES[spare] ?? 0)),
    ...places.flatMap((place) => placementRequests(place, sheetIds)),
    ...looks,
    // Last: everything else was told where it is with these rows still there.
    ...places.flatMap(({ position, removed }) => removalRequests(position.sheetId, removed)),
    ...(unlocked ? [] : [memoryRequest(metadataId, memory)]),
  ];
  if (places.length === 0) return { requests };
  return {
    requests,
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: places.flatMap(proofRanges),
  };
}
