import { badPayload, invalid } from "./api-error.ts";
import { type MessageType, parameterTypes } from "./message-types.ts";
import { booleanOf, numberOf } from "./scalar.ts";

/** What Google's front end itself takes beside the parameters of a method; each also with a "$" before its name. */
const SYSTEM = new Set([
  ...["alt", "fields", "key", "callback", "prettyPrint", "quotaUser", "userIp", "pp", "uploadType", "upload_protocol"],
  ...["access_token", "oauth_token", "bearer_token", ".xgafv", "userProject", "unique", "ct", "httpMethod"],
]);

/** Refuses a query with a parameter that the method does not have, or one of another type, in Google's words. */
export function checkQuery(query: URLSearchParams, method: string): void {
  checkAlt(query.get("alt") ?? query.get("$alt"));
  const types = parameterTypes(method);
  for (const [name, value] of query) {
    if (types.has(name)) checkValue(name, value, types);
    else if (!SYSTEM.has(name.replace(/^\$/, ""))) throw unknownName(name);
  }
}

function checkAlt(alt: string | null): void {
  if (alt === null || alt === "" || alt.toLowerCase() === "json") return;
  throw invalid(
    alt === "media"
      ? 'Unsupported alt type "media" for non byte stream request.'
      : `Invalid value "${alt}" for query parameter 'alt'`,
  );
}

function checkValue(name: string, value: string, types: MessageType): void {
  const kind = types.get(name)?.kind;
  const read = kind === "boolean" ? booleanOf(value) : kind === "number" ? numberOf(value, name) : value;
  if (read !== undefined) return;
  const field = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const type = kind === "boolean" ? "TYPE_BOOL" : "TYPE_INT32";
  throw badPayload(field, `Invalid value at '${field}' (${type}), "${value}"`);
}

const unknownName = (name: string) =>
  badPayload(
    "",
    `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
  );

/** Whether a checked query says yes. */
export const isSet = (query: URLSearchParams, name: string): boolean => booleanOf(query.get(name)) === true;
