import type { Order, Package } from "../../../shop/order.ts";
import { NO_SETS } from "../../sets/rules/sets.ts";
import { type Drafted, drafted } from "./draft.ts";
import { type KnownLine, lineKey } from "./line-changes.ts";
import { setContents } from "./set-contents.ts";
import type { ShipmentLine, ShipmentRules } from "./shipment.ts";
import { hasLeft, type StaffEntries } from "./staff-entries.ts";

/**
 * A destination as the shop has it now, beside what the list has of it. Of a parcel that has left, the sets stay as they were
 * packed: what セット商品 says by now is for the next ones, and nothing is left to ask.
 */
export function listedDraft(
  order: Order,
  destination: Package,
  rules: ShipmentRules,
  own: StaffEntries | undefined,
  knownLines: readonly KnownLine[],
): Drafted {
  if (own === undefined || !hasLeft(own)) return drafted(order, destination, rules, own);
  const packed = new Map(knownLines.map(({ line, intact }) => [lineKey(line), intact ? line.setParts : undefined]));
  const partsOf = (line: ShipmentLine): string =>
    packed.get(lineKey(line)) ?? setContents(rules.sets, line.productCode, line.units ?? 0).setParts;
  const draft = drafted(order, destination, { ...rules, sets: NO_SETS }, own);
  return { ...draft, lines: draft.lines.map((line) => ({ ...line, setParts: partsOf(line) })) };
}
