import { captions } from "../../core/menu-texts.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import { ifAny, type Report } from "../../run/report.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { partsOf } from "../ledger/ledger-parts.ts";
import { belowZero } from "./rules/below-zero.ts";
import { type StockPass, stockPass, stockPassTables } from "./stock-pass.ts";
import { stockTable } from "./stock-table.ts";

const JOB = "sync-stock";

const counts = {
  found: "対象",
  added: "新規",
  updated: "更新",
  booked: "出荷の記録",
  takenBack: "出荷の取消",
  counted: "棚卸",
  typed: "入出庫",
  asking: "要確認",
  restored: "戻した入力",
  skipped: "見送り",
} as const;

type Count = keyof typeof counts;

/** Books out what was shipped, and counts what the orders of the shop speak for, into 在庫. */
export const syncStock: DeskJob<Count> = {
  name: JOB,
  title: captions.syncStock,
  counts,
  tables: () => stockPassTables,
  work,
};

function work(context: DeskContext<Count>): Report<Count> {
  const { book } = context;
  const log = book.state(logTable);
  const pass = stockPass(context);
  const parts = partsOf(book, pass);
  const tally = { added: 0, updated: 0 };
  let report = reportOf(pass, tally, false);
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const plan = book.plan(part);
    tally.added += plan.counts.get(stockTable)?.added ?? 0;
    tally.updated += plan.counts.get(stockTable)?.updated ?? 0;
    report = reportOf(pass, tally, isLast);
    const records = isLast ? resolvedFaults(log, JOB, () => true, pass.faults) : [];
    const marks = at === 0 ? { cellFaults: pass.cellFaults, mend: [stockTable] } : {};
    context.commit(plan, { records, ...marks }, report, !isLast);
  }
  context.notify(belowZero(pass.figures));
  return report;
}

const reportOf = (
  { found, listedUnasked, codeless, restored, faults, ledger, figures }: StockPass,
  { added, updated }: { readonly added: number; readonly updated: number },
  finished: boolean,
): Report<Count> => ({
  counts: {
    found,
    added,
    updated,
    booked: ifAny("出荷済の送付先", ledger.booked),
    takenBack: ifAny("出荷済でなくなった送付先", ledger.takenBack),
    counted: ifAny("入力した棚卸数", ledger.counted),
    typed: ifAny("入力した入出庫", ledger.typed),
    asking: ifAny(
      `「${stockTable.sheet}」の確認事項を確認してください`,
      [...figures.values()].filter(({ question }) => question !== "").length,
    ),
    restored,
    skipped: {
      ...ifAny("商品コードのない明細", codeless),
      ...ifAny("時間内に楽天で確認できず出荷リストの内容で数えた注文", listedUnasked),
    },
  },
  faults,
  finished,
});
