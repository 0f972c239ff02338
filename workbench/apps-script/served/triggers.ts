import type { Limits } from "./quotas.ts";
import { followingTime, nextTime, type Schedule } from "./schedule.ts";
import { type Caller, type Handlers, Refused } from "./serving.ts";

/** An installable trigger. It runs as its owner, whoever caused it. */
export interface TriggerRecord {
  readonly id: string;
  readonly fn: string;
  readonly owner: string;
  readonly event: "clock" | "open" | "edit" | "change";
  readonly spreadsheetId?: string;
  readonly schedule?: Schedule;
  /** When a time-driven trigger fires next. */
  readonly due?: number;
  /** Triggers made by a trigger are born so (issuetracker 150756612). */
  readonly disabled: boolean;
}

/** A trigger as the script has described it; a minute left out is chosen here once, as Google does. */
export interface TriggerRequest {
  readonly fn: string;
  readonly event: TriggerRecord["event"];
  readonly spreadsheetId?: string;
  readonly schedule?: WishedSchedule;
}
type WishedSchedule = Schedule extends infer Each
  ? Each extends { minute: number }
    ? Omit<Each, "minute" | "hour"> & { readonly hour?: number; readonly minute?: number }
    : Each
  : never;

export interface Triggers {
  readonly handlers: Handlers;
  all(): readonly TriggerRecord[];
  /** The time-driven trigger that is due first. */
  nextDue(): (TriggerRecord & { readonly due: number }) | undefined;
  /** Notes that it fires now, and sets its next time. */
  fired(id: string): void;
  /** As Google does where the owner's account is gone or a trigger has failed too often: it stays listed and fires no more. */
  disable(id: string): void;
  of(event: TriggerRecord["event"]): readonly TriggerRecord[];
}

interface Setting {
  readonly now: () => Date;
  readonly random: () => number;
  readonly limits: Limits;
  readonly addOn: boolean;
  readonly changed: () => void;
}

export function createTriggers(loaded: readonly TriggerRecord[], setting: Setting): Triggers {
  let records = [...loaded];
  const enabled = () => records.filter(({ disabled }) => !disabled);

  function set(next: readonly TriggerRecord[]): void {
    records = [...next];
    setting.changed();
  }

  function create({ user, source }: Caller, request: TriggerRequest): TriggerRecord {
    const own = records.filter(({ owner }) => owner === user);
    checkLimits(own, request, setting);
    const now = setting.now().getTime();
    const schedule = request.schedule && settled(request.schedule, setting.random);
    const due = schedule && nextTime(schedule, now);
    const record: TriggerRecord = {
      id: String(Math.floor(setting.random() * 1e18)),
      fn: request.fn,
      owner: user,
      event: request.event,
      ...(request.spreadsheetId === undefined ? {} : { spreadsheetId: request.spreadsheetId }),
      ...(schedule === undefined ? {} : { schedule }),
      ...(due === undefined ? {} : { due: Math.max(due, now) }),
      disabled: source === "trigger",
    };
    set([...records, record]);
    return record;
  }

  return {
    all: () => records,
    disable: (id) => set(records.map((record) => (record.id === id ? { ...record, disabled: true } : record))),
    of: (event) => enabled().filter((record) => record.event === event),
    nextDue() {
      const due = enabled().flatMap((record) => (record.due === undefined ? [] : [{ ...record, due: record.due }]));
      return due.sort((one, other) => one.due - other.due)[0];
    },
    fired(id) {
      set(records.map((record) => (record.id === id ? rescheduled(record, setting.now().getTime()) : record)));
    },
    handlers: {
      "ScriptApp.newTrigger": create,
      "ScriptApp.getProjectTriggers": ({ user }) => records.filter(({ owner }) => owner === user),
      "ScriptApp.deleteTrigger": ({ user }, id: string) => {
        if (!records.some((record) => record.id === id && record.owner === user)) {
          throw new Refused("Trigger not found, or not yours to delete.");
        }
        set(records.filter((record) => record.id !== id));
      },
    },
  };
}

function checkLimits(own: readonly TriggerRecord[], { event, schedule }: TriggerRequest, setting: Setting): void {
  if (own.length >= setting.limits.triggers) {
    const cure = "Triggers must be deleted from the script before more can be added.";
    throw new Refused(`This script has too many triggers. ${cure}`);
  }
  if (!setting.addOn) return;
  // Add-ons: one of each type per user and document, and no more often than hourly (concepts/editor-triggers).
  if (own.some((record) => record.event === event)) {
    throw new Refused(
      "The add-on has created too many time-based triggers in this document for this Google user account.",
    );
  }
  if (schedule?.kind === "minutes") {
    throw new Refused("The add-on attempted to create a trigger that runs more than once an hour.");
  }
}

function settled(wished: WishedSchedule, random: () => number): Schedule {
  if (!("timeZone" in wished)) return wished;
  const hour = wished.hour ?? Math.floor(random() * 24);
  const minute = wished.minute ?? Math.floor(random() * 60);
  return { ...wished, hour, minute };
}

/** One-shot triggers stay in the list after firing and count towards the limit. What was missed is not made up for. */
function rescheduled(record: TriggerRecord, now: number): TriggerRecord {
  const { due, ...rest } = record;
  if (record.schedule === undefined || due === undefined) return record;
  if (record.schedule.kind === "once") return rest;
  const next = followingTime(record.schedule, due);
  return { ...rest, due: next < now ? followingTime(record.schedule, now) : next };
}
