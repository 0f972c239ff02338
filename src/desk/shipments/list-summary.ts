import { serialOf } from "../../core/jst.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { cellAt, type SheetState, valuesOf } from "../../workbook/read/snapshot.ts";
import { isWithheld } from "./rules/report-permission.ts";
import { type Shipment, type ShipmentState, shipmentStates } from "./rules/shipment.ts";
import { shipmentTable } from "./shipment-table.ts";
import { statesAfter } from "./states-after.ts";

/** What is on 出荷リスト once `changed` is written, for ダッシュボード. */
export function listSummary(list: SheetState, changed: readonly Shipment[], now: Date): DashboardRow {
  const after = new Map(changed.map((shipment) => [keyOf(shipmentTable, shipment), shipment]));
  const states = statesAfter(list, changed);
  let withheld = 0;
  for (const [key, row] of list.rows) {
    const state = after.get(key)?.state ?? (cellAt(list, row, "state") as ShipmentState);
    if (state === "取消" && isWithheld({ ...valuesOf<typeof shipmentTable>(list, row), ...after.get(key) })) withheld++;
  }
  const count = (state: ShipmentState) => states.get(state) ?? 0;
  const counted = shipmentStates.flatMap((state) => (count(state) === 0 ? [] : [`${state} ${count(state)}件`]));
  const asksForPeople = withheld + count("変更あり") + count("要確認") + count("保留") > 0;
  return {
    item: shipmentTable.sheet,
    state: asksForPeople ? "注意" : "正常",
    detail: `${counted.join("、") || "0件"}。${withheld === 0 ? "" : withheldText(withheld)}`,
    faults: null,
    updatedAt: serialOf(now),
  };
}

const withheldText = (count: number): string =>
  `取消の行のうち${count}件に出荷の入力があります。「確認済」にチェックを入れる（入れ直す）まで、楽天へ報告しません。`;
