import { linkTo } from "../../core/link.ts";
import type { Platform } from "../../platform/ports.ts";
import { mayChange, responsible } from "../connection/operator.ts";
import { showStatus } from "../connection/status.ts";
import { onlyOperator } from "../settings/rules/settings-texts.ts";
import { attempted, type Delivery, type Failure, testText } from "./rules/delivery.ts";
import { testDigest } from "./rules/digest.ts";
import { channels } from "./rules/notice-state.ts";
import { mayMail, sendersOf } from "./send.ts";
import { storeDelivery, storedDelivery } from "./stored-notices.ts";

export interface TestResult {
  /** Everywhere. */
  readonly sent: boolean;
  readonly message: string;
}

/** Sends a message of no news wherever notices go. What failed stands on ダッシュボード too, until something goes out. */
export function sendTest(platform: Platform): TestResult {
  if (!mayChange(platform)) return { sent: false, message: onlyOperator(responsible(platform)) };
  const senders = sendersOf(platform);
  const tried = channels.filter((channel) => senders[channel] !== undefined);
  const digest = testDigest(linkTo(platform.spreadsheetId));
  let delivery: Delivery = storedDelivery(platform);
  for (const channel of tried) {
    const failure: Failure | null =
      channel === "mail" && !mayMail(platform) ? "quota" : (senders[channel]?.(digest) ?? null);
    delivery = attempted(delivery, channel, failure, platform.clock.now());
  }
  if (tried.length > 0) {
    storeDelivery(platform, delivery);
    showStatus(platform);
  }
  const sent = tried.length > 0 && tried.every((channel) => delivery[channel].failure === null);
  return { sent, message: testText(delivery, tried) };
}
