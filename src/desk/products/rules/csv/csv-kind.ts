import { type CsvColumn, headerOf, placesIn } from "./csv-columns.ts";
import type { CsvKind } from "./csv-file.ts";

type Found = { readonly kind: CsvKind; readonly places: ReadonlyMap<CsvColumn, number> };

/** What a file is by its header row, or why it cannot be imported and what to do. */
export function kindOf(header: readonly string[]): Found | { readonly refused: string } {
  const places = placesIn(header);
  const stranger = strangers.find(({ sign }) => header.includes(sign));
  if (stranger !== undefined) return { refused: stranger.refused };
  if (!places.has("manageNumber")) return { refused: NO_PRODUCTS };
  if (places.has("variantId")) return { kind: "normal-item", places };
  if (places.has("across")) return places.has("optionType") ? { kind: "select", places } : lacking("optionType");
  if (places.has("stockType")) return { kind: "item", places };
  return { refused: NO_SKUS };
}

const lacking = (column: CsvColumn) => ({
  refused: `「${headerOf(column)}」の列がありません。RMSの商品一括編集で、この列を選んでダウンロードし直してください。`,
});

const WANTED = "RMSの商品一括編集でダウンロードした商品のCSV（normal-item、または item と select）を選んでください。";

const NO_PRODUCTS = `商品のCSVではありません（「${headerOf("manageNumber")}」の列がありません）。${WANTED}`;

const NO_SKUS = `「${headerOf("variantId")}」の列がありません（SKU移行前の店舗では「${headerOf("stockType")}」）。この列を選んでダウンロードし直してください。`;

/** Other files of RMS that people have at hand, by a header that only they have: orders name products, too. */
const strangers = [
  { sign: "注文番号", refused: `注文のCSVです。${WANTED}` },
  { sign: "表示先カテゴリ", refused: `商品カテゴリのCSV（item-cat）です。${WANTED}` },
];
