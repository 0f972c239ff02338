import { captions } from "../../core/menu-texts.ts";
import { linesOf } from "../../run/dashboard-row.ts";
import type { Report } from "../../run/report.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { rowsFor, type TableCells } from "../../workbook/commit/cells.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { carrierDifferences } from "../masters/delivery/carrier-differences.ts";
import { deliveryTable } from "../masters/delivery/delivery-table.ts";
import { masterFaults } from "../masters/master-faults.ts";
import { masterTables, readMasters } from "../masters/masters.ts";
import { rowsFilledIn, rowsForUnknown } from "../masters/unknown-values.ts";
import { setTable } from "../sets/set-table.ts";
import { readSets } from "../sets/sets.ts";
import { listAfter, listSummary } from "./list-summary.ts";
import type { Judged } from "./rules/judged-again.ts";
import type { Shipment } from "./rules/shipment.ts";
import { waitingText } from "./rules/waiting-text.ts";
import { rulesOf, shipmentTables } from "./shipment-basis.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentList } from "./shipment-list.ts";
import { shipmentTable } from "./shipment-table.ts";
import { statesAfter } from "./states-after.ts";
import { orderOf } from "./step-size.ts";
import { stillToSend } from "./still-to-send.ts";
import { judgedRows } from "./waiting-rows.ts";

const counts = { found: "対象", updated: "更新" } as const;

type Count = keyof typeof counts;

/** Judges the rows that wait by the masters as people have filled them in by now. It never asks the shop. */
export const judgeWaiting: DeskJob<Count> = {
  name: "judge-waiting",
  title: captions.judgeWaiting,
  counts,
  tables: shipmentTables,
  judged: [...masterTables, setTable],
  rms: false,
  work,
};

function work(context: DeskContext<Count>): Report<Count> {
  const { book, settings, now } = context;
  const sets = readSets(book);
  const masters = readMasters(book, settings, sets.cellFaults);
  const cellFaults = [...sets.cellFaults, ...masters.cellFaults];
  const list = shipmentList(book.state(shipmentTable), book.state(shipmentLineTable));
  const rules = rulesOf(context, masters, sets);
  const judged = judgedRows({ book, list, masters, rules, now: now() });
  const shipments = judged.map(({ shipment }) => shipment);
  const rows = (orders: ReadonlySet<string>) =>
    judgedCells(
      judged.filter(({ shipment }) => orders.has(shipment.orderNumber)),
      now(),
    );
  const numbers = [...new Set(shipments.map(({ orderNumber }) => orderNumber))];
  const whole = book.plan(rows(new Set(numbers)));
  const before = statesAfter(book.state(shipmentTable), []);
  const closing = waitingText(before, statesAfter(book.state(shipmentTable), shipments));
  const report = (finished: boolean): Report<Count> => ({
    counts: { found: shipments.length, updated: whole.counts.get(shipmentTable)?.updated ?? 0 },
    faults: [...sets.faults, ...masterFaults(masters.cellFaults)],
    finished,
    closing: finished ? closing : "",
  });
  const parts = fittingParts(whole.changes, numbers, orderOf);
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const records = isLast ? recordsAtEnd(book, shipments, now()) : [];
    context.commit(book.plan(rows(new Set(part))), { records, cellFaults }, report(isLast), !isLast);
  }
  return report(true);
}

const judgedCells = (judged: readonly Judged[], now: Date): TableCells[] => [
  rowsFor(
    shipmentTable,
    "import",
    judged.map(({ shipment }) => shipment),
  ),
  rowsFor(
    shipmentLineTable,
    "import",
    judged.flatMap(({ lines }) => lines),
  ),
  ...rowsForUnknown(
    judged.flatMap(({ unknown }) => unknown),
    [],
    now,
  ),
];

/** What tells of the list as a whole. */
const recordsAtEnd = (book: Book, shipments: readonly Shipment[], now: Date): TableCells[] => [
  ...rowsFilledIn(book),
  carrierDifferences(book.state(deliveryTable), stillToSend(book.state(shipmentTable), shipments)),
  ...linesOf([listSummary(listAfter(book.state(shipmentTable), { shipments }), now)]),
];
