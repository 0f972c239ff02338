import { invalid, notFound } from "./api-error.ts";
import type { Call, Target } from "./method.ts";
import { targets } from "./targets.ts";

/** The method behind a call; throws 404 for a path Google does not know either. */
export function routeOf(
  method: string,
  path: string,
): { readonly spreadsheetId: string; readonly target: Target; readonly call: Omit<Call, "body"> } {
  const [pathname = "", search = ""] = path.split("?");
  const parts =
    /^\/v4\/spreadsheets(?:\/([^/:]+))?(?:\/(values|developerMetadata|sheets))?(?:\/(.+?))?(:[a-zA-Z]+)?$/.exec(
      withoutSlash(pathname),
    );
  const [, id, collection, name, rawVerb] = parts ?? [];
  const { tail, verb } = verbOf(name, rawVerb);
  const pattern =
    `${method} /v4/spreadsheets${id ? "/{id}" : ""}${collection ? `/${collection}` : ""}` +
    `${tail ? "/{name}" : ""}${verb ?? ""}`;
  const target = parts ? targets[pattern] : undefined;
  if (target === undefined) throw notFound();
  const call = { name: decoded(tail ?? ""), query: new URLSearchParams(search) };
  return { spreadsheetId: decoded(id ?? ""), target, call };
}

/** Clients that join a base and a path write `ID/` and `ID/:batchUpdate`; Google serves both. */
const withoutSlash = (pathname: string): string => pathname.replace(/\/(?=:[a-zA-Z]+$|$)/, "");

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid("Request contains an invalid argument.");
  }
}

/** "A1:B2" ends in a part of the range, "A1:append" in a verb. */
function verbOf(name: string | undefined, suffix: string | undefined): { tail?: string; verb?: string } {
  if (name === undefined || suffix === undefined)
    return { ...(name === undefined ? {} : { tail: name }), ...(suffix === undefined ? {} : { verb: suffix }) };
  return [":append", ":clear", ":copyTo"].includes(suffix) ? { tail: name, verb: suffix } : { tail: name + suffix };
}
