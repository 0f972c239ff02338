import { TARGET_STATUS } from "../../../shop/payment-target.ts";

/**
 * The settings that are also asked for without the panel, by a menu item and its dialog, in the order of the menu. Every execution evaluates this file
 * for the menu: what is to be said about a field stands elsewhere.
 */
export const dialogTitles = {
  licenceExpiry: "ライセンスキーの有効期限",
  enabled: "楽天と連携する",
  periodDays: "出荷指示取得期間（日）",
  refreshMinutes: "注文を確認し直す間隔（分）",
  defaultTarget: `${TARGET_STATUS}（デフォルト）`,
  pastTarget: "対象ステータスを過ぎた注文",
  productCode: "商品コードに使う項目",
  productsSince: "商品マスタ最終取得期間",
  productsFrom: "商品マスタ取得開始位置",
  shippingDate: "楽天へ報告する発送日",
  confirmOrders: "「注文を確認済みにする」を使う",
  stockUpdate: "楽天の在庫を更新する",
  stopShare: "更新を止める割合（％）",
  stopAmount: "大きな変化とみなす数",
  noticeMail: "メールでお知らせする",
  closingTime: "締め時刻",
  retentionDays: "個人情報の保存日数",
  archiveAfterDays: "保管までの日数",
  archiveTo: "保管先",
  bigQueryProject: "Google CloudのプロジェクトID",
  bigQueryDataset: "BigQueryのデータセット",
  operators: "運用担当者",
  staff: "倉庫スタッフ",
} as const;
