import { plain, type TypedRow } from "./books.ts";
import { LEDGER, STOCK } from "./declared.ts";
import { cellIn } from "./goods.ts";
import type { Cell, View, ViewRow } from "./office.ts";
import type { World } from "./world.ts";

/** A row of 入出庫, as people read it. */
export interface Entry {
  readonly id: number;
  /** In whole seconds, as a cell keeps no more. */
  readonly at: number;
  /** Plain, and the one that the product has now. */
  readonly code: string;
  readonly kind: string;
  readonly quantity: number;
  readonly isBeforeCount: boolean;
  readonly reason: string;
  /** Of a shipment: its order and destination, as one text. */
  readonly parcel: string;
  readonly asks: boolean;
  readonly answer: string;
  readonly typedOn: Cell;
  readonly takesBack: Cell;
  readonly recordedAt: number;
  readonly who: string;
}

export const COUNT = "棚卸";
export const SHIPPED = "出荷";
export const UNSHIPPED = "出荷取消";
export const RETURNED = "返品";
export const UNRETURNED = "返品取消";
export const UNTYPED = "入力の取消";
export const TYPED_KINDS: readonly string[] = ["入荷", RETURNED, "出庫", "訂正"];

export const parcelOf = (orderNumber: Cell, basketId: Cell): string => `${orderNumber}/${basketId}`;

export function entriesIn({ office, books, ledger }: World): Entry[] {
  const stock = office.view(STOCK);
  const codes = new Set(stock.rows.map((row) => plain(ledger.keyOf(stock, row))));
  const nameOf = (code: Cell) => books.nameOf(code, (name) => codes.has(name));
  const view = office.view(LEDGER);
  return view.rows.filter((row) => cellIn(view, row, "番号") !== "").map((row) => entryIn(view, row, nameOf));
}

function entryIn(view: View, row: ViewRow, nameOf: (code: Cell) => string): Entry {
  const cell = (header: string) => cellIn(view, row, header);
  return {
    id: Number(cell("番号")),
    at: seconds(cell("日時")),
    code: nameOf(cell("商品コード")),
    kind: String(cell("区分")),
    quantity: Number(cell("数量")),
    isBeforeCount: cell("棚卸前") !== "",
    reason: String(cell("理由")),
    parcel: cell("注文番号") === "" ? "" : parcelOf(cell("注文番号"), cell("送付先ID")),
    asks: cell("確認事項") !== "",
    answer: String(cell("商品の戻り")),
    typedOn: cell("入力した日付"),
    takesBack: cell("元の番号"),
    recordedAt: seconds(cell("記録日時")),
    who: String(cell("実行者")),
  };
}

const seconds = (serial: Cell): number => Math.round(Number(serial) * 86_400);

const isLater = (one: Entry, other: Entry): boolean => one.at > other.at || (one.at === other.at && one.id > other.id);

/** What moved while somebody counted is in the count. */
const isSince = (entry: Entry, count: Entry): boolean => entry.kind !== COUNT && entry.at > count.at;

/** The last count of each product. */
export function lastCounts(entries: readonly Entry[]): Map<string, Entry> {
  const counts = new Map<string, Entry>();
  for (const entry of entries) {
    const last = counts.get(entry.code);
    if (entry.kind === COUNT && (last === undefined || isLater(entry, last))) counts.set(entry.code, entry);
  }
  return counts;
}

/** What a last count leaves out of its sum. */
export const isBefore = (entry: Entry, count: Entry | undefined): boolean =>
  count !== undefined && entry !== count && !isSince(entry, count);

/** What is on hand of each product that was ever counted: the last count, and everything since. */
export function onHandIn(entries: readonly Entry[]): Map<string, number> {
  return new Map(
    [...lastCounts(entries)].map(([code, count]) => {
      const since = entries.filter((entry) => entry.code === code && isSince(entry, count));
      return [code, count.quantity + since.reduce((sum, { quantity }) => sum + quantity, 0)];
    }),
  );
}

export type Amounts = ReadonlyMap<string, number>;

/** Sums by product of what some kinds moved, without those of which nothing is left. */
export function netOf(entries: readonly Entry[], kinds: readonly string[]): Amounts {
  const sums = new Map<string, number>();
  for (const { kind, code, quantity } of entries)
    if (kinds.includes(kind)) sums.set(code, (sums.get(code) ?? 0) + quantity);
  return new Map([...sums].filter(([, sum]) => sum !== 0));
}

/** The entries of each parcel. */
export function byParcel(entries: readonly Entry[]): Map<string, Entry[]> {
  const parcels = new Map<string, Entry[]>();
  for (const entry of entries)
    if (entry.parcel !== "") parcels.set(entry.parcel, [...(parcels.get(entry.parcel) ?? []), entry]);
  return parcels;
}

export const sameAmounts = (one: Amounts, other: Amounts): boolean =>
  one.size === other.size && [...one].every(([code, amount]) => other.get(code) === amount);

export const amountsText = (amounts: Amounts): string =>
  [...amounts].map(([code, amount]) => `${code}×${amount}`).join(", ") || "nothing";

/** What a typed row adds to the stock; undefined for a row of which nothing can be booked. */
export function movedBy({ kind, quantity, day }: TypedRow, isKnown: boolean): number | undefined {
  if (!isKnown || !TYPED_KINDS.includes(String(kind))) return undefined;
  if (typeof quantity !== "number" || !Number.isInteger(quantity) || quantity === 0) return undefined;
  if (day !== "" && typeof day !== "number") return undefined;
  if (kind === "訂正") return quantity;
  if (quantity < 0) return undefined;
  return kind === "出庫" ? -quantity : quantity;
}
