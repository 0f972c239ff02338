import type { StockMove } from "../../workbench/rms/shop/catalogue-control.ts";
import type { ShopOrder } from "../../workbench/rms/shop/order.ts";
import type { Shop } from "../../workbench/rms/shop/shop.ts";
import { codeOfLine, type Goods } from "./goods.ts";
import type { Trace } from "./trace.ts";

/** A move of a stock figure, and when. */
export interface Moved extends StockMove {
  readonly moment: number;
}

/** The shop's histories: what its orders were from version to version, and what moved its stock figures. */
export interface Shelf {
  /** To be called wherever orders may have changed. */
  look(): void;
  /** Every version of the order that ever stood at the shop, the oldest first. */
  versions(orderNumber: string): readonly ShopOrder[];
  /** Every version of every order. */
  orders(): readonly ShopOrder[];
  /** Plain codes of all that orders ever held. */
  soldCodes(goods: Goods): ReadonlySet<string>;
  /** Where an order was short of goods, or the shop set a figure by its own hand, nobody can tell what is free. */
  isMuddled(manageNumber: string, variantId: string, since: number): boolean;
  /** The shop sets a figure on RMS's own screen. */
  setByHand(manageNumber: string, variantId: string, quantity: number): void;
  /** To be told of what the API writes. */
  onWrite(listener: (move: Moved) => void): void;
}

export function shelf(shop: Shop, trace: Trace): Shelf {
  const orders = new Map<string, ShopOrder[]>();
  const muddled: Moved[] = [];
  const listeners: ((move: Moved) => void)[] = [];
  let byHand = false;
  shop.onStock((move) => {
    const moved = { ...move, moment: trace.moment };
    if (move.short > 0 || byHand) muddled.push(moved);
    if (move.by === "setting" && !byHand) for (const listener of listeners) listener(moved);
  });
  return {
    look() {
      for (const order of shop.orders()) {
        const known = orders.get(order.orderNumber) ?? [];
        if (known.at(-1) !== order) orders.set(order.orderNumber, [...known, order]);
      }
    },
    versions: (orderNumber) => orders.get(orderNumber) ?? [],
    orders: () => [...orders.values()].flat(),
    soldCodes: (goods) =>
      new Set(
        [...orders.values()]
          .flat()
          .flatMap(({ packages }) => packages.flatMap(({ lines }) => lines.map((line) => codeOfLine(goods, line)))),
      ),
    isMuddled: (manageNumber, variantId, since) =>
      muddled.some(
        (each) => each.manageNumber === manageNumber && each.variantId === variantId && each.moment >= since,
      ),
    setByHand(manageNumber, variantId, quantity) {
      byHand = true;
      shop.setStock(manageNumber, variantId, quantity);
      byHand = false;
    },
    onWrite: (listener) => void listeners.push(listener),
  };
}
