import { jstDate } from "../shop/jst.ts";
import type { Person, ShopOrder } from "../shop/order.ts";
import type { OrderBook } from "../shop/order-book.ts";
import { progressAt } from "../shop/timeline.ts";
import type { SearchCriteria } from "./search-order.ts";

type Test = (order: ShopOrder) => boolean;

/** Finds the orders that meet every criterion, oldest first. Only the given criteria cost time; 注文日 is found by bisection. */
export function matcher(criteria: SearchCriteria, now: number): (book: OrderBook) => readonly ShopOrder[] {
  const tests = testsOf(criteria, now);
  const { dateType, start, end } = criteria;
  if (dateType !== 1) tests.unshift((order) => dated(order, dateType, start, end, now));
  return (book) => {
    const candidates = dateType === 1 ? book.placedBetween(start, end) : book.all();
    return tests.length === 0 ? candidates : candidates.filter((order) => tests.every((test) => test(order)));
  };
}

/** 2 注文確認日, 3 注文確定日, 4 発送日, 5 発送完了報告日, 6 決済確定日 */
function dated({ timeline, packages }: ShopOrder, dateType: number, start: number, end: number, now: number): boolean {
  const inside = (instant: number | null) => instant !== null && instant <= now && instant >= start && instant <= end;
  if (dateType === 2) return inside(timeline.confirmed);
  if (dateType === 3) return inside(timeline.fixed);
  if (dateType === 5) return inside(timeline.shipped);
  if (dateType === 6) return inside(timeline.settled);
  const [from, to] = [jstDate(start), jstDate(end)];
  return packages.some(({ shippings }) =>
    shippings.some(({ shippingDate }) => shippingDate !== null && shippingDate >= from && shippingDate <= to),
  );
}

function testsOf(criteria: SearchCriteria, now: number): Test[] {
  const { progress, subStatus, orderTypes, settlementMethod, deliveryName, reserveNumber, purchaseSiteType } = criteria;
  const tests: (Test | false)[] = [
    progress !== undefined && ((order) => progress.includes(progressAt(order.timeline, now))),
    subStatus !== undefined && (({ subStatusId }) => subStatus.includes(subStatusId ?? -1)),
    orderTypes !== undefined && (({ orderType }) => orderTypes.includes(orderType)),
    settlementMethod !== undefined && ((order) => order.settlementMethodCode === settlementMethod),
    deliveryName !== undefined && ((order) => order.deliveryName === deliveryName),
    criteria.shippingDateBlank && ((order) => !shippings(order).some(({ shippingDate }) => shippingDate !== null)),
    criteria.shippingNumberBlank &&
      ((order) => !shippings(order).some(({ shippingNumber }) => shippingNumber !== null)),
    reserveNumber !== undefined && ((order) => order.reserveNumber === reserveNumber),
    purchaseSiteType !== 0 && (({ carrierCode }) => siteOf(carrierCode) === purchaseSiteType),
    criteria.asuraku && (({ flags }) => flags.asuraku),
    criteria.coupon && (({ coupons }) => coupons.length > 0),
    criteria.drug && (({ flags }) => flags.drug),
    criteria.oneDayOperation && (({ flags }) => flags.oneDayOperation),
    mailTest(criteria),
    phoneTest(criteria),
    criteria.keywordType !== 0 && keywordTest(criteria.keywordType, criteria.keyword ?? ""),
  ];
  return tests.filter((test) => test !== false);
}

const shippings = ({ packages }: ShopOrder) => packages.flatMap((each) => each.shippings);

/** 1 PC, 2 feature phone, 3 smartphone, 4 tablet; 0 for what is none of them */
function siteOf(carrierCode: number): number {
  if (carrierCode === 0) return 1;
  if (carrierCode <= 5) return 2;
  return carrierCode < 20 ? 3 : carrierCode < 30 ? 4 : 0;
}

const mailTest = ({ mailSendType, ordererMailAddress }: SearchCriteria): Test | false =>
  ordererMailAddress !== undefined &&
  (({ orderer, emailCarrierCode }) =>
    orderer.emailAddress === ordererMailAddress &&
    (mailSendType === 0 || (mailSendType === 2) === (emailCarrierCode !== 0 && emailCarrierCode !== 99)));

const phoneTest = ({ phoneNumberType, phoneNumber }: SearchCriteria): Test | false =>
  phoneNumber !== undefined &&
  (({ orderer, packages }) =>
    phoneNumberType === 1
      ? phoneOf(orderer) === phoneNumber
      : packages.some(({ sender }) => phoneOf(sender) === phoneNumber));

const phoneOf = ({ phoneNumber1, phoneNumber2, phoneNumber3 }: Person): string =>
  `${phoneNumber1 ?? ""}${phoneNumber2 ?? ""}${phoneNumber3 ?? ""}`;

const named = (family: string | null, first: string | null, keyword: string): boolean =>
  `${family ?? ""}${first ?? ""}`.includes(keyword.replace(/[\s　]/g, ""));

/** Partial match in the field that the keyword type names. */
function keywordTest(type: number, keyword: string): Test {
  const line =
    (test: (line: ShopOrder["packages"][number]["lines"][number]) => boolean | undefined): Test =>
    ({ packages }) =>
      packages.some(({ lines }) => lines.some((each) => test(each) === true));
  switch (type) {
    case 1:
      return line(({ itemName }) => itemName.includes(keyword));
    case 2:
      return line(({ itemNumber }) => itemNumber?.includes(keyword));
    case 3:
      return ({ memo }) => memo?.includes(keyword) === true;
    case 4:
      return ({ orderer }) => named(orderer.familyName, orderer.firstName, keyword);
    case 5:
      return ({ orderer }) => named(orderer.familyNameKana, orderer.firstNameKana, keyword);
    case 6:
      return ({ packages }) => packages.some(({ sender }) => named(sender.familyName, sender.firstName, keyword));
    case 7:
      return line(({ sku }) => sku?.variantId.includes(keyword));
    case 8:
      return line(({ sku }) => sku?.merchantDefinedSkuId?.includes(keyword));
    default:
      return line(({ sku }) => sku?.skuInfo?.includes(keyword));
  }
}
