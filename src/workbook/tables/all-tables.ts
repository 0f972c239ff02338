import type { Table } from "../table.ts";
import { dashboardTable } from "./dashboard-table.ts";
import { deliveryTable } from "./delivery-table.ts";
import { logTable } from "./log-table.ts";
import { paymentTable } from "./payment-table.ts";
import { productTable } from "./product-table.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentTable } from "./shipment-table.ts";
import { stockTable } from "./stock-table.ts";
import { timeBandTable } from "./time-band-table.ts";

/** Every sheet of the workbook, in the order of its tabs: the list that people work on opens first. */
export const allTables: readonly Table[] = [
  shipmentTable,
  shipmentLineTable,
  productTable,
  stockTable,
  deliveryTable,
  timeBandTable,
  paymentTable,
  dashboardTable,
  logTable,
];
