import type { Schedule } from "../../served/schedule.ts";
import type { TriggerRecord, TriggerRequest } from "../../served/triggers.ts";
import { bridge } from "../bridge.ts";
import { ask, exception } from "../call.ts";
import { knownZone } from "../formats/format-date.ts";
import { enumeration, service } from "../service.ts";

type Namespace = typeof GoogleAppsScript.Script;
type Trigger = GoogleAppsScript.Script.Trigger;
type ClockBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;
type SpreadsheetBuilder = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const AuthMode = enumeration<Namespace["AuthMode"]>("NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL");
const AuthorizationStatus = enumeration<Namespace["AuthorizationStatus"]>("REQUIRED", "NOT_REQUIRED");
const EventType = enumeration<Namespace["EventType"]>(
  ...["CLOCK", "ON_OPEN", "ON_EDIT", "ON_FORM_SUBMIT", "ON_CHANGE", "ON_EVENT_UPDATED"],
);
const TriggerSource = enumeration<Namespace["TriggerSource"]>(
  "SPREADSHEETS",
  "CLOCK",
  "FORMS",
  "DOCUMENTS",
  "CALENDAR",
);
const WeekDay = enumeration<typeof GoogleAppsScript.Base.Weekday>(
  ...["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"],
);

export const ScriptApp = service<GoogleAppsScript.Script.ScriptApp>("ScriptApp", {
  AuthMode,
  AuthorizationStatus,
  EventType,
  TriggerSource,
  WeekDay,
  getScriptId: () => bridge.start.scriptId,
  getProjectTriggers: () => ask<TriggerRecord[]>("ScriptApp.getProjectTriggers").map(triggerObject),
  deleteTrigger: (trigger) => ask("ScriptApp.deleteTrigger", trigger.getUniqueId()),
  newTrigger: (fn) =>
    service<GoogleAppsScript.Script.TriggerBuilder>("TriggerBuilder", {
      timeBased: () => clockBuilder(fn),
      forSpreadsheet: (target: string | Spreadsheet) =>
        spreadsheetBuilder(fn, typeof target === "string" ? target : target.getId()),
    }),
  getAuthorizationInfo: () =>
    service<GoogleAppsScript.Script.AuthorizationInfo>("AuthorizationInfo", {
      getAuthorizationStatus: () => AuthorizationStatus.NOT_REQUIRED,
      // Typed as string; Google answers null when nothing is left to authorise.
      getAuthorizationUrl: () => null as unknown as string,
    }),
});

const create = (request: TriggerRequest) => triggerObject(ask<TriggerRecord>("ScriptApp.newTrigger", request));

function triggerObject({ id, fn, event, spreadsheetId, disabled }: TriggerRecord): Trigger {
  const type = {
    clock: EventType.CLOCK,
    open: EventType.ON_OPEN,
    edit: EventType.ON_EDIT,
    change: EventType.ON_CHANGE,
  };
  return service<Trigger & { isDisabled(): boolean }>("Trigger", {
    getUniqueId: () => id,
    getHandlerFunction: () => fn,
    getEventType: () => type[event],
    getTriggerSource: () => (event === "clock" ? TriggerSource.CLOCK : TriggerSource.SPREADSHEETS),
    // Typed as string; null for clock triggers.
    getTriggerSourceId: () => (spreadsheetId ?? null) as string,
    isDisabled: () => disabled,
  });
}

function spreadsheetBuilder(fn: string, spreadsheetId: string): SpreadsheetBuilder {
  let event: TriggerRecord["event"] | undefined;
  const on = (chosen: TriggerRecord["event"]) => () => {
    event = chosen;
    return builder;
  };
  const builder: SpreadsheetBuilder = service<SpreadsheetBuilder>("SpreadsheetTriggerBuilder", {
    onOpen: on("open"),
    onEdit: on("edit"),
    onChange: on("change"),
    create() {
      if (event === undefined) throw exception("You must specify the type of event for the trigger.");
      return create({ fn, event, spreadsheetId });
    },
  });
  return builder;
}

/** What has been said of the schedule so far. */
interface Wish {
  kind?: Schedule["kind"];
  every?: number;
  at?: number;
  hour?: number;
  minute?: number;
  weekDay?: number;
  monthDay?: number;
  timeZone: string;
}

function clockBuilder(fn: string): ClockBuilder {
  const wish: Wish = { timeZone: bridge.load.timeZone };
  const say =
    <Args extends readonly unknown[]>(part: (...args: Args) => Partial<Wish>) =>
    (...args: Args) => {
      Object.assign(wish, part(...args));
      return builder;
    };
  const builder: ClockBuilder = service<ClockBuilder>("ClockTriggerBuilder", {
    everyMinutes: say((every: number) => {
      if ([1, 5, 10, 15, 30].includes(every)) return { kind: "minutes", every };
      throw exception("The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.");
    }),
    everyHours: say((every: number) => ({ kind: "hours", every })),
    everyDays: say((every: number) => ({ kind: "days", every })),
    everyWeeks: say((every: number) => ({ kind: "weeks", every })),
    onMonthDay: say((monthDay: number) => ({ kind: "months", every: 1, monthDay })),
    onWeekDay: say((day: GoogleAppsScript.Base.Weekday) => ({
      ...(wish.kind === undefined ? { kind: "weeks", every: 1 } : {}),
      weekDay: (day as unknown as { ordinal(): number }).ordinal(),
    })),
    atHour: say((hour: number) => ({ hour })),
    nearMinute: say((minute: number) => ({ minute })),
    inTimezone: say((timeZone: string) => {
      if (timeZone === "GMT" || knownZone(timeZone) !== "GMT") return { timeZone };
      throw exception(`Invalid argument: ${timeZone}`);
    }),
    at: say((date: GoogleAppsScript.Base.Date) => ({ kind: "once", at: date.getTime() })),
    after: say((milliseconds: number) => ({ kind: "once", at: bridge.now() + milliseconds })),
    atDate: say((year: number, month: number, day: number) => ({
      kind: "once",
      at: bridge.natives.fromWallTime(wish.timeZone, Date.UTC(year, month - 1, day)),
    })),
    create: () => create({ fn, event: "clock", schedule: schedule(wish) }),
  });
  return builder;
}

function schedule({ kind, at, every = 1, ...rest }: Wish): NonNullable<TriggerRequest["schedule"]> {
  if (kind === undefined) throw exception("You must specify a recurrence or a time for the trigger.");
  if (kind === "once") return { kind, at: at! };
  if (kind === "minutes" || kind === "hours") return { kind, every };
  return { kind, every, ...rest };
}
