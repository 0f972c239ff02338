/** What of its free stock a product leaves to the shop. */
export interface Limits {
  /** Kept back before anything else. */
  readonly buffer: number;
  /** Per cent of the rest. */
  readonly share: number;
  /** Null: as much as there is. */
  readonly limit: number | null;
  /** Less than this is shown as nothing. */
  readonly floor: number;
}

/** The columns of 商品マスタ that say so. */
export const limitColumns = ["stockBuffer", "stockShare", "stockLimit", "stockFloor"] as const;
export type LimitColumn = (typeof limitColumns)[number];

/** As typed: null for an empty cell, undefined for one that holds no number. */
export type LimitCells = Readonly<Record<LimitColumn, number | null | undefined>>;

export interface LimitFault {
  readonly column: LimitColumn;
  readonly reason: string;
}

/** What the cells of a product come to, or what is wrong with which of them: that product alone is then not sent. */
export function limitsOf(cells: LimitCells): Limits | readonly LimitFault[] {
  const faults = limitColumns.flatMap((column) => {
    const reason = complaint(column, cells[column]);
    return reason === undefined ? [] : [{ column, reason }];
  });
  if (faults.length > 0) return faults;
  const { stockBuffer, stockShare, stockLimit = null, stockFloor } = cells;
  if (stockLimit !== null && stockLimit < (stockFloor ?? 0)) return [{ column: "stockLimit", reason: CROSSED }];
  return { buffer: stockBuffer ?? 0, share: stockShare ?? 100, limit: stockLimit, floor: stockFloor ?? 0 };
}

const CROSSED = "在庫上限が在庫下限より小さくなっています。上限を下限以上にするか、どちらかを空欄にしてください。";

function complaint(column: LimitColumn, value: number | null | undefined): string | undefined {
  if (value === null) return undefined;
  const isWhole = value !== undefined && Number.isInteger(value);
  if (column === "stockShare")
    return isWhole && value >= 1 && value <= 100
      ? undefined
      : "1から100までの整数（％）を入力するか、空欄にしてください。";
  return isWhole && value >= 0 ? undefined : "0以上の整数を入力するか、空欄にしてください。";
}

export const isLimits = (read: Limits | readonly LimitFault[]): read is Limits => "share" in read;
