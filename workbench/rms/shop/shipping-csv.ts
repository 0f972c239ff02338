import { parseCsv } from "../../csv.ts";
import { DAY } from "./jst.ts";
import type { ShopOrder } from "./order.ts";
import {
  type RecordContext,
  type Recorded,
  type Refusal,
  recordReport,
  type ShippingEntry,
} from "./shipping-report.ts";
import { carrierCode, shippingDay, trackingNumber } from "./shipping-values.ts";

/** The columns of the file that a shop uploads on RMS's own screen, in their order. */
export const SHIPPING_CSV_COLUMNS = [
  "注文番号",
  "送付先ID",
  "発送明細ID",
  "お荷物伝票番号",
  "配送会社",
  "発送日",
] as const;

export const MAX_CSV_ROWS = 5000;
/** Orders older than this are refused. */
export const CSV_REACH = 180 * DAY;

export type CsvFault = "columns" | "format" | "tooOld" | Refusal;

/** One line of the file; blank ids are undefined. */
export interface CsvRow {
  readonly orderNumber: string;
  readonly basketId: number | undefined;
  readonly entry: ShippingEntry;
}

/** The lines of the file without its header; throws for a file that RMS refuses as a whole. */
export function readShippingCsv(csv: string): readonly (CsvRow | CsvFault)[] {
  const [header, ...rows] = parseCsv(csv);
  if (header?.join() !== SHIPPING_CSV_COLUMNS.join())
    throw new RangeError(`The first line must be ${SHIPPING_CSV_COLUMNS.join()}.`);
  if (rows.length > MAX_CSV_ROWS) throw new RangeError(`A file has at most ${MAX_CSV_ROWS} rows, not ${rows.length}.`);
  return rows.map(readRow);
}

function readRow(cells: readonly string[]): CsvRow | CsvFault {
  if (cells.length !== SHIPPING_CSV_COLUMNS.length) return "columns";
  const [orderNumber = "", basket = "", detail = "", number = "", carrier = "", date = ""] = cells;
  const basketId = blankOr(basket, id);
  const shippingDetailId = blankOr(detail, id);
  const entry = {
    shippingNumber: blankOr(number, trackingNumber),
    deliveryCompany: blankOr(carrier, carrierCode),
    shippingDate: blankOr(date, shippingDay),
  };
  const { shippingNumber, deliveryCompany, shippingDate } = entry;
  if (basketId === undefined || shippingDetailId === undefined) return "format";
  if (shippingNumber === undefined || deliveryCompany === undefined || shippingDate === undefined) return "format";
  return {
    orderNumber,
    basketId: basketId ?? undefined,
    entry: { shippingDetailId, shippingNumber, deliveryCompany, shippingDate },
  };
}

/** Null for a blank cell, undefined for one that cannot be read. */
const blankOr = <T>(cell: string, read: (cell: string) => T | undefined): T | null | undefined =>
  cell === "" ? null : read(cell);

const id = (cell: string): number | undefined => (/^\d{1,12}$/.test(cell) ? Number(cell) : undefined);

/** The order with the line recorded. It is the whole record: what is blank in the line is blank in RMS. */
export function recordCsvRow(order: ShopOrder | undefined, row: CsvRow, context: RecordContext): Recorded | CsvFault {
  const { orderNumber, basketId, entry } = row;
  if (order === undefined) return "unknownOrder";
  if (order.timeline.ordered < context.now - CSV_REACH) return "tooOld";
  // A blank 送付先ID means the first destination, a blank 発送明細ID a new record.
  const into = basketId ?? order.packages[0]?.basketId ?? 0;
  return recordReport(order, { orderNumber, baskets: [{ basketId: into, entries: [entry] }] }, context);
}
