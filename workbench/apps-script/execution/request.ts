import type { Limits } from "../served/quotas.ts";
import type { Services } from "../services.ts";
import { unsendable } from "../unsendable.ts";
import type { AuthMode, CurrentCell, Event, Source } from "./protocol.ts";

export interface RunRequest {
  readonly fn: string;
  readonly args?: readonly unknown[];
  readonly user: string;
  readonly source: Source;
  /** What a trigger's function is handed, in place of `args`. */
  readonly event?: Event;
  /** Where the person is as they start it, in the window in which they do; nowhere for what starts without a window. */
  readonly currentCell?: CurrentCell;
}

/** Google's text when the execution may not even begin; `running` counts what this user has running already. */
export function refusalOf(
  { fn, args, source, user }: RunRequest,
  running: number,
  { quotas }: Services,
  limits: Limits,
): string | undefined {
  if (source === "run" && /[.]|_$/.test(fn)) return `google.script.run.${fn} is not a function`;
  if (source === "run") return unsendable(args ?? []);
  if (source === "trigger" && quotas.used(user, "triggers") >= limits.triggerMillisecondsPerDay) {
    return "Service using too much computer time for one day.";
  }
  if (running < limits.simultaneousExecutions) return undefined;
  return "There are too many scripts running simultaneously for this Google user account.";
}

/** Which services the function may use (concepts/editor-auth-lifecycle). */
export function authModeOf(source: Source, services: Services): AuthMode {
  if (source !== "open" && source !== "edit") return "FULL";
  return services.enabled() ? "LIMITED" : "NONE";
}

export const eventOf = ({ source, user }: RunRequest): Event =>
  source === "open" || source === "install" ? { kind: source, by: user } : { kind: "none" };
