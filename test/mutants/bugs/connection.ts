import type { Mutant } from "../mutant.ts";

export const connectionBugs: readonly Mutant[] = [
  {
    name: "same-keys-saved-again-count-as-new",
    file: "src/desk/connection/stored-keys.ts",
    before: "if (known?.serviceSecret === serviceSecret && known.licenseKey === licenseKey) return;",
    after: "if (known === undefined && serviceSecret === licenseKey) return;",
  },
  {
    name: "keys-of-one-spreadsheet-used-in-all",
    file: "src/desk/connection/stored-keys.ts",
    before: "({ spreadsheetId }: OwnStore) => stored(keysOf(spreadsheetId),",
    after: '(_: OwnStore) => stored("rms-keys",',
  },
  {
    name: "anybody-may-take-over",
    file: "src/desk/connection/operator.ts",
    before: "return operator === undefined ? mayConnect(platform) : operator === platform.who;",
    after: "return operator === undefined || operator === platform.who;",
    tests: ["test/desk/settings/"],
  },
  {
    name: "trigger-of-the-former-operator-stays",
    file: "src/desk/connection/change-operator.ts",
    before: "  removeTickOwner(platform);\n",
    after: "",
  },
  {
    name: "disconnected-with-the-webhook-left",
    file: "src/desk/connection/connect.ts",
    before: "  storeWebhook(platform, null);\n",
    after: "",
    tests: ["test/desk/notices/", "test/desk/settings/"],
  },
  {
    name: "licence-ends-a-day-early",
    file: "src/desk/licence/rules/licence.ts",
    before: "startOfDay(start, -1).getTime() - 1000",
    after: "start.getTime() - 1000",
  },
  {
    name: "licence-warned-of-one-step-late",
    file: "src/desk/licence/rules/licence.ts",
    before: "STEPS.find((step) => left <= step)",
    after: "STEPS.find((step) => left < step)",
  },
  {
    name: "settings-saved-by-halves",
    file: "src/desk/settings/save-settings.ts",
    before: "if (failed !== undefined) return refused(failed);\n",
    after: "",
  },
];
