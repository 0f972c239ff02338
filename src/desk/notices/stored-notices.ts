import type { Platform, Properties } from "../../platform/ports.ts";
import { stored } from "../../run/stored.ts";
import { operatorOf } from "../connection/operator.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { type Delivery, deliverySchema, noDelivery } from "./rules/delivery.ts";
import { isClosingDue, isDigestDue } from "./rules/due.ts";
import { type NoticeState, noNotices, noticeSchema } from "./rules/notice-state.ts";

type Shared = Pick<Platform, "shared">;

const notices = stored<NoticeState, NoticeState>("notices", noticeSchema, noNotices);
const delivery = stored<Delivery, Delivery>("notices-delivery", deliverySchema, noDelivery);

export const storedNotices = ({ shared }: Shared): NoticeState => notices.read(shared);

/** What did not change is not written: each write counts against the day's quota. */
export function storeNotices({ shared }: Shared, before: NoticeState, after: NoticeState): void {
  if (after !== before) notices.write(shared, after);
}

export const storedDelivery = ({ shared }: Shared): Delivery => delivery.read(shared);

export const storeDelivery = ({ shared }: Shared, value: Delivery): void => delivery.write(shared, value);

/**
 * Whether there is anything for `flushDue` to do in an execution of `who`, judged by the document's properties as somebody has read them already: it calls
 * no service.
 */
export function noticesDue(properties: Readonly<Record<string, string>>, who: string, now: Date): boolean {
  const shared: Properties = {
    get: (name) => properties[name],
    all: () => properties,
    set: unwritten,
    remove: unwritten,
  };
  const state = storedNotices({ shared });
  if (operatorOf({ shared }) !== who) return false;
  return isDigestDue(state, now) || isClosingDue(state, storedSettings({ shared }), now);
}

function unwritten(): never {
  throw new Error("properties that were only read");
}
