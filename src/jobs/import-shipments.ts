import { dateText } from "../domain/jst.ts";
import type { Order } from "../domain/order.ts";
import { type PaymentTargets, searchedProgress, targetOf } from "../domain/payment-target.ts";
import type { RowFault } from "../domain/problem.ts";
import { searchWindows } from "../domain/search-window.ts";
import type { Shipment, ShipmentLine } from "../domain/shipment.ts";
import { type MergeTexts, mergeOrder, unknownToShop } from "../domain/shipment-merge.ts";
import { fetchOrders, findOrders, ORDERS_PER_CALL } from "../rms/orders.ts";
import { type TableRows, tableRows } from "../workbook/change-set.ts";
import { columnOf } from "../workbook/table.ts";
import { shipmentLineTable } from "../workbook/tables/shipment-line-table.ts";
import { shipmentTable } from "../workbook/tables/shipment-table.ts";
import { masterTables, readMasters } from "./masters.ts";
import type { Desk, Job } from "./run.ts";
import { emptyReport, type RunReport, withSkipped } from "./run-report.ts";
import { type ShipmentList, shipmentList } from "./shipment-list.ts";

const NAME = "import-shipments";
/** Orders a commit: enough to keep calls few, few enough for one request to Google. */
const ORDERS_PER_STEP = 1000;

/** Brings the orders that became shipments into 出荷リスト and 出荷明細, and refreshes those that are not shipped yet. */
export const importShipments: Job = {
  name: NAME,
  title: "出荷指示を取得",
  tables: [shipmentTable, shipmentLineTable, ...masterTables],
  work,
};

function work(desk: Desk): RunReport {
  const list = shipmentList(desk.book.state(shipmentTable), desk.book.state(shipmentLineTable));
  const { targets } = readMasters(desk.book);
  const found = searchWindows(desk.settings.periodDays, desk.now()).flatMap((window) =>
    findOrders(desk.rms, window, searchedProgress(targets)),
  );
  const pending = due([...found, ...list.toRefresh()], desk.book.cursor(NAME) ?? "");
  let report: RunReport = { ...emptyReport, found: new Set(found).size, faults: list.faults };

  for (let done = 0; ; ) {
    const fetched = fetchStep(desk, pending.slice(done));
    done += fetched.numbers.length;
    const more = done < pending.length;
    const outOfTime = more && desk.now() >= desk.deadline;
    const step = stepOf(desk, fetched, list, targets);
    const cursor = { job: NAME, value: more ? (fetched.numbers[fetched.numbers.length - 1] ?? "") : "" };
    const counts = desk.book.preview({ rows: step.rows }).get(shipmentTable);
    report = {
      ...report,
      added: report.added + (counts?.added ?? 0),
      updated: report.updated + (counts?.updated ?? 0),
      skipped: withSkipped(report.skipped, step.skipped),
      faults: [...report.faults, ...fetched.faults],
      finished: !more,
    };
    desk.commit({ rows: step.rows, cursor }, report, more && !outOfTime);
    if (!more || outOfTime) return report;
    desk.progress(`${done} / ${pending.length}件を確認しました。`);
  }
}

/** Sorted, so that the cursor can be the last number done: what is searched anew on the way cannot be missed or met twice. */
const due = (numbers: readonly string[], after: string): string[] =>
  [...new Set(numbers)].sort().filter((number) => number > after);

interface FetchedStep {
  readonly numbers: readonly string[];
  readonly orders: readonly Order[];
  readonly missing: readonly string[];
  readonly faults: readonly RowFault[];
}

function fetchStep(desk: Desk, pending: readonly string[]): FetchedStep {
  const step = { numbers: [] as string[], orders: [] as Order[], missing: [] as string[], faults: [] as RowFault[] };
  while (step.numbers.length < Math.min(pending.length, ORDERS_PER_STEP)) {
    const numbers = pending.slice(step.numbers.length, step.numbers.length + ORDERS_PER_CALL);
    const { orders, missing, faults } = fetchOrders(desk.rms, numbers);
    step.numbers.push(...numbers);
    step.orders.push(...orders);
    step.missing.push(...missing);
    step.faults.push(...faults);
    if (desk.now() >= desk.deadline) break;
  }
  return step;
}

function stepOf(
  desk: Desk,
  fetched: FetchedStep,
  list: ShipmentList,
  targets: PaymentTargets,
): { rows: TableRows[]; skipped: string[] } {
  const shipments: Shipment[] = [];
  const lines: ShipmentLine[] = [];
  const skipped: string[] = [];
  for (const order of fetched.orders) {
    const merged = mergeOrder(
      order,
      targetOf(targets, order.payment.code),
      list.shipmentsOf(order.number),
      desk.now(),
      texts,
    );
    if ("skipped" in merged) skipped.push(merged.skipped);
    else {
      shipments.push(...merged.shipments);
      lines.push(...merged.lines, ...list.linesGone(order.number, merged.lines));
    }
  }
  for (const number of fetched.missing)
    shipments.push(...list.shipmentsOf(number).map(({ shipment }) => unknownToShop(shipment, desk.now())));
  return {
    rows: [tableRows(shipmentTable, shipments), tableRows(shipmentLineTable, lines)],
    skipped,
  };
}

const texts: MergeTexts = {
  fieldName: (field) => columnOf(shipmentTable, field).header,
  // As the cell holds it: a sheet turns line ends into its own, which is no change of the order.
  valueText: (field, shipment) => {
    const cell = columnOf(shipmentTable, field).write(shipment[field]);
    return field === "wishedDate" && cell !== null ? dateText(Number(cell)) : String(cell ?? "");
  },
};
