import { captions, inMenu } from "../../../core/menu-texts.ts";
import { Problem } from "../../../core/problem.ts";
import type { PastTarget, PaymentTargets } from "../../../shop/payment-target.ts";
import type { Progress } from "../../../shop/progress.ts";
import { CellProblem } from "../../../workbook/commit/cell-problem.ts";
import type { CellFault } from "../../../workbook/commit/mark.ts";
import { columnOf } from "../../../workbook/declare/table.ts";
import { STATUS_WANTED } from "../../settings/rules/settings-texts.ts";
import type { Entry } from "../entry.ts";
import { DEFAULT_PAYMENT, paymentTable } from "./payment-table.ts";

/** 支払方法マスタ as a job uses it. */
export interface Payments {
  /** Undefined where the compulsory row is not there. */
  readonly fallback: Progress | "unusable" | undefined;
  readonly byCode: ReadonlyMap<number, Progress>;
  readonly excluded: ReadonlySet<number>;
  /** Why nobody can tell the target of a payment method, or whether it is excluded. */
  readonly unusable: ReadonlyMap<number, string>;
  readonly names: ReadonlyMap<number, string>;
  readonly seen: ReadonlySet<number>;
}

export function readPayments(entries: readonly Entry[]): Payments {
  const byCode = new Map<number, Progress>();
  const excluded = new Set<number>();
  const unusable = new Map<number, string>();
  const names = new Map<number, string>();
  const seen = new Set<number>();
  let fallback: Payments["fallback"];
  for (const entry of entries) {
    const { key, text, value, fault } = entry;
    const target = value("target") as Progress | null | undefined;
    const isExcluded = value("excluded");
    if (target === undefined) fault("target", STATUS_WANTED);
    if (isExcluded === undefined) fault("excluded", "チェックを入れるか、空欄にしてください。");
    if (key === DEFAULT_PAYMENT) {
      if (target === null) fault("target", `「${DEFAULT_PAYMENT}」は必須です。ステータスを選んでください。`);
      if (isExcluded) fault("excluded", `「${DEFAULT_PAYMENT}」は対象外にできません。チェックを外してください。`);
      fallback = entry.unusable() === undefined ? (target as Progress) : "unusable";
      continue;
    }
    const code = Number(key);
    if (!/^\d+$/.test(key)) fault("code", `楽天の決済コード（数字）か「${DEFAULT_PAYMENT}」を入力してください。`);
    names.set(code, text("name"));
    if (text("firstSeenAt") !== "") seen.add(code);
    if (target) byCode.set(code, target);
    if (isExcluded) excluded.add(code);
    const wrong = entry.unusable();
    if (wrong !== undefined) unusable.set(code, wrong);
  }
  return { fallback, byCode, excluded, unusable, names, seen };
}

/**
 * Throws where the compulsory default, by which all others go, is not there or cannot be used: then `faults`, what is wrong
 * in the masters. `pastTarget` is the setting that goes with the targets.
 */
export function targetsOf(
  { fallback, byCode, excluded, unusable }: Payments,
  pastTarget: PastTarget,
  faults: readonly CellFault[],
  standing: readonly CellFault[],
): PaymentTargets {
  if (fallback === undefined) throw noDefault();
  if (fallback === "unusable") throw new CellProblem(faults, standing);
  return { default: fallback, byCode, excluded, unusable, pastTarget };
}

export const noDefault = (): Problem =>
  new Problem(
    "fix",
    `「${paymentTable.sheet}」に「${DEFAULT_PAYMENT}」の行がありません。${inMenu(captions.setUp)}を実行し、「${columnOf(paymentTable, "target").header}」を選んでください。`,
  );
