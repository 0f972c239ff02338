import { serialOf } from "../../core/jst.ts";
import { HOUSEKEEPING } from "../../core/menu-texts.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import type { Report } from "../../run/report.ts";
import { LOG_LINES, surplusLines, withoutLines } from "../../run/trim-log.ts";
import { fittingParts } from "../../workbook/commit/fitting-parts.ts";
import type { ArchiveOutcome } from "../archive/archive-context.ts";
import { archiveStep, archiveStepTables } from "../archive/archive-step.ts";
import { eraseArchives } from "../archive/erase-archives.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { erasedPart } from "./erased-part.ts";
import { type DueRows, type Erasure, erasure, orderOf } from "./erasure.ts";

const NAME = "housekeeping";

const counts = {
  moved: "保管",
  kept: "保管の保留",
  erased: "個人情報の消去",
  held: "消去の保留",
  erasedThere: "保管先の個人情報の消去",
  trimmed: "ログの整理",
} as const;

type Count = keyof typeof counts;

/** Moves old orders to their archive, erases personal data whose time is over here and there, and keeps 連携ログ short. What a killed run left undone, the next one finds due again. */
export const housekeeping: DeskJob<Count> = {
  name: NAME,
  title: HOUSEKEEPING,
  counts,
  rms: false,
  tables: () => archiveStepTables,
  judged: [],
  work,
};

function work(context: DeskContext<Count>): Report<Count> {
  const { book, settings, now, deadline } = context;
  const today = Math.floor(serialOf(now()));
  const archive = archiveStep({
    ...context,
    commit: (plan, extras, sofar) => context.commit(plan, extras, archiving(sofar), true),
  });
  const there = eraseArchives(context, today - settings.retentionDays, () => now() >= deadline);
  const faults = [...archive.faults, ...there.faults];
  const isAll = archive.finished && there.finished;
  const due = erasure(book, { today, retentionDays: settings.retentionDays });
  const whole = erasedPart(book, rowsIn(due, due.orders), now());
  const parts = fittingParts(book.plan(whole.cells).changes, due.orders, orderOf);
  const tally = {
    ...archiving(archive).counts,
    erased: 0,
    held: due.held,
    erasedThere: there.rows,
    trimmed: 0,
  };
  let report: Report<Count> = { counts: tally, faults, finished: isAll };
  for (const [at, orders] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const outOfTime = !isLast && now() >= deadline;
    const rows = rowsIn(due, orders);
    const { cells, ...extras } = erasedPart(book, rows, now());
    const surplus = isLast || outOfTime ? surplusLines(book.state(logTable), LOG_LINES - 1) : [];
    tally.erased += rows.shipments.length;
    tally.trimmed = surplus.length;
    report = { counts: { ...tally }, faults, finished: isLast && isAll };
    const resolved = resolvedFaults(book.state(logTable), NAME, () => report.finished, faults);
    const records = [...resolved, ...withoutLines(surplus)];
    context.commit(book.plan(cells), { ...extras, records }, report, !isLast && !outOfTime);
    if (outOfTime) break;
    if (!isLast) context.progress(`${tally.erased}件の行から個人情報を消去しました。`);
  }
  return report;
}

const archiving = ({ moved, held, faults, finished }: ArchiveOutcome): Report<"moved" | "kept"> => ({
  counts: { moved, kept: held },
  faults,
  finished,
});

function rowsIn({ rowsOf }: Erasure, orders: readonly string[]): DueRows {
  const rows = orders.map(rowsOf);
  return { shipments: rows.flatMap(({ shipments }) => shipments), lines: rows.flatMap(({ lines }) => lines) };
}
