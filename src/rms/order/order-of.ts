import * as z from "zod/mini";
import { type Serial, serialOfRms } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import { carrierOfLabel } from "../../shop/carrier.ts";
import { temperatures } from "../../shop/delivery.ts";
import {
  type Addressee,
  AWAITED,
  type Line,
  type Order,
  type Package,
  PICKUP,
  type UnreadOrder,
} from "../../shop/order.ts";
import { isProgress } from "../../shop/progress.ts";
import { missed } from "../client/rms-problem.ts";
import { type ItemModel, orderSchema, type PackageModel, type PersonModel } from "./order-schema.ts";
import { storeOf } from "./store-of.ts";
import { wishedDateOf } from "./wished-date.ts";

/** Stands for "not fixed yet" in every price (rms-api 3.4): never to be summed or shown. */
const UNFIXED = -9999;
const DELETED = 1;

/** One order of a reply in our words, or why it cannot be read. */
export function readOrder(raw: unknown): Order | UnreadOrder {
  const parsed = z.safeParse(orderSchema, raw);
  if (!parsed.success) return fault(raw, missed(parsed.error.issues));
  const model = parsed.data;
  const { orderProgress } = model;
  const orderedAt = serialOfRms(model.orderDatetime);
  if (!isProgress(orderProgress)) return fault(raw, "orderProgress");
  if (orderedAt === undefined) return fault(raw, "orderDatetime");
  const wishedDate = wishedDateOf(model.deliveryDate);
  if (wishedDate === undefined) return fault(raw, "deliveryDate");
  return {
    number: model.orderNumber,
    progress: orderProgress,
    orderedAt,
    confirmedAt: serial(model.shopOrderCfmDatetime),
    payment: {
      code: model.SettlementModel?.settlementMethodCode ?? 0,
      name: model.SettlementModel?.settlementMethod ?? "",
    },
    deliveryMethod: model.DeliveryModel?.deliveryName ?? "",
    // 0 is none, 4 to 8 are the shop's own (rms-api 3.7).
    temperature: temperatures[(model.DeliveryModel?.deliveryClass ?? 0) - 1] ?? "",
    wishedDate,
    wishedTerm: model.shippingTerm ?? 0,
    remarks: (model.remarks ?? "").trim(),
    gift: model.giftCheckFlag === 1,
    wrappings: [model.WrappingModel1, model.WrappingModel2].flatMap((one) =>
      one && one.deleteWrappingFlag !== DELETED ? [`${one.title === 2 ? "リボン" : "包装紙"}: ${one.name ?? ""}`] : [],
    ),
    ordererName: joined(model.OrdererModel.familyName, model.OrdererModel.firstName),
    requestPrice: price(model.requestPrice),
    nextDay: model.deliveryCertPrgFlag === 1,
    sameDay: model.oneDayOperationFlag === 1,
    packages: model.PackageModelList.filter((one) => one.packageDeleteFlag !== DELETED).map(packageOf),
  };
}

function packageOf(model: PackageModel): Package {
  const store = storeOf(model.DeliveryCvsModel);
  return {
    basketId: model.basketId,
    addressee: { ...addresseeOf(model.SenderModel), ...store },
    noshi: model.noshi ?? "",
    goodsPrice: price(model.goodsPrice),
    postage: price(model.postagePrice),
    codFee: price(model.deliveryPrice),
    dropOff: store ? PICKUP : model.dropOffFlag === 1 ? model.dropOffLocation || DROP_OFF : "",
    island: model.SenderModel.isolatedIslandFlag === 1,
    rakutenCarrier: carrierOfLabel(model.defaultDeliveryCompanyCode ?? "") ?? "",
    awaiting: awaitingOf(model),
    lines: model.ItemModelList.filter((item) => item.deleteItemFlag !== DELETED).flatMap(linesOf),
  };
}

const DROP_OFF = "置き配";

function awaitingOf({ SocialGiftModel: gift, SenderModel }: PackageModel): Package["awaiting"] {
  const awaits = gift?.inputFlag === 0 || SenderModel.prefecture === AWAITED;
  return awaits ? { until: serial(gift?.inputDueDate) } : null;
}

const addresseeOf = (model: PersonModel): Addressee => ({
  name: joined(model.familyName, model.firstName),
  kana: joined(model.familyNameKana, model.firstNameKana),
  postcode: hyphened(model.zipCode1, model.zipCode2),
  prefecture: model.prefecture,
  city: model.city,
  street: model.subAddress,
  phone: hyphened(model.phoneNumber1, model.phoneNumber2, model.phoneNumber3),
});

/** An order from before the shop's move to SKUs has an empty list: the item itself is then the SKU. */
function linesOf(model: ItemModel): Line[] {
  const skus = model.SkuModelList?.length
    ? model.SkuModelList
    : [{ variantId: "", merchantDefinedSkuId: "", skuInfo: "" }];
  return skus.map((sku) => ({
    detailId: model.itemDetailId,
    manageNumber: model.manageNumber,
    itemNumber: model.itemNumber ?? "",
    variantId: sku.variantId ?? "",
    merchantSkuId: sku.merchantDefinedSkuId ?? "",
    name: model.itemName,
    variation: sku.skuInfo ?? "",
    choice: model.selectedChoice ?? "",
    units: model.units,
    price: price(model.priceTaxIncl ?? model.price),
    postageIncluded: model.includePostageFlag === 1,
  }));
}

function fault(raw: unknown, field: string): UnreadOrder {
  const { orderNumber: number, orderProgress } = (raw ?? {}) as { orderNumber?: unknown; orderProgress?: unknown };
  const progress = Number(orderProgress);
  const reason = `注文データの項目「${field}」を読み取れません。RMSでこの注文を確認してください。次回の取得でもう一度試します。`;
  return {
    subject: typeof number === "string" ? number : "（注文番号不明）",
    reason,
    ...(isProgress(progress) ? { progress } : {}),
  };
}

/** RMS neither gave the order nor said that it has none: nothing may be concluded from that. */
export const unanswered = (number: string): RowFault => ({
  subject: number,
  reason: "楽天の応答にこの注文が含まれていませんでした。次回の取得でもう一度試します。",
});

const serial = (value: string | null | undefined): Serial | null => (value ? (serialOfRms(value) ?? null) : null);
const price = (value: number | null | undefined): number | null =>
  value === undefined || value === UNFIXED ? null : value;
const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(" ");
const hyphened = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join("-");
