import { sheetNames } from "../../../core/sheet-names.ts";

/** What people read of rows of セット商品 that cannot be used. */
export const setTexts = {
  noSet: "空欄です。セット商品コードを入力するか、この行を削除してください。",
  noSetBelow: (code: string) =>
    `空欄です。「${code}」の部品なら、この行にも同じセット商品コードを入力してください。不要ならこの行を削除してください。`,
  noPart: "空欄です。部品の商品コードを入力するか、この行を削除してください。",
  double: (row: number) => `${row}行目と同じ部品です。数量を合わせて1行にしてください。`,
  quantity: (most: number) => `1～${most}の整数を入力してください。`,
  wreck: "Excelで壊れた商品コードです。元の番号に直してください。",
  damaged: (code: string) => `Excelで壊れた可能性（${code}?）。元の商品コードに直してください。`,
  isProduct: `「${sheetNames.products}」にもある商品コードです。セットなら「${sheetNames.products}」と「${sheetNames.stock}」からこの商品の行を削除し、セットでなければ別のコードを入力してください。`,
  unknown: `「${sheetNames.products}」にも「${sheetNames.sets}」にもない商品コードです。正しい商品コードを入力するか、商品を「${sheetNames.products}」に取り込んでください。`,
  several: (codes: readonly string[]) =>
    `「${sheetNames.products}」に表記の似た商品コードが複数あります（${codes.join("、")}）。同じ表記で入力してください。`,
  circle: (codes: readonly string[]) =>
    `セットが循環しています（${codes.join(" → ")}）。セットの部品に、そのセット自身は使えません。`,
  inner: (code: string) => `部品のセット「${code}」に誤りがあるため使えません。先に「${code}」の行を直してください。`,
} as const;
