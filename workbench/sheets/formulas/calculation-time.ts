import type { Workbook } from "../book/workbook.ts";

/** The clock of the engine that keeps a workbook, through all its revisions. */
const clocks = new WeakMap<object, () => Date>();
/** When a revision came to be. */
const changes = new WeakMap<Workbook, number>();

/** Gives a workbook the clock of its engine. */
export function keepClock({ identity }: Workbook, now: () => Date): void {
  clocks.set(identity, now);
}

/** To be told before a formula of this revision is asked: all of them show one time, however long the answer takes. */
export function noteChange(book: Workbook, milliseconds: number): void {
  changes.set(book, milliseconds);
}

const STEPS: Readonly<Record<string, number>> = { MINUTE: 60_000, HOUR: 3_600_000 };

/**
 * The time that NOW() and TODAY() show, in milliseconds: that of the last change, or of the last full minute or hour since, where
 * the spreadsheet is set to be computed so often.
 */
export function calculatedAt(book: Workbook): number {
  const now = (clocks.get(book.identity) ?? (() => new Date()))().getTime();
  const step = STEPS[book.properties.autoRecalc ?? ""];
  const changed = changes.get(book) ?? now;
  return step === undefined ? changed : Math.max(changed, Math.floor(now / step) * step);
}

export const isVolatile = (formula: string): boolean => /\b(?:NOW|TODAY)\(/i.test(formula);

/** Does `work` at this time: the formula engine has no clock but that of the runtime. */
export function atTime<Result>(milliseconds: number, work: () => Result): Result {
  const { now } = Date;
  Date.now = () => milliseconds;
  try {
    return work();
  } finally {
    Date.now = now;
  }
}
