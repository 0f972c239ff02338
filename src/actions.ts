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

const watched = () => gasPlatform({ watched: true });

export const actions = {
  importShipments: () => runJob(importShipments, watched()),
  previewShipments: () => previewShipments(watched()),
  askForOrder: () => askForOrder(watched()),
  setUp: () => setUp(watched()),
  settingsView: () => settingsView(watched()),
  saveSettings: (input: unknown) => saveSettings(watched(), input),
  deleteKeys: () => deleteKeys(watched()),
  checkConnection: () => checkConnection(watched()),
  showConnection: () => showConnection(watched()),
  askKeys: () => askKeys(watched()),
  askToDeleteKeys: () => askToDeleteKeys(watched()),
  askSetting: (name: Parameters<typeof askSetting>[1]) => askSetting(watched(), name),
};
