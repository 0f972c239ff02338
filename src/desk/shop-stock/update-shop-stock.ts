import { captions, inMenu } from "../../core/menu-texts.ts";
import { Problem, type RowFault } from "../../core/problem.ts";
import { resolvedFaults } from "../../run/faults.ts";
import { logTable } from "../../run/log-table.ts";
import { ifAny, type Report } from "../../run/report.ts";
import type { Extras } from "../../workbook/commit/commit.ts";
import type { DeskContext, DeskJob } from "../desk.ts";
import { partsOf } from "../ledger/ledger-parts.ts";
import { fieldTexts } from "../settings/rules/settings-texts.ts";
import { belowZero } from "../stock/rules/below-zero.ts";
import { stockPassTables } from "../stock/stock-pass.ts";
import { stockTable } from "../stock/stock-table.ts";
import { type Outcomes, openOutcomes } from "./rules/outcomes.ts";
import { UNKNOWN_TO_SHOP } from "./rules/skip.ts";
import { STOPPED, WAITING } from "./rules/texts.ts";
import type { RowPlan, UpdatePlan } from "./rules/update-plan.ts";
import { sendStock } from "./send-stock.ts";
import { pausedUntil, type ShopUpdate, shopUpdate, UPDATE } from "./shop-update.ts";
import { updateCells, updateParts } from "./update-cells.ts";

const counts = {
  found: "対象",
  updated: "更新",
  even: "変更なし",
  waiting: "送信待ち",
  skipped: "見送り",
} as const;

type Count = keyof typeof counts;

/** Brings the stock that the shop shows to what is free to sell. Off until people switch it on. */
export const updateShopStock: DeskJob<Count> = {
  name: UPDATE,
  title: captions.updateShopStock,
  counts,
  tables: () => stockPassTables,
  work,
};

function work(context: DeskContext<Count>): Report<Count> {
  const { book, settings, now, deadline } = context;
  if (!settings.stockUpdate) throw switchedOff();
  const update = shopUpdate(context);
  const { plan } = update;
  const text = plan.stop === undefined ? WAITING : STOPPED;
  const outcomes = openOutcomes(plan.steps, { kind: "waiting", text });
  const report = (finished: boolean, refused: readonly RowFault[] = []) =>
    reportOf(update, outcomes, finished, refused);
  writeFigures(context, update, report(false));
  context.notify(belowZero(update.pass.figures));
  const [first = [], ...rest] = updateParts(book, plan.rows, outcomes);
  for (const part of rest) context.commit(book.plan(updateCells(part, outcomes)), {}, report(false), true);
  const rows = rowsOnce(plan, first);
  /** The rows that nobody wrote yet, and those of which there is news. */
  const write = (extras: Extras, done: Report<Count>, more: boolean) =>
    context.commit(book.plan(updateCells(rows(outcomes.news()), outcomes)), extras, done, more);
  if (plan.stop !== undefined) {
    write({}, report(false), true);
    throw new Problem("fix", plan.stop);
  }
  let paused = pausedUntil(book);
  const refused = sendStock(plan.steps, {
    ...context,
    hasTime: () => now() < deadline,
    outcomes,
    save(until) {
      paused = Math.max(paused, until.getTime());
      write({ cursors: { [UPDATE]: new Date(paused).toISOString() } }, report(false), true);
    },
    progress: (done) => context.progress(`${done} / ${plan.steps.length}件を楽天へ送りました。`),
  });
  const done = report(outcomes.count("waiting") === 0, refused);
  write({ records: resolvedFaults(book.state(logTable), UPDATE, () => true, done.faults) }, done, false);
  return done;
}

/** What stock and orders say is written whatever becomes of the update: its numbers come from nothing else. */
function writeFigures({ book, commit }: DeskContext<Count>, { pass }: ShopUpdate, report: Report<Count>): void {
  for (const [at, part] of partsOf(book, pass).entries()) {
    const marks = at === 0 ? { cellFaults: pass.cellFaults, mend: [stockTable] } : {};
    commit(book.plan(part), marks, report, true);
  }
}

/** Each call gives the rows with these codes; the first call `first` beside them. */
function rowsOnce({ rows }: UpdatePlan, first: readonly RowPlan[]): (codes: readonly string[]) => RowPlan[] {
  const byCode = new Map(rows.map((row) => [row.productCode, row]));
  let open = first;
  return (codes) => {
    const wanted = new Set([...open, ...codes.flatMap((code) => byCode.get(code) ?? [])]);
    open = [];
    return [...wanted];
  };
}

function reportOf(
  { plan, faults }: ShopUpdate,
  outcomes: Outcomes,
  finished: boolean,
  refused: readonly RowFault[],
): Report<Count> {
  const { steps, even, skipped } = plan;
  const open = outcomes.count("waiting") + outcomes.count("sending");
  return {
    counts: {
      found: steps.length + even,
      updated: outcomes.count("updated"),
      even: even + outcomes.count("even"),
      waiting: { ...ifAny("次の実行で送ります", open), ...ifAny("楽天の返事がありません", outcomes.count("unknown")) },
      skipped: { ...skipped, ...ifAny(UNKNOWN_TO_SHOP, outcomes.count("skipped") + (skipped[UNKNOWN_TO_SHOP] ?? 0)) },
    },
    faults: [...faults, ...refused],
    finished,
  };
}

const switchedOff = (): Problem =>
  new Problem(
    "fix",
    `楽天の在庫の更新は無効になっています。${inMenu(captions.updateShopStock)}で内容を確認し、` +
      `${inMenu(captions.showSettings)}で「${fieldTexts.stockUpdate.label}」を有効にして保存してください。`,
  );
