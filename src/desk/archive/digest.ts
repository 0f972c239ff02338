import { sealOf } from "../../workbook/declare/seal.ts";
import type { ArchivedRow, Digest } from "./archive-store.ts";
import { archiveTables, ownColumns } from "./archive-tables.ts";

/** The same for the same values in the same cells, whatever order the rows come in. */
export function digestOf(rows: readonly ArchivedRow[]): Digest {
  const prints = rows.map(printOf).sort();
  return { count: rows.length, checksum: sealOf(prints) };
}

/** Of all that the list had. When it was kept, and with what, is no part of it. */
const printOf = ({ table, cells }: ArchivedRow): string =>
  `${table}${sealOf(
    Object.keys(archiveTables[table].columns)
      .filter((name) => name === "others" || name === "shippedDay" || !(name in ownColumns))
      .map((name) => cells.get(name) ?? null),
  )}`;
