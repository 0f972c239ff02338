import { parsedJson } from "./core/json.ts";
import { captions, MENU } from "./core/menu-texts.ts";
import { firstStep, type MenuEntry, menu, staffMenu } from "./desk/menu.ts";
import { isStaff, type Opening, operatorsIn } from "./desk/rights/rules/who-opens.ts";
import { keysOf, OPERATOR, SET_UP_DONE, SETTINGS, wholeMenuOf } from "./desk/stored-names.ts";

/** The build turns each `global.NAME =` of this file, and only of this file, into a top-level function. */
declare const global: Record<string, unknown>;

/**
 * Every execution runs what stands at the top of the bundle, even to show the menu: the jobs with their schemas are
 * loaded by the call that needs them.
 */
declare function require(path: "./actions.ts"): typeof import("./actions.ts");
const actions = () => require("./actions.ts").actions;

/** Runs without authorisation when the spreadsheet is opened: it may read properties, add menu items, and nothing else. */
global.onOpen = (event?: { readonly authMode?: GoogleAppsScript.Script.AuthMode }) => {
  // Before somebody enabled the add-on here, nothing may be read, and nobody can have set it up.
  showMenu(event?.authMode === ScriptApp.AuthMode.NONE ? wholeMenu(true) : menuNow());
};

/** The menu of this caption that is there already goes. */
function showMenu(entries: readonly MenuEntry[]): void {
  menuOf(SpreadsheetApp.getUi(), MENU, entries).addToUi();
}

const menuOf = (
  ui: GoogleAppsScript.Base.Ui,
  caption: string,
  entries: readonly MenuEntry[],
): GoogleAppsScript.Base.Menu =>
  entries.reduce((made, entry) => {
    if (entry === "line") return made.addSeparator();
    if ("entries" in entry) return made.addSubMenu(menuOf(ui, entry.caption, entry.entries));
    return made.addItem(entry.caption, entry.fn);
  }, ui.createMenu(caption));

const wholeMenu = (isNew: boolean): readonly MenuEntry[] => [...(isNew ? [firstStep, "line" as const] : []), ...menu];

/** What whoever is at the screen can use, as far as Google lets us know. */
function menuNow(): readonly MenuEntry[] {
  const shared = PropertiesService.getDocumentProperties().getProperties();
  return isStaff(openingOf(shared)) ? staffMenu : wholeMenu(shared[SET_UP_DONE] === undefined);
}

function openingOf(shared: Readonly<Record<string, string>>): Opening {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const id = spreadsheet.getId();
  const holds = (name: string) => PropertiesService.getUserProperties().getKeys().includes(name);
  return {
    operator: shared[OPERATOR],
    proven: told(() => [keysOf(id), wholeMenuOf(id)].some(holds), true),
    who: told(() => Session.getActiveUser().getEmail(), ""),
    owner: told(() => spreadsheet.getOwner()?.getEmail(), undefined),
    operators: operatorsIn(parsedJson(shared[SETTINGS] ?? "")),
  };
}

/** Where Google answers a question about people with an error, there is a menu all the same. */
function told<Answer>(ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

/** A page over the sheet, which waits for it to be closed. */
function showDialog(page: string, title: string, width: number, height: number): void {
  const html = HtmlService.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}

global.onInstall = (event: never) => (global.onOpen as (event: never) => void)(event);

global.importShipments = () => actions().importShipments();

global.judgeWaiting = () => actions().judgeWaiting();

global.importProducts = () => actions().importProducts();

global.syncStock = () => actions().syncStock();

global.showPreview = () => showDialog("Preview", captions.showPreview, 760, 520);

/** Called by the preview dialog. */
global.previewShipments = () => actions().previewShipments();

/** Called by the preview dialog. */
global.importFromPanel = () => actions().importFromPanel();

/** Called by the preview dialog; what it sends is checked with a schema. */
global.chooseCarriers = (input: unknown) => actions().chooseCarriers(input);

global.showReport = () => showDialog("Report", captions.reportShipments, 760, 560);

/** Called by the panel that shows what would be reported; what it sends is checked with a schema. */
global.reportShipments = (said?: unknown) => actions().reportShipments(said);

/** Called by the panel that shows what would be reported; what it sends is checked with a schema. */
global.previewReport = (said?: unknown) => actions().previewReport(said);

/** Called by the panel that shows what would be reported; what it sends is checked with a schema. */
global.deleteLeftovers = (input: unknown) => actions().deleteLeftovers(input);

global.askToReport = () => actions().askToReport();

global.showReportCsv = () => showDialog("Report-csv", captions.showReportCsv, 640, 520);

/** Called by the dialog that makes files for RMS; what it sends is checked with a schema. */
global.reportCsv = (input: unknown) => actions().reportCsv(input);

/** Called by the dialog that makes files for RMS; what it sends is checked with a schema. */
global.recordReportCsv = (input: unknown) => actions().recordReportCsv(input);

global.showConfirmOrders = () => showDialog("Confirm-orders", captions.showConfirmOrders, 760, 520);

/** Called by the dialog in which orders are confirmed. */
global.ordersToConfirm = () => actions().ordersToConfirm();

/** Called by the dialog in which orders are confirmed; what it sends is checked with a schema. */
global.confirmChosenOrders = (input: unknown) => actions().confirmChosenOrders(input);

global.askForOrder = () => actions().askForOrder();
global.findShipped = () => actions().findShipped();

global.showProductImport = () => {
  const html = HtmlService.createHtmlOutputFromFile("Products").setTitle(captions.showProductImport);
  SpreadsheetApp.getUi().showSidebar(html);
};

/** Called by the panel that imports product files. */
global.productImportView = () => actions().productImportView();

/** Called by the panel that imports product files. */
global.loadKnownProducts = () => actions().loadKnownProducts();

/** Called by the panel that imports product files; what it sends is checked with a schema. */
global.importProductRows = (part: unknown) => actions().importProductRows(part);

/** Beside the sheet, in which people go on selecting rows while it is open. */
global.showBreakdown = () => {
  const html = HtmlService.createHtmlOutputFromFile("Breakdown").setWidth(440).setHeight(520);
  SpreadsheetApp.getUi().showModelessDialog(html, captions.showBreakdown);
};

/** Called by the breakdown dialog. */
global.stockBreakdown = () => actions().stockBreakdown();

global.showStockDownload = () => showDialog("Stock-download", captions.showStockDownload, 520, 460);

/** Called by the dialog that saves 在庫 as a file. */
global.stockFile = () => actions().stockFile();

global.updateShopStock = () => actions().updateShopStock();

global.showStockUpdate = () => showDialog("Stock-update", captions.updateShopStock, 760, 520);

/** Called by the dialog that shows what an update of the shop's stock would change. */
global.previewStockUpdate = () => actions().previewStockUpdate();

/** Called by the dialog that shows what an update of the shop's stock would change. */
global.sendShopStock = () => actions().sendShopStock();

global.housekeeping = () => actions().housekeeping();

global.openError = () => actions().openError();

global.startCount = () => actions().startCount();

global.endCount = () => actions().endCount();

/** Called by the time-driven trigger that 自動連携 makes; what Google hands over is checked with a schema. */
global.tick = (event: unknown) => actions().tick(event);

global.startSchedule = () => actions().startSchedule();

global.repairSchedule = () => actions().repairSchedule();

global.takeOverSchedule = () => actions().takeOverSchedule();

global.stopSchedule = () => actions().stopSchedule();

global.askSchedule = () => actions().askSchedule();

/** はじめに has no place in the menu any more. */
global.setUp = () => {
  const notice = actions().setUp();
  showMenu(menuNow());
  return notice;
};

global.showWholeMenu = () => {
  if (actions().showWholeMenu()) showMenu(wholeMenu(false));
};

global.showSettings = () => {
  const html = HtmlService.createHtmlOutputFromFile("Settings").setTitle(captions.showSettings);
  SpreadsheetApp.getUi().showSidebar(html);
};

/** Called by the settings panel. */
global.loadSettings = () => actions().loadSettings();

/** Called by the settings panel; the input is checked there and here with the same schema. */
global.saveSettings = (input: unknown) => actions().saveSettings(input);

/** Called by the settings panel. */
global.deleteKeys = () => actions().deleteKeys();

/** Called by the settings panel. */
global.checkConnection = () => actions().checkConnection();

/** Called by the settings panel. */
global.checkBigQuery = () => actions().checkBigQuery();

global.showConnection = () => actions().showConnection();
global.changeOperator = () => actions().changeOperator();
global.askKeys = () => actions().askKeys();
global.askToDeleteKeys = () => actions().askToDeleteKeys();
global.askLicenceExpiry = () => actions().askLicenceExpiry();
global.askEnabled = () => actions().askEnabled();
global.askPeriodDays = () => actions().askPeriodDays();
global.askRefreshMinutes = () => actions().askRefreshMinutes();
global.askDefaultTarget = () => actions().askDefaultTarget();
global.askPastTarget = () => actions().askPastTarget();
global.askProductCode = () => actions().askProductCode();
global.askProductsSince = () => actions().askProductsSince();
global.askProductsFrom = () => actions().askProductsFrom();
global.askShippingDate = () => actions().askShippingDate();
global.askConfirmOrders = () => actions().askConfirmOrders();
global.askStockUpdate = () => actions().askStockUpdate();
global.askStopShare = () => actions().askStopShare();
global.askStopAmount = () => actions().askStopAmount();
global.askNoticeMail = () => actions().askNoticeMail();
global.askClosingTime = () => actions().askClosingTime();
global.askWebhook = () => actions().askWebhook();
global.testNotices = () => actions().testNotices();

/** Called by the settings panel. */
global.sendTestNotices = () => actions().sendTestNotices();
global.askRetentionDays = () => actions().askRetentionDays();
global.askArchiveAfterDays = () => actions().askArchiveAfterDays();
global.askArchiveTo = () => actions().askArchiveTo();
global.askBigQueryProject = () => actions().askBigQueryProject();
global.askBigQueryDataset = () => actions().askBigQueryDataset();
global.showBigQuery = () => actions().showBigQuery();
global.hidePersonal = () => actions().hidePersonal();
global.showPersonal = () => actions().showPersonal();
global.askOperators = () => actions().askOperators();
global.askStaff = () => actions().askStaff();
