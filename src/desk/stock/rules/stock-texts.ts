import { captions, inMenu } from "../../../core/menu-texts.ts";
import { sheetNames } from "../../../core/sheet-names.ts";

/** What people read of rows of 在庫 and of sets that something is to be done about. */
export const stockTexts = {
  unknown: `注文にある商品コードですが、「${sheetNames.products}」にありません。${inMenu(captions.importProducts)}か${inMenu(captions.showProductImport)}で商品を取り込んでください。セットなら「${sheetNames.sets}」に登録してください。`,
  several: (codes: readonly string[]) =>
    `「${sheetNames.products}」に表記の似た商品コードが複数あり（${codes.join("、")}）、どれかわかりません。楽天の商品コードを直すか、この商品を「${sheetNames.products}」に取り込んでください。`,
  isSet: `「${sheetNames.sets}」の商品コードです。在庫は部品の行で数えます。この行を削除してください。`,
  safety: "0以上の整数を入力するか、空欄にしてください。直すまで、この商品の引当可能数は使いません。",
  uncounted: (code: string) => `部品「${code}」が未棚卸です。`,
  unreadable: (code: string) => `部品「${code}」の安全在庫を直してください。`,
  unstocked: (code: string) => `部品「${code}」が「${sheetNames.stock}」にありません。`,
  limited: (code: string, sellable: number) => `部品「${code}」の引当可能数 ${sellable}`,
  noTime: `時間内に楽天の注文を確認できなかったため、在庫の数は更新しませんでした。${inMenu(captions.importShipments)}で注文を取り込んでから、もう一度実行してください。注文が多いときは、「${captions.showSettings}」の出荷指示取得期間を短くしてください。`,
} as const;
