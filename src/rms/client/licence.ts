import * as z from "zod/mini";
import { instantOf, serialOfRms } from "../../core/jst.ts";
import type { Keys } from "../../shop/keys.ts";
import type { Rms } from "./client.ts";
import { type Endpoint, queryOf, SECOND } from "./endpoint.ts";

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

const expiryReply = z.object({ expiryDate: z.string().check(z.regex(TIME)) });

/** The key stands in the address: Google's and everybody's errors that quote an address must not get out as they are. */
export const licenceExpiryDate: Endpoint<Pick<Keys, "licenseKey">, z.infer<typeof expiryReply>> = {
  name: "license.expiryDate.get",
  family: "licence",
  method: "get",
  interval: SECOND,
  repeatable: true,
  wire: ({ licenseKey }) => ({
    path: `/es/1.0/license-management/license-key/expiry-date${queryOf({ licenseKey })}`,
  }),
  reply: expiryReply,
};

/** When the licence key stops working. A key that has expired is refused like a wrong one, so ask before. */
export function licenceExpiryOf(rms: Rms, { licenseKey }: Pick<Keys, "licenseKey">): Date | undefined {
  const serial = serialOfRms(rms.call(licenceExpiryDate, { licenseKey }).expiryDate);
  return serial === undefined ? undefined : instantOf(serial);
}
