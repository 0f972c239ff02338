import { errors, Refused, results } from "./api/answers.ts";
import type { Answer, ApiSettings } from "./api/call.ts";
import { type Gateway, type GatewayEra, gateway } from "./api/gateway.ts";
import { failing, refused, responseTo } from "./api/response.ts";
import type { Match } from "./api/routes.ts";
import type { RmsRequest, RmsResponse } from "./exchange.ts";
import { type Fault, type FaultRule, type Faults, faultSwitch } from "./faults.ts";
import { type Shop, shopOf } from "./shop/shop.ts";
import { type Keys, type ShopState, seededState } from "./shop/state.ts";

export interface RmsSandbox {
  /** Synchronous: one request, one answer. */
  handle(request: RmsRequest): RmsResponse;
  readonly shop: Shop;
  readonly faults: Faults;
  /** Calls that have come in, by function name; "unknown" for a wrong path. */
  readonly calls: ReadonlyMap<string, number>;
  /** How often a call has changed the shop. */
  changes(): number;
}

export interface SandboxOptions {
  readonly seed?: string | number;
  /** How many orders the shop has, 200 when absent. */
  readonly orders?: number;
  readonly skus?: number;
  /** Orders are spread over this many days before now. */
  readonly days?: number;
  /** How many times faster than life orders age and reports are worked through. */
  readonly timeFactor?: number;
  readonly now?: () => Date;
  readonly keys?: Keys;
  readonly shopId?: string;
  /** Calls per second by function; false switches the limits off. */
  readonly rateLimits?: Readonly<Record<string, number>> | false;
  /** Milliseconds that RMS takes for an asynchronous shipping report, before the time factor. */
  readonly reportDelay?: number;
  /** Milliseconds that its result lags behind the orders themselves, before the time factor; none when absent. */
  readonly resultLag?: number;
  /** Status of a refused updateOrderShippingAsync: one source says 200, its synchronous twin uses 400 (the default). */
  readonly asyncRefusalStatus?: 200 | 400;
  /** Milliseconds until a new item shows in items.search; up to 24 h at Rakuten, none here. */
  readonly itemIndexLag?: number;
  readonly gatewayEra?: GatewayEra;
  /** What a function answers that the shop has not switched on: 400 (the default) or, by other sources, the 401 of a wrong key. */
  readonly switchedOffStatus?: 400 | 401;
  /** Every order has a shipping record with the carrier alone from its purchase on, as many shops have it set. */
  readonly carrierAtPurchase?: boolean;
  readonly faults?: readonly FaultRule[];
  /** A shop read back from a file (state-file.ts) instead of a fresh one. */
  readonly state?: ShopState;
}

/** The keys of the sandbox's shop, plainly no real ones. */
export const SANDBOX_KEYS: Keys = { serviceSecret: "SP000000_sandboxSecret", licenseKey: "SL000000_sandboxLicense" };

export function createRmsSandbox(options: SandboxOptions = {}): RmsSandbox {
  const now = options.now ?? (() => new Date());
  const state = options.state ?? freshState(options, now());
  const shop = shopOf(state, now);
  const faults = faultSwitch(options.faults, `${state.plan.seed}:faults`);
  const era = options.gatewayEra ?? "new";
  const door = gateway({
    era,
    rateLimits: options.rateLimits ?? {},
    switchedOffStatus: options.switchedOffStatus ?? 400,
  });
  const settings = {
    resultLag: (options.resultLag ?? 0) / state.plan.timeFactor,
    reportDelay: (options.reportDelay ?? 30_000) / state.plan.timeFactor,
    asyncRefusalStatus: options.asyncRefusalStatus ?? 400,
    itemIndexLag: options.itemIndexLag ?? 0,
  };
  const calls = new Map<string, number>();
  let serial = 0;
  let changes = 0;
  let late: { readonly at: number; readonly serve: () => unknown }[] = [];
  const catchUp = () => {
    const due = late.filter(({ at }) => at <= shop.now());
    late = late.filter(({ at }) => at > shop.now());
    for (const { serve } of due) serve();
  };
  return {
    shop,
    faults,
    calls,
    changes: () => changes,
    handle(request) {
      catchUp();
      const url = new URL(request.path, "http://rms.invalid");
      const match = door.route(request.method.toUpperCase(), url.pathname);
      const name = "route" in match ? match.route.name : "unknown";
      calls.set(name, (calls.get(name) ?? 0) + 1);
      const fault = faults.take(name);
      if (fault?.shop !== undefined) changes++;
      fault?.shop?.(shop);
      const serve = () => {
        if (!("route" in match)) return match;
        const answer = dispatch(door, match, url, request, shop, { ...settings, ...delaysOf(fault) });
        if (match.route.writes === true && answer.status < 300) changes++;
        return answer;
      };
      if (fault?.late !== undefined) late.push({ at: shop.now() + fault.late, serve });
      const real = failing(fault) && !fault?.after ? undefined : serve();
      const answer = real === undefined || fault?.status !== undefined ? refused(fault, era) : real;
      serial += 1;
      return responseTo(request, answer, fault, shop.now(), serial);
    },
  };
}

const delaysOf = ({ reportDelay, resultLag }: Fault = {}): Partial<ApiSettings> => ({
  ...(reportDelay !== undefined && { reportDelay }),
  ...(resultLag !== undefined && { resultLag }),
});

function freshState(options: SandboxOptions, now: Date): ShopState {
  const {
    seed = 1,
    orders = 200,
    skus = 300,
    days = 30,
    timeFactor = 1,
    shopId = "123456",
    keys = SANDBOX_KEYS,
    carrierAtPurchase = false,
  } = options;
  const opening = Math.floor(now.getTime() / 1000) * 1000;
  return seededState({ seed: String(seed), shopId, days, opening, timeFactor, orders, skus, carrierAtPurchase }, keys);
}

function dispatch(
  door: Gateway,
  match: Match,
  url: URL,
  request: RmsRequest,
  shop: Shop,
  settings: ApiSettings,
): Answer {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const now = shop.now();
  const refusal = door.refuse(match, headers, shop.state, now);
  if (refusal) return refusal;
  const body = parsed(request.body);
  if (body === INVALID) {
    return match.route.family === "order"
      ? results(400, "ES04-01", "Bad Request")
      : errors(400, "GE0011", "Request body is missing or is empty without any attributes.");
  }
  shop.settle();
  try {
    return match.route.answer({ shop, now, params: match.params, query: url.searchParams, body, settings });
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

const INVALID = Symbol("not JSON");

function parsed(body: string): unknown {
  if (body.trim() === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return INVALID;
  }
}
