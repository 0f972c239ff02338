import { Problem } from "../../core/problem.ts";
import type { Spreadsheet } from "../../platform/ports.ts";
import { columnRange } from "../a1.ts";
import { isBlank } from "../cell.ts";
import { columnOf, type Table } from "../declare/table.ts";
import { listed, placeOf } from "../read/layout.ts";
import { merged } from "../read/read.ts";
import { columnPlan } from "./columns.ts";
import type { SheetFacts } from "./look.ts";

/** Third look, at columns whose header is to come back: what stands in them below. */
export const COLUMN_FIELDS = "sheets(properties(sheetId),data(startRow,startColumn,rowData(values(effectiveValue))))";

/** Before anything is written: the sheet holds what its table holds. Throws Problem("fix"). */
export function checkContents(table: Table, facts: SheetFacts, tables: readonly Table[]): void {
  const shown = facts.headers.filter((header) => header !== "");
  const other = tables.find((one) => one !== table && 2 * headersOf(one, shown) > shown.length);
  if (other !== undefined && 2 * headersOf(table, shown) <= Object.keys(table.columns).length)
    throw foreign(table, other);
  const { added } = columnPlan(table, facts);
  const lost = table.key.filter((name) => added.includes(name) && columnOf(table, name).laterKey !== true);
  if (lost.length > 0 && facts.rows.some((row) => !row.every(isBlank))) throw keyless(table, lost);
}

/** How many of a table's headers are among those that are shown. */
const headersOf = (table: Table, shown: readonly string[]): number =>
  Object.keys(table.columns).filter((name) => shown.includes(columnOf(table, name).header)).length;

/** The columns that are known by their marks alone: `factsIn` tells of the sheets. */
export function renamedRanges(facts: ReadonlyMap<Table, SheetFacts>): string[] {
  return [...facts].flatMap(([table, seen]) => {
    const { layout, renamed } = columnPlan(table, seen);
    return renamed.map((name) => columnRange(seen.title, placeOf(layout, name)));
  });
}

/** A header that stands further down was sorted or moved there, and what is in its place is somebody's row. Throws Problem("fix"). */
export function checkRenamed(facts: ReadonlyMap<Table, SheetFacts>, looked: Spreadsheet): void {
  for (const [table, seen] of facts) {
    const sheet = (looked.sheets ?? []).find(({ properties }) => (properties?.sheetId ?? 0) === seen.sheetId);
    const grid = merged(sheet?.data ?? []);
    const { layout, renamed } = columnPlan(table, seen);
    for (const name of renamed) {
      const { header } = columnOf(table, name);
      const index = grid.findIndex((row, at) => at > 0 && row[placeOf(layout, name)] === header);
      if (index !== -1) throw movedHeader(table, header, index);
    }
  }
}

const foreign = ({ sheet }: Table, other: Table): Problem =>
  new Problem(
    "fix",
    `「${sheet}」シートの見出しは「${other.sheet}」のものです。貼り付けなどで中身が入れ替わっていないか確認し、元に戻してから、初期設定を実行してください。`,
  );

const keyless = (table: Table, lost: readonly string[]): Problem =>
  new Problem(
    "fix",
    `「${table.sheet}」シートの列${listed(lost.map((name) => columnOf(table, name).header))}がなくなっているため、どの行が何の行か分かりません。「元に戻す」か、「ファイル」→「変更履歴」→「変更履歴を表示」で列を元に戻してから、初期設定を実行してください。`,
  );

const movedHeader = ({ sheet }: Table, header: string, index: number): Problem =>
  new Problem(
    "fix",
    `「${sheet}」シートの見出し「${header}」が${index + 1}行目へ移っています。「元に戻す」か、「ファイル」→「変更履歴」→「変更履歴を表示」で見出しを1行目へ戻してから、初期設定を実行してください。`,
  );
