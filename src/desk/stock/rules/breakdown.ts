import { type OrderList, type OrderShare, orderList } from "./order-list.ts";

/** One figure of 在庫 with the orders behind it. */
export interface BreakdownPart extends OrderList {
  /** As the cell shows it; null where no run has counted yet. */
  readonly figure: number | null;
  /** What the listed orders come to. */
  readonly listed: number;
  /** Units of the orders beyond the list. */
  readonly rest: number;
  /** The figure is not what its orders come to: somebody changed a cell since the last run. */
  readonly differs: boolean;
}

/** What 在庫 says of one product, and whose orders speak for it. */
export interface Breakdown {
  readonly productCode: string;
  readonly name: string;
  /** 実在庫; null where nobody counted. */
  readonly onHand: number | null;
  readonly safetyStock: number | null;
  readonly sellable: number | null;
  readonly question: string;
  readonly reserved: BreakdownPart;
  readonly unshipped: BreakdownPart;
}

/** The breakdown of the selected row, or why there is none. */
export type BreakdownAnswer =
  | { readonly done: true; readonly breakdown: Breakdown }
  | { readonly done: false; readonly message: string };

type Told = Pick<Breakdown, "productCode" | "name" | "onHand" | "safetyStock" | "sellable" | "question">;

/** A row of 在庫 as far as it matters here. */
export interface ToldRow extends Told {
  readonly reserved: number | null;
  readonly unshipped: number | null;
  readonly reservedOrders: string;
  readonly unshippedOrders: string;
}

export const breakdownOf = ({ reserved, unshipped, reservedOrders, unshippedOrders, ...told }: ToldRow): Breakdown => ({
  ...told,
  reserved: partOf(reserved, reservedOrders),
  unshipped: partOf(unshipped, unshippedOrders),
});

function partOf(figure: number | null, orders: string): BreakdownPart {
  const list = orderList(orders);
  const listed = total(list.shares);
  const rest = (figure ?? 0) - listed;
  // Each order beyond the list speaks for one unit at least.
  const differs = list.unread.length > 0 || (list.beyond === 0 ? rest !== 0 : rest < list.beyond);
  return { ...list, figure, listed, rest, differs };
}

const total = (shares: readonly OrderShare[]): number => shares.reduce((sum, { units }) => sum + units, 0);
