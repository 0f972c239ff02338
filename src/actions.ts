/** What people start from the menu and the panels. main.ts loads this file at the first call, and not before. */
import { checkBigQuery, showBigQuery } from "./desk/archive/bigquery/check-bigquery.ts";
import { findShipped } from "./desk/archive/find-shipped.ts";
import { confirmChosenOrders } from "./desk/confirm-orders/confirm-chosen.ts";
import { ordersToConfirm } from "./desk/confirm-orders/orders-to-confirm.ts";
import { changeOperator } from "./desk/connection/change-operator.ts";
import { checkConnection } from "./desk/connection/check-connection.ts";
import { desk } from "./desk/desk.ts";
import { endCount, startCount } from "./desk/ledger/count-session.ts";
import { chooseCarriers } from "./desk/masters/delivery/choose-carriers.ts";
import { askWebhook, showTest } from "./desk/notices/notice-dialogs.ts";
import { sendTest } from "./desk/notices/send-test.ts";
import { openError } from "./desk/open-error.ts";
import { importProductRows } from "./desk/products/csv-import.ts";
import { loadKnownProducts, productImportView } from "./desk/products/csv-view.ts";
import { importProducts } from "./desk/products/import-products.ts";
import { askToReport } from "./desk/reports/ask-to-report.ts";
import { deleteLeftovers } from "./desk/reports/delete-leftovers.ts";
import { previewReport } from "./desk/reports/preview-report.ts";
import { recordReportCsv } from "./desk/reports/record-report-csv.ts";
import { reportCsv } from "./desk/reports/report-csv.ts";
import { reportAsSaid } from "./desk/reports/report-shipments.ts";
import { housekeeping } from "./desk/retention/housekeeping.ts";
import { hidePersonal, showPersonal } from "./desk/rights/hide-personal.ts";
import { mayShowWholeMenu } from "./desk/rights/whole-menu.ts";
import { askSchedule } from "./desk/schedule/ask-schedule.ts";
import { repairSchedule, startSchedule, stopSchedule, takeOverSchedule } from "./desk/schedule/operate.ts";
import { tick } from "./desk/schedule/tick.ts";
import { setUp } from "./desk/set-up/set-up.ts";
import { askKeys, askToDeleteKeys, showConnection } from "./desk/settings/key-dialogs.ts";
import { deleteKeys, saveSettings } from "./desk/settings/save-settings.ts";
import { askSetting } from "./desk/settings/settings-dialogs.ts";
import { settingsView } from "./desk/settings/settings-view.ts";
import { askForOrder } from "./desk/shipments/find-order.ts";
import { importShipments } from "./desk/shipments/import-shipments.ts";
import { judgeWaiting } from "./desk/shipments/judge-waiting.ts";
import { previewShipments } from "./desk/shipments/preview-shipments.ts";
import { previewStockUpdate } from "./desk/shop-stock/preview-stock-update.ts";
import { updateShopStock } from "./desk/shop-stock/update-shop-stock.ts";
import { stockBreakdown } from "./desk/stock/stock-breakdown.ts";
import { stockFile } from "./desk/stock/stock-file.ts";
import { syncStock } from "./desk/stock/sync-stock.ts";
import { gasPlatform, gasShared, platformOf } from "./platform/gas-platform.ts";
import { gasTriggers } from "./platform/gas-triggers.ts";
import type { Platform } from "./platform/ports.ts";
import { runJob } from "./run/run-job.ts";

const ask = (name: Parameters<typeof askSetting>[1]) => () => askSetting(gasPlatform(), name);

/** For a panel that shows itself how a run came out: an alert would take its place. */
const withoutAlerts = (platform: Platform): Platform => ({ ...platform, screen: { ...platform.screen, alert() {} } });

/** Each by the name that main.ts gives it in Google's eyes; the panels call them by it too (sidebar/google-script.ts). */
export const actions = {
  importShipments: () => runJob(importShipments, gasPlatform(), desk),
  judgeWaiting: () => runJob(judgeWaiting, gasPlatform(), desk),
  importFromPanel: () => runJob(importShipments, withoutAlerts(gasPlatform()), desk),
  chooseCarriers: (input: unknown) => chooseCarriers(gasPlatform(), input),
  reportShipments: (said?: unknown) => reportAsSaid(withoutAlerts(gasPlatform()), said),
  askToReport: () => askToReport(gasPlatform()),
  previewReport: (said?: unknown) => previewReport(gasPlatform(), said),
  deleteLeftovers: (input: unknown) => deleteLeftovers(withoutAlerts(gasPlatform()), input),
  reportCsv: (input: unknown) => reportCsv(gasPlatform(), input),
  recordReportCsv: (input: unknown) => recordReportCsv(gasPlatform(), input),
  ordersToConfirm: () => ordersToConfirm(gasPlatform()),
  confirmChosenOrders: (input: unknown) => confirmChosenOrders(withoutAlerts(gasPlatform()), input),
  importProducts: () => runJob(importProducts, gasPlatform(), desk),
  syncStock: () => runJob(syncStock, gasPlatform(), desk),
  previewShipments: () => previewShipments(gasPlatform()),
  askForOrder: () => askForOrder(gasPlatform()),
  findShipped: () => findShipped(gasPlatform()),
  productImportView: () => productImportView(gasPlatform()),
  loadKnownProducts: () => loadKnownProducts(gasPlatform()),
  importProductRows: (part: unknown) => importProductRows(gasPlatform(), part),
  stockBreakdown: () => stockBreakdown(gasPlatform()),
  stockFile: () => stockFile(gasPlatform()),
  updateShopStock: () => runJob(updateShopStock, gasPlatform(), desk),
  previewStockUpdate: () => previewStockUpdate(gasPlatform()),
  sendShopStock: () => runJob(updateShopStock, withoutAlerts(gasPlatform()), desk),
  housekeeping: () => runJob(housekeeping, gasPlatform(), desk),
  openError: () => openError(gasPlatform()),
  startCount: () => startCount(gasPlatform()),
  endCount: () => endCount(gasPlatform()),
  tick: (event: unknown) => tick({ shared: gasShared(), triggers: gasTriggers, open: platformOf }, event),
  startSchedule: () => startSchedule(gasPlatform()),
  repairSchedule: () => repairSchedule(gasPlatform()),
  takeOverSchedule: () => takeOverSchedule(gasPlatform()),
  stopSchedule: () => stopSchedule(gasPlatform()),
  hidePersonal: () => hidePersonal(gasPlatform()),
  showPersonal: () => showPersonal(gasPlatform()),
  showWholeMenu: () => mayShowWholeMenu(gasPlatform()),
  askSchedule: () => askSchedule(gasPlatform()),
  setUp: () => setUp(gasPlatform()),
  loadSettings: () => settingsView(gasPlatform()),
  saveSettings: (input: unknown) => saveSettings(gasPlatform(), input),
  deleteKeys: () => deleteKeys(gasPlatform()),
  checkConnection: () => checkConnection(gasPlatform()),
  showConnection: () => showConnection(gasPlatform()),
  changeOperator: () => changeOperator(gasPlatform()),
  askKeys: () => askKeys(gasPlatform()),
  askToDeleteKeys: () => askToDeleteKeys(gasPlatform()),
  askLicenceExpiry: ask("licenceExpiry"),
  askEnabled: ask("enabled"),
  askPeriodDays: ask("periodDays"),
  askRefreshMinutes: ask("refreshMinutes"),
  askDefaultTarget: ask("defaultTarget"),
  askPastTarget: ask("pastTarget"),
  askProductCode: ask("productCode"),
  askProductsSince: ask("productsSince"),
  askProductsFrom: ask("productsFrom"),
  askShippingDate: ask("shippingDate"),
  askConfirmOrders: ask("confirmOrders"),
  askStockUpdate: ask("stockUpdate"),
  askStopShare: ask("stopShare"),
  askStopAmount: ask("stopAmount"),
  askNoticeMail: ask("noticeMail"),
  askClosingTime: ask("closingTime"),
  askWebhook: () => askWebhook(gasPlatform()),
  testNotices: () => showTest(gasPlatform()),
  sendTestNotices: () => sendTest(gasPlatform()),
  askRetentionDays: ask("retentionDays"),
  askArchiveAfterDays: ask("archiveAfterDays"),
  askArchiveTo: ask("archiveTo"),
  askBigQueryProject: ask("bigQueryProject"),
  askBigQueryDataset: ask("bigQueryDataset"),
  checkBigQuery: () => checkBigQuery(gasPlatform()),
  showBigQuery: () => showBigQuery(gasPlatform()),
  askOperators: ask("operators"),
  askStaff: ask("staff"),
};
