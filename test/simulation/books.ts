import type { Cell, View, ViewRow } from "./office.ts";

/** What people counted of one product. */
interface Counted {
  /** Each time that somebody typed something, in their order; "" is nothing. */
  readonly typed: Cell[];
  /** The last was typed while a run that empties the cells was between its look and its write. */
  isAtRisk: boolean;
}

/** Everything that people counted, and typed of goods that came and went: what the books have to say follows from it. */
export interface Books {
  counted(code: string, value: Cell, isAtRisk: boolean): void;
  isAtRisk(code: string): boolean;
  /** What was typed of this code, the newest last. */
  countsOf(code: string): readonly Cell[];
  /** The codes of rows that the product gave new ones, as people allowed: their histories have two names. */
  recoded(codes: ReadonlyMap<string, string>): void;
  isRecoded(code: string): boolean;
  /** The plain code that this one has become, where no product `has` it any more. */
  nameOf(code: Cell, has: (plainCode: string) => boolean): string;
  wrote(row: TypedRow): void;
  tookAway(row: TypedRow): void;
  /** One text for each row that people typed in 入出庫入力, sorted. */
  expected(): string[];
}

/** A row of 入出庫入力. */
export interface TypedRow {
  readonly code: Cell;
  readonly kind: Cell;
  readonly quantity: Cell;
  readonly day: Cell;
  readonly memo: Cell;
}

export const TYPED_HEADERS = {
  code: "商品コード",
  kind: "区分",
  quantity: "数量",
  day: "日付",
  memo: "メモ",
} as const satisfies Record<keyof TypedRow, string>;

export function typedRow({ headers }: View, { cells }: ViewRow): TypedRow {
  const cell = (name: keyof TypedRow): Cell => cells[headers.indexOf(TYPED_HEADERS[name])] ?? "";
  return { code: cell("code"), kind: cell("kind"), quantity: cell("quantity"), day: cell("day"), memo: cell("memo") };
}

export const typedText = ({ code, kind, quantity, day, memo }: TypedRow): string =>
  [code, kind, quantity, day, memo].map((cell) => JSON.stringify(cell)).join(" ");

/** All spellings of a code that people type. */
export const plain = (code: Cell): string => String(code).normalize("NFKC").trim().toLowerCase();

/** The number that a typed count means; undefined for what is none. */
export function countOf(typed: Cell): number | undefined {
  const text = String(typed).normalize("NFKC").trim();
  if (typeof typed === "boolean" || !/^\d+$|^\d{1,3}(,\d{3})+$/.test(text)) return undefined;
  return Number(text.replaceAll(",", ""));
}

export function books(): Books {
  const counts = new Map<string, Counted>();
  /** By a plain code the one that came after it. */
  const later = new Map<string, string>();
  const rows: string[] = [];
  return {
    counted(code, value, isAtRisk) {
      const counted = counts.get(code) ?? { typed: [], isAtRisk };
      counts.set(code, counted);
      counted.typed.push(value);
      counted.isAtRisk = isAtRisk;
    },
    isAtRisk: (code) => counts.get(code)?.isAtRisk ?? false,
    countsOf: (code) => counts.get(code)?.typed ?? [],
    recoded(codes) {
      for (const [from, to] of codes) later.set(plain(from), plain(to));
    },
    isRecoded: (code) => [...later].some((codes) => codes.includes(plain(code))),
    nameOf(code, has) {
      let name = plain(code);
      for (let steps = later.size; steps > 0 && !has(name); steps--) name = later.get(name) ?? name;
      return name;
    },
    wrote: (row) => void rows.push(typedText(row)),
    tookAway(row) {
      const at = rows.indexOf(typedText(row));
      if (at !== -1) rows.splice(at, 1);
    },
    expected: () => [...rows].sort(),
  };
}
