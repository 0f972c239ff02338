import { SET_UP_DONE } from "./desk/set-up/set-up-done.ts";
import { dialogTitles } from "./desk/settings/rules/settings-texts.ts";

/** The build turns each `global.NAME =` of this file, and only of this file, into a top-level function. */
declare const global: Record<string, unknown>;

/**
 * Every execution runs what stands at the top of the bundle, even to show the menu: the jobs with their schemas are
 * loaded by the call that needs them.
 */
declare function require(path: "./actions.ts"): typeof import("./actions.ts");
const actions = () => require("./actions.ts").actions;

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
    .addItem(dialogTitles.licenceExpiry, "askLicenceExpiry")
    .addItem(dialogTitles.enabled, "askEnabled")
    .addItem(dialogTitles.periodDays, "askPeriodDays")
    .addItem(dialogTitles.defaultTarget, "askDefaultTarget")
    .addItem(dialogTitles.productCode, "askProductCode")
    .addItem(dialogTitles.productsSince, "askProductsSince")
    .addItem(dialogTitles.productsFrom, "askProductsFrom");

global.onInstall = (event: never) => (global.onOpen as (event: never) => void)(event);

global.importShipmentsNow = () => actions().importShipmentsNow();

global.showPreview = () => {
  const html = HtmlService.createHtmlOutputFromFile("Preview").setWidth(760).setHeight(520);
  SpreadsheetApp.getUi().showModalDialog(html, PREVIEW_TITLE);
};

/** Called by the preview dialog. */
global.previewShipments = () => actions().previewShipments();

global.askForOrderNow = () => actions().askForOrderNow();

global.setUpNow = () => actions().setUpNow();

global.showSettings = () => {
  const html = HtmlService.createHtmlOutputFromFile("Settings").setTitle(SETTINGS_TITLE);
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

global.checkConnectionNow = () => actions().checkConnectionNow();
global.askKeysNow = () => actions().askKeysNow();
global.askToDeleteKeysNow = () => actions().askToDeleteKeysNow();
global.askLicenceExpiry = () => actions().askLicenceExpiry();
global.askEnabled = () => actions().askEnabled();
global.askPeriodDays = () => actions().askPeriodDays();
global.askDefaultTarget = () => actions().askDefaultTarget();
global.askProductCode = () => actions().askProductCode();
global.askProductsSince = () => actions().askProductsSince();
global.askProductsFrom = () => actions().askProductsFrom();
