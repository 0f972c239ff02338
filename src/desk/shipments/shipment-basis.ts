import { serialOf } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { type Telling, telling } from "../../run/progress.ts";
import { searchedProgress } from "../../shop/payment-target.ts";
import type { Progress } from "../../shop/progress.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { archivedOrderTable } from "../archive/archived-order-table.ts";
import { againFromTheFirst, type ShopPages, walkShop } from "../connection/search-shop.ts";
import { masterFaults } from "../masters/master-faults.ts";
import { type Masters, masterTables, readMasters } from "../masters/masters.ts";
import { confirmationsFor } from "../masters/rules/conditions.ts";
import { productCodes, productCodeTables } from "../products/product-codes.ts";
import { setTable } from "../sets/set-table.ts";
import { readSets, type SetMaster } from "../sets/sets.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { type Pass, passNow } from "./import-pass.ts";
import { judgement } from "./judgement.ts";
import type { ShipmentRules } from "./rules/shipment.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentList } from "./shipment-list.ts";
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
  readonly progress: (message: string) => void;
}

/** What an import searches the shop and judges orders by, from its beginning to its end. */
export interface ShipmentBasis {
  readonly startedAt: Date;
  readonly pass: Pass;
  readonly masters: Masters;
  readonly rules: ShipmentRules;
  /** The progress that is searched for, and what the search finds: from the first page on each time it is asked for. */
  readonly progress: readonly Progress[];
  readonly pages: () => ShopPages;
  readonly telling: Telling;
  /** What was wrong with the masters. */
  readonly cellFaults: readonly CellFault[];
  readonly faults: readonly RowFault[];
}

/** Of the list it takes no more than which orders are there. */
export function shipmentBasis(source: ShipmentSource): ShipmentBasis {
  const { book, rms, settings, now } = source;
  const setMaster = readSets(book);
  const masters = readMasters(book, settings, setMaster.cellFaults);
  const rules = rulesOf(source, masters, setMaster);
  const startedAt = now();
  const pass = passNow({ book, periodDays: settings.periodDays, now: startedAt }, judgement(book, settings, rules));
  const progress = searchedProgress(masters.targets);
  const listed = shipmentList(book.state(shipmentTable), book.state(shipmentLineTable)).numbers();
  return {
    startedAt,
    pass,
    masters,
    rules,
    progress,
    pages: againFromTheFirst(walkShop({ rms, now }, pass.since, progress, listed)),
    telling: telling(now, source.progress),
    cellFaults: [...setMaster.cellFaults, ...masters.cellFaults],
    faults: [...setMaster.faults, ...masterFaults(masters.cellFaults)],
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
