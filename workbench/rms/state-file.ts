import { createHash } from "node:crypto";
import { readPrivate, writePrivate } from "../kept/private-file.ts";
import type { CatalogueEntry, Stock } from "./shop/item.ts";
import type { ShopOrder } from "./shop/order.ts";
import type { QueuedReport } from "./shop/shipping-report.ts";
import { type Licence, type Mode, type ShopPlan, type ShopState, seededState, stockKey } from "./shop/state.ts";

/** A shop on disk: its seed, and what has changed since. The rest comes from the seed again. */
interface Saved {
  readonly format: 1;
  readonly plan: ShopPlan;
  /** Of the seeded shop; differs when the generator has changed. */
  readonly fingerprint: string;
  readonly orders: readonly ShopOrder[];
  readonly removedOrders: readonly string[];
  readonly entries: readonly CatalogueEntry[];
  readonly stocks: readonly Stock[];
  readonly reports: readonly QueuedReport[];
  readonly licence: Licence;
  readonly mode: Mode;
  readonly disabled: readonly string[];
  readonly sequence: number;
}

/** So that a crash leaves the old one whole. */
export const saveState = (path: string, state: ShopState): void => writePrivate(path, textOf(state));

function textOf(state: ShopState): string {
  const { plan, book, entries, stocks, touched, reports, licence, mode, disabled, sequence } = state;
  const numbers = [...touched.orders];
  const saved: Saved = {
    format: 1,
    plan,
    fingerprint: fingerprint(plan),
    orders: numbers.flatMap((number) => book.get(number) ?? []),
    removedOrders: numbers.filter((number) => !book.get(number)),
    entries: [...touched.entries].flatMap((number) => entries.get(number) ?? []),
    stocks: [...stocks.values()],
    reports,
    licence,
    mode,
    disabled: [...disabled],
    sequence,
  };
  return JSON.stringify(saved);
}

/** Undefined when there is no file yet. Throws a sentence for a file that this version cannot read. */
export function loadState(path: string): ShopState | undefined {
  const text = readPrivate(path);
  if (text === undefined) return undefined;
  try {
    return stateOf(JSON.parse(text));
  } catch {
    throw new Error(
      `${path} is not a shop that this version of the sandbox has kept. Name another file; a shop that is cut short or of an older version can be deleted.`,
    );
  }
}

/** Throws for what was not saved here, or by another version. */
function stateOf(saved: Saved): ShopState {
  const { plan } = saved;
  if (saved.format !== 1 || ![plan.orders, plan.skus, plan.days].every(isAmount)) throw new TypeError();
  if (saved.fingerprint !== fingerprint(plan)) throw new TypeError();
  const { keys } = saved.licence;
  if (typeof keys.serviceSecret !== "string" || typeof keys.licenseKey !== "string") throw new TypeError();
  const state = seededState(plan, keys);
  for (const order of saved.orders) state.book.put(order);
  for (const number of saved.removedOrders) state.book.delete(number);
  for (const entry of saved.entries) state.entries.set(entry.item.manageNumber, entry);
  state.stocks.clear();
  for (const stock of saved.stocks) state.stocks.set(stockKey(stock.manageNumber, stock.variantId), stock);
  for (const number of [...saved.removedOrders, ...saved.orders.map(({ orderNumber }) => orderNumber)])
    state.touched.orders.add(number);
  for (const { item } of saved.entries) state.touched.entries.add(item.manageNumber);
  for (const name of saved.disabled) state.disabled.add(name);
  state.reports = [...saved.reports];
  state.licence = saved.licence;
  state.mode = saved.mode;
  state.sequence = saved.sequence;
  return state;
}

/** What a command line takes at most: a figure beyond it would keep the seed busy for ever. */
const isAmount = (figure: unknown): boolean => typeof figure === "number" && figure >= 0 && figure < 10_000_000;

const fingerprints = new WeakMap<ShopPlan, string>();

/** A few orders and items made anew tell whether the generator still makes the same shop. */
function fingerprint(plan: ShopPlan): string {
  const known = fingerprints.get(plan);
  if (known !== undefined) return known;
  const small = { ...plan, orders: Math.min(plan.orders, 50), skus: Math.min(plan.skus, 50) };
  const { book, entries } = seededState(small, { serviceSecret: "", licenseKey: "" });
  const made = createHash("sha256")
    .update(JSON.stringify([book.all(), [...entries.values()]]))
    .digest("hex")
    .slice(0, 16);
  fingerprints.set(plan, made);
  return made;
}
