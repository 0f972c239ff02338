import { groupedBy } from "../../core/grouped.ts";
import { serialOf } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import type { Rms } from "../../rms/client/client.ts";
import { telling } from "../../run/progress.ts";
import { searchedProgress } from "../../shop/payment-target.ts";
import type { Progress } from "../../shop/progress.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { archivedOrderTable } from "../archive/archived-order-table.ts";
import { archivedOrders } from "../archive/archived-orders.ts";
import { walkShop } from "../connection/search-shop.ts";
import { masterFaults } from "../masters/master-faults.ts";
import { type Masters, masterTables, readMasters } from "../masters/masters.ts";
import { confirmationsFor } from "../masters/rules/conditions.ts";
import { productCodes, productCodeTables } from "../products/product-codes.ts";
import { OFF } from "../schedule/rules/schedule.ts";
import { nextSlot } from "../schedule/rules/slots.ts";
import { setTable } from "../sets/set-table.ts";
import { readSets, type SetMaster } from "../sets/sets.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { IMPORT, type Pass, passNow } from "./import-pass.ts";
import { judgement } from "./judgement.ts";
import { type ListEntries, listEntries } from "./list-entries.ts";
import { listedOrders } from "./listed-orders.ts";
import { dueOrders, movedOrders } from "./rules/due-orders.ts";
import type { Judged } from "./rules/judged-again.ts";
import { isToPack } from "./rules/open-rows.ts";
import type { ShipmentRules } from "./rules/shipment.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { type ShipmentList, shipmentList } from "./shipment-list.ts";
import { type PassPlan, type ShipmentStep, shipmentSteps } from "./shipment-steps.ts";
import { shipmentTable } from "./shipment-table.ts";
import { judgedRows } from "./waiting-rows.ts";

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

export interface ShipmentImport {
  readonly list: ShipmentList;
  readonly entries: ListEntries;
  readonly cellFaults: readonly CellFault[];
  /** What was wrong with the masters. */
  readonly faults: readonly RowFault[];
  readonly steps: Iterable<ShipmentStep>;
}

/**
 * Searches the shop and goes through what it has and the list has not, and then through what is on the list and due.
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
  const pass = passNow({ book, periodDays: settings.periodDays, now: now() }, judgement(book, settings, rules));
  const archivedTo = archivedOrders(book);
  const progress = searchedProgress(masters.targets);
  const plan: PassPlan = {
    cursors: pass.cursors,
    through: pass.through,
    pages: walkShop({ rms, now }, pass.since, progress, list.numbers()),
    isArchived: (number) => archivedTo(number) !== undefined,
    isListed: list.has,
    judged: () => (pass.onlyMasters ? judgedRows({ book, list, masters, rules, now: now() }) : []),
    toRefresh: (found, judged) =>
      toRefresh(source, { progress, found, judged: wholeOrders(list, judged), again, pass }),
  };
  const shop = { ...source, telling: telling(now, source.progress) };
  return {
    list,
    entries,
    cellFaults: [...setMaster.cellFaults, ...masters.cellFaults],
    faults: [...setMaster.faults, ...masterFaults(masters.cellFaults)],
    steps: shipmentSteps(shop, plan, context),
  };
}

interface Refreshing {
  readonly progress: readonly Progress[];
  readonly found: ReadonlySet<string>;
  /** Orders of which no row is left that was judged by other masters. */
  readonly judged: ReadonlySet<string>;
  readonly again: readonly string[];
  readonly pass: Pass;
}

/** What the search tells of first, then what people wait for, and then the rest by its age. */
function toRefresh({ book, settings }: ShipmentSource, { progress, found, judged, again, pass }: Refreshing): string[] {
  const { since, began, last, judgedSince } = pass;
  const orders = listedOrders(book.state(shipmentTable), book.state(shipmentLineTable));
  const moved = movedOrders(orders, { progress, since: serialOf(since), has: (number) => found.has(number) });
  const awaited = orders.flatMap((order) => (order.awaited ? [order.number] : []));
  const next = nextSlot(settings.schedule[IMPORT] ?? OFF, settings, began);
  const due = dueOrders(orders, {
    now: serialOf(began),
    last: last === undefined ? null : serialOf(last),
    next: next === undefined ? null : serialOf(next),
    limit: settings.refreshMinutes,
    judgedSince: judgedSince === undefined ? null : serialOf(judgedSince),
    isJudged: (number) => judged.has(number),
  });
  return [...new Set([...moved, ...again, ...awaited, ...due])];
}

function wholeOrders(list: ShipmentList, judged: readonly Judged[]): ReadonlySet<string> {
  const rows = groupedBy(judged, ({ shipment }) => shipment.orderNumber);
  const toJudge = (number: string) => list.order(number).shipments.filter(({ shipment }) => isToPack(shipment));
  return new Set([...rows].flatMap(([number, own]) => (own.length >= toJudge(number).length ? [number] : [])));
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
