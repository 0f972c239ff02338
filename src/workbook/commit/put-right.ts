import { captions, inMenu } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import { type Sheets, SheetsFailure } from "../../platform/ports.ts";
import type { Cells } from "../cell.ts";
import type { Table } from "../declare/table.ts";
import { sameLayout } from "../read/layout.ts";
import { healed, SHEETS_ATTEMPTS } from "../read/patient-sheets.ts";
import { readBook } from "../read/read.ts";
import { type States, stateOf } from "../read/snapshot.ts";
import { allBoxes, boxRequestsFor } from "./box-changes.ts";
import { columnGuards } from "./column-guard.ts";
import type { OpenBook } from "./open-book.ts";
import { mayRepair } from "./overtaken.ts";
import type { Placement } from "./placement.ts";
import { missedRequests } from "./rename-repairs.ts";
import { repairOf } from "./repair-requests.ts";
import { writesIn, writesOf } from "./writes.ts";

type Request = GoogleAppsScript.Sheets.Schema.Request;

/**
 * People moved rows or columns under a commit: reads and repairs until every cell is with its own row. `seen` is what its reply
 * showed. Throws Problem where it does not come to that, and where something that was just typed may be lost.
 */
export function putRight(open: OpenBook, places: readonly Placement[], seen: States): void {
  const { reads, clock, pictures } = open;
  const touched = places.map(({ position }) => position.table);
  const writes = places.flatMap(writesOf);
  const repaired = new Map<Table, Cells[]>();
  const restored = new Set<string>();
  let missed = places;
  for (let attempt = 1; attempt <= SHEETS_ATTEMPTS; attempt++) {
    const now = readBook(reads, touched).states;
    const renames = missed.flatMap((place) => {
      const { table } = place.position;
      return missedRequests(place, stateOf(seen, table), stateOf(now, table));
    });
    const repairs = places.map((place) => {
      const { table } = place.position;
      return repairOf(stateOf(pictures, table), place, stateOf(now, table), writes, repaired.get(table) ?? []);
    });
    const cells = renames.length > 0 ? renames : repairs.flatMap(({ requests }) => requests);
    if (!open.guardsColumns) for (const sheet of movedSheets(places, seen, now)) restored.add(sheet);
    if (cells.length === 0) {
      if (restored.size === 0) {
        renewBoxes(reads, touched, now);
        return;
      }
      throw perhapsLost([...restored]);
    }
    writes.push(...writesIn(cells));
    for (const [at, table] of touched.entries())
      repaired.set(table, [...(repaired.get(table) ?? []), ...(repairs[at]?.cells ?? [])]);
    const requests = [...guards(open, now), ...cells];
    try {
      reads.batchUpdate({ requests });
      missed = [];
      for (const row of renames.length > 0 ? [] : repairs.flatMap((repair) => repair.restored)) restored.add(row);
    } catch (error) {
      if (!(error instanceof SheetsFailure && mayRepair(open, requests, now, error))) healed(clock, error, attempt);
    }
  }
  throw new Problem(
    "wait",
    "シートの並びが何度も変わったため、行の確認が終わりませんでした。並べ替えや行の挿入が終わってから、もう一度実行してください。",
  );
}

const SHOWN = 10;

const perhapsLost = (rows: readonly string[]): Problem =>
  new Problem(
    "fix",
    `列の追加、削除、移動が書き込みと重なりました。次のところの入力内容が消えていないか確認し、${inMenu(captions.setUp)}のあとで、もう一度実行してください。\n` +
      [...rows.slice(0, SHOWN), ...(rows.length > SHOWN ? [`ほか${rows.length - SHOWN}件`] : [])].join("\n"),
  );

/** Where nothing keeps writes from columns that moved, they may have struck what nobody remembers. */
const movedSheets = (places: readonly Placement[], seen: States, now: States): string[] =>
  places
    .filter(({ position: { table, layout } }) =>
      [seen, now].some((states) => !sameLayout(layout, stateOf(states, table).layout)),
    )
    .map(({ position }) => `「${position.table.sheet}」`);

/** A repair may write into any column. */
const guards = ({ guardsColumns }: OpenBook, now: States): Request[] =>
  guardsColumns
    ? [...now.values()].flatMap(({ table, sheetId, layout }) =>
        columnGuards(sheetId, layout, Object.keys(table.columns)),
      )
    : [];

/** They were given and taken where the rows had been. */
function renewBoxes(reads: Sheets, tables: readonly Table[], now: States): void {
  const requests = tables
    .map((table) => stateOf(now, table))
    .flatMap((state) => boxRequestsFor(state, allBoxes(state)));
  if (requests.length > 0) reads.batchUpdate({ requests });
}
