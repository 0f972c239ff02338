import type { Execution } from "../../../workbench/apps-script/execution/execution.ts";
import type { ServiceCall } from "../../../workbench/apps-script/execution/gate.ts";
import type { ShopOrder } from "../../../workbench/rms/shop/order.ts";
import { LINES, SHIPMENTS } from "../declared.ts";
import { mastersOfOrder } from "../expected-dispatch.ts";
import { expectedOrder } from "../expected-rows.ts";
import type { Office } from "../office.ts";
import { importNow, type Job } from "../runs/registry.ts";
import type { World } from "../world.ts";
import { isLookedAt, overdue } from "./check-times.ts";
import { type Desk, deskOf, isExcluded } from "./desk.ts";
import { differences, rowsOf } from "./shop-on-list.ts";

/** From one cursor at rest to the next: one run, or several where each goes on from the cursor of the one before. */
interface Sweep {
  readonly began: Desk;
  /** Faulty orders of this sweep: the product says so, and tries them again later. */
  readonly faulty: Set<string>;
  /** A row or an answer came to harm in a way that only the next sweep can heal. */
  excused: boolean;
}

/**
 * The promise of a run that ends with 完了: what it looked at, and what stood still at the shop and on the sheets since its sweep
 * began, is right; nothing is missing, and nothing was left unlooked at for longer than the settings allow. What was looked at in
 * a sweep that came to no end yet promises the same. Both are checked on the way, since the next sweep would heal much of what
 * this one did wrong.
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
  /** When each run began, as RMS's clock counts. */
  const began = new Map<string, number>();
  const ends = new Map<string, { readonly sweep: Sweep; readonly end: Desk }>();
  const isImport = (execution: string) => world.runOf(execution)?.fn === importNow.fn;

  /** It has the lock: nobody else is writing, and who was has ended. */
  function begin(execution: string): string[] {
    const cursor = cursorOf(world.office, importNow);
    const desk = deskOf(world);
    began.set(execution, desk.now);
    if (sweep === undefined || cursor === "") sweep = { began: desk, faulty: new Set(), excused: false };
    const isExcused = sweep.excused || world.windows.isAstray();
    return isExcused || cursor === "" ? [] : kept(world, sweep, desk);
  }

  return {
    serve({ execution, name }) {
      if (!isImport(execution)) return [];
      if (name === "Sheets.Spreadsheets.get" && !began.has(execution)) return begin(execution);
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
      if (promise.sweep.excused || remedy !== "none") return undefined;
      return kept(world, promise.sweep, promise.end, began.get(id));
    },
  };
}

/** Empty while the job is at rest. */
export function cursorOf(office: Office, { cursor, standing }: Job): string {
  const [memory = "{}"] = office.metadata("shukka-sheet");
  return standing((JSON.parse(memory) as { cursors?: Record<string, string> }).cursors?.[cursor] ?? "");
}

/** `complete`: when the run began that ended with 完了; what is not on the list, or not looked at, is promised then too. */
function kept(world: World, { began, faulty }: Sweep, end: Desk, complete?: number): string[] {
  const { meddling } = world;
  if ([SHIPMENTS, LINES].some((sheet) => meddling.columnSince(sheet, began.moment))) return [];
  const orders = [...end.orders.values()]
    .filter(({ orderNumber }) => !faulty.has(orderNumber) && !meddling.isCopied(orderNumber))
    .filter(({ orderNumber }) => !meddling.rowSince(orderNumber, began.moment));
  const isListed = ({ orderNumber }: ShopOrder) => rowsOf(world, end.shipments, orderNumber).length > 0;
  return [
    ...orders
      .filter((order) => stoodStill(world, began, end, order))
      .filter((order) =>
        isListed(order) ? isLookedAt(world, end, order.orderNumber, began.now) : complete !== undefined,
      )
      .flatMap((order) => [...differences(world, end, order), ...unwanted(world, began, end, order)]),
    ...(complete === undefined
      ? []
      : orders.filter(isListed).flatMap(({ orderNumber }) => overdue(world, end, orderNumber, complete))),
  ];
}

/** Neither shop nor time nor a master had anything new to say of the order. */
function stoodStill({ meddling }: World, began: Desk, end: Desk, order: ShopOrder): boolean {
  const expected = expectedOrder(order, end.now);
  return (
    dayOf(began) === dayOf(end) &&
    began.orders.get(order.orderNumber) === order &&
    !mastersOfOrder(order, expected).some((value) => meddling.masterSince(value, began.moment)) &&
    JSON.stringify(expectedOrder(order, began.now)) === JSON.stringify(expected)
  );
}

/** Each day has its own rows that should have left by now. */
const dayOf = ({ now }: Desk): number => Math.floor((now + 9 * 3_600_000) / 86_400_000);

/** An order that the operator does not want does not come onto the list. */
function unwanted(world: World, began: Desk, end: Desk, order: ShopOrder): string[] {
  const isNew = rowsOf(world, began.shipments, order.orderNumber).length === 0;
  return isNew && isExcluded(end, order) && rowsOf(world, end.shipments, order.orderNumber).length > 0
    ? [`${order.orderNumber} is on the list, and its payment method is excluded`]
    : [];
}
