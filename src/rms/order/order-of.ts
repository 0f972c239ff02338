import * as z from "zod/mini";
import { serialOfRms } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import { temperatures } from "../../shop/delivery.ts";
import type { Order, UnreadOrder } from "../../shop/order.ts";
import { isProgress } from "../../shop/progress.ts";
import { missed } from "../client/rms-problem.ts";
import { cautionsOf } from "./cautions.ts";
import { dayOf } from "./day.ts";
import { type OrderModel, orderSchema } from "./order-schema.ts";
import { packageOf } from "./package-of.ts";
import { DELETED, joined, price, serial } from "./parts.ts";

/** One order of a reply in our words, or why it cannot be read. */
export function readOrder(raw: unknown): Order | UnreadOrder {
  const parsed = z.safeParse(orderSchema, raw);
  if (!parsed.success) return unread(raw, missed(parsed.error.issues));
  const model = parsed.data;
  const { orderProgress } = model;
  const orderedAt = serialOfRms(model.orderDatetime);
  if (!isProgress(orderProgress)) return unread(raw, "orderProgress");
  if (orderedAt === undefined) return unread(raw, "orderDatetime");
  const wishedDate = dayOf(model.deliveryDate);
  if (wishedDate === undefined) return unread(raw, "deliveryDate");
  return {
    number: model.orderNumber,
    progress: orderProgress,
    orderedAt,
    confirmedAt: serial(model.shopOrderCfmDatetime),
    ...saidOf(model),
    payment: paymentOf(model),
    deliveryMethod: model.DeliveryModel?.deliveryName ?? "",
    // 0 is none, 4 to 8 are the shop's own (rms-api 3.7).
    temperature: temperatures[(model.DeliveryModel?.deliveryClass ?? 0) - 1] ?? "",
    wishedDate,
    wishedTerm: model.shippingTerm ?? 0,
    remarks: (model.remarks ?? "").trim(),
    gift: model.giftCheckFlag === 1,
    wrappings: wrappingsOf(model),
    ordererName: joined(model.OrdererModel.familyName, model.OrdererModel.firstName),
    requestPrice: price(model.requestPrice),
    couponTotal: price(model.couponAllTotalPrice),
    usedPoints: price(model.PointModel?.usedPoint),
    nextDay: model.deliveryCertPrgFlag === 1,
    sameDay: model.oneDayOperationFlag === 1,
    packages: model.PackageModelList.filter((one) => one.packageDeleteFlag !== DELETED).map(packageOf),
  };
}

const paymentOf = ({ SettlementModel: settlement }: OrderModel): Order["payment"] => ({
  code: settlement?.settlementMethodCode ?? 0,
  name: settlement?.settlementMethod ?? "",
});

const RIBBON = 2;

const wrappingsOf = ({ WrappingModel1, WrappingModel2 }: OrderModel): string[] =>
  [WrappingModel1, WrappingModel2].flatMap((one) =>
    one && one.deleteWrappingFlag !== DELETED
      ? [`${one.title === RIBBON ? "リボン" : "包装紙"}: ${one.name ?? ""}`]
      : [],
  );

const ORDINARY = 1;

/** orderType (rms-api 3.4). */
const orderTypes: Readonly<Record<number, string>> = { 4: "定期購入", 5: "頒布会", 6: "予約商品" };

type Said = Pick<Order, "orderType" | "subStatus" | "shopMemo" | "cautions" | "beingChecked">;

/** What Rakuten and the shop say of the order beside what was bought. */
function saidOf(model: OrderModel): Said {
  const { orderType: type, subStatusId } = model;
  return {
    orderType: !type || type === ORDINARY ? "" : (orderTypes[type] ?? `注文種別${type}`),
    subStatus: model.subStatusName || (subStatusId ? String(subStatusId) : ""),
    shopMemo: (model.memo ?? "").trim(),
    cautions: cautionsOf(model),
    beingChecked: model.rakutenConfirmFlag === 1,
  };
}

/** An order that the schema of its reader does not take. */
export function unread(raw: unknown, field: string): UnreadOrder {
  const { orderNumber: number, orderProgress } = (raw ?? {}) as { orderNumber?: unknown; orderProgress?: unknown };
  const progress = Number(orderProgress);
  const reason = `注文データに読み取れない項目があります（${field}）。RMSでこの注文を確認してください。次回の取得でもう一度試します。`;
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
