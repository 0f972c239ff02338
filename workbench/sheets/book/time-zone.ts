import { invalid } from "../api/api-error.ts";

/** The zone as given, once it is known to be one. */
export function checkedZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone;
  } catch {
    throw invalid(`Invalid time zone: ${timeZone}`);
  }
}
