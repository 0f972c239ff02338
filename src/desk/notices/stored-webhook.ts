import type { Platform } from "../../platform/ports.ts";
import { stored } from "../../run/stored.ts";
import { type WebhookKind, webhookAddress, webhookKindOf } from "./rules/webhook.ts";
import { storeDelivery, storedDelivery } from "./stored-notices.ts";

type Stores = Pick<Platform, "own" | "shared" | "spreadsheetId">;

/** The address is a secret: it lies where the keys lie, and nowhere else. */
const property = ({ spreadsheetId }: Pick<Stores, "spreadsheetId">) =>
  stored(`notice-webhook:${spreadsheetId}`, webhookAddress, undefined);

export interface Webhook {
  readonly kind: WebhookKind;
  readonly address: string;
}

/** Of the person whose execution this is. */
export function storedWebhook(stores: Pick<Stores, "own" | "spreadsheetId">): Webhook | undefined {
  const address = property(stores).read(stores.own);
  const kind = address === undefined ? undefined : webhookKindOf(address);
  return address === undefined || kind === undefined ? undefined : { kind, address };
}

/** What was said of another address is forgotten with it. Null forgets the address itself. */
export function storeWebhook(stores: Stores, address: string | null): void {
  if (storedWebhook(stores)?.address === (address ?? undefined)) return;
  if (address === null) property(stores).forget(stores.own);
  else property(stores).write(stores.own, address);
  const kind = address === null ? null : (webhookKindOf(address) ?? null);
  storeDelivery(stores, { ...storedDelivery(stores), kind, webhook: { sentAt: null, failure: null } });
}

/** What may be shown of it. */
export function webhookShown(stores: Pick<Stores, "own" | "spreadsheetId">) {
  const webhook = storedWebhook(stores);
  return webhook === undefined ? null : { kind: webhook.kind, end: webhook.address.slice(-4) };
}
