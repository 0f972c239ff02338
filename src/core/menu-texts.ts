/** What the menu says, by the function that each item calls: every message that points there is built from these. */
export const MENU = "API連携登録";

export const captions = {
  importShipments: "出荷指示を取得",
  importProducts: "商品マスタを取得",
  syncStock: "在庫を連携",
  showPreview: "取得内容を確認",
  judgeWaiting: "確認事項を再判定",
  askForOrder: "注文を調べる",
  findShipped: "過去の出荷を探す",
  reportShipments: "出荷実績を送信",
  askToReport: "出荷実績を送信（パネルを使わない）",
  showReportCsv: "RMS用CSVを作成",
  showConfirmOrders: "注文を確認済みにする",
  startCount: "棚卸を始める",
  endCount: "棚卸を終える",
  showProductImport: "商品CSVを取り込む",
  showBreakdown: "内訳を見る",
  showStockDownload: "在庫をダウンロード",
  updateShopStock: "楽天の在庫を更新",
  showSettings: "API接続設定",
  showConnection: "接続を確認",
  showBigQuery: "BigQueryの接続を確認",
  changeOperator: "担当者を変更",
  askKeys: "楽天のキーを登録",
  askToDeleteKeys: "楽天のキーを削除",
  askWebhook: "お知らせのWebhookを登録",
  testNotices: "お知らせのテスト送信",
  housekeeping: "日次整理",
  openError: "エラーを開く",
  startSchedule: "自動連携を始める",
  repairSchedule: "自動連携を修復",
  takeOverSchedule: "自動連携を引き継ぐ",
  stopSchedule: "自動連携を止める",
  hidePersonal: "個人情報を隠す",
  showPersonal: "個人情報を表示",
  askSchedule: "間隔と時刻（パネルを使わない）",
  setUp: "初期設定",
} as const;

/** The menu of what runs by itself, and the line of ダッシュボード that tells of it. */
export const AUTOMATION = "自動連携";

/** The menu of settings for browsers in which Google does not let a panel call us. */
export const SETTINGS_MENU = "設定（パネルを使わない場合）";

/** The menu of what runs by itself and seldom needs a hand. */
export const CARE_MENU = "データの整理";

export const inMenu = (caption: string): string => `メニュー「${MENU}」→「${caption}」`;
