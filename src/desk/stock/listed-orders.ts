import { groupedBy } from "../../core/grouped.ts";
import { isOrderNumber } from "../../shop/order-number.ts";
import { type Progress, progressOfLabel } from "../../shop/progress.ts";
import type { Book } from "../../workbook/commit/book.ts";
import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { isOpen, isToPack } from "../shipments/rules/open-rows.ts";
import type { Shipment } from "../shipments/rules/shipment.ts";
import { shipmentLineTable } from "../shipments/shipment-line-table.ts";
import { shipmentTable } from "../shipments/shipment-table.ts";
import type { SoldLine } from "./rules/demand.ts";

/** A row of 出荷リスト as far as it speaks for stock. */
export interface ListedParcel {
  readonly basketId: string;
  /** As the last import knew it; undefined where the cell holds none. */
  readonly progress: Progress | undefined;
  readonly payment: string;
  readonly isToPack: boolean;
  /** As the shop told the last import. */
  readonly hasLeft: boolean;
}

/** What 出荷リスト and 出荷明細 have of each order. */
export interface ListedOrders {
  readonly has: (orderNumber: string) => boolean;
  /** Orders that may still change at the shop, and those that are over. */
  readonly open: readonly string[];
  readonly closed: readonly string[];
  readonly baskets: (orderNumber: string) => readonly string[];
  readonly parcels: (orderNumber: string) => readonly ListedParcel[];
  readonly lines: (orderNumber: string, basketId: string) => readonly SoldLine[];
}

export function listedOrders(book: Book): ListedOrders {
  const list = book.state(shipmentTable);
  const at = textsOf(list);
  const isOpenAt = remembered((progress: string) => isOpen({ progress }));
  const rows = groupedBy(list.rows.values(), (row) => at(row, "orderNumber"));
  const open: string[] = [];
  const closed: string[] = [];
  for (const [number, own] of rows)
    if (isOrderNumber(number)) (own.some((row) => isOpenAt(at(row, "progress"))) ? open : closed).push(number);
  return {
    has: (orderNumber) => rows.has(orderNumber),
    open,
    closed,
    baskets: (orderNumber) => (rows.get(orderNumber) ?? []).map((row) => at(row, "basketId")),
    parcels: (orderNumber) =>
      (rows.get(orderNumber) ?? []).map((row) => ({
        basketId: at(row, "basketId"),
        progress: progressOfLabel(at(row, "progress")),
        payment: at(row, "payment"),
        isToPack: isToPack({ state: at(row, "state") as Shipment["state"] }),
        hasLeft: at(row, "state") === ("出荷済" satisfies Shipment["state"]),
      })),
    lines: linesIn(book.state(shipmentLineTable)),
  };
}

/** Most runs ask for none: the shop tells the lines of what it was asked for. */
function linesIn(state: SheetState): ListedOrders["lines"] {
  const at = textsOf(state);
  let rows: ReadonlyMap<string, readonly SheetRow[]> | undefined;
  return (orderNumber, basketId) => {
    rows ??= groupedBy(state.rows.values(), (row) => parcelKey(at(row, "orderNumber"), at(row, "basketId")));
    return (rows.get(parcelKey(orderNumber, basketId)) ?? []).map((row) => ({
      code: at(row, "productCode").trim(),
      units: Number(cellAt(state, row, "units") ?? 0) || 0,
    }));
  };
}

/** Few labels stand on thousands of rows. */
function remembered<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = answerTo(text);
    answers.set(text, answer);
    return answer;
  };
}

const parcelKey = (orderNumber: string, basketId: string): string => `${orderNumber}\n${basketId}`;

const textsOf =
  (state: SheetState) =>
  (row: SheetRow, name: string): string =>
    String(cellAt(state, row, name) ?? "");
