import { linesOf } from "../../../core/line-break.ts";
import { isOrderNumber } from "../../../shop/order-number.ts";

/** How many of a product one order speaks for. */
export interface OrderShare {
  readonly orderNumber: string;
  readonly units: number;
}

/** What a cell tells of the orders behind a figure. */
export interface OrderList {
  readonly shares: readonly OrderShare[];
  /** Orders behind the figure that the cell has no room for. */
  readonly beyond: number;
  /** Lines that no run wrote: people may type into any cell. */
  readonly unread: readonly string[];
}

/** A cell of Google holds 50,000 characters: this many lines fit, and the request of a step stays small. */
export const LISTED_ORDERS = 500;

const BEYOND = /^ほか(\d+)件$/;

/**
 * The orders behind a figure with their units, one a line, oldest first. The same orders always make the same text, so
 * a cell whose orders stay is not written again.
 */
export function orderListText(units: ReadonlyMap<string, number>): string {
  const orders = [...units].sort(([one], [other]) => (one < other ? -1 : 1));
  const beyond = orders.length - LISTED_ORDERS;
  const lines = orders.slice(0, LISTED_ORDERS).map(([number, count]) => `${number}×${count}`);
  return [...lines, ...(beyond > 0 ? [`ほか${beyond}件`] : [])].join("\n");
}

/** Takes back what `orderListText` wrote. */
export function orderList(text: string): OrderList {
  const shares: OrderShare[] = [];
  const unread: string[] = [];
  let beyond = 0;
  for (const line of linesOf(text).map((raw) => raw.trim())) {
    const share = shareOf(line);
    const more = BEYOND.exec(line);
    if (share !== undefined) shares.push(share);
    else if (more !== null) beyond += Number(more[1]);
    else if (line !== "") unread.push(line);
  }
  return { shares, beyond, unread };
}

function shareOf(line: string): OrderShare | undefined {
  const [orderNumber = "", units = "", ...rest] = line.split("×");
  if (rest.length > 0 || !isOrderNumber(orderNumber) || !/^\d+$/.test(units)) return undefined;
  return { orderNumber, units: Number(units) };
}
