import { columnName, DASHBOARD, LINES, LOG, PRODUCTS, SHIPMENTS, STOCK } from "./declared.ts";

const SEAL = "proves what a job wrote, and is checked by what the product does where people typed over it";
const OWN_WORDS = "words for people about what other columns say, which are compared";
const PART = "the part of 確認事項 that masters answer: 確認事項 is compared as a whole";
const HISTORY = "tells what happened on the way, which no later look at the shop can tell";
const RUN = "how a run or a look went, which only the run itself knows: tests of src/run hold it";
const FIGURES = "computed by the sheet: tests of src/desk/dashboard hold it";
const ARCHIVE = "nothing is archived in days so short: tests of src/desk/archive hold it";

const columns = (sheet: string, reason: string, ...headers: readonly string[]): Record<string, string> =>
  Object.fromEntries(headers.map((header) => [columnName(sheet, header), reason]));

/** Columns of jobs that the simulation does not hold against the shop, each with its reason; whatever is added to a table is compared, or joins here. */
export const uncompared: Readonly<Record<string, string>> = {
  ...columns(SHIPMENTS, SEAL, "照合", "照合（報告）"),
  ...columns(SHIPMENTS, OWN_WORDS, "報告の内容"),
  ...columns(SHIPMENTS, PART, "マスタの確認事項"),
  ...columns(SHIPMENTS, HISTORY, "変更内容", "確認した内容"),
  ...columns(LINES, SEAL, "照合"),
  ...columns(PRODUCTS, SEAL, "照合"),
  ...columns(PRODUCTS, HISTORY, "確認した内容"),
  ...columns(STOCK, SEAL, "照合（商品）", "照合（楽天の更新）", "照合（入出庫）"),
  ...columns(STOCK, OWN_WORDS, "楽天の更新"),
  ...columns(STOCK, HISTORY, "入出庫の商品コード"),
  ...columns(
    DASHBOARD,
    RUN,
    ...["エラー", "次回予定", "記録した状態", "記録した内容", "記録した日時", "期限", "期限後の内容", "最終確認"],
    "最終確認の期限",
  ),
  ...columns(
    LOG,
    RUN,
    ...[
      "日時",
      "ジョブ",
      "メッセージ",
      "該当箇所",
      "対象",
      "新規",
      "更新",
      "見送り",
      "エラー",
      "楽天呼出",
      "秒",
      "対象の行",
    ],
  ),
  ...columns("集計", FIGURES, "項目", "表示", "件数"),
  ...columns("保管済み", ARCHIVE, "注文番号", "保管先", "保管日時"),
};
