import type { Keys, Licence, ShopState } from "../shop/state.ts";
import { errors, results } from "./answers.ts";
import type { Answer } from "./call.ts";
import { type Match, routesAt } from "./routes.ts";

/** How RMS words a refusal that comes before any function is reached; both are met in public sources. */
export type GatewayEra = "new" | "old";

export interface Gateway {
  /** The function a request is for, or the refusal. */
  route(method: string, path: string): Match | Answer;
  /** Undefined when the request may pass. */
  refuse(match: Match, headers: Readonly<Record<string, string>>, state: ShopState, now: number): Answer | undefined;
}

export interface GatewayOptions {
  readonly era: GatewayEra;
  /** Calls per second by function name; false switches all limits off. */
  readonly rateLimits: Readonly<Record<string, number>> | false;
  /** Status of a function that the shop has not switched on. */
  readonly switchedOffStatus: 400 | 401;
}

export function gateway({ era, rateLimits, switchedOffStatus }: GatewayOptions): Gateway {
  const counts = new Map<string, { second: number; calls: number }>();
  const exceeded = ({ route }: Match, now: number): boolean => {
    if (rateLimits === false) return false;
    const second = Math.floor(now / 1000);
    const known = counts.get(route.name);
    const calls = known?.second === second ? known.calls + 1 : 1;
    counts.set(route.name, { second, calls });
    return calls > (rateLimits[route.name] ?? route.perSecond);
  };
  return {
    route(method, path) {
      const matches = routesAt(path);
      if (matches.length === 0) return unknownPath(path);
      return matches.find(({ route }) => route.method === method) ?? results(405, "ES04-02", "Method Not Allowed");
    },
    refuse(match, headers, state, now) {
      if (state.mode === "maintenance") return { status: 503 };
      const refusal = refuseKeys(headers.authorization, state.licence, now, era);
      if (refusal) return refusal;
      if (state.disabled.has(match.route.name)) return switchedOff(switchedOffStatus, era);
      if (exceeded(match, now)) return { status: 429 };
      return refuseBody(match, headers["content-type"] ?? "") ?? refuseWrite(match, state);
    },
  };
}

/** The answer to keys that RMS does not take. */
export const unauthorised = (era: GatewayEra): Answer =>
  era === "old" ? results(401, "ES01-01", "Un-Authorised") : errors(401, "GA0001", "Un-Authorised");

/** Which words RMS has for it is not public: one client reads ES04-01 so, another met a 401 of one function alone. */
const switchedOff = (status: 400 | 401, era: GatewayEra): Answer =>
  status === 401 ? unauthorised(era) : results(400, "ES04-01", "Bad Request");

const unknownPath = (path: string): Answer =>
  /^\/es\/2\.[01]\/(items|inventories)\//.test(path)
    ? errors(400, "GE0007", "Requested path doesn't exist.")
    : errors(404, "GF0002", "Not Found");

function refuseKeys(header: string | undefined, licence: Licence, now: number, era: GatewayEra): Answer | undefined {
  if (header === undefined) return unauthorised(era);
  const [, encoded] = /^ESA ([A-Za-z0-9+/]+={0,2})$/.exec(header) ?? [];
  if (encoded === undefined) return malformed("GK0001", era);
  const plain = Buffer.from(encoded, "base64").toString("utf8");
  if (!plain.includes(":")) return malformed("GK0005", era);
  const [serviceSecret = "", licenseKey = ""] = plain.split(":");
  // A blank before or after a key makes it another key; without its prefix it is no key at all.
  if (!serviceSecret.trim().startsWith("SP") || !licenseKey.trim().startsWith("SL")) return malformed("GK0006", era);
  return accepted({ serviceSecret, licenseKey }, licence, now) ? undefined : unauthorised(era);
}

const malformed = (code: string, era: GatewayEra): Answer =>
  era === "old" ? results(400, "ES04-01", "Bad Request") : errors(400, code, "Bad Request");

const sameKeys = (one: Keys, other: Keys): boolean =>
  one.serviceSecret === other.serviceSecret && one.licenseKey === other.licenseKey;

/** An expired key, an unknown one and one issued too lately get the same 401. A key works through its last second. */
function accepted(keys: Keys, { keys: current, expires, acceptedFrom, former }: Licence, now: number): boolean {
  if (sameKeys(keys, current)) return now < expires + 1000 && now >= acceptedFrom;
  return former !== null && sameKeys(keys, former.keys) && now < former.expires + 1000;
}

function refuseBody({ route }: Match, contentType: string): Answer | undefined {
  if (route.method !== "POST" && route.method !== "PUT") return undefined;
  const [type = "", ...parameters] = contentType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  if (route.family === "order") {
    const charset = parameters.some((parameter) => /^charset="?utf-8"?$/.test(parameter));
    return type === "application/json" && charset ? undefined : results(415, "ES04-03", "Unsupported Media Type");
  }
  return type === "application/json" ? undefined : errors(415, "GE0012", `Media Type ${type} is not supported`);
}

const refuseWrite = ({ route }: Match, { mode }: ShopState): Answer | undefined => {
  if (mode !== "readOnly" || route.writes !== true) return undefined;
  // For orders no read-only answer is documented; they are refused like an overload.
  return route.family === "order" ? { status: 503 } : errors(400, "GE0017", "The service is in read-only mode.");
};
