import { linkTo } from "../../core/link.ts";
import type { Platform } from "../../platform/ports.ts";
import { alone } from "../../run/alone.ts";
import { operatorOf } from "../connection/operator.ts";
import { writeStatus } from "../connection/status.ts";
import { closingLook } from "./overdue.ts";
import { attempted, type Failure } from "./rules/delivery.ts";
import { digestOf } from "./rules/digest.ts";
import { isDigestDue } from "./rules/due.ts";
import { type Channel, channels, type NoticeState } from "./rules/notice-state.ts";
import { NOTICES } from "./rules/notice-texts.ts";
import { withoutChannel } from "./rules/queue.ts";
import { mayMail, sendersOf } from "./send.ts";
import { storeDelivery, storedDelivery, storedNotices, storeNotices } from "./stored-notices.ts";

/** For the tick, which holds no lock yet: does what `noticesDue` finds due. While somebody is at work it stays for later. Never throws. */
export function flushDue(platform: Platform): void {
  try {
    alone(platform, NOTICES, () => flush(platform));
  } catch (error) {
    platform.report(error);
  }
}

/**
 * Looks after the parcels when the shop has closed, and sends what waits, at most once an hour. Only for the operator, whose
 * mail and webhook they are. For whoever holds the lock.
 */
export function flush(platform: Platform): void {
  if (platform.who === "" || operatorOf(platform) !== platform.who) return;
  closingLook(platform);
  const now = platform.clock.now();
  const state = storedNotices(platform);
  if (isDigestDue(state, now)) sendAll(platform, state, now);
}

function sendAll(platform: Platform, state: NoticeState, now: Date): void {
  const before = storedDelivery(platform);
  const senders = sendersOf(platform);
  const unwanted = channels.filter((channel) => senders[channel] === undefined);
  let left: NoticeState = { ...unwanted.reduce(withoutChannel, state), triedAt: now.getTime() };
  let delivery = before;
  for (const channel of channels) {
    const waiting = left.queue.filter(({ by }) => by.includes(channel));
    const send = senders[channel];
    if (send === undefined || waiting.length === 0) continue;
    const digest = digestOf(waiting, left.dropped, linkTo(platform.spreadsheetId));
    const failure = told(platform, left, channel, () => send(digest));
    if (failure === null) left = withoutChannel(left, channel);
    delivery = attempted(delivery, channel, failure, now);
  }
  storeNotices(platform, state, left);
  storeDelivery(platform, delivery);
  if (channels.some((channel) => delivery[channel].failure !== before[channel].failure)) writeStatus(platform);
}

/** Stored before it is sent, so that a run that dies in between never tells twice; what could not be sent waits on. */
function told(platform: Platform, state: NoticeState, channel: Channel, send: () => Failure | null): Failure | null {
  if (channel === "mail" && !mayMail(platform)) return "quota";
  const after = withoutChannel(state, channel);
  storeNotices(platform, state, after);
  const failure = send();
  if (failure !== null) storeNotices(platform, after, state);
  return failure;
}
