import { isOrderNumber } from "../../shop/order-number.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { intactFor, type SheetState, valuesOf } from "../../workbook/read/snapshot.ts";
import { type EntryFindings, entryFindings } from "./entry-findings.ts";
import { copyOf, copyOfLine } from "./rules/copies.ts";
import { asksOfEntries, withFinding } from "./rules/entry-doubts.ts";
import { isOpen } from "./rules/open-rows.ts";
import type { Shipment, ShipmentLine } from "./rules/shipment.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentTable } from "./shipment-table.ts";

/** What people did to the rows of the list that no order of the shop tells of: entries moved to other rows, and copied rows. */
export interface ListEntries extends Pick<EntryFindings, "restored" | "faults"> {
  /** Rows of a step with what is to be said of their entries; the first step says it of all other rows too. */
  readonly told: (rows: readonly Shipment[], first: boolean, now: Date) => Shipment[];
  /** Of copied rows, what the copies shall say. */
  readonly copies: (rows: readonly Shipment[], lines: readonly ShipmentLine[], first: boolean) => TableCells[];
}

export function listEntries(book: Book): ListEntries {
  const list = book.state(shipmentTable);
  const lineList = book.state(shipmentLineTable);
  const findings = entryFindings(book);
  return {
    restored: findings.restored,
    faults: findings.faults,
    told(rows, first, now) {
      const keys = new Set(rows.map((row) => keyOf(shipmentTable, row)));
      const others = first ? toTell(list, findings).filter((row) => !keys.has(keyOf(shipmentTable, row))) : [];
      return [...others, ...rows].map((row) =>
        withFinding(row, findings.rows.get(keyOf(shipmentTable, row)) ?? NOTHING, now),
      );
    },
    copies: (rows, lines, first) => [
      rowsFor(shipmentTable, "import", originals<Shipment>(list, rows, first).map(copyOf)),
      rowsFor(shipmentLineTable, "import", originals<ShipmentLine>(lineList, lines, first).map(copyOfLine)),
    ],
  };
}

const NOTHING = { restored: false, rekeyed: [], doubts: [] };

/** Rows with something to say, and closed ones, which nothing else refreshes, that say what is settled. */
function toTell(list: SheetState, findings: EntryFindings): Shipment[] {
  const isIntact = intactFor(list, "import");
  return [...list.rows].flatMap(([key, row]) => {
    const shipment = valuesOf<typeof shipmentTable>(list, row) as Shipment;
    const isDue = findings.rows.has(key) || (asksOfEntries(shipment) && !isOpen(shipment));
    return isDue && isIntact(row) && isOrderNumber(shipment.orderNumber) ? [shipment] : [];
  });
}

/** Of the copied rows, those that a step writes; the first step takes the others as they stand. */
function originals<Row extends object>(
  { table, rows, doubles, ...state }: SheetState,
  written: readonly Row[],
  first: boolean,
): Row[] {
  const copied = new Set(doubles.map(({ key }) => key));
  if (copied.size === 0) return [];
  const fresh = new Map(written.map((row) => [keyOf(table, row), row]));
  return [...copied].flatMap((key) => {
    const row = rows.get(key);
    const known = first && row !== undefined ? (valuesOf({ table, rows, doubles, ...state }, row) as Row) : undefined;
    return fresh.get(key) ?? known ?? [];
  });
}
