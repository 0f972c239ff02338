import { groupedBy } from "../../core/grouped.ts";
import { isOrderNumber } from "../../shop/order-number.ts";
import { cellAt, intactFor, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";
import { isAwaited, isHeld, type ListedOrder } from "./rules/due-orders.ts";
import { matches } from "./rules/line-changes.ts";
import { isOpen, isToPack } from "./rules/open-rows.ts";
import { awaitsNewTick } from "./rules/report-permission.ts";
import type { Shipment } from "./rules/shipment.ts";

/** The orders of the list, as far as it matters for when the shop is asked of them. */
export function listedOrders(shipments: SheetState, lines: SheetState): ListedOrder[] {
  const isIntact = intactFor(shipments, "import");
  const isIntactLine = intactFor(lines, "import");
  const linesOf = byOrder(lines);
  return [...byOrder(shipments)].flatMap(([number, rows]) => {
    if (!isOrderNumber(number)) return [];
    const own = linesOf.get(number) ?? [];
    const cells = rows.map(cellsIn(shipments));
    const open = cells.some(isOpen);
    const isBroken = !rows.every(isIntact) || !own.every(isIntactLine);
    const isWaiting =
      open && (lacksRows(cells, own.map(lineIn(lines))) || cells.some((row) => isOpen(row) && isAwaited(row)));
    const awaited = isBroken || isWaiting || cells.some((row) => awaitsNewTick(row.questions, row.cancelConfirmed));
    const { progress = "", orderedAt = null } = cells[0] ?? {};
    const held = cells.some((row) => isOpen(row) && isHeld(row));
    return [{ number, open, progress, orderedAt, checkedAt: oldest(cells), awaited, held }];
  });
}

const byOrder = (state: SheetState): ReadonlyMap<string, SheetRow[]> =>
  groupedBy(state.rows.values(), (row) => String(cellAt(state, row, "orderNumber")));

type Cells = Parameters<typeof isAwaited>[0] &
  Pick<Shipment, "progress" | "basketId" | "lineCount" | "units" | "orderedAt"> &
  Pick<ListedOrder, "checkedAt">;

/** A list is long, and of most columns nothing is needed. */
const cellsIn =
  (state: SheetState) =>
  (row: SheetRow): Cells => ({
    state: textIn(state, row, "state") as Shipment["state"],
    questions: textIn(state, row, "questions"),
    progress: textIn(state, row, "progress"),
    basketId: textIn(state, row, "basketId"),
    lineCount: numberIn(state, row, "lineCount"),
    units: numberIn(state, row, "units"),
    orderedAt: numberIn(state, row, "orderedAt"),
    checkedAt: numberIn(state, row, "checkedAt"),
    trackingNumber: textIn(state, row, "trackingNumber"),
    carrier: textIn(state, row, "carrier"),
    shippingStatus: textIn(state, row, "shippingStatus"),
    cancelConfirmed: cellAt(state, row, "cancelConfirmed") === true,
  });

interface Line {
  readonly basketId: string;
  readonly units: number;
}

const lineIn =
  (state: SheetState) =>
  (row: SheetRow): Line => ({
    basketId: textIn(state, row, "basketId"),
    units: numberIn(state, row, "units") ?? 0,
  });

const textIn = (state: SheetState, row: SheetRow, name: string): string => String(cellAt(state, row, name) ?? "");

function numberIn(state: SheetState, row: SheetRow, name: string): number | null {
  const cell = cellAt(state, row, name);
  return typeof cell === "number" ? cell : null;
}

/** Somebody deleted rows of 出荷明細, or the row of a destination that 出荷明細 has. */
function lacksRows(destinations: readonly Cells[], lines: readonly Line[]): boolean {
  const baskets = new Set(destinations.map(({ basketId }) => basketId));
  return (
    lines.some(({ basketId, units }) => units !== 0 && !baskets.has(basketId)) ||
    destinations.some((row) => {
      const own = lines.filter(({ basketId }) => basketId === row.basketId);
      const known = own.map((line) => ({ line, intact: true }));
      return isToPack(row) && !matches(known, row.lineCount, row.units);
    })
  );
}

/** Null where one of the rows was never looked at, or nobody knows. */
function oldest(rows: readonly Cells[]): number | null {
  const times = rows.map(({ checkedAt }) => checkedAt ?? Number.NEGATIVE_INFINITY);
  const first = Math.min(...times);
  return Number.isFinite(first) ? first : null;
}
