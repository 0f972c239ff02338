import type { Stock } from "../../shop/item.ts";
import { itemTime } from "../../shop/jst.ts";

/** 2.1 is 2.0 with lead times and places of dispatch, which its writes replace as a whole. */
export type InventoryVersion = "2.0" | "2.1";

export const stockModel = (stock: Stock, version: InventoryVersion) => ({
  manageNumber: stock.manageNumber,
  variantId: stock.variantId,
  quantity: stock.quantity,
  ...(version === "2.1" && stock.operationLeadTime && { operationLeadTime: stock.operationLeadTime }),
  ...(version === "2.1" && stock.shipFromIds && { shipFromIds: stock.shipFromIds }),
  created: itemTime(stock.created),
  updated: itemTime(stock.updated),
});
