import { type TickMinutes, TriggerRefused, type Triggers } from "./ports.ts";

const TOO_OFTEN = /more than once an hour|too frequent/i;

export const gasTriggers: Triggers = {
  mine: () =>
    ScriptApp.getProjectTriggers().map((trigger) => ({ id: trigger.getUniqueId(), fn: trigger.getHandlerFunction() })),
  every(fn, minutes) {
    try {
      return recurring(ScriptApp.newTrigger(fn).timeBased(), minutes).create().getUniqueId();
    } catch (error) {
      const { message = "" } = error as { readonly message?: string };
      throw new TriggerRefused(TOO_OFTEN.test(message), message);
    }
  },
  remove(id) {
    const found = ScriptApp.getProjectTriggers().find((trigger) => trigger.getUniqueId() === id);
    if (found !== undefined) ScriptApp.deleteTrigger(found);
  },
  authorised: () =>
    String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()) !== "REQUIRED",
};

const recurring = (clock: GoogleAppsScript.Script.ClockTriggerBuilder, minutes: TickMinutes) =>
  minutes === 60 ? clock.everyHours(1) : clock.everyMinutes(minutes);
