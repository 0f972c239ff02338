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
  showWholeMenu: "担当者のメニューを表示",
} as const;

export type ItemName = keyof typeof captions;
export type Caption = (typeof captions)[ItemName];

/** The menu of what runs by itself, and the line of ダッシュボード that tells of it. */
export const AUTOMATION = "自動連携";

/** The menu of settings for browsers in which Google does not let a panel call us. */
export const WITHOUT_PANEL = "パネルを使わない場合";

/** A part of the menu that opens by itself, and the parts in it. */
export interface Submenu {
  readonly caption: string;
  readonly items: readonly ItemName[];
  readonly parts?: readonly Submenu[];
}

/** What people come for every day, in groups. */
export const daily: readonly (readonly ItemName[])[] = [
  ["importShipments", "showPreview", "judgeWaiting", "askForOrder", "findShipped"],
  ["reportShipments"],
  ["syncStock", "showBreakdown"],
  ["openError"],
];

/** All the rest, from top to bottom. */
export const submenus: readonly Submenu[] = [
  { caption: "注文", items: ["showConfirmOrders", "showReportCsv"] },
  { caption: "商品", items: ["importProducts", "showProductImport"] },
  { caption: "在庫", items: ["startCount", "endCount", "showStockDownload", "updateShopStock"] },
  { caption: AUTOMATION, items: ["startSchedule", "repairSchedule", "takeOverSchedule", "stopSchedule"] },
  { caption: "データの整理", items: ["housekeeping", "hidePersonal", "showPersonal"] },
  {
    caption: "設定",
    items: ["showSettings", "showConnection", "setUp", "changeOperator"],
    parts: [
      {
        caption: WITHOUT_PANEL,
        items: [
          ...(["askKeys", "askToDeleteKeys", "askSchedule", "askWebhook", "testNotices"] as const),
          ...(["showBigQuery", "askToReport"] as const),
        ],
      },
    ],
  },
];

/** What those can do, or ask for, who hold no keys. */
export const staffItems: readonly (readonly ItemName[])[] = [
  ["importShipments", "reportShipments", "syncStock", "importProducts"],
  ["findShipped", "showBreakdown", "showStockDownload", "openError"],
  ["showWholeMenu"],
];

/** What to choose one after the other to get there. */
export const pathTo = (caption: string): readonly string[] => pathIn(submenus, caption) ?? [caption];

function pathIn(parts: readonly Submenu[], wanted: string): readonly string[] | undefined {
  for (const { caption, items, parts: inner = [] } of parts) {
    if (caption === wanted) return [caption];
    const below = items.some((name) => captions[name] === wanted) ? [wanted] : pathIn(inner, wanted);
    if (below !== undefined) return [caption, ...below];
  }
  return undefined;
}

/** The way there, for people. */
export const inMenu = (caption: Caption | typeof WITHOUT_PANEL): string =>
  `メニュー${[MENU, ...pathTo(caption)].map((step) => `「${step}」`).join("→")}`;
