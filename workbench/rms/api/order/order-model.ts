import { FORMER_NAME_OF_14, SETTLEMENT_METHODS } from "../../shop/codes.ts";
import { DAY, jstDate, orderTime, startOfDay } from "../../shop/jst.ts";
import { FULL_RATE, orderMoney } from "../../shop/money.ts";
import type { ChangeRecord, Coupon, Orderer, Person, ShopOrder, Wrapping } from "../../shop/order.ts";
import { progressAt } from "../../shop/timeline.ts";
import { overridden } from "../override.ts";
import { flag, packageModel, personModel, when } from "./package-model.ts";

/** The versions of getOrder that RMS answers today. */
export const OLDEST_VERSION = 3;
export const NEWEST_VERSION = 10;

/** An order as getOrder answers it at `version`, keys in Rakuten's order. What Rakuten does not know is null, never left out. */
export function orderModel(order: ShopOrder, now: number, version: number, subStatusName: string | null): object {
  const money = orderMoney(order);
  const { timeline, flags } = order;
  const model = {
    orderNumber: order.orderNumber,
    orderProgress: progressAt(timeline, now),
    subStatusId: order.subStatusId,
    subStatusName,
    orderDatetime: orderTime(timeline.ordered),
    shopOrderCfmDatetime: when(timeline.confirmed, now),
    orderFixDatetime: when(timeline.fixed, now),
    shippingInstDatetime: when(timeline.fixed, now),
    shippingCmplRptDatetime: when(timeline.shipped, now),
    cancelDueDate: timeline.shipped === null ? jstDate(startOfDay(timeline.ordered) + 14 * DAY) : null,
    deliveryDate: order.deliveryDate,
    shippingTerm: order.shippingTerm,
    remarks: order.remarks,
    giftCheckFlag: flag(order.giftCheck),
    ...(version >= 10 && { socialGiftFlag: flag(order.packages.some((each) => each.socialGift !== null)) }),
    severalSenderFlag: flag(order.packages.length > 1),
    equalSenderFlag: flag(order.packages.length === 1 && samePlace(order.orderer, order.packages[0]!.sender)),
    isolatedIslandFlag: flag(order.packages.some((each) => each.isolatedIsland)),
    rakutenMemberFlag: flag(flags.rakutenMember),
    carrierCode: order.carrierCode,
    emailCarrierCode: order.emailCarrierCode,
    orderType: order.orderType,
    reserveNumber: order.reserveNumber,
    reserveDeliveryCount: order.reserveDeliveryCount,
    cautionDisplayType: order.cautionDisplayType,
    ...(version >= 6 && { cautionDisplayDetailType: order.cautionDisplayDetailType }),
    rakutenConfirmFlag: flag(flags.rakutenConfirming),
    goodsPrice: money.goodsPrice,
    ...(version < 8 && { goodsTax: money.goodsTax }),
    postagePrice: money.postagePrice,
    deliveryPrice: money.deliveryPrice,
    paymentCharge: order.paymentCharge,
    paymentChargeTaxRate: FULL_RATE,
    totalPrice: money.totalPrice,
    requestPrice: money.requestPrice,
    couponAllTotalPrice: money.couponAll,
    couponShopPrice: money.couponShop,
    couponOtherPrice: money.couponOther,
    additionalFeeOccurAmountToUser: order.feeToUser,
    additionalFeeOccurAmountToShop: 0,
    asurakuFlag: flag(flags.asuraku),
    drugFlag: flag(flags.drug),
    dealFlag: flag(flags.deal),
    ...(version >= 8 && {
      deliveryCertPrgFlag: flag(flags.deliveryCertPrg),
      oneDayOperationFlag: flag(flags.oneDayOperation),
    }),
    membershipType: 0,
    memo: order.memo,
    operator: order.operator,
    mailPlugSentence: order.mailPlugSentence,
    modifyFlag: flag(flags.modified),
    ...(version < 8 && { isTaxRecalc: 1 }),
    ...(version >= 5 && { receiptIssueCount: 0, receiptIssueHistoryList: [] }),
    OrdererModel: ordererModel(order.orderer),
    SettlementModel: settlementModel(order),
    DeliveryModel: { deliveryName: order.deliveryName, deliveryClass: order.deliveryClass },
    PointModel: { usedPoint: order.usedPoint },
    WrappingModel1: wrappingModel(order.wrappings[0]),
    WrappingModel2: wrappingModel(order.wrappings[1]),
    PackageModelList: order.packages.map((each) => packageModel(each, order, now, version)),
    CouponModelList: order.coupons.length === 0 ? null : order.coupons.map(couponModel),
    ChangeReasonModelList: order.changes.filter(({ applied }) => (applied ?? 0) <= now).map(changeModel),
    TaxSummaryModelList: money.taxSummaries,
    ...(version >= 5 && { DueDateModelList: dueDates(order) }),
  };
  return overridden(model, order.overrides);
}

const samePlace = (one: Person, other: Person): boolean =>
  one.zipCode1 === other.zipCode1 &&
  one.zipCode2 === other.zipCode2 &&
  one.subAddress === other.subAddress &&
  one.familyName === other.familyName &&
  one.firstName === other.firstName;

const ordererModel = (orderer: Orderer) => ({
  ...personModel(orderer),
  emailAddress: orderer.emailAddress,
  sex: orderer.sex,
  birthYear: orderer.birthYear,
  birthMonth: orderer.birthMonth,
  birthDay: orderer.birthDay,
});

function settlementModel({ settlementMethodCode, timeline, card }: ShopOrder) {
  const former = settlementMethodCode === 14 && timeline.ordered < FORMER_NAME_OF_14.before;
  const method = SETTLEMENT_METHODS.get(settlementMethodCode);
  return {
    settlementMethodCode,
    settlementMethod: former ? FORMER_NAME_OF_14.name : (method?.name ?? `支払方法${settlementMethodCode}`),
    rpaySettlementFlag: method?.rpay ?? 0,
    cardName: card?.name ?? null,
    cardNumber: card ? `XXXX-XXXX-XXXX-${card.lastDigits}` : null,
    cardOwner: card?.owner ?? null,
    cardYm: card?.expires ?? null,
    cardPayType: card?.payType ?? null,
    cardInstallmentDesc: card?.installments ?? null,
  };
}

const wrappingModel = (wrapping: Wrapping | undefined) =>
  wrapping === undefined
    ? null
    : {
        title: wrapping.title,
        name: wrapping.name,
        price: wrapping.price,
        includeTaxFlag: 1,
        deleteWrappingFlag: 0,
        taxRate: FULL_RATE,
        taxPrice: Math.round((wrapping.price * FULL_RATE) / (1 + FULL_RATE)),
      };

const CAPITALS = { 1: "ショップ", 2: "メーカー", 3: "サービス" } as const;

const couponModel = (coupon: Coupon) => ({
  couponCode: coupon.couponCode,
  itemId: 0,
  couponName: coupon.couponName,
  couponSummary: coupon.couponSummary,
  couponCapital: CAPITALS[coupon.couponCapitalCode],
  couponCapitalCode: coupon.couponCapitalCode,
  expiryDate: coupon.expiryDate,
  couponPrice: coupon.couponPrice,
  couponUnit: coupon.couponUnit,
  couponTotalPrice: coupon.couponPrice * coupon.couponUnit,
  itemDetailId: 0,
});

const changeModel = (change: ChangeRecord) => ({
  changeId: change.changeId,
  changeType: change.changeType,
  changeTypeDetail: change.changeTypeDetail,
  changeReason: change.changeReason,
  changeReasonDetail: change.changeReasonDetail,
  changeApplyDatetime: change.applied === null ? null : orderTime(change.applied),
  changeFixDatetime: change.fixed === null ? null : orderTime(change.fixed),
  changeCmplDatetime: change.completed === null ? null : orderTime(change.completed),
});

/** A prepayment has a due date (0 = 支払い期限日). */
const dueDates = ({ settlementMethodCode, timeline }: ShopOrder) =>
  SETTLEMENT_METHODS.get(settlementMethodCode)?.prepaid
    ? [{ dueDateType: 0, dueDate: jstDate(startOfDay(timeline.ordered) + 7 * DAY) }]
    : [];
