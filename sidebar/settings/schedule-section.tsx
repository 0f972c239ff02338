import { automationText, tickMinutes } from "../../src/desk/schedule/rules/automation-view.ts";
import { forecast } from "../../src/desk/schedule/rules/forecast.ts";
import { HOURLY, WHY_TRIGGERS } from "../../src/desk/schedule/rules/owner-texts.ts";
import {
  intervals,
  quietError,
  type ScheduledJob,
  scheduledJobs,
  scheduledNames,
  scheduleError,
} from "../../src/desk/schedule/rules/schedule.ts";
import {
  forecastText,
  forecastWarning,
  intervalText,
  weekdayNames,
} from "../../src/desk/schedule/rules/schedule-texts.ts";
import type { Errors, SettingsView } from "../../src/desk/settings/rules/settings-form.ts";
import { fieldTexts } from "../../src/desk/settings/rules/settings-texts.ts";
import { Field, Select, UnsavedMark } from "../controls.tsx";
import { type Draft, quietOf, scheduleOf } from "./draft.ts";

interface Edited {
  readonly view: SettingsView;
  readonly draft: Draft;
  readonly errors: Errors;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** When each job runs by itself, who sees to it, and what it costs of the time that Google gives. */
export function ScheduleSection(edited: Edited) {
  const { view, errors } = edited;
  const { automation } = view;
  return (
    <section aria-labelledby="automation">
      <h2 id="automation">自動連携</h2>
      <p>{automationText(automation)}</p>
      <p class="hint">{automation.owner === null ? WHY_TRIGGERS : tickMinutes(automation) === 60 ? HOURLY : ""}</p>
      <fieldset aria-describedby="schedule-hint">
        <legend>{fieldTexts.schedule.label}</legend>
        <p id="schedule-hint" class="hint">
          {fieldTexts.schedule.hint}
        </p>
        {scheduledNames.map((job) => (
          <Plan key={job} job={job} {...edited} />
        ))}
        <Complaint text={errors.schedule} />
      </fieldset>
      <Weekdays {...edited} />
      <QuietPeriod {...edited} />
      <Forecast {...edited} />
    </section>
  );
}

function Plan({ job, view, draft, onChange }: Edited & { readonly job: ScheduledJob }) {
  const plan = draft.schedule[job];
  const change = (part: Partial<typeof plan>) =>
    onChange({ schedule: { ...draft.schedule, [job]: { ...plan, ...part } } });
  const offered = intervals.filter(
    (minutes) => minutes >= tickMinutes(view.automation) || String(minutes) === plan.how,
  );
  const name = scheduledJobs[job];
  return (
    <>
      <Select
        id={`plan:${job}`}
        label={name}
        value={plan.how}
        options={[
          ["off", "しない"],
          ...offered.map((minutes) => [String(minutes), intervalText(minutes)] as const),
          ["times", "時刻を指定"],
        ]}
        onChange={(how) => change({ how })}
      />
      {plan.how === "times" ? (
        <Field
          type="text"
          id={`times:${job}`}
          label={`${name}の時刻`}
          value={plan.times}
          onChange={(times) => change({ times })}
        />
      ) : null}
    </>
  );
}

function Weekdays({ draft, errors, onChange }: Edited) {
  const chosen = draft.weekdays;
  const changed = (day: number, on: boolean) =>
    onChange({ weekdays: [...chosen.filter((one) => one !== day), ...(on ? [day] : [])].sort() });
  return (
    <fieldset aria-describedby="weekdays-hint" class="days">
      <legend>{fieldTexts.weekdays.label}</legend>
      <UnsavedMark id="weekdays" />
      <p id="weekdays-hint" class="hint">
        {fieldTexts.weekdays.hint}
      </p>
      {weekdayNames.map((name, day) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(day)}
            onChange={(event) => changed(day, event.currentTarget.checked)}
          />
          {name}
        </label>
      ))}
      <Complaint text={errors.weekdays} />
    </fieldset>
  );
}

function QuietPeriod({ draft: { quiet }, errors, onChange }: Edited) {
  const field = (end: "from" | "to", label: string) => (
    <Field
      type="time"
      id={`quiet:${end}`}
      label={label}
      value={quiet[end]}
      onChange={(time) => onChange({ quiet: { ...quiet, [end]: time } })}
    />
  );
  return (
    <fieldset aria-describedby="quiet-hint">
      <legend>{fieldTexts.quiet.label}</legend>
      <p id="quiet-hint" class="hint">
        {fieldTexts.quiet.hint}
      </p>
      {field("from", "開始")}
      {field("to", "終了")}
      <Complaint text={errors.quiet} />
    </fieldset>
  );
}

/** Said while people choose, before they save; of what cannot be saved there is nothing to reckon. */
function Forecast({ view: { automation }, draft }: Edited) {
  const wish = { schedule: scheduleOf(draft), quiet: quietOf(draft) };
  if (scheduleError(wish.schedule) !== "" || quietError(wish.quiet) !== "") return null;
  const minutes = tickMinutes(automation);
  const warning = forecastWarning(wish, automation.means, minutes);
  return (
    <div role="status" class={warning === "" ? "hint" : "notice failed"}>
      {(warning || forecastText(forecast(wish, automation.means, minutes))).split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

const Complaint = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <p class="error" role="alert">
      {text}
    </p>
  );
