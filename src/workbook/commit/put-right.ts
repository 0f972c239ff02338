import { Problem } from "../../core/problem.ts";
import { SheetsFailure } from "../../platform/ports.ts";
import { healed, SHEETS_ATTEMPTS } from "../read/patient-sheets.ts";
import { readBook } from "../read/read.ts";
import { type States, stateOf } from "../read/snapshot.ts";
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
      return repairOf(stateOf(pictures, table), place, stateOf(now, table), writes);
    });
    const cells = renames.length > 0 ? renames : repairs.flatMap(({ requests }) => requests);
    if (cells.length === 0) {
      if (restored.size === 0) return;
      throw perhapsLost([...restored]);
    }
    writes.push(...writesIn(cells));
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
    "列の移動が書き込みと重なったため、次の行の入力欄を実行開始時の内容に戻しました。その後に入力した内容が残っているか確認し、もう一度実行してください。\n" +
      [...rows.slice(0, SHOWN), ...(rows.length > SHOWN ? [`ほか${rows.length - SHOWN}件`] : [])].join("\n"),
  );

/** A repair may write into any column. */
const guards = ({ guardsColumns }: OpenBook, now: States): Request[] =>
  guardsColumns
    ? [...now.values()].flatMap(({ table, sheetId, layout }) => columnGuards(sheetId, layout, Object.keys(table.columns)))
    : [];
