import { captions, inMenu } from "../../../core/menu-texts.ts";
import { Problem } from "../../../core/problem.ts";
import type { PastTarget, PaymentTargets } from "../../../shop/payment-target.ts";
import type { Progress } from "../../../shop/progress.ts";
import { columnOf } from "../../../workbook/declare/table.ts";
import { STATUS_WANTED } from "../../settings/rules/settings-texts.ts";
import type { Entry } from "../entry.ts";
import { DEFAULT_PAYMENT, paymentTable } from "./payment-table.ts";

/** 支払方法マスタ as a job uses it. */
export interface Payments {
  readonly fallback: Progress | null | undefined;
  readonly byCode: ReadonlyMap<number, Progress>;
  readonly excluded: ReadonlySet<number>;
  readonly names: ReadonlyMap<number, string>;
  readonly seen: ReadonlySet<number>;
}

export function readPayments(entries: readonly Entry[]): Payments {
  const byCode = new Map<number, Progress>();
  const excluded = new Set<number>();
  const names = new Map<number, string>();
  const seen = new Set<number>();
  let fallback: Progress | null | undefined;
  for (const { key, text, value, fault } of entries) {
    const target = value("target") as Progress | null | undefined;
    const isExcluded = value("excluded");
    if (target === undefined) fault("target", STATUS_WANTED);
    if (isExcluded === undefined) fault("excluded", "チェックを入れるか、空欄にしてください。");
    if (key === DEFAULT_PAYMENT) {
      fallback = target;
      if (target === null) fault("target", `「${DEFAULT_PAYMENT}」は必須です。ステータスを選んでください。`);
      if (isExcluded) fault("excluded", `「${DEFAULT_PAYMENT}」は対象外にできません。チェックを外してください。`);
      continue;
    }
    const code = Number(key);
    if (!/^\d+$/.test(key)) fault("code", `楽天の決済コード（数字）か「${DEFAULT_PAYMENT}」を入力してください。`);
    names.set(code, text("name"));
    if (text("firstSeenAt") !== "") seen.add(code);
    if (target) byCode.set(code, target);
    if (isExcluded) excluded.add(code);
  }
  return { fallback, byCode, excluded, names, seen };
}

/** Throws Problem("fix") where the compulsory default is not there. `pastTarget` is the setting that goes with the targets. */
export function targetsOf({ fallback, byCode, excluded }: Payments, pastTarget: PastTarget): PaymentTargets {
  if (!fallback) throw noDefault();
  return { default: fallback, byCode, excluded, pastTarget };
}

export const noDefault = (): Problem =>
  new Problem(
    "fix",
    `「${paymentTable.sheet}」に「${DEFAULT_PAYMENT}」の行がありません。${inMenu(captions.setUp)}を実行し、「${columnOf(paymentTable, "target").header}」を選んでください。`,
  );
