import type { Entry } from "../entry.ts";

/** Where a carrier takes longer, no buyer can wish for a day. */
const MOST = 30;

/** The days in 配送日数 of a row; null where the cell is empty, or no number of days. */
export function leadDaysIn({ value, fault }: Entry): number | null {
  const days = value("leadDays") as number | null | undefined;
  if (days === null) return null;
  if (days !== undefined && days >= 0 && days <= MOST && Number.isInteger(days)) return days;
  fault("leadDays", `0～${MOST}の整数を入力してください。`);
  return null;
}
