import { dashboardTable } from "../run/dashboard-table.ts";
import { logTable } from "../run/log-table.ts";
import type { Table } from "../workbook/declare/table.ts";
import { closedDayTable } from "./masters/calendar/closed-day-table.ts";
import { conditionTable } from "./masters/conditions/condition-table.ts";
import { deliveryTable } from "./masters/delivery/delivery-table.ts";
import { leadTimeTable } from "./masters/delivery/lead-time-table.ts";
import { timeBandTable } from "./masters/delivery/time-band-table.ts";
import { paymentTable } from "./masters/payment/payment-table.ts";
import { productTable } from "./products/product-table.ts";
import { shipmentLineTable } from "./shipments/shipment-line-table.ts";
import { shipmentTable } from "./shipments/shipment-table.ts";
import { stockTable } from "./stock/stock-table.ts";

/** Every sheet of the workbook, in the order of its tabs: the list that people work on opens first. */
export const allTables: readonly Table[] = [
  shipmentTable,
  shipmentLineTable,
  productTable,
  stockTable,
  deliveryTable,
  timeBandTable,
  leadTimeTable,
  closedDayTable,
  paymentTable,
  conditionTable,
  dashboardTable,
  logTable,
];
