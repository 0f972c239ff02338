import type { Desk, Job, JobContext } from "../run/job.ts";
import { connectedRms } from "./connection/connected.ts";
import { statusLines } from "./connection/status.ts";
import { foldChecklist } from "./dashboard/fold-checklist.ts";
import { licenceWarning } from "./licence/licence-line.ts";
import { watchLicence } from "./licence/watch-licence.ts";
import { afterRun } from "./notices/after-run.ts";
import { notify } from "./notices/notify.ts";
import { askOperator } from "./requests/ask-operator.ts";
import { editorsOf } from "./rights/editors.ts";
import { jobPlans } from "./schedule/automation-line.ts";
import { recordRun } from "./schedule/job-runs.ts";
import type { Settings } from "./settings/rules/settings.ts";
import { changeSettings, enabledSettings, storedSettings } from "./settings/stored-settings.ts";

/** What every run has of the features, whatever its job. */
export const desk: Desk<Settings> = {
  settings: (platform, calls) => (calls ? enabledSettings(platform) : storedSettings(platform)),
  changeSettings,
  instead: askOperator,
  connected: connectedRms,
  watch: watchLicence,
  editors: (platform) => editorsOf(platform),
  notify,
  statusLines,
  plans: jobPlans,
  warning: licenceWarning,
  ran(platform, outcome) {
    recordRun(platform, outcome);
    afterRun(platform, outcome);
    foldChecklist(platform);
  },
};

export type DeskJob<Count extends string> = Job<Settings, Count>;
export type DeskContext<Count extends string> = JobContext<Settings, Count>;
