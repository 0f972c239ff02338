import type { Edit, Event } from "../execution/protocol.ts";
import { bridge } from "./bridge.ts";
import { AuthMode } from "./services/script-app.ts";
import { userObject } from "./services/session.ts";
import { activeSpreadsheet } from "./services/spreadsheet-app.ts";

/** The `e` that Google hands to a trigger function (guides/triggers/events); undefined for other starts. */
export function eventOf(event: Event): object | undefined {
  if (event.kind === "none") return undefined;
  const authMode = AuthMode[bridge.start.authMode];
  if (event.kind === "clock") return { authMode, ...clockFields(event.at), triggerUid: event.triggerUid };
  const { triggerUid } = event;
  const base = {
    authMode,
    user: userObject(bridge.start.authMode === "FULL" ? event.by : ""),
    ...(triggerUid === undefined ? {} : { triggerUid }),
    ...(event.kind === "change" ? { changeType: event.changeType } : {}),
    ...(event.kind === "edit" ? editFields(event.edit) : {}),
  };
  // A getter: an add-on that is not enabled here may not even look at its document.
  return Object.defineProperty(base, "source", { get: () => activeSpreadsheet(), enumerable: true });
}

/** `value` and `oldValue` are there for a single cell alone. */
function editFields({ sheet, value, oldValue, ...range }: Edit) {
  return {
    range: { ...range, getSheet: () => activeSpreadsheet().getSheetByName(sheet) },
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}

/** Clock events speak UTC, whatever the script's zone is. */
function clockFields(at: number) {
  const date = new Date(at);
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    "day-of-month": date.getUTCDate(),
    "day-of-week": date.getUTCDay() || 7,
    "week-of-year": Math.ceil(((at - newYear) / 86_400_000 + new Date(newYear).getUTCDay() + 1) / 7),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: "UTC",
  };
}
