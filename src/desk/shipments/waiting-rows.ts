import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import type { Masters } from "../masters/masters.ts";
import { rowsForUnknown } from "../masters/unknown-values.ts";
import { canJudgeAgain, judgedAgain } from "./rules/judged-again.ts";
import { isOpen } from "./rules/open-rows.ts";
import type { Shipment, ShipmentRules } from "./rules/shipment.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import type { ShipmentList } from "./shipment-list.ts";
import { shipmentTable } from "./shipment-table.ts";
import { shipmentTexts } from "./step-rows.ts";

interface WaitingSource {
  readonly book: Book;
  readonly list: ShipmentList;
  readonly masters: Masters;
  readonly rules: ShipmentRules;
  readonly now: Date;
}

/** Rows that wait, as the masters have them now. */
export interface JudgedRows {
  readonly shipments: readonly Shipment[];
  /** The rows of some orders on all sheets. */
  readonly rows: (numbers: ReadonlySet<string>) => readonly TableCells[];
}

/** Judges what waits on the list anew, from what the sheet holds. `seen` are orders that the shop was just asked for. */
export function judgedRows(
  { book, list, masters, rules, now }: WaitingSource,
  seen: ReadonlySet<string> = new Set(),
): JudgedRows {
  const { targets, paymentCode } = masters;
  const context = { targets, rules, paymentCode, now, texts: shipmentTexts };
  // Where entries have wandered, or a row was copied, an import says so: it puts them back.
  const isProven = book.proven(shipmentTable);
  const judged = list
    .numbers()
    .filter((number) => !seen.has(number))
    .flatMap((number) => {
      const { shipments, lines } = list.order(number);
      return shipments
        .filter(({ shipment }) => isProven(keyOf(shipmentTable, shipment)) && !list.isErased(shipment))
        .filter((known) => isOpen(known.shipment) && canJudgeAgain(known))
        .map((known) => {
          const own = lines.filter(({ line }) => line.basketId === known.shipment.basketId);
          return judgedAgain(known, own, context);
        });
    });
  const shipments = judged.map(({ shipment }) => shipment);
  return {
    shipments,
    rows(numbers) {
      const some = judged.filter(({ shipment }) => numbers.has(shipment.orderNumber));
      return [
        rowsFor(
          shipmentTable,
          "import",
          some.map(({ shipment }) => shipment),
        ),
        rowsFor(
          shipmentLineTable,
          "import",
          some.flatMap(({ lines }) => lines),
        ),
        ...rowsForUnknown(
          some.flatMap(({ unknown }) => unknown),
          [],
          now,
        ),
      ];
    },
  };
}
