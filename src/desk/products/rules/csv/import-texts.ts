import { captions } from "../../../../core/menu-texts.ts";
import { type ProductCodeField, productCodeFields } from "../../../../shop/product-code.ts";

export const onlyOperatorImports = (operator: string): string =>
  `商品CSVを取り込めるのは、楽天のキーを登録した ${operator} さんだけです。取り込みはその方に依頼してください。`;

export const UNREADABLE_PART = "取り込む内容を読み取れませんでした。画面を開き直してください。";

export const otherCodeField = (stored: ProductCodeField): string =>
  `商品コードに使う項目が「${productCodeFields[stored]}」に変わりました。「${captions.showProductImport}」を開き直してください。`;

export const cancelledAfter = (found: number): string => `操作により中止しました。${found}件まで取り込み済みです。`;
