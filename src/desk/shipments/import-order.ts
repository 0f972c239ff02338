import { linesOf } from "../../run/dashboard-row.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import { counted, type Report } from "../../run/report.ts";
import { nothingSearched } from "../connection/search-shop.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { masterTables, readMasters } from "../masters/masters.ts";
import { rowsFilledIn } from "../masters/unknown-values.ts";
import { setTable } from "../sets/set-table.ts";
import { readSets } from "../sets/sets.ts";
import { IMPORT } from "./import-pass.ts";
import { listEntries } from "./list-entries.ts";
import { listAfter, listSummary } from "./list-summary.ts";
import { newlyCancelled } from "./newly-cancelled.ts";
import { rulesOf, shipmentTables } from "./shipment-basis.ts";
import { shipmentLineTable } from "./shipment-line-table.ts";
import { shipmentList } from "./shipment-list.ts";
import { type PassPlan, shipmentSteps } from "./shipment-steps.ts";
import { shipmentTable } from "./shipment-table.ts";

const counts = { found: "対象", added: "新規", updated: "更新", skipped: "見送り" } as const;

type Count = keyof typeof counts;

/** One order by its number, by the steps and in the commit of an import; the pass of imports over shop and list stands as it was. */
export const importOrder = (number: string): DeskJob<Count> => ({
  name: "import-order",
  title: "注文を1件取得",
  counts,
  tables: shipmentTables,
  judged: [...masterTables, setTable],
  work: (context) => work(context, number),
});

function work(context: DeskContext<Count>, number: string): Report<Count> {
  const { book, settings, now } = context;
  const list = shipmentList(book.state(shipmentTable), book.state(shipmentLineTable));
  const setMaster = readSets(book);
  const masters = readMasters(book, settings, setMaster.cellFaults);
  const entries = listEntries(book);
  const rules = rulesOf(context, masters, setMaster);
  const plan: PassPlan = {
    cursors: () => ({}),
    through: "",
    pages: nothingSearched,
    taken: new Set(),
    isArchived: () => false,
    isListed: list.has,
    judged: () => [],
    toRefresh: () => [number],
  };
  const log = book.state(logTable);
  let report: Report<Count> = { counts: { found: 1, added: 0, updated: 0, skipped: {} }, faults: [], finished: true };
  // One: an order fits into a step.
  const shop = { ...context, telling() {} };
  for (const step of shipmentSteps(shop, plan, { now, startedAt: now(), list, entries, masters, rules })) {
    const planned = book.plan(step.rows);
    const { added = 0, updated = 0 } = planned.counts.get(shipmentTable) ?? {};
    const { faults } = step;
    report = { counts: { found: 1, added, updated, skipped: counted({}, step.skipped) }, faults, finished: true };
    const resolved = resolvedFaults(log, IMPORT, (subject) => subject === number, faults);
    const summary = linesOf([listSummary(listAfter(book.state(shipmentTable), step), now())]);
    const cancelled = newlyCancelled(book.state(shipmentTable), step.shipments);
    if (cancelled.length > 0) context.notify({ kind: "cancelled", items: cancelled });
    const records = [...rowsFilledIn(book), ...resolved, ...summary, step.checked];
    const { cellFaults } = setMaster;
    context.commit(planned, { records, copies: step.copies, mend: true, cellFaults }, report, false);
  }
  return report;
}
