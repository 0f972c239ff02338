import { sheetNames } from "../../../core/sheet-names.ts";
import { kinds, typedKinds } from "./entry.ts";

const OLD_COUNT = "直すまでは、前の数のまま計算します。";
const NOT_BOOKED = "直すまで、この行は記録しません。";

/** What people read of cells and rows that the ledger cannot use, and why it wrote what it wrote. */
export const ledgerTexts = {
  number: {
    formula: "数式は使えません。数字を入力してください。",
    none: "数として読めません。単位などを付けずに、数字だけを入力してください（例: 12）。",
    fraction: "整数を入力してください。",
    negative: "0以上の整数を入力してください。",
    large: (most: number) =>
      `大きすぎます。${most}以下の数を入力してください（バーコードの読み取りではありませんか）。`,
  },
  count: (reason: string) => `${reason}${OLD_COUNT}`,
  doubtedCount: `並べ替えや貼り付けで入った、ほかの行の数かもしれません。数え直した数を入力してください。同じ数のときは、いったん空にして在庫を連携してから入力してください。${OLD_COUNT}`,
  row: {
    noCode: `空欄です。商品コードを入力するか、この行を削除してください。`,
    unknown: `「${sheetNames.stock}」にない商品コードです。正しい商品コードを入力するか、商品を「${sheetNames.products}」に取り込んでください。${NOT_BOOKED}`,
    several: (codes: readonly string[]) =>
      `「${sheetNames.stock}」に表記の似た商品コードが複数あります（${codes.join("、")}）。同じ表記で入力してください。${NOT_BOOKED}`,
    set: `セット商品です。部品の商品コードで入力してください。${NOT_BOOKED}`,
    kind: `${typedKinds.join("・")}から選んでください。${NOT_BOOKED}`,
    quantity: (reason: string) => `${reason}${NOT_BOOKED}`,
    blank: "空欄です。数を入力してください。",
    zero: "0以外の数を入力してください。",
    sign: `1以上の整数を入力してください。増減の向きは区分で決まります（数を減らす訂正は「${kinds.correction}」です）。`,
    day: `日付として読めません。2026/11/24 の形で入力するか、空欄にしてください（数式は使えません）。${NOT_BOOKED}`,
  },
  shipped: { status: "出荷ステータスが出荷済", rms: "楽天で出荷済" },
  undone: "出荷済が取り消されたため",
  returned: "取消後に商品が戻った",
  notReturned: "「商品の戻り」が変更されたため",
  untyped: `「${sheetNames.ledgerEntries}」の行が削除または変更されたため`,
  counted: "棚卸",
  askReturn:
    "出荷したあとで、楽天の注文が取り消されました。商品が戻ったかどうかを「商品の戻り」で選んでください。「戻った」を選ぶと、実在庫に戻します。",
  answer: "「戻った」か「戻っていない」を選んでください。",
  beforeCount: "棚卸前",
  refusedSet: (codes: readonly string[]) =>
    `出荷済みですが、セット商品${codes.map((code) => `「${code}」`).join("")}に誤りがあるため、実在庫から引いていません。「${sheetNames.sets}」の行を直すと、次の在庫の連携で記録します。`,
  changedLines: `出荷済みですが、「${sheetNames.shipmentLines}」の内容が書き換えられているため、実在庫から引いていません。出荷指示を取得して直してから、在庫を連携してください。楽天にない注文なら、「${sheetNames.ledgerEntries}」に「${kinds.issue}」を入力して、「${sheetNames.shipments}」の行を削除してください。`,
  doubtedStatus: `出荷ステータスがほかの行のものかもしれないため、実在庫に反映していません。「${sheetNames.shipments}」の確認事項に従って直してください。`,
  unreadable: (row: number) =>
    `「${sheetNames.ledger}」の${row}行目は内容が書き換えられていて読めないため、実在庫の計算に入れていません。元の内容に戻してください（「ファイル」→「変更履歴」で確認できます）。`,
} as const;
