import * as z from "zod/mini";
import type { Platform } from "../../platform/ports.ts";
import { stored, storedInstant, storedName } from "../../run/stored.ts";

const schema = z.object({
  who: z.string(),
  triggerId: storedName,
  /** Between two ticks: an add-on may look once an hour only. */
  minutes: z.union([z.literal(5), z.literal(60)]),
  since: storedInstant,
  /** When the trigger was made, which may have been since. */
  madeAt: storedInstant,
  spreadsheetId: storedName,
});

/** Whose trigger runs the jobs of this spreadsheet. */
export type TickOwner = z.infer<typeof schema>;

const property = stored<TickOwner, undefined>("tick-owner", schema, undefined);

/** Which slots count: none of the time before the settings were last changed. */
const scheduledSince = stored("schedule-since", storedInstant, undefined);

type Shared = Pick<Platform, "shared">;

export const tickOwner = ({ shared }: Shared): TickOwner | undefined => property.read(shared);

export const setTickOwner = ({ shared }: Shared, owner: TickOwner): void => property.write(shared, owner);

export const removeTickOwner = ({ shared }: Shared): void => property.forget(shared);

export const noteScheduleChanged = ({ shared, clock }: Pick<Platform, "shared" | "clock">): void =>
  scheduledSince.write(shared, clock.now().toISOString());

/** From when on slots of the schedule count. */
export const slotsSince = ({ shared }: Shared, owner: TickOwner): Date =>
  new Date(Math.max(Date.parse(owner.since), Date.parse(scheduledSince.read(shared) ?? owner.since)));
