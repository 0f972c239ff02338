import * as z from "zod/mini";
import { serialOfRms } from "../../core/jst.ts";
import type { RowFault } from "../../core/problem.ts";
import type { Item, Sku } from "../../shop/item.ts";
import { missed } from "../client/rms-problem.ts";

/** Absent fields are left out by the item functions, unlike by the order functions (rms-api 7.4). */
const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());

const variant = z.object({
  merchantDefinedSkuId: text,
  selectorValues: z.nullish(z.record(z.string(), z.string())),
  /** A string by the reference, a bare number in one sample, with a comma in another. */
  standardPrice: z.optional(z.unknown()),
  articleNumber: z.nullish(z.object({ value: text })),
  hidden: flag,
});

/** An item that was deleted a short while ago comes with its manageNumber alone; one answer of items.get lacks even that. */
const itemSchema = z.object({
  manageNumber: text,
  itemNumber: text,
  title: text,
  genreId: text,
  hideItem: flag,
  itemType: text,
  unlimitedInventoryFlag: flag,
  updated: text,
  variantSelectors: z.nullish(z.array(z.object({ key: z.string(), displayName: text }))),
  variants: z.nullish(z.record(z.string(), variant)),
});

type ItemModel = z.infer<typeof itemSchema>;

/** One item of a reply in our words, or why it cannot be read. `asked`: the number by which it was fetched. */
export function readItem(raw: unknown, asked?: string): Item | RowFault {
  const parsed = z.safeParse(itemSchema, raw);
  const manageNumber = (parsed.success ? parsed.data.manageNumber : undefined) ?? asked;
  if (!parsed.success) return fault(raw, asked, missed(parsed.error.issues));
  if (!manageNumber) return fault(raw, asked, "manageNumber");
  const model = parsed.data;
  return {
    manageNumber,
    itemNumber: model.itemNumber ?? "",
    name: model.title ?? "",
    genreId: model.genreId ?? "",
    hidden: model.hideItem ?? false,
    uncounted: model.itemType === "BUYING_CLUB" ? "club" : model.unlimitedInventoryFlag ? "unlimited" : undefined,
    updatedAt: model.updated ? (serialOfRms(model.updated) ?? null) : null,
    skus: Object.entries(model.variants ?? {}).map(([variantId, one]) => skuOf(variantId, one, model)),
  };
}

/** The search index still lists it, but the item is gone. */
export const isGone = ({ skus, name }: Item): boolean => skus.length === 0 && name === "";

const skuOf = (variantId: string, model: z.infer<typeof variant>, item: ItemModel): Sku => ({
  variantId,
  merchantSkuId: model.merchantDefinedSkuId ?? "",
  catalogueId: model.articleNumber?.value ?? "",
  variation: variationOf(model.selectorValues ?? {}, item),
  price: yen(model.standardPrice),
  hidden: model.hidden ?? false,
});

const variationOf = (values: Readonly<Record<string, string>>, { variantSelectors }: ItemModel): string =>
  Object.entries(values)
    .map(([key, value]) => `${variantSelectors?.find((one) => one.key === key)?.displayName ?? key}:${value}`)
    .join("\n");

function yen(price: unknown): number | null {
  const digits = typeof price === "number" || typeof price === "string" ? String(price).replace(/,/g, "") : "";
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

function fault(raw: unknown, asked: string | undefined, field: string): RowFault {
  const named = typeof raw === "object" && raw !== null ? (raw as { manageNumber?: unknown }).manageNumber : undefined;
  return {
    subject: typeof named === "string" ? named : (asked ?? "（商品管理番号不明）"),
    reason: `商品データに読み取れない項目があります（${field}）。RMSでこの商品を確認してください。次回の取得でもう一度試します。`,
  };
}
