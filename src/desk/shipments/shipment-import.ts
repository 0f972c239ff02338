import { groupedBy } from "../../core/grouped.ts";
import { serialOf } from "../../core/jst.ts";
import { archivedOrders } from "../archive/archived-orders.ts";
import { OFF } from "../schedule/rules/schedule.ts";
import { nextSlot } from "../schedule/rules/slots.ts";
import { IMPORT } from "./import-pass.ts";
import { type ListEntries, listEntries } from "./list-entries.ts";
import { listedOrders } from "./listed-orders.ts";
import { dueOrders, movedOrders } from "./rules/due-orders.ts";
import type { Judged } from "./rules/judged-again.ts";
import { isToPack } from "./rules/open-rows.ts";
import type { ShipmentBasis, ShipmentSource } from "./shipment-basis.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { type ShipmentList, shipmentList } from "./shipment-list.ts";
import { type PassPlan, type ShipmentStep, shipmentSteps } from "./shipment-steps.ts";
import { shipmentTable } from "./shipment-table.ts";
import { judgedRows } from "./waiting-rows.ts";

export interface ShipmentImport {
  readonly list: ShipmentList;
  readonly entries: ListEntries;
  readonly steps: Iterable<ShipmentStep>;
}

interface Before {
  /** Orders that the run has asked for already. */
  readonly taken?: ReadonlySet<string>;
  /** Orders that earlier runs could not take. */
  readonly again?: readonly string[];
}

/** Goes through what the shop has and the list has not, and then through what is on the list and due. */
export function shipmentImport(
  source: ShipmentSource,
  basis: ShipmentBasis,
  { taken = new Set(), again = [] }: Before = {},
): ShipmentImport {
  const { book, now } = source;
  const { pass, masters, rules, startedAt } = basis;
  const list = shipmentList(book.state(shipmentTable), book.state(shipmentLineTable));
  const entries = listEntries(book);
  const archivedTo = archivedOrders(book);
  const plan: PassPlan = {
    cursors: pass.cursors,
    through: pass.through,
    pages: basis.pages(),
    taken,
    isArchived: (number) => archivedTo(number) !== undefined,
    isListed: list.has,
    judged: () => (pass.onlyMasters ? judgedRows({ book, list, masters, rules, now: now() }) : []),
    toRefresh: (found, judged) => toRefresh(source, basis, { found, judged: wholeOrders(list, judged), again }),
  };
  const shop = { ...source, telling: basis.telling };
  return { list, entries, steps: shipmentSteps(shop, plan, { now, startedAt, list, entries, masters, rules }) };
}

interface Refreshing {
  readonly found: ReadonlySet<string>;
  /** Orders of which no row is left that was judged by other masters. */
  readonly judged: ReadonlySet<string>;
  readonly again: readonly string[];
}

/** What the search tells of first, then what people wait for, and then the rest by its age. */
function toRefresh(
  { book, settings }: ShipmentSource,
  { pass, progress }: ShipmentBasis,
  { found, judged, again }: Refreshing,
): string[] {
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
