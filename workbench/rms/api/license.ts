import { jstDateTime } from "../shop/jst.ts";
import { errors } from "./answers.ts";
import { type Answer, type Call, ok } from "./call.ts";

/** `GET …/license-key/expiry-date?licenseKey=`: when the key stops working, in Japanese time without a zone. */
export function licenseExpiryDate({ shop, query }: Call): Answer {
  const { keys, expires, former } = shop.state.licence;
  const asked = query.get("licenseKey");
  if (asked === keys.licenseKey) return ok({ expiryDate: jstDateTime(expires) });
  if (former !== null && asked === former.keys.licenseKey) return ok({ expiryDate: jstDateTime(former.expires) });
  return errors(401, "GA0001", "Un-Authorised");
}
