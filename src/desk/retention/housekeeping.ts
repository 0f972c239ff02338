import { serialOf } from "../../core/jst.ts";
import { HOUSEKEEPING } from "../../core/menu-texts.ts";
import { Problem } from "../../core/problem.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import { emptyReport, type Report } from "../../run/report.ts";
import { LOG_LINES, surplusLines, withoutLines } from "../../run/trim-log.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { ArchiveOutcome } from "../archive/archive-context.ts";
import { archiveStep, archiveStepTables } from "../archive/archive-step.ts";
import { usedStores } from "../archive/archive-stores.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import { erasedPart } from "./erased-part.ts";
import { type DueRows, type Erasure, erasure, orderOf } from "./erasure.ts";

const NAME = "housekeeping";

const counts = {
  moved: "保管先への移動",
  stayed: "移動の見送り",
  erased: "個人情報の消去",
  archived: "保管先の個人情報の消去",
  held: "消去の見送り",
  trimmed: "ログの整理",
} as const;

type Count = keyof typeof counts;
type Context = DeskContext<Count>;

/**
 * Moves old orders to their archive, erases personal data whose time is over here and there, and keeps 連携ログ short. What a
 * killed run left undone, the next one finds due again.
 */
export const housekeeping: DeskJob<Count> = {
  name: NAME,
  title: HOUSEKEEPING,
  counts,
  rms: false,
  tables: () => [...new Set([shipmentTable, shipmentLineTable, ...archiveStepTables])],
  judged: [],
  work(context) {
    const moved = moveOld(context);
    const erased = eraseLists(context, moved);
    return context.now() < context.deadline ? eraseArchives(context, erased) : erased;
  },
};

function moveOld(context: Context): Report<Count> {
  const reportOf = ({ moved, held, faults, finished }: ArchiveOutcome): Report<Count> => ({
    counts: { ...(moved > 0 ? { moved } : {}), stayed: held },
    faults,
    finished,
  });
  const outcome = archiveStep({
    ...context,
    commit: (plan, extras, sofar) => context.commit(plan, extras, reportOf(sofar), true),
  });
  return reportOf(outcome);
}

/** A part of the orders a commit; the last one trims the log along with it. */
function eraseLists(context: Context, before: Report<Count>): Report<Count> {
  const { book, settings, now, deadline } = context;
  const today = Math.floor(serialOf(now()));
  const due = erasure(book, { today, retentionDays: settings.retentionDays });
  const whole = erasedPart(book, rowsIn(due, due.orders), now());
  const parts = fittingParts(book.plan(whole.cells).changes, due.orders, orderOf);
  let erased = 0;
  let report: Report<Count> = emptyReport;
  for (const [at, orders] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const ends = isLast || now() >= deadline;
    const rows = rowsIn(due, orders);
    const { cells, ...extras } = erasedPart(book, rows, now());
    const surplus = ends ? surplusLines(book.state(logTable), LOG_LINES - 1) : [];
    erased += rows.shipments.length;
    const tally = { ...before.counts, erased, held: due.held, trimmed: surplus.length };
    report = { counts: tally, faults: before.faults, finished: isLast && before.finished };
    const resolved = resolvedFaults(book.state(logTable), NAME, () => report.finished, before.faults);
    context.commit(book.plan(cells), { ...extras, records: [...resolved, ...withoutLines(surplus)] }, report, !ends);
    if (ends) break;
    context.progress(`${erased}件の行から個人情報を消去しました。`);
  }
  return report;
}

/** A place that cannot be reached is named, and keeps nobody from the others. */
function eraseArchives(context: Context, before: Report<Count>): Report<Count> {
  const { book, settings, now, deadline } = context;
  const shippedBefore = Math.floor(serialOf(now())) - settings.retentionDays;
  let archived = 0;
  let finished = before.finished;
  const faults = [...before.faults];
  for (const store of usedStores(context))
    try {
      const outcome = store.erase(shippedBefore, () => now() >= deadline);
      archived += outcome.rows;
      finished = finished && outcome.finished;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push({ subject: store.title, reason: error.message });
    }
  if (archived === 0 && finished === before.finished && faults.length === before.faults.length) return before;
  const report = { counts: { ...before.counts, archived }, faults, finished };
  context.commit(book.plan([]), {}, report, false);
  return report;
}

function rowsIn({ rowsOf }: Erasure, orders: readonly string[]): DueRows {
  const rows = orders.map(rowsOf);
  return { shipments: rows.flatMap(({ shipments }) => shipments), lines: rows.flatMap(({ lines }) => lines) };
}
