import * as z from "zod/mini";
import { type ArchiveKind, archiveChoices } from "../../core/archive-choices.ts";
import { chunks } from "../../core/chunks.ts";
import { groupedBy } from "../../core/grouped.ts";
import { Problem, type RowFault } from "../../core/problem.ts";
import { stored } from "../../run/stored.ts";
import type { TableCells } from "../../workbook/commit/cells.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import { noChange } from "../../workbook/commit/mend.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import type { ArchiveContext, ArchiveOutcome } from "./archive-context.ts";
import type { ArchiveStore, Batch, Part } from "./archive-store.ts";
import { storeFor } from "./archive-stores.ts";
import { archiveTables } from "./archive-tables.ts";
import { archivedOrderTable } from "./archived-order-table.ts";
import { batchOf } from "./archived-rows.ts";
import { digestOf } from "./digest.ts";
import { type DueOrder, dueOrders, dueTables } from "./due-orders.ts";
import { listedAmong, offTheList, outdated } from "./off-the-list.ts";
import { archiveTexts } from "./rules/archive-texts.ts";
import { leftOver } from "./sheets-store.ts";

/** What the step reads, beside what every job does. */
export const archiveStepTables: readonly Table[] = [...dueTables, archivedOrderTable];

/** The copy under way: a run that dies between copy and deletion leaves it to the next one. */
const copying = stored(
  "archives/copying",
  z.object({
    to: z.enum(Object.keys(archiveChoices) as [ArchiveKind, ...ArchiveKind[]]),
    part: z.string(),
    id: z.string(),
  }),
  undefined,
);

/** Milliseconds that have to be left to begin with one more batch. */
const BATCH_TIME = 60_000;
/** Rows that people change while they are copied are copied again, so many times a run. */
const MOST_PASSES = 3;

interface Course {
  readonly context: ArchiveContext;
  readonly storeOf: (kind: ArchiveKind) => ArchiveStore;
  readonly faults: RowFault[];
  moved: number;
  held: ArchiveOutcome["held"];
  finished: boolean;
  /** What the log line says of it. */
  told: number;
}

/**
 * Moves what was shipped long ago to its archive: copies whole orders, reads them back, and only then takes them off the
 * lists, in one commit with the log line. Killed anywhere, an order is on the list or in the archive, and once the next run
 * is over in one of them. A Problem is told as a fault: it must not keep the job from its other steps.
 */
export function archiveStep(context: ArchiveContext): ArchiveOutcome {
  const stores = new Map<ArchiveKind, ArchiveStore>();
  const storeOf = (kind: ArchiveKind): ArchiveStore => {
    const store = stores.get(kind) ?? storeFor(kind, context);
    stores.set(kind, store);
    return store;
  };
  const course: Course = { context, storeOf, faults: [], moved: 0, held: {}, finished: true, told: 0 };
  try {
    const left = leftOver(context.notes);
    if (left !== undefined) fault(course, left);
    moveAll(course);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fault(course, error.message);
  }
  return outcomeOf(course);
}

const fault = ({ context, faults }: Course, reason: string): void =>
  void faults.push({ subject: archiveChoices[context.settings.archiveTo], reason });

const outcomeOf = ({ moved, held, faults, finished }: Course): ArchiveOutcome => ({ moved, held, faults, finished });

function moveAll(course: Course): void {
  const { context } = course;
  const { book, settings, now, deadline } = context;
  const days = settings.archiveAfterDays;
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const due = days === null ? { orders: [], held: {} } : dueOrders({ book, settings, now: now() }, days);
    course.held = due.held;
    let [first, stayed] = [true, 0];
    for (const parcel of parcelsOf(course, due.orders)) {
      if (first) settleCopy(course, parcel);
      first = false;
      if (deadline.getTime() - now().getTime() < BATCH_TIME) {
        course.finished = false;
        return;
      }
      const left = move(course, parcel);
      if (left === undefined) return;
      stayed += left;
    }
    if (first) settleCopy(course);
    if (stayed === 0) break;
  }
  tidyUp(course);
}

/** Orders of one month that go together. */
interface Parcel {
  readonly part: Part;
  readonly orders: readonly DueOrder[];
  readonly batch: Batch;
}

const ORDERS = 500;

/** As many at once as one request to Google may hold. */
function* parcelsOf({ context }: Course, due: readonly DueOrder[]): Generator<Parcel> {
  const { book, now } = context;
  for (const [part, all] of groupedBy(due, (order) => order.part))
    for (const some of chunks(all, ORDERS)) {
      const { rows } = batchOf(book, part, some, now());
      const changes = new Map(
        Object.entries(archiveTables).map(([name, table]) => {
          const own = rows.filter((row) => row.table === name).map(({ key, cells }) => [key, cells] as const);
          const state = book.state(name === "shipments" ? shipmentTable : shipmentLineTable);
          return [table, { ...noChange(state), added: new Map(own) }];
        }),
      );
      const byNumber = new Map(some.map((order) => [order.orderNumber, order]));
      for (const numbers of fittingParts(changes, [...byNumber.keys()], (key) => key.split("\u001f")[0] as string)) {
        const orders = numbers.flatMap((number) => byNumber.get(number) ?? []);
        yield { part, orders, batch: batchOf(book, part, orders, now()) };
      }
    }
}

/** How many of them stayed on the list, since somebody changed them; undefined where nothing more may be moved. */
function move(course: Course, { part, orders, batch }: Parcel): number | undefined {
  const { context } = course;
  const { book, settings, notes, now } = context;
  const to = settings.archiveTo;
  const store = course.storeOf(to);
  const numbers = orders.map(({ orderNumber }) => orderNumber);
  const place = to === "sheets" ? archiveTexts.title(part) : store.title;
  store.prepare(part);
  copying.write(notes, { to, part, id: batch.id });
  store.put(part, batch);
  const [copied, wanted] = [store.verify(part, numbers), digestOf(batch.rows)];
  if (copied.count !== wanted.count || copied.checksum !== wanted.checksum) {
    fault(course, archiveTexts.unverified(place));
    return undefined;
  }
  commit(course, offTheList(book, orders, place, now()), numbers.length);
  const stayed = listedAmong(book, numbers);
  course.moved += numbers.length - stayed.length;
  store.remove(part, stayed);
  copying.forget(notes);
  context.progress(archiveTexts.progress(course.moved));
  return stayed.length;
}

function commit(course: Course, cells: readonly TableCells[], more: number): void {
  const { context, moved } = course;
  course.told = moved + more;
  context.commit(context.book.plan(cells), {}, { ...outcomeOf(course), moved: course.told });
}

/** Orders that were copied by a run that died, and that did not leave the list: what is copied next makes it right, or nothing. */
function settleCopy({ context, storeOf }: Course, next?: Parcel): void {
  const { book, notes, settings } = context;
  const known = copying.read(notes);
  if (known === undefined) return;
  const { to, part, id } = known;
  if (to === settings.archiveTo && part === next?.part && id === next.batch.id) return;
  const store = storeOf(to);
  store.remove(part, listedAmong(book, store.ordersOf(part, id)));
  copying.forget(notes);
}

/** Notes that nobody needs any more go, and the log line tells how it came out. */
function tidyUp(course: Course): void {
  const { book, now } = course.context;
  const over = outdated(book, now());
  if ((over.removals?.size ?? 0) > 0 || course.told !== course.moved) commit(course, [over], 0);
}
