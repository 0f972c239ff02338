import { Problem } from "../../../core/problem.ts";
import type { Platform } from "../../../platform/ports.ts";
import { alone, busy } from "../../../run/alone.ts";
import { logRows, type Run, runId } from "../../../run/log.ts";
import { logTable } from "../../../run/log-table.ts";
import { emptyReport } from "../../../run/report.ts";
import { isTarget, TARGET_STATUS } from "../../../shop/payment-target.ts";
import { type Book, openBook } from "../../../workbook/commit/book.ts";
import { staffCells } from "../../../workbook/commit/cells.ts";
import type { ChangeSet } from "../../../workbook/commit/change-set.ts";
import { cellAt } from "../../../workbook/read/snapshot.ts";
import type { TargetChange } from "../../settings/rules/settings-form.ts";
import { DEFAULT_PAYMENT, paymentTable } from "./payment-table.ts";

const TITLE = `${TARGET_STATUS}の変更`;

/**
 * Writes the cells that people edit in 支払方法マスタ, for someone who edits them in the panel: the sheet stays the one
 * place where they are kept. 連携ログ says who changed what. Throws Problem.
 */
export function changeTargets(platform: Platform, changes: readonly TargetChange[]): void {
  const written = alone(platform, TITLE, () => write(platform, changes));
  if (written === undefined) throw new Problem("wait", busy(platform).message);
}

function write(platform: Platform, changes: readonly TargetChange[]): true {
  const now = platform.clock.now();
  const run: Run = {
    id: runId(now),
    job: "change-targets",
    title: TITLE,
    labels: {},
    who: platform.who,
    startedAt: now,
  };
  const book = openBook({ ...platform, tables: [paymentTable, logTable], run: run.id });
  const plan = planOf(book, changes);
  const change = plan.changes.get(paymentTable);
  if (change === undefined) return true;
  const line = { result: "完了", report: emptyReport, message: messageOf(change), rmsCalls: 0, now } as const;
  plan.commit({ mend: true, records: logRows(run, line, book) });
  return true;
}

const planOf = (book: Book, changes: readonly TargetChange[]) =>
  book.plan([
    staffCells(
      paymentTable,
      new Map(changes.map(({ key, target }) => [key, { target: target !== null && isTarget(target) ? target : null }])),
    ),
  ]);

function messageOf({ state, updated }: ChangeSet): string {
  const changed = [...updated].flatMap(([key, cells]) => {
    const row = state.rows.get(key);
    if (row === undefined) return [];
    const name = key === DEFAULT_PAYMENT ? key : cellAt(state, row, "name");
    return [`「${name}」${cellAt(state, row, "target") ?? NONE} → ${cells.get("target") ?? NONE}`];
  });
  return `${changed.join("、")}。`;
}

/** What an empty cell stands for. */
const NONE = `${DEFAULT_PAYMENT}の値`;
