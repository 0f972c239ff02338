import { AUTOMATION, CARE_MENU, captions, SETTINGS_MENU } from "../core/menu-texts.ts";
import { dialogTitles } from "./settings/rules/settings-texts.ts";

/** An item calls the function of main.ts that has its name. */
export type MenuEntry = Item | "line" | { readonly caption: string; readonly entries: readonly Item[] };

interface Item {
  readonly caption: string;
  readonly fn: string;
}

const item = (fn: keyof typeof captions): Item => ({ caption: captions[fn], fn });

/** Offered first until somebody has run it. */
export const firstStep: Item = { caption: `はじめに: ${captions.setUp}を実行`, fn: "setUp" };

const settingItems: readonly Item[] = [
  item("askKeys"),
  item("askToDeleteKeys"),
  { caption: dialogTitles.licenceExpiry, fn: "askLicenceExpiry" },
  { caption: dialogTitles.enabled, fn: "askEnabled" },
  { caption: dialogTitles.periodDays, fn: "askPeriodDays" },
  { caption: dialogTitles.defaultTarget, fn: "askDefaultTarget" },
  { caption: dialogTitles.pastTarget, fn: "askPastTarget" },
  { caption: dialogTitles.productCode, fn: "askProductCode" },
  { caption: dialogTitles.productsSince, fn: "askProductsSince" },
  { caption: dialogTitles.productsFrom, fn: "askProductsFrom" },
  { caption: dialogTitles.shippingDate, fn: "askShippingDate" },
  { caption: dialogTitles.confirmOrders, fn: "askConfirmOrders" },
  { caption: dialogTitles.stockUpdate, fn: "askStockUpdate" },
  { caption: dialogTitles.stopShare, fn: "askStopShare" },
  { caption: dialogTitles.stopAmount, fn: "askStopAmount" },
  { caption: dialogTitles.noticeMail, fn: "askNoticeMail" },
  { caption: dialogTitles.closingTime, fn: "askClosingTime" },
  item("askWebhook"),
  item("testNotices"),
  { caption: dialogTitles.retentionDays, fn: "askRetentionDays" },
  { caption: dialogTitles.archiveAfterDays, fn: "askArchiveAfterDays" },
  { caption: dialogTitles.archiveTo, fn: "askArchiveTo" },
  { caption: dialogTitles.bigQueryProject, fn: "askBigQueryProject" },
  { caption: dialogTitles.bigQueryDataset, fn: "askBigQueryDataset" },
  item("showBigQuery"),
  { caption: dialogTitles.operators, fn: "askOperators" },
  { caption: dialogTitles.staff, fn: "askStaff" },
  item("askToReport"),
  { caption: `${captions.updateShopStock}（パネルを使わない）`, fn: "updateShopStock" },
];

const scheduleItems: readonly Item[] = [
  item("startSchedule"),
  item("repairSchedule"),
  item("takeOverSchedule"),
  item("stopSchedule"),
  item("askSchedule"),
];

/** The menu from top to bottom. Every execution evaluates this file: names and texts, and nothing else. */
export const menu: readonly MenuEntry[] = [
  item("importShipments"),
  item("showPreview"),
  item("judgeWaiting"),
  item("askForOrder"),
  item("findShipped"),
  "line",
  // People see first what would be sent; the panel sends it. So it is with the stock below.
  { caption: captions.reportShipments, fn: "showReport" },
  item("showReportCsv"),
  item("showConfirmOrders"),
  "line",
  item("importProducts"),
  item("showProductImport"),
  "line",
  item("syncStock"),
  item("showBreakdown"),
  item("startCount"),
  item("endCount"),
  item("showStockDownload"),
  { caption: captions.updateShopStock, fn: "showStockUpdate" },
  "line",
  item("hidePersonal"),
  item("showPersonal"),
  "line",
  { caption: AUTOMATION, entries: scheduleItems },
  item("showSettings"),
  item("showConnection"),
  item("changeOperator"),
  item("openError"),
  { caption: SETTINGS_MENU, entries: settingItems },
  { caption: CARE_MENU, entries: [item("housekeeping")] },
  item("setUp"),
];
