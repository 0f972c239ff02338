import { serialOf } from "../domain/jst.ts";
import { isWithheld } from "../domain/report-permission.ts";
import { type Shipment, type ShipmentState, shipmentStates } from "../domain/shipment.ts";
import { cellAt, type SheetState } from "../workbook/snapshot.ts";
import { keyOf } from "../workbook/table.ts";
import { shipmentTable } from "../workbook/tables/shipment-table.ts";
import type { DashboardRow } from "./dashboard-row.ts";

/** What is on 出荷リスト once `changed` is written, for ダッシュボード. */
export function listSummary(list: SheetState, changed: readonly Shipment[], now: Date): DashboardRow {
  const states = new Map(changed.map((shipment) => [keyOf(shipmentTable, shipment), shipment.state]));
  let withheld = 0;
  for (const [key, row] of list.rows) {
    const state = states.get(key) ?? (cellAt(list, row, "state") as ShipmentState);
    states.set(key, state);
    const entered =
      (cellAt(list, row, "trackingNumber") ?? "") !== "" || cellAt(list, row, "shippingStatus") === "出荷済";
    if (isWithheld({ state, entered, cancelConfirmed: cellAt(list, row, "cancelConfirmed") === true })) withheld++;
  }
  const count = (state: ShipmentState) => [...states.values()].filter((one) => one === state).length;
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
  `取消の行のうち${count}件に出荷の入力があります。「取消確認」にチェックを入れるまで、楽天へ報告しません。`;
