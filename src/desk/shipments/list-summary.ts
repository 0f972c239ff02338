import { instantOf, serialOf, shortTime } from "../../core/jst.ts";
import type { DashboardRow } from "../../run/dashboard-row.ts";
import { keyOf } from "../../workbook/declare/key.ts";
import { cellAt, type SheetState, valuesOf } from "../../workbook/read/snapshot.ts";
import { isOpen } from "./rules/open-rows.ts";
import { isWithheld } from "./rules/report-permission.ts";
import { type ShipmentState, shipmentStates } from "./rules/shipment.ts";
import { shipmentTable } from "./shipment-table.ts";
import type { StepRows } from "./step-rows.ts";

/** A row of 出荷リスト as it stands once a step is written. */
interface RowAfter {
  readonly state: ShipmentState;
  readonly questions: string;
  readonly progress: string;
  readonly checkedAt: number | null;
  readonly withheld: boolean;
}

/** What is on 出荷リスト once a step is written. */
export function listAfter(
  list: SheetState,
  { shipments, checked }: Pick<StepRows, "shipments"> & Partial<Pick<StepRows, "checked">>,
): RowAfter[] {
  const after = new Map(shipments.map((shipment) => [keyOf(shipmentTable, shipment), shipment]));
  const checkedAt = (key: string, before: unknown): number | null => {
    const cell = checked?.cells.get(key)?.get("checkedAt") ?? before;
    return typeof cell === "number" ? cell : null;
  };
  const added = [...after].filter(([key]) => !list.rows.has(key));
  return [
    ...[...list.rows].map(([key, row]): RowAfter => {
      const own = after.get(key);
      const text = (name: "questions" | "progress") => own?.[name] ?? String(cellAt(list, row, name) ?? "");
      const state = own?.state ?? (cellAt(list, row, "state") as ShipmentState);
      return {
        state,
        questions: text("questions"),
        progress: text("progress"),
        checkedAt: checkedAt(key, cellAt(list, row, "checkedAt")),
        withheld: state === "取消" && isWithheld({ ...valuesOf<typeof shipmentTable>(list, row), ...own }),
      };
    }),
    ...added.map(([key, { state, questions, progress }]) => ({
      state,
      questions,
      progress,
      checkedAt: checkedAt(key, null),
      withheld: false,
    })),
  ];
}

/** For ダッシュボード. */
export function listSummary(rows: readonly RowAfter[], now: Date): DashboardRow {
  const count = (state: ShipmentState) => rows.filter((row) => row.state === state).length;
  const withheld = rows.filter((row) => row.withheld).length;
  const counted = shipmentStates.flatMap((state) => (count(state) === 0 ? [] : [`${state} ${count(state)}件`]));
  const asksForPeople = withheld + count("変更あり") + count("要確認") + count("保留") > 0;
  return {
    item: shipmentTable.sheet,
    state: asksForPeople ? "注意" : "正常",
    detail: `${counted.join("、") || "0件"}。${oldestText(rows)}${withheld === 0 ? "" : withheldText(withheld)}`,
    faults: null,
    updatedAt: serialOf(now),
  };
}

/** Of rows that may still change at the shop, how long ago it was asked of the one that waits longest. */
function oldestText(rows: readonly RowAfter[]): string {
  const times = rows.filter(isOpen).map(({ checkedAt }) => checkedAt ?? Number.NaN);
  const oldest = times.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(oldest)) return "";
  return `発送前の行は、すべて${shortTime(instantOf(oldest))}以降に楽天へ確認した内容です。`;
}

const withheldText = (count: number): string =>
  `取消の行のうち${count}件に出荷の入力があります。「確認済」にチェックを入れる（入れ直す）まで、楽天へ報告しません。`;
