import { dashboardTable } from "../run/dashboard-table.ts";
import { logTable } from "../run/log-table.ts";
import type { Table } from "../workbook/declare/table.ts";
import { archivedOrderTable } from "./archive/archived-order-table.ts";
import { figureTable } from "./dashboard/figure-table.ts";
import { ledgerTable } from "./ledger/ledger-table.ts";
import { typedTable } from "./ledger/typed-table.ts";
import { masterTables } from "./masters/masters.ts";
import { productTable } from "./products/product-table.ts";
import { setTable } from "./sets/set-table.ts";
import { shipmentLineTable } from "./shipments/shipment-line-table.ts";
import { shipmentTable } from "./shipments/shipment-table.ts";
import { stockTable } from "./stock/stock-table.ts";

/** Every sheet of the workbook, in the order of its tabs: how everything stands comes first. */
export const allTables: readonly Table[] = [
  dashboardTable,
  shipmentTable,
  shipmentLineTable,
  productTable,
  setTable,
  stockTable,
  typedTable,
  ledgerTable,
  ...masterTables,
  figureTable,
  logTable,
  archivedOrderTable,
];
