import { type Answer, type Call, fieldsOf, isRecord, ok } from "../call.ts";
import { type FieldReader, fieldReader, listOf, oneOf, within } from "./fields.ts";
import { fieldError, info } from "./order-message.ts";
import { readCriteria } from "./search-criteria.ts";
import { matcher } from "./search-order-match.ts";

export const MAX_RECORDS = 1000;
/** Order numbers from here on are out of reach of one search. */
export const MAX_REACH = 15_000;

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
