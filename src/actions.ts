/** What people start from the menu and the panels. main.ts loads this file at the first call, and not before. */
import { checkConnection } from "./jobs/check-connection.ts";
import { askForOrder } from "./jobs/find-order.ts";
import { importShipments } from "./jobs/import-shipments.ts";
import { previewShipments } from "./jobs/preview-shipments.ts";
import { runJob } from "./jobs/run.ts";
import { setUp } from "./jobs/set-up.ts";
import { deleteKeys, saveSettings, settingsView } from "./jobs/settings.ts";
import { askKeys, askSetting, askToDeleteKeys, showConnection } from "./jobs/settings-dialogs.ts";
import { gasPlatform } from "./platform/gas-platform.ts";

export const actions = {
  importShipments: () => runJob(importShipments, gasPlatform()),
  previewShipments: () => previewShipments(gasPlatform()),
  askForOrder: () => askForOrder(gasPlatform()),
  setUp: () => setUp(gasPlatform()),
  settingsView: () => settingsView(gasPlatform()),
  saveSettings: (input: unknown) => saveSettings(gasPlatform(), input),
  deleteKeys: () => deleteKeys(gasPlatform()),
  checkConnection: () => checkConnection(gasPlatform()),
  showConnection: () => showConnection(gasPlatform()),
  askKeys: () => askKeys(gasPlatform()),
  askToDeleteKeys: () => askToDeleteKeys(gasPlatform()),
  askSetting: (name: Parameters<typeof askSetting>[1]) => askSetting(gasPlatform(), name),
};
