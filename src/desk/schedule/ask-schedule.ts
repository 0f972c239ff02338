import { captions } from "../../core/menu-texts.ts";
import type { Platform } from "../../platform/ports.ts";
import type { Settings } from "../settings/rules/settings.ts";
import { fieldTexts } from "../settings/rules/settings-texts.ts";
import { saveSettings } from "../settings/save-settings.ts";
import { isClosed, SAVED, showResult } from "../settings/settings-dialogs.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { automationView } from "./automation-view.ts";
import { tickMinutes } from "./rules/automation-view.ts";
import { OFF, quietError, scheduledJobs, scheduledNames, scheduleError } from "./rules/schedule.ts";
import * as texts from "./rules/schedule-texts.ts";

/** One thing that may be changed: what it is now, and what an answer would make of it. */
interface Choice {
  readonly label: string;
  readonly hint: string;
  readonly now: string;
  readonly input: (typed: string) => Partial<Record<keyof Settings, unknown>>;
}

const choicesOf = ({ schedule, weekdays, quiet }: Settings): Choice[] => [
  ...scheduledNames.map((job) => ({
    label: scheduledJobs[job],
    hint: texts.PLAN_HINT,
    now: texts.planText(schedule[job] ?? OFF),
    input: (typed: string) => ({ schedule: { ...schedule, [job]: texts.planIn(typed) } }),
  })),
  {
    label: fieldTexts.weekdays.label,
    hint: texts.WEEKDAYS_HINT,
    now: texts.weekdaysText(weekdays),
    input: (typed) => ({ weekdays: texts.weekdaysIn(typed) }),
  },
  {
    label: fieldTexts.quiet.label,
    hint: texts.QUIET_HINT,
    now: texts.quietText(quiet),
    input: (typed) => ({ quiet: texts.quietIn(typed) }),
  },
];

/** The settings of 自動連携 without the panel: one of them at a time. */
export function askSchedule(platform: Platform): void {
  const title = captions.askSchedule;
  if (isClosed(platform, title)) return;
  const settings = storedSettings(platform);
  const choices = choicesOf(settings);
  const list = choices.map(({ label, now }, at) => `${at + 1}: ${label}（${now}）`).join("\n");
  const number = platform.screen.ask(title, `変更する項目の番号を入力してください。\n\n${list}`);
  if (number === undefined) return;
  const choice = choices[Number(number.normalize("NFKC").trim()) - 1];
  if (choice === undefined) platform.screen.alert(title, `1から${choices.length}までの番号を入力してください。`);
  else askFor(platform, settings, choice);
}

function askFor(platform: Platform, settings: Settings, { label, hint, now, input }: Choice): void {
  const title = `${captions.askSchedule}: ${label}`;
  const typed = platform.screen.ask(title, `${hint}\n\n現在の値: ${now}`);
  if (typed === undefined) return;
  const changed = input(typed);
  if (isAgreed(platform, title, { ...settings, ...changed } as Settings))
    showResult(platform, title, saveSettings(platform, { settings: changed }), SAVED);
}

/** Whoever would use up what Google gives hears of it before it is saved. What cannot be saved is refused there. */
function isAgreed(platform: Platform, title: string, { schedule, quiet }: Settings): boolean {
  if (scheduleError(schedule) !== "" || quietError(quiet) !== "") return true;
  const automation = automationView(platform);
  const warning = texts.forecastWarning({ schedule, quiet }, automation.means, tickMinutes(automation));
  return warning === "" || platform.screen.ask(title, `${warning}\n\n${texts.SAVE_ANYWAY}`)?.trim() === texts.SAVE;
}
