import { importShipments } from "./jobs/import-shipments.ts";
import { runJob } from "./jobs/run.ts";
import { setUp } from "./jobs/set-up.ts";
import { saveSettings, settingsView } from "./jobs/settings.ts";
import { gasPlatform } from "./platform/gas-platform.ts";

/** The build turns each `global.NAME =` of this file, and only of this file, into a top-level function. */
declare const global: Record<string, unknown>;

const MENU = "API連携登録";
const SETTINGS_TITLE = "API接続設定";

/** Runs without authorisation when the spreadsheet is opened: it may add menu items and nothing else. */
global.onOpen = () => {
  SpreadsheetApp.getUi()
    .createMenu(MENU)
    .addItem("出荷指示を取得", "importShipmentsNow")
    .addSeparator()
    .addItem(SETTINGS_TITLE, "showSettings")
    .addItem("初期設定", "setUpNow")
    .addToUi();
};

global.onInstall = () => (global.onOpen as () => void)();

global.importShipmentsNow = () => runJob(importShipments, watched());

global.setUpNow = () => setUp(watched());

global.showSettings = () => {
  const html = HtmlService.createHtmlOutputFromFile("Settings").setTitle(SETTINGS_TITLE);
  SpreadsheetApp.getUi().showSidebar(html);
};

/** Called by the settings panel. */
global.loadSettings = () => settingsView(watched());

/** Called by the settings panel; the input is checked there and here with the same schema. */
global.saveSettings = (input: unknown) => saveSettings(watched(), input);

const watched = () => gasPlatform({ watched: true });
