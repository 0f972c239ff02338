import * as z from "zod/mini";
import { type KeyName, keyFlaw, MISSING, plainKey } from "./key-form.ts";

export type Keys = Readonly<Record<KeyName, string>>;

/** `savedAt`: RMS may refuse a new key for up to KEY_PENDING_MINUTES. Unknown for keys of an older version. */
export interface DatedKeys extends Keys {
  readonly savedAt?: Date;
}

/** As RMS shows them. Blanks around them make every call fail (rms-api 1.1). */
export const keyFields = { serviceSecret: key("serviceSecret"), licenseKey: key("licenseKey") };

function key(name: KeyName) {
  return z.string(MISSING).check(
    z.overwrite(plainKey),
    z.refine((text) => keyFlaw(name, text) === "", { error: ({ input }) => keyFlaw(name, String(input)) }),
  );
}
