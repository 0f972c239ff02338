import { serialOf } from "../../core/jst.ts";
import type { Platform } from "../../platform/ports.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { deliveryTexts } from "./rules/delivery.ts";
import { NOTICES } from "./rules/notice-texts.ts";
import { storedDelivery, storedNotices } from "./stored-notices.ts";

/** For ダッシュボード, whoever runs. */
export function noticeRow(platform: Pick<Platform, "shared">, now: Date): DashboardRow {
  const waiting = storedNotices(platform).queue.length;
  const { state, detail } = deliveryTexts(storedDelivery(platform), storedSettings(platform).noticeMail, waiting);
  return { item: NOTICES, state, detail, faults: null, updatedAt: serialOf(now) };
}
