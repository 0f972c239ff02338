import type { ChangeRecord, Person, ShopOrder } from "./order.ts";

/** What buyer or shop changed in an order. `address` and `units` concern the destination `basketId`, or the first. */
export type OrderPatch = Partial<Omit<ShopOrder, "orderNumber" | "timeline">> & {
  readonly basketId?: number;
  readonly address?: Partial<Person>;
  /** A quantity for every line, or quantities by itemDetailId. */
  readonly units?: number | Readonly<Record<number, number>>;
};

/** What RMS notes of a change, done at once. */
export const changeRecord = (
  changeId: number,
  changeType: number,
  reason: number | null,
  instant: number,
): ChangeRecord => ({
  changeId,
  changeType,
  changeTypeDetail: null,
  changeReason: reason === null ? null : 1,
  changeReasonDetail: reason,
  applied: instant,
  fixed: instant,
  completed: instant,
});

/** The order after a change, marked as changed. */
export function patched(order: ShopOrder, { basketId, address, units, ...given }: OrderPatch): ShopOrder {
  const at = basketId ?? order.packages[0]?.basketId;
  const quantity = (id: number, before: number) => (typeof units === "number" ? units : (units?.[id] ?? before));
  const packages = (given.packages ?? order.packages).map((each) =>
    each.basketId !== at
      ? each
      : {
          ...each,
          sender: { ...each.sender, ...address },
          lines: each.lines.map((line) => ({ ...line, units: quantity(line.itemDetailId, line.units) })),
        },
  );
  return { ...order, ...given, packages, flags: { ...order.flags, ...given.flags, modified: true } };
}
