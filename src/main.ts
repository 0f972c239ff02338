import { checkConnection } from "./jobs/check-connection.ts";
import { askForOrder } from "./jobs/find-order.ts";
import { importShipments } from "./jobs/import-shipments.ts";
import { previewShipments } from "./jobs/preview-shipments.ts";
import { runJob } from "./jobs/run.ts";
import { SET_UP_DONE, setUp } from "./jobs/set-up.ts";
import { deleteKeys, saveSettings, settingsView } from "./jobs/settings.ts";
import { askKeys, askSetting, askToDeleteKeys, dialogs, showConnection } from "./jobs/settings-dialogs.ts";
import { gasPlatform } from "./platform/gas-platform.ts";

/** The build turns each `global.NAME =` of this file, and only of this file, into a top-level function. */
declare const global: Record<string, unknown>;

const MENU = "API連携登録";
const SETTINGS_TITLE = "API接続設定";
const PREVIEW_TITLE = "取得内容を確認";

/** Runs without authorisation when the spreadsheet is opened: it may add menu items and nothing else. */
global.onOpen = (event?: { readonly authMode?: GoogleAppsScript.Script.AuthMode }) => {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(MENU);
  if (isNew(event?.authMode)) menu.addItem("はじめに: 初期設定を実行", "setUpNow").addSeparator();
  menu
    .addItem("出荷指示を取得", "importShipmentsNow")
    .addItem(PREVIEW_TITLE, "showPreview")
    .addItem("注文を調べる", "askForOrderNow")
    .addSeparator()
    .addItem(SETTINGS_TITLE, "showSettings")
    .addItem("接続を確認", "checkConnectionNow")
    .addSubMenu(settingsMenu(ui))
    .addItem("初期設定", "setUpNow")
    .addToUi();
};

/** Whether to offer 初期設定 first. Before somebody enabled the add-on here, nothing may be read, and nobody can have run it. */
const isNew = (authMode: GoogleAppsScript.Script.AuthMode | undefined): boolean =>
  authMode === ScriptApp.AuthMode.NONE || PropertiesService.getDocumentProperties().getProperty(SET_UP_DONE) === null;

/** For browsers in which Google does not let a panel call us. */
const settingsMenu = (ui: GoogleAppsScript.Base.Ui) =>
  ui
    .createMenu("設定（パネルを使わない場合）")
    .addItem("楽天のキーを登録", "askKeysNow")
    .addItem("楽天のキーを削除", "askToDeleteKeysNow")
    .addItem(dialogs.licenceExpiry.title, "askLicenceExpiry")
    .addItem(dialogs.enabled.title, "askEnabled")
    .addItem(dialogs.periodDays.title, "askPeriodDays")
    .addItem(dialogs.defaultTarget.title, "askDefaultTarget")
    .addItem(dialogs.productCode.title, "askProductCode")
    .addItem(dialogs.productsSince.title, "askProductsSince")
    .addItem(dialogs.productsFrom.title, "askProductsFrom");

global.onInstall = (event: never) => (global.onOpen as (event: never) => void)(event);

global.importShipmentsNow = () => runJob(importShipments, watched());

global.showPreview = () => {
  const html = HtmlService.createHtmlOutputFromFile("Preview").setWidth(760).setHeight(520);
  SpreadsheetApp.getUi().showModalDialog(html, PREVIEW_TITLE);
};

/** Called by the preview dialog. */
global.previewShipments = () => previewShipments(watched());

global.askForOrderNow = () => askForOrder(watched());

global.setUpNow = () => setUp(watched());

global.showSettings = () => {
  const html = HtmlService.createHtmlOutputFromFile("Settings").setTitle(SETTINGS_TITLE);
  SpreadsheetApp.getUi().showSidebar(html);
};

/** Called by the settings panel. */
global.loadSettings = () => settingsView(watched());

/** Called by the settings panel; the input is checked there and here with the same schema. */
global.saveSettings = (input: unknown) => saveSettings(watched(), input);

/** Called by the settings panel. */
global.deleteKeys = () => deleteKeys(watched());

/** Called by the settings panel. */
global.checkConnection = () => checkConnection(watched());

global.checkConnectionNow = () => showConnection(watched());
global.askKeysNow = () => askKeys(watched());
global.askToDeleteKeysNow = () => askToDeleteKeys(watched());
global.askLicenceExpiry = () => askSetting(watched(), "licenceExpiry");
global.askEnabled = () => askSetting(watched(), "enabled");
global.askPeriodDays = () => askSetting(watched(), "periodDays");
global.askDefaultTarget = () => askSetting(watched(), "defaultTarget");
global.askProductCode = () => askSetting(watched(), "productCode");
global.askProductsSince = () => askSetting(watched(), "productsSince");
global.askProductsFrom = () => askSetting(watched(), "productsFrom");

const watched = () => gasPlatform({ watched: true });
