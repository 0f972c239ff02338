/** The sheets by the names on their tabs. */
export const sheetNames = {
  shipments: "出荷リスト",
  shipmentLines: "出荷明細",
  products: "商品マスタ",
  sets: "セット商品",
  stock: "在庫",
  ledger: "入出庫",
  ledgerEntries: "入出庫入力",
  deliveries: "配送サービスマスタ",
  timeBands: "配送時間帯マスタ",
  leadTimes: "配送日数マスタ",
  closedDays: "休業日マスタ",
  conditions: "確認条件マスタ",
  payments: "支払方法マスタ",
  dashboard: "ダッシュボード",
  log: "連携ログ",
  archivedOrders: "保管済み",
} as const;
