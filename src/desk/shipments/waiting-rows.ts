import type { Book } from "../../workbook/commit/book.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import type { Masters } from "../masters/masters.ts";
import { canJudgeAgain, type Judged, judgedAgain } from "./rules/judged-again.ts";
import { isOpen } from "./rules/open-rows.ts";
import type { ShipmentRules } from "./rules/shipment.ts";
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

/** What waits on the list as the masters have it now, row by row. */
export function judgedRows({ book, list, masters, rules, now }: WaitingSource): Judged[] {
  const { targets, paymentCode } = masters;
  const context = { targets, rules, paymentCode, now, texts: shipmentTexts };
  // Where entries have wandered, or a row was copied, an import says so: it puts them back.
  const isProven = book.proven(shipmentTable);
  return list.waiting().flatMap((number) => {
    const { shipments, lines } = list.order(number);
    return shipments
      .filter(({ shipment }) => isProven(keyOf(shipmentTable, shipment)) && !list.isErased(shipment))
      .filter((known) => isOpen(known.shipment) && canJudgeAgain(known))
      .map((known) => {
        const own = lines.filter(({ line }) => line.basketId === known.shipment.basketId);
        return judgedAgain(known, own, context);
      });
  });
}
