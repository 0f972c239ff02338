import type { ServiceCall } from "../../../workbench/apps-script/execution/gate.ts";
import type { ShopOrder } from "../../../workbench/rms/shop/order.ts";
import type { OrderReport } from "../../../workbench/rms/shop/shipping-report.ts";
import { SHIPMENTS } from "../declared.ts";
import { SEPARATOR } from "../ledger.ts";
import { mayGoOut, OURS, parcelIn, rmsDay } from "../parcel-cells.ts";
import { carriesOut, reportShipments } from "../runs/registry.ts";
import type { World } from "../world.ts";

/**
 * RMS is told of nothing but what a run found entered on a row that may go out, and holds no number twice at any moment:
 * what is put right later has sent its mail by then.
 */
export interface Tidings {
  /** To be told of every call that will be carried out. */
  serve(call: ServiceCall): void;
  readonly broken: string[];
  /** Records that were held against the sheet. */
  readonly held: number;
}

export function tidings(world: World): Tidings {
  /** All that runs found on rows that may go out. */
  const entered = new Set<string>();
  const known = new Set<string>();
  const looked = new WeakSet<ShopOrder>();
  const broken: string[] = [];
  let held = 0;

  function look(): void {
    const { office, ledger } = world;
    const view = office.view(SHIPMENTS);
    for (const row of view.rows) {
      const parcel = parcelIn(view, row);
      if (parcel === undefined || !mayGoOut(view, row)) continue;
      const [order = "", basket = ""] = ledger.keyOf(view, row).split(SEPARATOR);
      for (const number of parcel.numbers)
        entered.add(textOf(order, basket, parcel.carrier, number, rmsDay(parcel.day)));
    }
  }

  function hear(requestId: string, { orderNumber, baskets }: OrderReport): void {
    for (const { basketId, entries } of baskets)
      for (const { shippingNumber, deliveryCompany, shippingDate, shippingDeleteFlag } of entries) {
        if (shippingDeleteFlag === 1) continue;
        held++;
        const text = textOf(orderNumber, String(basketId), deliveryCompany, shippingNumber, shippingDate);
        if (!entered.has(text))
          broken.push(`RMS was told (${requestId}) of ${text}, and no row that may go out said so`);
      }
  }

  return {
    broken,
    get held() {
      return held;
    },
    serve({ execution, name }) {
      for (const { requestId, orders } of world.shop.reports()) {
        if (known.has(requestId)) continue;
        known.add(requestId);
        for (const order of orders) hear(requestId, order);
      }
      for (const order of world.shop.orders()) {
        if (looked.has(order)) continue;
        looked.add(order);
        for (const number of doubled(order)) broken.push(`RMS has ${number} twice in ${order.orderNumber}`);
      }
      if (name === "Sheets.Spreadsheets.get" && carriesOut(world.runOf(execution), reportShipments)) look();
    },
  };
}

const textOf = (...parts: readonly (string | null | undefined)[]): string => parts.map((part) => part ?? "-").join(" ");

const doubled = ({ packages }: ShopOrder): string[] =>
  packages.flatMap(({ shippings }) => {
    const numbers = shippings.map(({ shippingNumber }) => shippingNumber ?? "").filter((number) => OURS.test(number));
    return numbers.filter((number, at) => numbers.indexOf(number) !== at);
  });
