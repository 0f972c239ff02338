import type { Answer, Call } from "./call.ts";
import { confirmOrder } from "./confirm-order.ts";
import { getOrder } from "./get-order.ts";
import { searchOrder } from "./search-order.ts";

export type Family = "order" | "item" | "inventory" | "navigation" | "license" | "shop";

/** One function of RMS WEB SERVICE. Its name is the one by which it is switched off, limited and made to fail. */
export interface Route {
  readonly name: string;
  readonly family: Family;
  readonly method: string;
  /** `{name}` takes one part of the path. */
  readonly path: string;
  /** Calls per second; the guideline for orders is 1. */
  readonly perSecond: number;
  /** Refused while the shop is read-only. */
  readonly writes?: boolean;
  readonly answer: (call: Call) => Answer;
}

const order = (name: string, answer: Route["answer"], more: Partial<Route> = {}): Route => ({
  name,
  family: "order",
  method: "POST",
  path: `/es/2.0/order/${name}`,
  perSecond: 1,
  answer,
  ...more,
});

export const ROUTES: readonly Route[] = [
  order("searchOrder", searchOrder),
  order("getOrder", getOrder),
  order("confirmOrder", confirmOrder, { writes: true }),
];

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(".", "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** The functions at a path, one per method. Order paths work with and without a slash at the end. */
export function routesAt(path: string): readonly Match[] {
  const plain = path.startsWith("/es/2.0/order/") ? path.replace(/\/$/, "") : path;
  return PATTERNS.flatMap(({ route, pattern }) => {
    const match = pattern.exec(plain);
    return match ? [{ route, params: decoded(match.groups ?? {}) }] : [];
  });
}

const decoded = (groups: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
