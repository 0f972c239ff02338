import type { Serial } from "../../../core/jst.ts";

/** What moves goods, and how it is shown. A count says what is there; all others add or, being negative, take away. */
export const kinds = {
  count: "棚卸",
  shipment: "出荷",
  unshipment: "出荷取消",
  receipt: "入荷",
  return: "返品",
  unreturn: "返品取消",
  issue: "出庫",
  correction: "訂正",
  untyped: "入力の取消",
} as const;

export type Kind = (typeof kinds)[keyof typeof kinds];

/** What people type in 入出庫入力. */
export const typedKinds = [kinds.receipt, kinds.return, kinds.issue, kinds.correction] as const;

export type TypedKind = (typeof typedKinds)[number];

/** One line of 入出庫. Nobody changes it any more, but for its marks. */
export interface Entry {
  /** Counts up: of entries of one time, the later one was recorded later. */
  readonly id: number;
  readonly happenedAt: Serial;
  readonly productCode: string;
  readonly kind: Kind;
  readonly quantity: number;
  readonly reason: string;
  readonly orderNumber: string;
  readonly basketId: string;
  /** The day that a person typed; null where there is none. */
  readonly typedOn: Serial | null;
  /** The entry that this one takes back, or answers. */
  readonly takesBack: number | null;
  readonly who: string;
  readonly recordedAt: Serial;
}

/** An entry before it has its number. */
export type Draft = Pick<Entry, "happenedAt" | "productCode" | "kind" | "quantity"> &
  Partial<Pick<Entry, "reason" | "orderNumber" | "basketId" | "typedOn" | "takesBack">>;
