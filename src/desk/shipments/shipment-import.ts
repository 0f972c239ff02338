import { serialOf } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { searchedProgress } from "../../shop/payment-target.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { archivedOrderTable } from "../archive/archived-order-table.ts";
import { archivedOrders } from "../archive/archived-orders.ts";
import { searchShop } from "../connection/search-shop.ts";
import { masterFaults } from "../masters/master-faults.ts";
import { type Masters, masterTables, readMasters } from "../masters/masters.ts";
import { confirmationsFor } from "../masters/rules/conditions.ts";
import { productCodes, productCodeTables } from "../products/product-codes.ts";
import { setTable } from "../sets/set-table.ts";
import { readSets, type SetMaster } from "../sets/sets.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { passPlan, passUnderWay } from "./import-pass.ts";
import { type ListEntries, listEntries } from "./list-entries.ts";
import type { ShipmentRules } from "./rules/shipment.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { type ShipmentList, shipmentList } from "./shipment-list.ts";
import { type ShipmentStep, shipmentSteps } from "./shipment-steps.ts";
import { shipmentTable } from "./shipment-table.ts";

export const shipmentTables = (settings: Settings): readonly Table[] => [
  shipmentTable,
  shipmentLineTable,
  ...masterTables,
  setTable,
  archivedOrderTable,
  ...productCodeTables(settings),
];

/** What an import works with, whether it writes or only shows what it would write. */
export interface ShipmentSource {
  readonly book: Book;
  readonly rms: Rms;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly deadline: Date;
}

export interface ShipmentImport {
  readonly found: number;
  readonly total: number;
  /** Orders that the shop would have taken, and that left the list for an archive: they do not come back. */
  readonly archived: number;
  readonly list: ShipmentList;
  readonly entries: ListEntries;
  readonly cellFaults: readonly CellFault[];
  /** What was wrong with the masters and with the search itself. */
  readonly faults: readonly RowFault[];
  readonly steps: Iterable<ShipmentStep>;
}

/**
 * Searches the shop and goes through what was found and what is on the list unshipped, in the order of the numbers.
 * `again` are orders that earlier runs could not take.
 */
export function shipmentImport(source: ShipmentSource, again: readonly string[] = []): ShipmentImport {
  const { book, rms, settings, now } = source;
  const list = shipmentList(book.state(shipmentTable), book.state(shipmentLineTable));
  const setMaster = readSets(book);
  const masters = readMasters(book, settings, setMaster.cellFaults);
  const entries = listEntries(book);
  const rules = rulesOf(source, masters, setMaster);
  const context = { now, startedAt: now(), list, entries, masters, rules };
  const pass = passUnderWay({ book, periodDays: settings.periodDays, now: now() });
  const archivedTo = archivedOrders(book);
  const search = searchShop({ rms, now }, pass.since, searchedProgress(masters.targets), list.toRefresh());
  const searched = search.numbers.filter((number) => archivedTo(number) === undefined);
  const plan = passPlan(pass, searched, list.toRefresh(), again);
  return {
    found: plan.found.length,
    total: plan.pending.length,
    archived: search.numbers.length - searched.length,
    list,
    entries,
    cellFaults: [...setMaster.cellFaults, ...masters.cellFaults],
    faults: [...setMaster.faults, ...masterFaults(masters.cellFaults), ...search.faults],
    steps: shipmentSteps(source, plan, context),
  };
}

export const rulesOf = (
  { book, settings, now }: ShipmentSource,
  masters: Masters,
  { sets }: SetMaster,
): ShipmentRules => ({
  ...masters,
  sets,
  ...productCodes(book, settings, sets),
  today: Math.floor(serialOf(now())),
  confirmations: (shipment, lines) => confirmationsFor({ shipment, lines }, masters.conditions),
});
