import { PROGRESS, type Progress, SETTLEMENT_METHODS } from "./codes.ts";
import { HOUR, jstDate, parseOrderTime } from "./jst.ts";
import type { Orderer, OrderLine, Person, ShippingRecord, ShopOrder, ShopPackage, SocialGift } from "./order.ts";
import { placedAt } from "./timeline.ts";

export type LineSpec = Partial<OrderLine>;
export type PackageSpec = Partial<Omit<ShopPackage, "lines" | "sender" | "socialGift">> & {
  readonly lines?: readonly LineSpec[];
  readonly sender?: Partial<Person>;
  readonly socialGift?: Partial<SocialGift> | null;
};

/** Whatever is left out is filled in so that a complete, valid order results: 300 発送待ち, one destination, one SKU. */
export type OrderSpec = Partial<Omit<ShopOrder, "packages" | "orderer" | "flags">> & {
  readonly progress?: Progress;
  /** When it was placed, as a Date or as RMS writes it; an hour ago when absent. */
  readonly ordered?: Date | string;
  readonly orderer?: Partial<Orderer>;
  readonly flags?: Partial<ShopOrder["flags"]>;
  readonly packages?: readonly PackageSpec[];
  /** The lines of a single destination. */
  readonly lines?: readonly LineSpec[];
  /** The addressee of a single destination; the orderer's address when absent. */
  readonly address?: Partial<Person>;
};

export interface BuilderContext {
  readonly shopId: string;
  readonly now: number;
  readonly nextId: () => number;
  readonly carrierAtPurchase: boolean;
}

const PLAIN_ORDERER: Orderer = {
  zipCode1: "100",
  zipCode2: "0000",
  prefecture: "東京都",
  city: "架空区",
  subAddress: "見本町1-2-3",
  familyName: "見本",
  firstName: "太郎",
  familyNameKana: "ミホン",
  firstNameKana: "タロウ",
  phoneNumber1: "000",
  phoneNumber2: "0000",
  phoneNumber3: "0000",
  emailAddress: "mihon@pc.fw.rakuten.ne.jp.invalid",
  sex: null,
  birthYear: null,
  birthMonth: null,
  birthDay: null,
};

const PLAIN_FLAGS: ShopOrder["flags"] = {
  rakutenMember: true,
  asuraku: false,
  drug: false,
  deal: false,
  deliveryCertPrg: false,
  oneDayOperation: false,
  modified: false,
  rakutenConfirming: false,
};

export function buildOrder(spec: OrderSpec, context: BuilderContext): ShopOrder {
  const {
    progress = PROGRESS.awaitingShipment,
    ordered,
    packages,
    lines,
    address,
    orderer,
    flags,
    timeline,
    ...given
  } = spec;
  const orderedAt = timeline?.ordered ?? instantOf(ordered, context.now);
  const buyer = { ...PLAIN_ORDERER, ...orderer };
  const code = given.settlementMethodCode ?? 1;
  const baskets = packages ?? [{ ...(lines && { lines }), ...(address && { sender: address }) }];
  return {
    orderNumber: `${context.shopId}-${jstDate(orderedAt).replaceAll("-", "")}-${String(900_000_000 + context.nextId()).padStart(10, "0")}`,
    timeline: timeline ?? timelineOf(orderedAt, progress, context.now),
    orderType: 1,
    reserveNumber: null,
    reserveDeliveryCount: null,
    subStatusId: null,
    orderer: buyer,
    settlementMethodCode: code,
    card:
      code === 1
        ? { name: "VISA", lastDigits: "0000", owner: "TARO MIHON", expires: "2035-12", payType: 0, installments: null }
        : null,
    deliveryName: "宅配便",
    deliveryClass: null,
    deliveryDate: null,
    shippingTerm: null,
    remarks: null,
    memo: null,
    operator: null,
    mailPlugSentence: null,
    giftCheck: false,
    wrappings: [],
    usedPoint: 0,
    coupons: [],
    paymentCharge: SETTLEMENT_METHODS.get(code)?.prepaid ? 220 : 0,
    feeToUser: 0,
    carrierCode: 0,
    emailCarrierCode: 0,
    cautionDisplayType: 0,
    cautionDisplayDetailType: null,
    changes: [],
    overrides: {},
    ...given,
    flags: { ...PLAIN_FLAGS, ...flags },
    packages: baskets.map((each) => buildPackage(each, buyer, code, context)),
  };
}

function buildPackage(spec: PackageSpec, buyer: Person, code: number, context: BuilderContext): ShopPackage {
  const { nextId, now, carrierAtPurchase } = context;
  const { lines = [{}], sender, socialGift, ...given } = spec;
  const basketId = given.basketId ?? 500_000_000 + nextId() * 100;
  const defaultDeliveryCompanyCode = given.defaultDeliveryCompanyCode ?? "1001";
  return {
    basketId,
    isolatedIsland: false,
    noshi: null,
    postage: 0,
    codFee: code === 2 ? 330 : 0,
    defaultDeliveryCompanyCode,
    dropOffLocation: null,
    shippings: carrierAtPurchase ? [carrierAlone(nextId(), defaultDeliveryCompanyCode)] : [],
    cvs: null,
    ...given,
    sender: { ...placeOf(buyer), ...sender },
    lines: lines.map((line, index) => buildLine(line, basketId + index)),
    socialGift: socialGift
      ? {
          number: `${basketId}-sg`,
          inputDueDate: jstDate(now + 240 * HOUR),
          completed: null,
          receiverEmailAddress: "uketori@pc.fw.rakuten.ne.jp.invalid",
          ...socialGift,
        }
      : null,
  };
}

/** The record that RMS makes by itself where a shop has its carriers set at purchase. It says nothing about shipping. */
export const carrierAlone = (shippingDetailId: number, deliveryCompany: string): ShippingRecord => ({
  shippingDetailId,
  shippingNumber: null,
  deliveryCompany,
  shippingDate: null,
});

/** The first detail id of a destination is its basketId, as in RMS. */
const buildLine = (line: LineSpec, itemDetailId: number): OrderLine => ({
  itemDetailId,
  itemId: 10_000_001,
  itemName: "見本の商品",
  itemNumber: "MH0001",
  manageNumber: "mihon-0001",
  sku: { variantId: "mihon-0001", merchantDefinedSkuId: "00001", skuInfo: null },
  price: 1000,
  units: 1,
  taxRate: 0.1,
  includeTax: true,
  includePostage: false,
  includeCod: false,
  selectedChoice: null,
  pointRate: 1,
  inventoryType: 1,
  delvdateInfo: null,
  singleItemShipping: 0,
  ...line,
});

export function placeOf(buyer: Person): Person {
  const { zipCode1, zipCode2, prefecture, city, subAddress, familyName, firstName } = buyer;
  const { familyNameKana, firstNameKana, phoneNumber1, phoneNumber2, phoneNumber3 } = buyer;
  const address = { zipCode1, zipCode2, prefecture, city, subAddress };
  return { ...address, familyName, firstName, familyNameKana, firstNameKana, phoneNumber1, phoneNumber2, phoneNumber3 };
}

function instantOf(ordered: Date | string | undefined, now: number): number {
  if (ordered === undefined) return Math.floor((now - HOUR) / 1000) * 1000;
  const instant = typeof ordered === "string" ? parseOrderTime(ordered) : ordered.getTime();
  if (instant === undefined) throw new RangeError(`ordered must look like 2026-11-24T09:00:00+0900, not ${ordered}.`);
  return Math.floor(instant / 1000) * 1000;
}

function timelineOf(ordered: number, progress: Progress, now: number) {
  const fresh = { ordered, confirmed: null, fixed: null, shipped: null, settling: null, settled: null, aside: null };
  // RMS keeps whole seconds, and so an order that comes to 300 now can be shipped now.
  const second = Math.floor(now / 1000) * 1000;
  return placedAt(fresh, progress, Math.max(ordered, Math.min(second, ordered + HOUR / 2)));
}
