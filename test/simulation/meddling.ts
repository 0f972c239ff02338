import type { Trace } from "./trace.ts";

/** When people last did something to what the product wrote: a run that was under way then has an excuse. */
export interface Meddling {
  /** Cells of the API, or the whole row, of this order. */
  row(orderNumber: string): void;
  /** A column of this sheet, by the name that the product gave it, was renamed or deleted at this time of the shop. */
  column(sheet: string, name: string, time: number): void;
  /** A row of a master that is about this value was filled in anew. */
  master(value: string): void;
  /** A row of this key was pasted, so that it may be there once more. */
  pasted(sheet: string, key: string): void;
  /** People typed, pasted or deleted anything at all: what follows from cells of theirs may be another. */
  hand(): void;
  rowSince(orderNumber: string, moment: number): boolean;
  columnSince(sheet: string, moment: number): boolean;
  /** When the first of these columns was renamed or deleted, after which 初期設定 may have made it anew with nothing in it. */
  firstLost(sheet: string, names: readonly string[]): number | undefined;
  masterSince(value: string, moment: number): boolean;
  handSince(moment: number): boolean;
  copies(sheet: string, key: string): number;
  /** Whether any row of this order may be there more than once. */
  isCopied(orderNumber: string): boolean;
  mended(sheet: string, key: string): void;
}

export function meddling(trace: Trace): Meddling {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const lost = new Map<string, number>();
  const masters = new Map<string, number>();
  const copies = new Map<string, number>();
  let hand = -1;
  const place = (sheet: string, key: string) => `${sheet} ${key}`;
  const since = (moments: ReadonlyMap<string, number>, name: string, moment: number) =>
    (moments.get(name) ?? -1) >= moment;
  return {
    row: (orderNumber) => void rows.set(orderNumber, trace.moment),
    column(sheet, name, time) {
      columns.set(sheet, trace.moment);
      if (!lost.has(place(sheet, name))) lost.set(place(sheet, name), time);
    },
    master: (value) => void masters.set(value, trace.moment),
    pasted: (sheet, key) => void copies.set(place(sheet, key), (copies.get(place(sheet, key)) ?? 0) + 1),
    hand() {
      hand = trace.moment;
    },
    rowSince: (orderNumber, moment) => since(rows, orderNumber, moment),
    columnSince: (sheet, moment) => since(columns, sheet, moment),
    firstLost(sheet, names) {
      const times = names.flatMap((name) => lost.get(place(sheet, name)) ?? []);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    masterSince: (value, moment) => since(masters, value, moment),
    handSince: (moment) => hand >= moment,
    copies: (sheet, key) => copies.get(place(sheet, key)) ?? 0,
    isCopied: (orderNumber) => [...copies.keys()].some((each) => each.includes(orderNumber)),
    mended: (sheet, key) => void copies.delete(place(sheet, key)),
  };
}
