import type { EventHub } from "./event-hub.ts";
import type { PageFiles } from "./page-bundle.ts";
import type { PageWorkbench } from "./page-workbench.ts";
import type { Questions } from "./questions.ts";
import type { ScriptRuns } from "./script-runs.ts";

export interface PageParts {
  readonly workbench: PageWorkbench;
  readonly hub: EventHub;
  readonly questions: Questions;
  readonly runs: ScriptRuns;
  readonly files: PageFiles;
}
