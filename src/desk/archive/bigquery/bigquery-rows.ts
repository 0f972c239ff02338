import { parsedJson } from "../../../core/json.ts";
import type { Cell, Cells } from "../../../workbook/cell.ts";
import { keyText } from "../../../workbook/declare/key.ts";
import { personalColumns } from "../../../workbook/declare/table.ts";
import type { ArchivedRow } from "../archive-store.ts";
import { type ArchiveTableName, archiveTables } from "../archive-tables.ts";
import { keeps, readBack, written } from "../rules/bigquery-cells.ts";
import { EXACT, EXACT_PERSONAL, kindsOf } from "./bigquery-schema.ts";

/** A row as a line of JSON, with what a typed column cannot hold beside it. */
export function lineOf({ table, cells }: ArchivedRow): string {
  const personal = new Set(personalColumns(archiveTables[table]));
  const kinds = Object.entries(kindsOf(table));
  const unkept = kinds.filter(([name, kind]) => !keeps(kind, cells.get(name) ?? null));
  const exact = (isPersonal: boolean) =>
    jsonOf(unkept.filter(([name]) => personal.has(name) === isPersonal).map(([name]) => [name, cells.get(name)]));
  return JSON.stringify({
    ...Object.fromEntries(kinds.map(([name, kind]) => [name, written(kind, cells.get(name) ?? null)])),
    [EXACT]: exact(false),
    [EXACT_PERSONAL]: exact(true),
  });
}

const jsonOf = (cells: readonly (readonly [string, unknown])[]): string | null =>
  cells.length === 0 ? null : JSON.stringify(Object.fromEntries(cells));

/** A row again, from what a query answers for the columns of `selected` in their order. */
export function rowOf(table: ArchiveTableName, values: readonly (string | null)[]): ArchivedRow {
  const kinds = Object.entries(kindsOf(table));
  const [exact, exactPersonal] = values.slice(kinds.length);
  const cells: Cells = new Map([
    ...kinds.map(([name, kind], at) => [name, readBack(kind, values[at] ?? null)] as const),
    ...exactCells(exact),
    ...exactCells(exactPersonal),
  ]);
  const declared = archiveTables[table];
  const key = keyText(
    declared,
    declared.key.map((name) => cells.get(name) ?? null),
  );
  return { table, orderNumber: String(cells.get("orderNumber") ?? ""), key, cells };
}

const exactCells = (text: string | null | undefined): [string, Cell][] =>
  Object.entries((parsedJson(text ?? "{}") ?? {}) as Record<string, Cell>);

export const selected = (table: ArchiveTableName): string =>
  [...Object.keys(kindsOf(table)), EXACT, EXACT_PERSONAL].map((name) => `\`${name}\``).join(", ");
