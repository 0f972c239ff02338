import type { FetchRequest } from "../served/url-fetch.ts";
import type { ServiceCall } from "./gate.ts";

/** What the gate and the record of an execution may know of a call: never headers, bodies or property values. */
export function describe(
  name: string,
  args: readonly unknown[],
  { id, user }: { readonly id: string; readonly user: string },
  index: number,
  at: number,
): ServiceCall {
  const dot = name.indexOf(".");
  const service = name.slice(0, dot);
  const requests = service === "UrlFetchApp" ? (args[0] as readonly FetchRequest[]) : [];
  return {
    execution: id,
    index,
    user,
    service,
    method: name.slice(dot + 1),
    name,
    at,
    detail:
      requests.length > 0
        ? requests.map(({ method, url }) => `${method} ${address(url)}`).join(", ")
        : detailOf(name, args),
    urls: requests.map(({ url }) => address(url)),
  };
}

/** Some APIs want a key in the query: what is written down never has one. */
const address = (url: string): string => url.replace(/\?.*$/s, "?…");

function detailOf(name: string, args: readonly unknown[]): string {
  if (/^(Properties|Cache|Lock)\./.test(name))
    return args
      .slice(0, 2)
      .filter((arg) => typeof arg === "string")
      .join(" ");
  if (name !== "Sheets.Spreadsheets.batchUpdate") return "";
  const { requests = [] } = (args[0] ?? {}) as { requests?: readonly object[] };
  return [...new Set(requests.flatMap(Object.keys))].join(", ");
}
