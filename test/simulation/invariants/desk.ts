import type { ShopOrder } from "../../../workbench/rms/shop/order.ts";
import { LINES, PAYMENTS, SHIPMENTS } from "../declared.ts";
import { type Masters, mastersOf } from "../expected-dispatch.ts";
import type { View } from "../office.ts";
import type { Recipes } from "../recipes.ts";
import type { World } from "../world.ts";

/** Sheets and shop as they stood at one moment. */
export interface Desk {
  readonly moment: number;
  readonly now: number;
  readonly shipments: View;
  readonly lines: View;
  readonly masters: Masters;
  readonly recipes: Recipes;
  readonly orders: ReadonlyMap<string, ShopOrder>;
  /** By payment method code; "default" for the rest. */
  readonly targets: ReadonlyMap<string, number>;
  /** Codes of payment methods whose orders are not to come onto the list. */
  readonly excluded: ReadonlySet<string>;
}

export function deskOf({ office, shop, trace, cookbook }: World): Desk {
  const payments = office.view(PAYMENTS);
  return {
    moment: trace.moment,
    now: shop.now(),
    shipments: office.view(SHIPMENTS),
    lines: office.view(LINES),
    masters: mastersOf(office),
    recipes: cookbook.now,
    orders: new Map(shop.orders().map((order) => [order.orderNumber, order])),
    targets: targetsOf(payments),
    excluded: excludedIn(payments),
  };
}

function targetsOf({ headers, rows }: View): Map<string, number> {
  const [code, target] = [headers.indexOf("決済コード"), headers.indexOf("連携対象支払方法ステータス")];
  return new Map(
    rows.flatMap(({ cells }) => {
      const progress = Number.parseInt(String(cells[target] ?? ""), 10);
      const name = String(cells[code] ?? "");
      return Number.isNaN(progress) ? [] : [[name === "デフォルト" ? "default" : name, progress] as const];
    }),
  );
}

export const targetOf = ({ targets }: Desk, { settlementMethodCode }: ShopOrder): number | undefined =>
  targets.get(String(settlementMethodCode)) ?? targets.get("default");

function excludedIn({ headers, rows }: View): Set<string> {
  const [code, excluded] = [headers.indexOf("決済コード"), headers.indexOf("取込対象外")];
  return new Set(rows.flatMap(({ cells }) => (cells[excluded] === true ? [String(cells[code])] : [])));
}

export const isExcluded = ({ excluded }: Desk, { settlementMethodCode }: ShopOrder): boolean =>
  excluded.has(String(settlementMethodCode));
