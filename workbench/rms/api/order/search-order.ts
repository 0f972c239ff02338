import { ORDER_TYPES, PROGRESS_CODES, SETTLEMENT_METHODS } from "../../shop/codes.ts";
import { DAY, parseOrderTime } from "../../shop/jst.ts";
import { type Answer, type Call, fieldsOf, isRecord, ok } from "../call.ts";
import { type Accept, bytes, type FieldReader, fieldReader, listOf, oneOf, wholeNumber, within } from "./fields.ts";
import { fieldError, info } from "./order-message.ts";
import { matcher } from "./search-order-match.ts";

export const MAX_PERIOD_DAYS = 63;
export const MAX_AGE_DAYS = 730;
export const MAX_RECORDS = 1000;
/** Order numbers from here on are out of reach of one search. */
export const MAX_REACH = 15_000;

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

/** `POST /es/2.0/order/searchOrder/`: the numbers of the orders that match, newest first unless asked otherwise. */
export function searchOrder({ shop, now, body }: Call): Answer {
  const fields = fieldsOf(body);
  const reader = fieldReader(fields);
  const criteria = readCriteria(reader, now);
  const page = readPage(reader, fields.PaginationRequestModel);
  if (reader.faults.length > 0) {
    const messages = reader.faults.map(({ field, fault }) => fieldError("SEARCH_ORDER", field, fault));
    return { status: 400, body: { orderNumberList: null, MessageModelList: messages, PaginationResponseModel: null } };
  }

  const found = matcher(criteria, now)(shop.state.book);
  // Whether RMS counts what lies out of reach is not documented; here it does not, so 15,000 means "perhaps more".
  const total = Math.min(found.length, MAX_REACH);
  const first = (page.number - 1) * page.size;
  if (first >= total) {
    return ok({
      orderNumberList: [],
      MessageModelList: [info("SEARCH_ORDER_INFO_102", "注文検索に成功しました。(検索結果０件)")],
      PaginationResponseModel: { totalRecordsAmount: null, totalPages: null, requestPage: null },
    });
  }
  const numbers = [];
  for (let rank = first; rank < Math.min(total, first + page.size); rank++) {
    numbers.push(found[page.ascending ? rank : found.length - 1 - rank]!.order.orderNumber);
  }
  return ok({
    orderNumberList: numbers,
    MessageModelList: [info("SEARCH_ORDER_INFO_101", "注文検索に成功しました。")],
    PaginationResponseModel: {
      totalRecordsAmount: total,
      totalPages: Math.ceil(total / page.size),
      requestPage: page.number,
    },
  });
}

const bit: Accept<number> = oneOf([0, 1]);

/** Reads the search parameters in the order in which Rakuten's reference lists them. */
function readCriteria(reader: FieldReader, now: number) {
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

function readPage(reader: FieldReader, model: unknown) {
  const plain = { size: 30, number: 1, ascending: false };
  if (model === undefined || model === null) return plain;
  if (!isRecord(model)) {
    reader.reject("PaginationRequestModel", "format");
    return plain;
  }
  const inner = fieldReader(model);
  const size = inner.required("requestRecordsAmount", within(1, MAX_RECORDS));
  const number = inner.required("requestPage", within(1, 99_999));
  const sort = inner.optional(
    "SortModelList",
    listOf((value) => (isRecord(value) ? value : undefined)),
  )?.[0];
  const order = fieldReader(sort ?? { sortColumn: 1, sortDirection: 2 });
  order.required("sortColumn", oneOf([1]));
  const direction = order.required("sortDirection", oneOf([1, 2]));
  for (const { field, fault } of [...inner.faults, ...order.faults]) reader.reject(field, fault);
  return { size: size ?? plain.size, number: number ?? 1, ascending: direction === 1 };
}
