import { serialOf } from "../../core/jst.ts";
import { carrierLabel } from "../../shop/carrier.ts";
import type { UnknownValue } from "../../shop/delivery.ts";
import { ISLAND } from "../../shop/lead-time.ts";
import type { Payment } from "../../shop/order.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { cellAt, type SheetState } from "../../workbook/read/snapshot.ts";
import { deliveryTable } from "./delivery/delivery-table.ts";
import { leadTimeTable } from "./delivery/lead-time-table.ts";
import { timeBandTable } from "./delivery/time-band-table.ts";
import { paymentTable } from "./payment/payment-table.ts";

const OPEN = "要確認";

/** Rows of the masters for values that no master knows, for people to fill in, and for payment methods met for the first time. */
export function rowsForUnknown(values: readonly UnknownValue[], payments: readonly Payment[], now: Date): TableCells[] {
  const methods = new Set(values.flatMap((value) => (value.kind === "delivery" ? [value.method] : [])));
  const bands = new Map(
    values.flatMap((value) => (value.kind === "band" ? [[`${value.carrier}/${value.term}`, value] as const] : [])),
  );
  const island = values.some(({ kind }) => kind === "island");
  const codes = new Map(payments.map((payment) => [payment.code, payment]));
  return [
    rowsFor(
      deliveryTable,
      "import",
      [...methods].map((method) => ({ method, rakutenCarrier: "", state: OPEN })),
    ),
    rowsFor(leadTimeTable, "import", island ? [{ place: ISLAND, service: "", state: OPEN }] : []),
    rowsFor(
      timeBandTable,
      "import",
      [...bands.values()].map(({ carrier, term }) => ({ carrier: carrierLabel(carrier), term, state: OPEN })),
    ),
    rowsFor(
      paymentTable,
      "import",
      [...codes.values()].map(({ code, name }) => ({ code: String(code), name, firstSeenAt: serialOf(now) })),
    ),
  ].filter(({ cells }) => cells.size > 0);
}

/** Rows that people have filled in since no longer say 要確認. */
export function rowsFilledIn(book: Book): TableCells[] {
  const deliveries = filledIn(book.state(deliveryTable), "carrier");
  const places = filledIn(book.state(leadTimeTable), "leadDays");
  const bands = filledIn(book.state(timeBandTable), "code");
  return [
    rowsFor(
      deliveryTable,
      "import",
      deliveries.map((at) => ({ method: at("method"), rakutenCarrier: at("rakutenCarrier"), state: "" })),
    ),
    rowsFor(
      leadTimeTable,
      "import",
      places.map((at) => ({ place: at("place"), service: at("service"), state: "" })),
    ),
    rowsFor(
      timeBandTable,
      "import",
      bands.map((at) => ({ carrier: at("carrier"), term: at("term"), state: "" })),
    ),
  ].filter(({ cells }) => cells.size > 0);
}

function filledIn(state: SheetState, filled: string): ((name: string) => string)[] {
  return [...state.rows.values()]
    .map((row) => (name: string) => String(cellAt(state, row, name) ?? ""))
    .filter((at) => at("state") === OPEN && at(filled).trim() !== "");
}
