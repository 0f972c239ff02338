import type { Table } from "../table.ts";
import { logTable } from "./log-table.ts";
import { paymentTable } from "./payment-table.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentTable } from "./shipment-table.ts";

/** Every sheet of the workbook, in the order of its tabs. */
export const allTables: readonly Table[] = [shipmentTable, shipmentLineTable, paymentTable, logTable];
