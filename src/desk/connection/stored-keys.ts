import * as z from "zod/mini";
import type { Platform } from "../../platform/ports.ts";
import { stored } from "../../run/stored.ts";
import { type DatedKeys, type Keys, keyFields } from "../../shop/keys.ts";
import { keysOf } from "../stored-names.ts";

const schema = z.object({ ...keyFields, savedAt: z.optional(z.number()) });

type OwnStore = Pick<Platform, "own" | "spreadsheetId">;

/** Keys lie in the User properties of the person who connected this spreadsheet, and nowhere else. */
const property = ({ spreadsheetId }: OwnStore) => stored(keysOf(spreadsheetId), schema, undefined);

export function storedKeys(platform: OwnStore): DatedKeys | undefined {
  const found = property(platform).read(platform.own);
  if (found === undefined) return undefined;
  const { savedAt, ...keys } = found;
  return savedAt === undefined ? keys : { ...keys, savedAt: new Date(savedAt) };
}

/** Keys that are stored already keep the time at which they first were. */
export function storeKeys(platform: OwnStore, { serviceSecret, licenseKey }: Keys, now: Date): void {
  const known = storedKeys(platform);
  if (known?.serviceSecret === serviceSecret && known.licenseKey === licenseKey) return;
  property(platform).write(platform.own, { serviceSecret, licenseKey, savedAt: now.getTime() });
}

export const forgetKeys = (platform: OwnStore): void => property(platform).forget(platform.own);
