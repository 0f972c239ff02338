import { serialOf } from "../../core/jst.ts";
import { type Bared, looseEndsIn } from "../../workbook/commit/bare.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { emptiedEntries } from "../../workbook/commit/emptied-entries.ts";
import { staffKeysOf } from "../../workbook/declare/staff-blocks.ts";
import { personalColumns, sealsOf, staffColumns, type Table } from "../../workbook/declare/table.ts";
import { type SheetRow, type SheetState, valuesOf } from "../../workbook/read/snapshot.ts";
import { lineWithoutPersonal, withoutPersonal } from "../shipments/erased-rows.ts";
import type { Shipment, ShipmentLine } from "../shipments/rules/shipment.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import type { DueRows } from "./erasure.ts";

/** What one commit writes. */
export interface ErasedPart {
  readonly cells: readonly TableCells[];
  readonly copies: readonly TableCells[];
  readonly bared: Bared;
}

/** Empties these rows for good, their seals, marks, notes and copies with them. */
export function erasedPart(book: Book, { shipments: keys, lines: lineKeys }: DueRows, now: Date): ErasedPart {
  const list = book.state(shipmentTable);
  const lineList = book.state(shipmentLineTable);
  const shipments = rowsOf(list, keys).map((row) => valuesOf<typeof shipmentTable>(list, row) as Shipment);
  const lines = rowsOf(lineList, lineKeys).map(
    (row) => valuesOf<typeof shipmentLineTable>(lineList, row) as ShipmentLine,
  );
  const erasedAt = serialOf(now);
  return {
    cells: [
      rowsFor(shipmentTable, "import", shipments.map(withoutPersonal)),
      rowsFor(
        shipmentTable,
        "retention",
        shipments.map(({ orderNumber, basketId }) => ({ orderNumber, basketId, erasedAt })),
      ),
      emptiedEntries(list, keys, personalEntries(shipmentTable)),
      rowsFor(shipmentLineTable, "import", lines.map(lineWithoutPersonal)),
    ],
    copies: [blankCopies(shipmentTable, keys), blankCopies(shipmentLineTable, lineKeys)],
    bared: new Map<Table, ReadonlyMap<string, unknown>>([
      [shipmentTable, looseIn(list, keys)],
      [shipmentLineTable, looseIn(lineList, lineKeys)],
    ]),
  };
}

const rowsOf = ({ rows }: SheetState, keys: readonly string[]): SheetRow[] =>
  keys.flatMap((key) => rows.get(key) ?? []);

const personalEntries = (table: Table): string[] => {
  const staff = new Set(staffColumns(table));
  return personalColumns(table).filter((name) => staff.has(name));
};

/** Only rows with something to bare have to be looked at once more. */
function looseIn(state: SheetState, keys: readonly string[]): ReadonlyMap<string, unknown> {
  const isLoose = looseEndsIn(state);
  const copied = new Set(state.doubles.filter(isLoose).map(({ key }) => key));
  return new Map(
    keys.filter((key) => copied.has(key) || rowsOf(state, [key]).some(isLoose)).map((key) => [key, undefined]),
  );
}

/** Seals and marks of copies prove nothing, and remember what was copied. */
function blankCopies(table: Table, keys: readonly string[]): TableCells {
  const names = [...personalColumns(table), ...sealsOf(table).map(([name]) => name), ...staffKeysOf(table)];
  return { table, cells: new Map(keys.map((key) => [key, new Map(names.map((name) => [name, null]))])) };
}
