import type { PaymentTargets } from "../domain/payment-target.ts";
import { Problem } from "../domain/problem.ts";
import type { Progress } from "../domain/progress.ts";
import { cellAt, type SheetState } from "../workbook/snapshot.ts";
import { columnOf } from "../workbook/table.ts";
import { DEFAULT_PAYMENT, paymentTable } from "../workbook/tables/payment-table.ts";

/** Reads 支払方法マスタ. Throws Problem("fix") that names sheet, row and column of what cannot be used. */
export function paymentTargets(state: SheetState): PaymentTargets {
  const byCode = new Map<number, Progress>();
  let fallback: Progress | undefined;
  for (const row of state.rows.values()) {
    const target = columnOf(paymentTable, "target").parse(cellAt(state, row, "target")) as Progress | null | undefined;
    if (target === undefined) throw unusable(row.index, "「300 発送待ち」のような楽天のステータスを選んでください。");
    const code = String(cellAt(state, row, "code"));
    if (code === DEFAULT_PAYMENT) fallback = target ?? undefined;
    else if (target !== null) byCode.set(Number(code), target);
  }
  if (fallback === undefined) throw noDefault();
  return { default: fallback, byCode };
}

const unusable = (index: number, cure: string): Problem =>
  new Problem(
    "fix",
    `「${paymentTable.sheet}」の${index + 1}行目「${columnOf(paymentTable, "target").header}」が正しくありません。${cure}`,
  );

const noDefault = (): Problem =>
  new Problem(
    "fix",
    `「${paymentTable.sheet}」の「${DEFAULT_PAYMENT}」の行で、「${columnOf(paymentTable, "target").header}」を選んでください（必須です）。行がないときは「初期設定」を実行してください。`,
  );
