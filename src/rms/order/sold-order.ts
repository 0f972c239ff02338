import * as z from "zod/mini";
import type { SoldLine, SoldOrder, UnreadOrder } from "../../shop/order.ts";
import { isProgress } from "../../shop/progress.ts";
import { missed } from "../client/rms-problem.ts";
import { unread } from "./order-of.ts";
import { code, count, flag, text } from "./order-schema.ts";
import { DELETED } from "./parts.ts";
import { skusOf } from "./skus.ts";

const item = z.object({
  itemNumber: text,
  manageNumber: z.string(),
  units: count,
  deleteItemFlag: flag,
  SkuModelList: z.nullish(z.array(z.object({ variantId: text, merchantDefinedSkuId: text }))),
});

/** A tenth of an order: who counts all open orders of a shop has no time to read the rest of them. */
const soldSchema = z.object({
  orderNumber: z.string(),
  orderProgress: count,
  SettlementModel: z.nullish(z.object({ settlementMethodCode: code })),
  PackageModelList: z.array(z.object({ basketId: count, packageDeleteFlag: flag, ItemModelList: z.array(item) })),
});

/** What an order of a reply takes from the stock, or why that cannot be read. */
export function readSoldOrder(raw: unknown): SoldOrder | UnreadOrder {
  const parsed = z.safeParse(soldSchema, raw);
  if (!parsed.success) return unread(raw, missed(parsed.error.issues));
  const { orderNumber, orderProgress, SettlementModel, PackageModelList } = parsed.data;
  if (!isProgress(orderProgress)) return unread(raw, "orderProgress");
  return {
    number: orderNumber,
    progress: orderProgress,
    payment: { code: SettlementModel?.settlementMethodCode ?? 0 },
    packages: PackageModelList.filter((one) => one.packageDeleteFlag !== DELETED).map(
      ({ basketId, ItemModelList }) => ({
        basketId,
        lines: ItemModelList.filter((one) => one.deleteItemFlag !== DELETED).flatMap(linesOf),
      }),
    ),
  };
}

const linesOf = ({ manageNumber, itemNumber, units, SkuModelList }: z.infer<typeof item>): SoldLine[] =>
  skusOf(SkuModelList).map((sku) => ({
    manageNumber,
    itemNumber: itemNumber ?? "",
    variantId: sku?.variantId ?? "",
    merchantSkuId: sku?.merchantDefinedSkuId ?? "",
    units,
  }));
