import type * as z from "zod/mini";
import { instantOf, type Serial, wallTime } from "../../core/jst.ts";
import { type Breach, type Endpoint, none, tooMany } from "../client/endpoint.ts";
import { ORDERS_PER_CALL } from "../order/order-endpoints.ts";
import { reportCall, reportWire } from "./shipping-endpoints.ts";

/** Limits of RMS (rms-api 4.2). */
const RECORDS_PER_BASKET = 20;
const LONGEST_NUMBER = 120;
/** 機種依存文字: circled and Roman numerals, unit and company signs. */
const MACHINE_DEPENDENT = /[①-⓿Ⅰ-ⅿ㈀-㋿㌀-㏿]/;

/** One parcel as RMS is told of it. What is left out stays as it is; an empty text clears it. */
export interface ShippingRecord {
  /** Of a record that RMS has already. Without it RMS adds a new one, and does so again at every repeat. */
  readonly detailId?: number;
  /** RMS's carrier code, such as 1001 (rms-api 3.9). */
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly shippedOn?: Serial | "";
  /** Takes the record away; needs its `detailId`. */
  readonly remove?: true;
}

export interface ShipmentReport {
  readonly orderNumber: string;
  readonly baskets: readonly { readonly basketId: number; readonly records: readonly ShippingRecord[] }[];
}

export const updateOrderShippingAsync: Endpoint<readonly ShipmentReport[], z.infer<typeof reportCall.reply>> = {
  ...reportCall,
  wire: (reports) => reportWire(reports.map(orderModel)),
  breach: (reports) =>
    none("出荷実績", reports.length) ??
    tooMany("出荷実績", reports.length, ORDERS_PER_CALL) ??
    repeated(reports) ??
    firstOf(reports, reportBreach),
};

const orderModel = ({ orderNumber, baskets }: ShipmentReport) => ({
  orderNumber,
  BasketidModelList: baskets.map(({ basketId, records }) => ({
    basketId,
    ShippingModelList: records.map(shippingModel),
  })),
});

/** A key that is there with no value clears the field, and is an error for the carrier. */
const shippingModel = ({ detailId, carrier, trackingNumber, shippedOn, remove }: ShippingRecord) => ({
  ...(detailId === undefined ? {} : { shippingDetailId: detailId }),
  ...(carrier === undefined ? {} : { deliveryCompany: carrier }),
  ...(trackingNumber === undefined ? {} : { shippingNumber: trackingNumber }),
  ...(shippedOn === undefined ? {} : { shippingDate: shippedOn === "" ? "" : isoDate(shippedOn) }),
  ...(remove ? { shippingDeleteFlag: 1 } : {}),
});

/** With hyphens: by most sources the only form that RMS takes (rms-api 4.2). */
const isoDate = (serial: Serial): string => wallTime(instantOf(serial)).slice(0, 10);

function repeated(reports: readonly ShipmentReport[]): Breach | undefined {
  return new Set(reports.map(({ orderNumber }) => orderNumber)).size < reports.length
    ? { remedy: "report", text: "1回の呼び出しに同じ注文番号を2度入れることはできません。" }
    : undefined;
}

/** What RMS would refuse in the report of one order. */
export const reportBreach = ({ baskets }: ShipmentReport): Breach | undefined =>
  none("送付先", baskets.length) ??
  firstOf(
    baskets,
    ({ records }) =>
      none("発送情報", records.length) ?? tooManyRecords(records.length) ?? firstOf(records, recordBreach),
  );

const tooManyRecords = (count: number): Breach | undefined =>
  count > RECORDS_PER_BASKET
    ? fixable(`発送情報は1つの送付先に${RECORDS_PER_BASKET}件までです（${count}件でした）。`)
    : undefined;

function recordBreach({ detailId, carrier, trackingNumber = "", remove }: ShippingRecord): Breach | undefined {
  const length = [...trackingNumber].length;
  if (length > LONGEST_NUMBER) return fixable(`お荷物伝票番号は${LONGEST_NUMBER}文字までです（${length}文字でした）。`);
  if (MACHINE_DEPENDENT.test(trackingNumber))
    return fixable("お荷物伝票番号に、丸数字などの機種依存文字は使えません。");
  if (carrier !== undefined && !/^1\d{3}$/.test(carrier))
    return fixable("配送会社は、楽天の配送会社コード（4桁）で指定してください。");
  if (remove && detailId === undefined) return { remedy: "report", text: "発送情報の削除には発送明細IDが必要です。" };
  return undefined;
}

const fixable = (text: string): Breach => ({ remedy: "fix", text });

function firstOf<Value>(values: readonly Value[], breach: (value: Value) => Breach | undefined): Breach | undefined {
  for (const value of values) {
    const found = breach(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
