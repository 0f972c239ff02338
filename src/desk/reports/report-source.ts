import type { RowFault } from "../../core/problem.ts";
import type { Properties } from "../../platform/ports.ts";
import type { Rms } from "../../rms/client/client.ts";
import type { Book } from "../../workbook/commit/book.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import type { Table } from "../../workbook/declare/table.ts";
import { closedDayTable } from "../masters/calendar/closed-day-table.ts";
import { readClosedDays } from "../masters/calendar/closed-days.ts";
import { deliveryTable } from "../masters/delivery/delivery-table.ts";
import { readServices } from "../masters/delivery/services.ts";
import { entriesOf } from "../masters/entry.ts";
import { masterFaults } from "../masters/master-faults.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import type { Course } from "./course.ts";
import { openRequests } from "./open-requests.ts";
import { keptReceipts } from "./receipts.ts";
import { reportRows } from "./report-sheet.ts";
import type { JudgeContext } from "./rules/judge.ts";
import type { ReportRow } from "./rules/report-row.ts";

export const reportTables = (): readonly Table[] => [shipmentTable, deliveryTable, closedDayTable];

/** What reports are made from, whether they are sent or only shown. */
export interface ReportSource {
  readonly book: Book;
  readonly rms: Rms;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly deadline: Date;
  readonly notes: Properties;
}

/** What the sheets alone tell: the rows by key, and by which rules they are judged. */
export interface ReportBasis {
  readonly rows: Map<string, ReportRow>;
  readonly rules: Omit<JudgeContext, "now">;
  /** What cannot be used in the masters, and stops only what needs it. */
  readonly cellFaults: readonly CellFault[];
}

export function reportBasis({ book, settings }: Pick<ReportSource, "book" | "settings">): ReportBasis {
  const faults: CellFault[] = [];
  const services = readServices(entriesOf(book.state(deliveryTable), faults));
  const closedDays = readClosedDays(entriesOf(book.state(closedDayTable), faults));
  return {
    rows: new Map(reportRows(book, services.isUntracked).map((row) => [row.key, row])),
    rules: { shippingDate: settings.shippingDate, ...closedDays },
    cellFaults: faults,
  };
}

export function openCourse(
  source: ReportSource,
): { readonly course: Course } & Pick<ReportBasis, "rules" | "cellFaults"> {
  const { rows, rules, cellFaults } = reportBasis(source);
  const { book, rms, now, notes } = source;
  const course = {
    rms,
    now,
    rows,
    changed: new Set<string>(),
    faults: new Map<string, RowFault>(masterFaults(cellFaults).map((fault) => [fault.subject, fault])),
    requests: openRequests(book),
    receipts: keptReceipts(notes),
    lost: new Map<string, number>(),
  };
  return { course, rules, cellFaults };
}
