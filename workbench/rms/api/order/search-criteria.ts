import { ORDER_TYPES, PROGRESS_CODES, SETTLEMENT_METHODS } from "../../shop/codes.ts";
import { DAY, parseOrderTime } from "../../shop/jst.ts";
import { type Accept, bytes, type FieldReader, listOf, oneOf, wholeNumber, within } from "./fields.ts";

export const MAX_PERIOD_DAYS = 63;
export const MAX_AGE_DAYS = 730;

/** Characters allowed per searchKeywordType. */
const KEYWORD_LIMITS: Readonly<Record<number, number>> = {
  1: 1024,
  2: 127,
  3: 1000,
  4: 254,
  5: 254,
  6: 254,
  7: 40,
  8: 96,
  9: 400,
};

export type SearchCriteria = ReturnType<typeof readCriteria>;

const bit: Accept<number> = oneOf([0, 1]);

/** Reads the search parameters in the order in which Rakuten's reference lists them. */
export function readCriteria(reader: FieldReader, now: number) {
  const progress = reader.optional("orderProgressList", listOf(oneOf(PROGRESS_CODES)));
  const subStatus = reader.optional("subStatusIdList", listOf(wholeNumber));
  if (subStatus?.includes(-1) && !progress) reader.reject("orderProgressList", "absent");
  const dateType = reader.required("dateType", within(1, 6));
  const { start, end } = readPeriod(reader, now);
  const criteria = {
    progress,
    subStatus,
    dateType: dateType ?? 1,
    start,
    end,
    orderTypes: reader.optional("orderTypeList", listOf(oneOf(ORDER_TYPES))),
    settlementMethod: reader.optional("settlementMethod", oneOf(SEARCHABLE)),
    deliveryName: reader.optional("deliveryName", bytes(192)),
    shippingDateBlank: reader.optional("shippingDateBlankFlag", bit) === 1,
    shippingNumberBlank: reader.optional("shippingNumberBlankFlag", bit) === 1,
    keywordType: reader.optional("searchKeywordType", within(0, 9)) ?? 0,
    keyword: reader.optional("searchKeyword", bytes(4000))?.trim(),
    mailSendType: reader.optional("mailSendType", within(0, 2)) ?? 0,
    ordererMailAddress: reader.optional("ordererMailAddress", bytes(256)),
    phoneNumberType: reader.optional("phoneNumberType", oneOf([1, 2])),
    phoneNumber: reader.optional("phoneNumber", digits),
    reserveNumber: reader.optional("reserveNumber", bytes(382)),
    purchaseSiteType: reader.optional("purchaseSiteType", within(0, 4)) ?? 0,
    asuraku: reader.optional("asurakuFlag", bit) === 1,
    coupon: reader.optional("couponUseFlag", bit) === 1,
    drug: reader.optional("drugFlag", bit) === 1,
    // Accepted and without effect since the orders of 2020-06-30.
    overseas: reader.optional("overseasFlag", bit) === 1,
    oneDayOperation: reader.optional("oneDayOperationFlag", bit) === 1,
  };
  checkPairs(reader, criteria);
  return criteria;
}

const SEARCHABLE = [...SETTLEMENT_METHODS].filter(([, { searchable }]) => searchable).map(([code]) => code);
const digits: Accept<string> = (value) => (typeof value === "string" && /^\d{1,36}$/.test(value) ? value : undefined);

/** Longer than 63 days, further back than 730 days, or backwards: the format of that end is wrong. */
function readPeriod(reader: FieldReader, now: number): { readonly start: number; readonly end: number } {
  const time: Accept<number> = (value) => (typeof value === "string" ? parseOrderTime(value) : undefined);
  const start = reader.required("startDatetime", time);
  const end = reader.required("endDatetime", time);
  if (start !== undefined && start < now - MAX_AGE_DAYS * DAY) reader.reject("startDatetime", "format");
  if (start !== undefined && end !== undefined && (end < start || end - start > MAX_PERIOD_DAYS * DAY)) {
    reader.reject("endDatetime", "format");
  }
  return { start: start ?? 0, end: end ?? 0 };
}

function checkPairs(
  reader: FieldReader,
  {
    keywordType,
    keyword,
    phoneNumberType,
    phoneNumber,
  }: Record<"keywordType" | "keyword" | "phoneNumberType" | "phoneNumber", unknown>,
): void {
  const limit = KEYWORD_LIMITS[Number(keywordType)];
  if (limit !== undefined && !keyword) reader.reject("searchKeyword", "absent");
  else if (limit !== undefined && [...String(keyword)].length > limit) reader.reject("searchKeyword", "format");
  if (phoneNumber !== undefined && phoneNumberType === undefined) reader.reject("phoneNumberType", "absent");
}
