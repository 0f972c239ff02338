import type { Stock } from "../../shop/item.ts";
import { refuse } from "../answers.ts";
import { fieldsOf, isRecord } from "../call.ts";
import type { InventoryVersion } from "./stock-model.ts";

export const MAX_QUANTITY = 99_999;
/** The lead times and places of dispatch that this shop has set up. */
const SHOP_IDS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export interface Pair {
  readonly manageNumber: string;
  readonly variantId: string;
}

export interface StockChange extends Pair, Pick<Stock, "operationLeadTime" | "shipFromIds"> {
  readonly mode: "ABSOLUTE" | "RELATIVE";
  readonly quantity: number;
}

/** `prefix` is what propertyPath begins with, `inventories[0].` in a list. */
export function readPair(entry: unknown, prefix: string): Pair {
  const fields = fieldsOf(entry);
  return {
    manageNumber: readId(fields.manageNumber, "manageNumber", prefix).toLowerCase(),
    variantId: readId(fields.variantId, "variantId", prefix),
  };
}

function readId(value: unknown, name: string, prefix: string): string {
  const path = prefix + name;
  if (value === undefined || value === null || value === "") return refuse("IE0001", `${name} is mandatory.`, path);
  if (typeof value !== "string") return refuse("IE0002", `${name} has an invalid value : ${String(value)}.`, path);
  if (Buffer.byteLength(value) > 32) refuse("IE0004", `Max length of ${name} must be within 32 bytes.`, path);
  if (!/^[A-Za-z0-9_-]+$/.test(value)) refuse("IE0002", `${name} has an invalid value : ${value}.`, path);
  return value;
}

export function readChange(entry: unknown, prefix: string, version: InventoryVersion): StockChange {
  const fields = fieldsOf(entry);
  const pair = readPair(fields, prefix);
  const { mode, quantity } = fields;
  if (mode === undefined || mode === null) return refuse("IE0001", "mode is mandatory.", `${prefix}mode`);
  if (mode !== "ABSOLUTE" && mode !== "RELATIVE")
    return refuse("IE0002", `mode has an invalid value : ${String(mode)}.`, `${prefix}mode`);
  if (quantity === undefined || quantity === null)
    return refuse("IE0001", "quantity is mandatory.", `${prefix}quantity`);
  if (typeof quantity !== "number" || !Number.isInteger(quantity)) {
    return refuse("IE0002", `quantity has an invalid value : ${String(quantity)}.`, `${prefix}quantity`);
  }
  if (Math.abs(quantity) > MAX_QUANTITY || (mode === "ABSOLUTE" && quantity < 0)) {
    const low = mode === "ABSOLUTE" ? 0 : -MAX_QUANTITY;
    refuse("IE0003", `quantity must be between ${low} and ${MAX_QUANTITY}.`, `${prefix}quantity`);
  }
  return { ...pair, mode, quantity, ...(version === "2.1" && readShipping(fields, prefix)) };
}

function readShipping(
  fields: Readonly<Record<string, unknown>>,
  prefix: string,
): Pick<Stock, "operationLeadTime" | "shipFromIds"> {
  const { operationLeadTime: time, shipFromIds: from } = fields;
  const known = (id: unknown, path: string): number =>
    typeof id === "number" && SHOP_IDS.includes(id)
      ? id
      : refuse("IE0118", `${path} is not defined in the shop setting.`, prefix + path);
  const times = isRecord(time)
    ? Object.fromEntries(
        ["normalDeliveryTimeId", "backOrderDeliveryTimeId"]
          .filter((name) => time[name] !== undefined && time[name] !== null)
          .map((name) => [name, known(time[name], `operationLeadTime.${name}`)]),
      )
    : undefined;
  return {
    ...(times && { operationLeadTime: times }),
    ...(Array.isArray(from) && { shipFromIds: from.map((id, index) => known(id, `shipFromIds[${index}]`)) }),
  };
}

/** The stock after a change; a pair that is not there yet can only be set, not moved. */
export function quantityAfter(before: number | undefined, { mode, quantity }: StockChange, prefix: string): number {
  if (mode === "ABSOLUTE") return quantity;
  if (before === undefined)
    return refuse("IE0500", "RELATIVE cannot be specified for an inventory that does not exist.", `${prefix}mode`);
  const after = before + quantity;
  if (after < 0 || after > MAX_QUANTITY)
    refuse("IE0117", `After update, the quantity must be between 0 and ${MAX_QUANTITY}.`, `${prefix}quantity`);
  return after;
}
