import { defaultSettings } from "../../../src/desk/settings/rules/settings.ts";
import type { SettingsView } from "../../../src/desk/settings/rules/settings-form.ts";

/** What the panel is shown of a spreadsheet that is connected. */
export const settingsView = (change: Partial<SettingsView> = {}): SettingsView => ({
  spreadsheetId: "sheet",
  settings: defaultSettings,
  serviceSecret: "cret",
  licenseKey: "ense",
  operator: "operator@example.com",
  who: "operator@example.com",
  editable: true,
  targets: [
    { key: "デフォルト", name: "", target: 300, required: true },
    { key: "9", name: "銀行振込", target: null, required: false },
    { key: "2", name: "代金引換", target: 200, required: false },
  ],
  targetsMissing: "",
  check: null,
  licence: { expires: null, source: null },
  automation: { owner: null, means: {} },
  webhook: null,
  now: "2026-11-24T01:30:00.000Z",
  ...change,
});
