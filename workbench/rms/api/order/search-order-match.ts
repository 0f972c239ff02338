import { jstDate } from "../../shop/jst.ts";
import type { Person } from "../../shop/order.ts";
import type { OrderBook } from "../../shop/order-book.ts";
import { dayNumber, progressOf, type SearchKeys, seconds } from "../../shop/search-keys.ts";
import type { SearchCriteria } from "./search-criteria.ts";

type Test = (keys: SearchKeys) => boolean;

/** Finds the orders that meet every criterion, oldest first. Only the given criteria cost time; 注文日 is found by bisection. */
export function matcher(criteria: SearchCriteria, now: number): (book: OrderBook) => readonly SearchKeys[] {
  const tests = testsOf(criteria, seconds(now));
  const { dateType, start, end } = criteria;
  if (dateType !== 1) tests.unshift(dateTest(dateType, start, end, now));
  return (book) =>
    tests.reduce(
      (candidates, test) => candidates.filter(test),
      dateType === 1 ? book.placedBetween(start, end) : book.keys(),
    );
}

/** 2 注文確認日, 3 注文確定日, 4 発送日, 5 発送完了報告日, 6 決済確定日 */
function dateTest(dateType: number, start: number, end: number, now: number): Test {
  const [from, to] = [seconds(start), Math.min(seconds(end), seconds(now))];
  const inside = (second: number) => second >= from && second <= to;
  const [firstDay, lastDay] = [dayNumber(jstDate(start)), dayNumber(jstDate(end))];
  switch (dateType) {
    case 2:
      return ({ confirmed }) => inside(confirmed);
    case 3:
      return ({ fixed }) => inside(fixed);
    case 4:
      return ({ shippingDays }) => shippingDays.some((day) => day >= firstDay && day <= lastDay);
    case 5:
      return ({ shipped }) => inside(shipped);
    default:
      return ({ settled }) => inside(settled);
  }
}

/** Cheap tests come first: each sees only what the ones before have left. */
function testsOf(criteria: SearchCriteria, now: number): Test[] {
  const { progress, subStatus, orderTypes, settlementMethod, deliveryName, reserveNumber, purchaseSiteType } = criteria;
  const tests: (Test | false)[] = [
    settlementMethod !== undefined && (({ settlementMethodCode }) => settlementMethodCode === settlementMethod),
    deliveryName !== undefined && ((keys) => keys.deliveryName === deliveryName),
    subStatus !== undefined && (({ subStatusId }) => subStatus.includes(subStatusId)),
    orderTypes !== undefined && (({ orderType }) => orderTypes.includes(orderType)),
    purchaseSiteType !== 0 && (({ carrierCode }) => siteOf(carrierCode) === purchaseSiteType),
    criteria.asuraku && (({ asuraku }) => asuraku),
    criteria.coupon && (({ coupon }) => coupon),
    criteria.drug && (({ drug }) => drug),
    criteria.oneDayOperation && (({ oneDayOperation }) => oneDayOperation),
    criteria.shippingDateBlank && (({ shippingDays }) => shippingDays.length === 0),
    criteria.shippingNumberBlank && (({ shippingNumberBlank }) => shippingNumberBlank),
    progress !== undefined && ((keys) => progress.includes(progressOf(keys, now))),
    reserveNumber !== undefined && (({ order }) => order.reserveNumber === reserveNumber),
    mailTest(criteria),
    phoneTest(criteria),
    criteria.keywordType !== 0 && keywordTest(criteria.keywordType, criteria.keyword ?? ""),
  ];
  return tests.filter((test) => test !== false);
}

/** 1 PC, 2 feature phone, 3 smartphone, 4 tablet; 0 for what is none of them */
function siteOf(carrierCode: number): number {
  if (carrierCode === 0) return 1;
  if (carrierCode <= 5) return 2;
  return carrierCode < 20 ? 3 : carrierCode < 30 ? 4 : 0;
}

const mailTest = ({ mailSendType, ordererMailAddress }: SearchCriteria): Test | false =>
  ordererMailAddress !== undefined &&
  (({ order: { orderer, emailCarrierCode } }) =>
    orderer.emailAddress === ordererMailAddress &&
    (mailSendType === 0 || (mailSendType === 2) === (emailCarrierCode !== 0 && emailCarrierCode !== 99)));

const phoneTest = ({ phoneNumberType, phoneNumber }: SearchCriteria): Test | false =>
  phoneNumber !== undefined &&
  (({ order: { orderer, packages } }) =>
    phoneNumberType === 1
      ? phoneOf(orderer) === phoneNumber
      : packages.some(({ sender }) => phoneOf(sender) === phoneNumber));

const phoneOf = ({ phoneNumber1, phoneNumber2, phoneNumber3 }: Person): string =>
  `${phoneNumber1 ?? ""}${phoneNumber2 ?? ""}${phoneNumber3 ?? ""}`;

/** Partial match in the field that the keyword type names; names are searched as one text, whatever blanks the keyword has. */
function keywordTest(type: number, keyword: string): Test {
  const name = keyword.replace(/[\s　]/g, "");
  switch (type) {
    case 1:
      return ({ goods }) => goods.some(({ itemName }) => itemName.includes(keyword));
    case 2:
      return ({ goods }) => goods.some(({ itemNumber }) => itemNumber.includes(keyword));
    case 3:
      return ({ order }) => order.memo?.includes(keyword) === true;
    case 4:
      return ({ ordererName }) => ordererName.includes(name);
    case 5:
      return ({ ordererKana }) => ordererKana.includes(name);
    case 6:
      return ({ senderNames }) => senderNames.some((each) => each.includes(name));
    case 7:
      return ({ goods }) => goods.some(({ variantId }) => variantId.includes(keyword));
    case 8:
      return ({ goods }) => goods.some(({ merchantDefinedSkuId }) => merchantDefinedSkuId.includes(keyword));
    default:
      return ({ goods }) => goods.some(({ skuInfo }) => skuInfo.includes(keyword));
  }
}
