/** What can serve as 商品コード, the key of 商品マスタ and 在庫 (rms-api 10.5), with the names that RMS shows. */
export const productCodeFields = {
  manageNumber: "商品管理番号",
  itemNumber: "商品番号",
  variantId: "SKU管理番号",
  merchantSkuId: "システム連携用SKU番号",
  jan: "JAN",
} as const;

export type ProductCodeField = keyof typeof productCodeFields;

/** A product by the fields that can serve as its code; orders know no JAN. */
export type CodedProduct = { readonly [Field in Exclude<ProductCodeField, "jan">]: string } & { readonly jan?: string };

/** What RMS puts where a product has no SKU of its own: the same for every product, so no code (rms-api 10.5). */
const PLACEHOLDERS: readonly string[] = ["normal-inventory", "normal-size", "normal"];

export const isPlaceholder = (variantId: string): boolean => PLACEHOLDERS.includes(variantId.trim().toLowerCase());

/**
 * Names a SKU in the shop; a product without SKUs of its own has one name, however RMS puts it: orders repeat its
 * 商品管理番号 where items say normal-inventory (rms-api 3.7).
 */
export const skuName = (manageNumber: string, variantId: string): string => {
  const product = manageNumber.toLowerCase();
  const sku = variantId.toLowerCase();
  return `${product}\u001f${sku === product || PLACEHOLDERS.includes(sku) ? "" : variantId}`;
};

/** The product code from the field that the operator chose; empty where the product has none. */
export function productCodeOf(product: CodedProduct, field: ProductCodeField): string {
  const code = (product[field] ?? "").trim();
  return field === "variantId" && isPlaceholder(code) ? "" : code;
}

/** What all spellings of a code have in common that people type: its width, its capitals, the blanks around it. */
export const plainCode = (code: string): string => code.normalize("NFKC").trim().toLowerCase();
