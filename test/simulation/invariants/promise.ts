import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import type { ServiceCall } from "../../../workbench/apps-script/execution/gate.ts";
import type { ShopOrder } from "../../../workbench/rms/shop/order.ts";
import { LINES, SHIPMENTS } from "../declared.ts";
import { mastersOfOrder } from "../expected-dispatch.ts";
import { expectedOrder } from "../expected-rows.ts";
import type { Office } from "../office.ts";
import { carriesOut, importNow, type Job } from "../runs/registry.ts";
import type { World } from "../world.ts";
import { checkedAt, overdue } from "./check-times.ts";
import { type Desk, deskOf, isExcluded } from "./desk.ts";
import { differences, leftIn, rowsOf } from "./shop-on-list.ts";

/** From one cursor at rest to the next: one run, or several where each goes on from the cursor of the one before. */
interface Sweep {
  readonly began: Desk;
  /** Faulty orders of this sweep: the product says so, and tries them again later. */
  readonly faulty: Set<string>;
  /** A row or an answer came to harm in a way that only the next sweep can heal. */
  excused: boolean;
  /** Nobody heard which orders were faulty. */
  silent: boolean;
}

/**
 * The promise of a run that ends with 完了, of whatever stood still at the shop and on the sheets since its sweep began: what it
 * looked at is right, and what nobody looked at because the shop had nothing new to say of it since the last look; so is what
 * came to another status, or left one, that the search shows. Nothing is missing, and nothing was left unlooked at for longer
 * than the settings allow. What was looked at in a sweep that came to no end yet promises the same. Both are checked on the way,
 * since the next sweep would heal much of what this one did wrong.
 */
export interface Promises {
  /** To be told of every call that will be carried out; gives what the cursor promised that a run goes on from. */
  serve(call: ServiceCall): string[];
  excuse(): void;
  /** What the execution promised and did not keep; undefined where it promised nothing. */
  broken(execution: Execution): string[] | undefined;
}

interface Notice {
  readonly remedy?: string;
  readonly report?: { readonly faults: readonly { readonly subject: string }[] };
}

export function promises(world: World): Promises {
  let sweep: Sweep | undefined;
  const sight: Sight = { orders: new Map(), soundSince: Number.NEGATIVE_INFINITY };
  /** When each run began, as RMS's clock counts. */
  const began = new Map<string, number>();
  /** They asked for the lock: what a tick reads before that is no beginning. */
  const locking = new Set<string>();
  const ends = new Map<string, { readonly sweep: Sweep; readonly end: Desk }>();
  const isImport = (execution: string) => carriesOut(world.runOf(execution), importNow);

  /** It has the lock: nobody else is writing, and who was has ended. */
  function begin(execution: string): string[] {
    const cursor = cursorOf(world.office, importNow);
    const desk = deskOf(world);
    began.set(execution, desk.now);
    if (sweep === undefined || cursor === "") {
      if (sweep?.excused) sight.soundSince = desk.now;
      sweep = { began: desk, faulty: new Set(), excused: false, silent: false };
    }
    for (const [number, order] of desk.orders)
      if (sight.orders.get(number)?.order !== order) sight.orders.set(number, { order, since: desk.now });
    const isExcused = sweep.excused || sweep.silent || world.windows.isAstray();
    return isExcused || cursor === "" ? [] : kept(world, sweep, sight, desk);
  }

  return {
    serve({ execution, name }) {
      if (!isImport(execution)) return [];
      if (name === "Lock.tryLock") locking.add(execution);
      if (name === "Sheets.Spreadsheets.get" && locking.has(execution) && !began.has(execution))
        return begin(execution);
      // From here on the run changes nothing more.
      if (name === "Lock.releaseLock" && sweep !== undefined) ends.set(execution, { sweep, end: deskOf(world) });
      return [];
    },
    excuse() {
      if (sweep !== undefined) sweep.excused = true;
    },
    broken({ id, value }) {
      const { remedy, report } = (value ?? {}) as Notice;
      const promise = ends.get(id);
      ends.delete(id);
      if (promise === undefined) return undefined;
      for (const { subject } of report?.faults ?? []) promise.sweep.faulty.add(subject);
      // A tick tells nobody what it could not read.
      if (world.runOf(id)?.byTrigger) promise.sweep.silent = true;
      if (promise.sweep.excused || promise.sweep.silent || remedy !== "none") return undefined;
      return kept(world, promise.sweep, sight, promise.end, began.get(id));
    },
  };
}

/** Empty while the job is at rest. */
export function cursorOf(office: Office, { cursor, standing }: Job): string {
  const [memory = "{}"] = office.metadata("shukka-sheet");
  return standing((JSON.parse(memory) as { cursors?: Record<string, string> }).cursors?.[cursor] ?? "");
}

/** What the runs met at the shop. */
interface Sight {
  /** Each order as it is, and since when a run could know it so, as RMS's clock counts. */
  readonly orders: Map<string, { readonly order: ShopOrder; readonly since: number }>;
  /** Looks before that may have come to harm. */
  soundSince: number;
}

/** `complete`: when the run began that ended with 完了; what is not on the list, or not looked at, is promised then too. */
function kept(world: World, { began, faulty }: Sweep, sight: Sight, end: Desk, complete?: number): string[] {
  const { meddling } = world;
  if ([SHIPMENTS, LINES].some((sheet) => meddling.columnSince(sheet, began.moment))) return [];
  const orders = [...end.orders.values()]
    .filter(({ orderNumber }) => !faulty.has(orderNumber) && !meddling.isCopied(orderNumber))
    .filter(({ orderNumber }) => !meddling.rowSince(orderNumber, began.moment));
  const isListed = ({ orderNumber }: ShopOrder) => rowsOf(world, end.shipments, orderNumber).length > 0;
  const isPromised = (order: ShopOrder) =>
    complete === undefined
      ? isListed(order) && checkedAt(world, end, order.orderNumber) >= began.now
      : !isListed(order) || isKnown(world, sight, began, end, order) || isSeenBySearch(world, end, order);
  return [
    ...orders
      .filter((order) => stoodStill(world, began, end, order) && isPromised(order))
      .flatMap((order) => [...differences(world, end, order), ...unwanted(world, began, end, order)]),
    ...(complete === undefined
      ? []
      : orders.filter(isListed).flatMap(({ orderNumber }) => overdue(world, end, orderNumber, complete))),
  ];
}

/** Nothing new has happened to it since the last look. */
function isKnown(world: World, { orders, soundSince }: Sight, began: Desk, end: Desk, order: ShopOrder): boolean {
  const at = checkedAt(world, end, order.orderNumber);
  if (at >= began.now) return true;
  const known = orders.get(order.orderNumber);
  return (
    known?.order === order &&
    at >= Math.max(known.since, soundSince) &&
    JSON.stringify(expectedOrder(order, at)) === JSON.stringify(expectedOrder(order, end.now))
  );
}

/** The list has it in another status than the shop, and the search asks for one of the two. */
function isSeenBySearch(world: World, end: Desk, order: ShopOrder): boolean {
  const least = Math.min(...[...end.targets].flatMap(([code, target]) => (end.excluded.has(code) ? [] : [target])));
  const column = end.shipments.headers.indexOf("楽天ステータス");
  const { progress } = expectedOrder(order, end.now);
  return rowsOf(world, end.shipments, order.orderNumber)
    .map(({ cells }) => Number.parseInt(String(cells[column]), 10))
    .some((listed) => listed !== progress && [listed, progress].some((one) => one >= least && one <= 300));
}

/** Neither shop nor time nor a master nor the people who pack had anything new to say of the order. */
function stoodStill(world: World, began: Desk, end: Desk, order: ShopOrder): boolean {
  const { meddling } = world;
  const expected = expectedOrder(order, end.now);
  return (
    dayOf(began) === dayOf(end) &&
    began.recipes === end.recipes &&
    began.orders.get(order.orderNumber) === order &&
    leftBy(world, began, order) === leftBy(world, end, order) &&
    !mastersOfOrder(order, expected).some((value) => meddling.masterSince(value, began.moment)) &&
    JSON.stringify(expectedOrder(order, began.now)) === JSON.stringify(expected)
  );
}

/** Which destinations have left by what people say: nothing about them is asked any more. */
const leftBy = (world: World, { shipments }: Desk, { orderNumber }: ShopOrder): string =>
  leftIn(shipments, rowsOf(world, shipments, orderNumber))
    .sort()
    .join(" ");

/** Each day has its own rows that should have left by now. */
const dayOf = ({ now }: Desk): number => Math.floor((now + 9 * 3_600_000) / 86_400_000);

/** An order that the operator does not want does not come onto the list. */
function unwanted(world: World, began: Desk, end: Desk, order: ShopOrder): string[] {
  const isNew = rowsOf(world, began.shipments, order.orderNumber).length === 0;
  return isNew && isExcluded(end, order) && rowsOf(world, end.shipments, order.orderNumber).length > 0
    ? [`${order.orderNumber} is on the list, and its payment method is excluded`]
    : [];
}
