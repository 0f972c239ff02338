import { carrierOfLabel } from "../../../shop/carrier.ts";
import { rowsFor, type TableCells } from "../../../workbook/commit/cells.ts";
import { keyOf } from "../../../workbook/declare/key.ts";
import { cellAt, type SheetRow, type SheetState } from "../../../workbook/read/snapshot.ts";
import { deliveryTable } from "./delivery-table.ts";

/** What a shipment that is still to be sent says of its way, as its cells read. */
export interface SentBy {
  readonly deliveryMethod: string;
  readonly rakutenCarrier: string;
}

/** その他: the shop told Rakuten no carrier, so there is nothing to differ from. */
const UNTOLD = "1000";

/** 楽天との違い of every row of 配送サービスマスタ: which carriers buyers were told instead of the row's, and how often. */
export function carrierDifferences(state: SheetState, shipments: readonly SentBy[]): TableCells {
  const counts = new Map<string, Map<string, number>>();
  for (const { deliveryMethod: method, rakutenCarrier } of shipments) {
    const told = carrierOfLabel(rakutenCarrier);
    const general = keyOf(deliveryTable, { method, rakutenCarrier: "" });
    const row = state.rows.get(general);
    if (told === undefined || told === UNTOLD || row === undefined) continue;
    const used = carrierOfLabel(at(state, row)("carrier"));
    // A row of its own says that the difference is meant.
    if (used === undefined || used === told || state.rows.has(keyOf(deliveryTable, { method, rakutenCarrier })))
      continue;
    const known = counts.get(general) ?? new Map<string, number>();
    counts.set(general, known.set(rakutenCarrier, (known.get(rakutenCarrier) ?? 0) + 1));
  }
  return rowsFor(
    deliveryTable,
    "comparison",
    [...state.rows].map(([key, row]) => ({
      method: at(state, row)("method"),
      rakutenCarrier: at(state, row)("rakutenCarrier"),
      difference: [...(counts.get(key) ?? [])]
        .sort()
        .map(([carrier, count]) => `${carrier} ${count}件`)
        .join("、"),
    })),
  );
}

const at = (state: SheetState, row: SheetRow) => (name: string) => String(cellAt(state, row, name) ?? "");
