import * as z from "zod/mini";
import type { Platform } from "../../platform/ports.ts";
import { stored, storedInstant } from "../../run/stored.ts";
import type { DatedKeys } from "../../shop/keys.ts";
import { storedSettings } from "../settings/stored-settings.ts";
import { expiryOf, type LicenceState, unknownLicence } from "./rules/licence.ts";

const schema = z.object({
  key: z.string(),
  expires: z.nullable(storedInstant),
  source: z.nullable(z.enum(["rms", "typed"])),
  askedOn: z.string(),
});

const property = stored<LicenceState>("licence", schema, undefined);

type Shared = Pick<Platform, "shared">;

export function licenceOf({ shared }: Shared, keys: DatedKeys): LicenceState {
  const known = property.read(shared);
  return known?.key === nameOf(keys) ? known : unknownLicence(nameOf(keys));
}

export const storeLicence = ({ shared }: Shared, state: LicenceState): void => property.write(shared, state);

export const forgetLicence = ({ shared }: Shared): void => property.forget(shared);

/** What is known of the key in use, for the panel: everybody may see it, and it says nothing of the key itself. */
export function knownLicence(platform: Shared): Pick<LicenceState, "expires" | "source"> {
  const { expires, source } = withTyped(platform, property.read(platform.shared) ?? unknownLicence(""));
  return { expires, source };
}

/** The key stayed and only its name changed: a new service secret makes no new licence. */
export function renameLicence(platform: Shared, from: DatedKeys, to: DatedKeys): void {
  const known = property.read(platform.shared);
  if (known?.key === nameOf(from)) storeLicence(platform, { ...known, key: nameOf(to) });
}

/** What RMS says outweighs what people type. */
export function withTyped(platform: Shared, state: LicenceState): LicenceState {
  if (state.source === "rms") return state;
  const expires = expiryOf(storedSettings(platform).licenceExpiry ?? "");
  return { ...state, expires: expires?.toISOString() ?? null, source: expires === undefined ? null : "typed" };
}

/** Tells one key from the next without holding a part of it. */
const nameOf = ({ savedAt }: DatedKeys): string => savedAt?.toISOString() ?? "";
