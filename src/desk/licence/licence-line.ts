import { serialOf } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import { operatorOf } from "../connection/operator.ts";
import { licenceTexts, noLicence } from "./rules/licence.ts";
import { knownLicence } from "./stored-licence.ts";

type Shared = Pick<Platform, "shared">;

/** For ダッシュボード, whoever runs. */
export function licenceRow(platform: Shared, now: Date): DashboardRow {
  const { state, detail } = textsOf(platform, now);
  // Nothing is wrong with a key that is there: what is left of its time, the state tells.
  const faults = operatorOf(platform) === undefined ? null : 0;
  return { item: "ライセンスキー", state, detail, faults, updatedAt: serialOf(now) };
}

/** A sentence for the person at the screen; empty while all is well. */
export const licenceWarning = (platform: Shared, now: Date): string => textsOf(platform, now).warning;

const textsOf = (platform: Shared, now: Date) =>
  operatorOf(platform) === undefined ? noLicence : licenceTexts(knownLicence(platform), now);
