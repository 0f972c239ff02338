import { PROGRESS, type Progress } from "./codes.ts";
import type { OrderLine, ShopOrder } from "./order.ts";

/**
 * What searches look at, laid flat: a scan over 100,000 orders is bound by memory, and following each order's
 * objects would cost ten times as much. Instants are whole seconds, small integers to the engine.
 */
export interface SearchKeys {
  readonly order: ShopOrder;
  readonly ordered: number;
  readonly confirmed: number;
  readonly fixed: number;
  readonly shipped: number;
  readonly settling: number;
  readonly settled: number;
  /** 0 for an order on the line */
  readonly aside: number;
  /** 発送日 of every record as 20261124 */
  readonly shippingDays: readonly number[];
  readonly shippingNumberBlank: boolean;
  /** -1 for none */
  readonly subStatusId: number;
  readonly orderType: number;
  readonly settlementMethodCode: number;
  readonly deliveryName: string;
  readonly carrierCode: number;
  readonly asuraku: boolean;
  readonly coupon: boolean;
  readonly drug: boolean;
  readonly oneDayOperation: boolean;
  readonly ordererName: string;
  readonly ordererKana: string;
  readonly senderNames: readonly string[];
  readonly goods: readonly Goods[];
}

/** The texts of a line that keywords are looked for in; "" where there is none. One object for all lines that sell the same. */
export interface Goods {
  readonly itemName: string;
  readonly itemNumber: string;
  readonly variantId: string;
  readonly merchantDefinedSkuId: string;
  readonly skuInfo: string;
}

/** Later than any instant that RMS will see. */
const NEVER = 0x7fffffff;
const NO_DAYS: readonly number[] = [];

export const seconds = (instant: number | null): number => (instant === null ? NEVER : Math.floor(instant / 1000));
export const dayNumber = (date: string): number => Number(date.replaceAll("-", ""));

export function searchKeys(order: ShopOrder): SearchKeys {
  const { timeline, packages, flags, orderer } = order;
  const days = packages.flatMap(({ shippings }) =>
    shippings.flatMap(({ shippingDate }) => (shippingDate === null ? [] : [dayNumber(shippingDate)])),
  );
  return {
    order,
    ordered: seconds(timeline.ordered),
    confirmed: seconds(timeline.confirmed),
    fixed: seconds(timeline.fixed),
    shipped: seconds(timeline.shipped),
    settling: seconds(timeline.settling),
    settled: seconds(timeline.settled),
    aside: timeline.aside ?? 0,
    shippingDays: days.length === 0 ? NO_DAYS : days,
    shippingNumberBlank: packages.every(({ shippings }) =>
      shippings.every(({ shippingNumber }) => shippingNumber === null),
    ),
    subStatusId: order.subStatusId ?? -1,
    orderType: order.orderType,
    settlementMethodCode: order.settlementMethodCode,
    deliveryName: order.deliveryName,
    carrierCode: order.carrierCode,
    asuraku: flags.asuraku,
    coupon: order.coupons.length > 0,
    drug: flags.drug,
    oneDayOperation: flags.oneDayOperation,
    ordererName: nameOf(orderer.familyName, orderer.firstName),
    ordererKana: nameOf(orderer.familyNameKana, orderer.firstNameKana),
    senderNames: packages.map(({ sender }) => nameOf(sender.familyName, sender.firstName)),
    goods: packages.flatMap(({ lines }) => lines.map(goodsOf)),
  };
}

/** Gives the same object for the same key, so that a scan meets few objects often instead of many once. */
function pool<T>(): (key: string, make: () => T) => T {
  const pooled = new Map<string, T>();
  return (key, make) => {
    const known = pooled.get(key) ?? make();
    pooled.set(key, known);
    return known;
  };
}

const names = pool<string>();
const goods = pool<Goods>();

/** Family and first name as one text. */
function nameOf(family: string | null, first: string | null): string {
  const name = `${family ?? ""}${first ?? ""}`;
  return names(name, () => name);
}

function goodsOf({ itemName, itemNumber, sku }: OrderLine): Goods {
  const { variantId, merchantDefinedSkuId, skuInfo } = sku ?? {
    variantId: "",
    merchantDefinedSkuId: null,
    skuInfo: null,
  };
  const key = [itemName, itemNumber, variantId, merchantDefinedSkuId, skuInfo].join("\u0000");
  return goods(key, () => ({
    itemName,
    itemNumber: itemNumber ?? "",
    variantId,
    merchantDefinedSkuId: merchantDefinedSkuId ?? "",
    skuInfo: skuInfo ?? "",
  }));
}

/** The same as progressAt, on keys; `now` in seconds. */
export function progressOf(keys: SearchKeys, now: number): Progress {
  if (keys.aside !== 0) return keys.aside as Progress;
  if (keys.shipped <= now) {
    if (keys.settled <= now) return PROGRESS.settled;
    return keys.settling <= now ? PROGRESS.settling : PROGRESS.shipped;
  }
  if (keys.fixed <= now) return PROGRESS.awaitingShipment;
  return keys.confirmed <= now ? PROGRESS.processing : PROGRESS.awaitingConfirmation;
}
