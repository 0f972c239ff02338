import { dateText, instantOf, shortTime } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Rms } from "../../rms/client/client.ts";
import { fetchOrders, ORDERS_PER_CALL } from "../../rms/order/orders.ts";
import { deadlineOf } from "../../run/budget.ts";
import { problemFrom } from "../../run/notice.ts";
import type { Order } from "../../shop/order.ts";
import { periodStart } from "../../shop/search-window.ts";
import { unfixedAmounts } from "../../shop/unfixed-amounts.ts";
import { connectedRms } from "../connection/connected.ts";
import { mayChange, responsible } from "../connection/operator.ts";
import { searchShop } from "../connection/search-shop.ts";
import { enabledSettings } from "../settings/stored-settings.ts";
import { confirmTexts } from "./rules/confirm-texts.ts";

/** An order at 100 注文確認待ち, with what people decide by. */
export interface WaitingOrder {
  readonly orderNumber: string;
  readonly orderedAt: string;
  readonly ordererName: string;
  readonly payment: string;
  /** Null while RMS has not fixed it. */
  readonly requestPrice: number | null;
  /** What Rakuten warns of, and amounts that are not fixed yet: RMS does not take such an order on. */
  readonly cautions: readonly string[];
}

export interface WaitingOrders {
  /** Oldest first, and no more than one run confirms. */
  readonly orders: readonly WaitingOrder[];
  /** Orders that could not be read, each with the reason. */
  readonly faults: readonly string[];
  /** Orders beyond those. */
  readonly more: number;
}

export type WaitingOrdersResult =
  | { readonly done: true; readonly waiting: WaitingOrders }
  | { readonly done: false; readonly message: string };

/** Called by the dialog: asks the shop and writes nothing. */
export function ordersToConfirm(platform: Platform): WaitingOrdersResult {
  if (!mayChange(platform)) return { done: false, message: confirmTexts.onlyOperator(responsible(platform)) };
  try {
    const settings = enabledSettings(platform);
    if (!settings.confirmOrders) return { done: false, message: confirmTexts.switchedOff };
    const now = platform.clock.now();
    const deadline = deadlineOf(now, "question");
    const rms = connectedRms(platform, deadline);
    const since = periodStart(settings.periodDays, now, now);
    const { numbers } = searchShop({ rms, now: () => now }, since, [100]);
    return { done: true, waiting: waitingAmong(rms, numbers, () => platform.clock.now() >= deadline) };
  } catch (error) {
    return { done: false, message: problemFrom(platform, error).message };
  }
}

/** As many as one run confirms well within Google's six minutes. */
export const MOST_ORDERS = 1000;

function waitingAmong(rms: Rms, found: readonly string[], isOver: () => boolean): WaitingOrders {
  const numbers = [...new Set(found)].sort();
  const orders: WaitingOrder[] = [];
  const faults: string[] = [];
  let seen = 0;
  while (seen < Math.min(numbers.length, MOST_ORDERS) && !(seen > 0 && isOver())) {
    const some = numbers.slice(seen, seen + ORDERS_PER_CALL);
    const read = fetchOrders(rms, some);
    orders.push(...read.orders.filter(({ progress }) => progress === 100).map(shownOrder));
    faults.push(...read.faults.map(({ subject, reason }) => `${subject}: ${reason}`));
    seen += some.length;
  }
  return { orders, faults, more: numbers.length - seen };
}

const shownOrder = (order: Order): WaitingOrder => ({
  orderNumber: order.number,
  orderedAt: `${dateText(order.orderedAt).slice(0, 5)}${shortTime(instantOf(order.orderedAt))}`,
  ordererName: order.ordererName,
  payment: order.payment.name,
  requestPrice: order.requestPrice,
  cautions: [...order.cautions, ...unfixedTexts(order)],
});

function unfixedTexts(order: Order): string[] {
  const names = new Set(order.packages.flatMap((destination) => unfixedAmounts(order, destination)));
  return names.size === 0 ? [] : [`${[...names].join("・")}が確定していません。RMSで確定すると確認済みにできます。`];
}
