import { Problem } from "../../core/problem.ts";
import type { Spreadsheet } from "../../platform/ports.ts";
import type { Table } from "../declare/table.ts";
import { listed } from "../read/layout.ts";

type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Names a column for good: it moves with the column, and a renamed header is recognised by it. */
export const COLUMN_MARK = "shukka-column";

/**
 * Which sheet is which table's: marks beat names, which anybody can change. A sheet without marks (from before there were
 * any, or of a copied spreadsheet) is known by its name. Throws Problem("fix") where only people can tell.
 */
export function sheetsOf({ sheets = [] }: Spreadsheet, tables: readonly Table[]): ReadonlyMap<Table, Sheet> {
  const owners = new Map(sheets.map((sheet) => [sheet, tables.find((table) => bearsMarksOf(table, sheet))]));
  const found = tables.map((table) => [table, sheetOf(table, owners)] as const);
  return new Map(found.filter((entry): entry is readonly [Table, Sheet] => entry[1] !== undefined));
}

function sheetOf(table: Table, owners: ReadonlyMap<Sheet, Table | undefined>): Sheet | undefined {
  const titled = [...owners.keys()].find((sheet) => titleOf(sheet) === table.sheet);
  if (titled !== undefined && owners.get(titled) === table) return titled;
  const marked = [...owners].filter(([, owner]) => owner === table).map(([sheet]) => sheet);
  if (marked.length > 1) throw severalOf(table, marked);
  const [found] = marked;
  const other = titled && owners.get(titled);
  if (titled !== undefined && other === undefined) {
    if (found !== undefined) throw replaced(table, found);
    return titled;
  }
  // A second sheet of another table under this name: whichever it is, it is none of ours.
  if (found === undefined && other !== undefined && [...owners.values()].filter((owner) => owner === other).length > 1)
    throw misnamed(table, other);
  return found;
}

/** The names that tables are known by, before anything that names them is written. A name that is still taken is freed first. */
export function titleRequests(sheets: ReadonlyMap<Table, Sheet>): Request[] {
  const wrong = [...sheets].filter(([table, sheet]) => titleOf(sheet) !== table.sheet);
  return [
    ...wrong.map(([, sheet]) => titled(sheet, `${titleOf(sheet)} (${sheet.properties?.sheetId ?? 0})`)),
    ...wrong.map(([table, sheet]) => titled(sheet, table.sheet)),
  ];
}

const titled = ({ properties }: Sheet, title: string): Request => ({
  updateSheetProperties: { properties: { sheetId: properties?.sheetId ?? 0, title }, fields: "title" },
});

const titleOf = ({ properties }: Sheet): string => properties?.title ?? "";

/** Tables share names of columns, so what they share has to be more than half of all that either has. */
function bearsMarksOf({ columns }: Table, sheet: Sheet): boolean {
  const marks = marksOf(sheet).filter((mark) => mark !== undefined);
  return 3 * marks.filter((mark) => mark in columns).length > marks.length + Object.keys(columns).length;
}

export const marksOf = ({ data = [] }: Sheet): (string | undefined)[] =>
  (data[0]?.columnMetadata ?? []).map(
    ({ developerMetadata }) => developerMetadata?.find(({ metadataKey }) => metadataKey === COLUMN_MARK)?.metadataValue,
  );

const severalOf = ({ sheet }: Table, marked: readonly Sheet[]): Problem =>
  new Problem(
    "fix",
    `「${sheet}」シートの候補が${listed(marked.map(titleOf))}と複数あります。使うシートの名前を「${sheet}」に戻してから、初期設定を実行してください。`,
  );

const replaced = ({ sheet }: Table, found: Sheet): Problem =>
  new Problem(
    "fix",
    `「${sheet}」という名前の別のシートがあり、これまでの内容は「${titleOf(found)}」にあります。別のシートの名前を変えるか削除し、「${titleOf(found)}」の名前を「${sheet}」に戻してから、初期設定を実行してください。`,
  );

const misnamed = ({ sheet }: Table, other: Table): Problem =>
  new Problem(
    "fix",
    `「${sheet}」という名前のシートの中身は「${other.sheet}」の写しです。そのシートの名前を変えるか削除してから、初期設定を実行してください。`,
  );
