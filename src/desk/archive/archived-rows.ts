import { serialOf } from "../../core/jst.ts";
import { columnLetters } from "../../workbook/a1.ts";
import { type Cell, isBlank } from "../../workbook/cell.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { personalColumns } from "../../workbook/declare/table.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import type { ArchivedRow, Batch } from "./archive-store.ts";
import { type ArchiveTableName, archiveTables, ownColumns } from "./archive-tables.ts";
import { digestOf } from "./digest.ts";
import type { DueOrder } from "./due-orders.ts";

/** Orders as the workbook has them, ready to be kept. */
export function batchOf(book: Pick<Book, "state">, part: string, orders: readonly DueOrder[], now: Date): Batch {
  const rows = orders.flatMap((order) => [
    ...rowsOf("shipments", book.state(shipmentTable), order, order.shipments),
    ...rowsOf("lines", book.state(shipmentLineTable), order, order.lines),
  ]);
  const id = `${part}-${rows.length}-${digestOf(rows).checksum.slice(1)}`;
  const archivedAt = serialOf(now);
  return {
    id,
    rows: rows.map((row) => ({
      ...row,
      cells: new Map([
        ...row.cells,
        ["batch", id],
        ["archivedAt", archivedAt],
        ["erasedAt", erasedAt(row, archivedAt)],
      ]),
    })),
  };
}

const rowsOf = (
  table: ArchiveTableName,
  state: SheetState,
  { orderNumber, day }: DueOrder,
  rows: ReadonlyMap<string, SheetRow>,
): ArchivedRow[] =>
  [...rows].map(([key, row]) => {
    const cells = new Map<string, Cell>(
      Object.keys(archiveTables[table].columns)
        .filter((name) => state.layout.has(name))
        .map((name) => [name, cellAt(state, row, name)]),
    );
    return { table, orderNumber, key, cells: new Map([...cells, ["others", others(state, row)], ["shippedDay", day]]) };
  });

/** What people wrote in columns of their own, one a line. */
function others({ headers, layout }: SheetState, { cells }: SheetRow): Cell {
  const declared = new Set(layout.values());
  const lines = cells.flatMap((cell, place) =>
    declared.has(place) || isBlank(cell) ? [] : [`${headers[place] || `${columnLetters(place)}列`}: ${cell}`],
  );
  return ownColumns.others.write(lines.join("\n"));
}

/** Of a row that has nothing personal any more nothing is left to erase, or to count. */
function erasedAt({ table, cells }: ArchivedRow, now: number): Cell {
  const isBare = personalColumns(archiveTables[table]).every((name) => isBlank(cells.get(name) ?? null));
  const known = cells.get("erasedAt");
  return isBare ? (typeof known === "number" ? known : now) : null;
}
