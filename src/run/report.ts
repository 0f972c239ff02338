import type { RowFault } from "../core/problem.ts";
import { sheetNames } from "../core/sheet-names.ts";

/** So many, or so many for each reason. */
export type Count = number | Readonly<Record<string, number>>;

/** What a run did so far, counted by the names that its job declares. */
export interface Report<Name extends string = string> {
  readonly counts: Readonly<Partial<Record<Name, Count>>>;
  readonly faults: readonly RowFault[];
  readonly finished: boolean;
  /** What people have to read at once, before all counts. */
  readonly alarm?: string;
  /** What they take away, after all counts. */
  readonly closing?: string;
}

/** What the counts of a job are called on screen, in the order of telling. */
export type CountLabels<Name extends string = string> = Readonly<Record<Name, string>>;

export const emptyReport: Report<never> = { counts: {}, faults: [], finished: true };

export const sum = (count: Count = 0): number =>
  typeof count === "number" ? count : Object.values(count).reduce((total, one) => total + one, 0);

/** One more for each of `reasons`. */
export function counted(count: Readonly<Record<string, number>>, reasons: readonly string[]): Record<string, number> {
  const counts = { ...count };
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** A reason that is told only where there is something of it. */
export const ifAny = (reason: string, count: number): Record<string, number> =>
  count === 0 ? {} : { [reason]: count };

/** How many there were to look at: no outcome, and so in a column of 連携ログ, but in no text. */
const FOUND = "found";

/** One sentence a fact, for the toast and the log. Counts with reasons are told only where there are any. */
export function reportText({ counts, faults, finished, closing = "" }: Report, labels: CountLabels): string {
  const shown = Object.entries(labels).flatMap(([name, label]) => {
    const count = counts[name] ?? 0;
    return name === FOUND || (typeof count === "object" && sum(count) === 0) ? [] : [{ label, count }];
  });
  const parts = [
    ...shown.map(({ label, count }) => `${label} ${sum(count)}件`),
    ...(faults.length > 0 ? [`エラー ${faults.length}件`] : []),
  ];
  return [
    `${parts.join("、")}。`,
    ...shown.flatMap(({ label, count }) => reasonsOf(count).map((reason) => `${label}: ${reason}`)),
    ...(faults.length > 0 ? [`エラーの内容は「${sheetNames.log}」を確認してください。`] : []),
    ...(finished ? [] : ["時間内に終わらなかったため、続きは次の実行で処理します。"]),
    closing,
  ].join("");
}

const reasonsOf = (count: Count): string[] =>
  typeof count === "number" ? [] : Object.entries(count).map(([reason, many]) => `${reason} ${many}件。`);
