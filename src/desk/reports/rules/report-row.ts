import type { Serial } from "../../../core/jst.ts";
import type { ShipmentState } from "../../shipments/rules/shipment.ts";
import type { StaffEntries } from "../../shipments/rules/staff-entries.ts";
import type { HeldRecord } from "./held.ts";
import type { ReportCells } from "./report-cells.ts";

/** One row of 出荷リスト as the reports need it. */
export interface ReportRow extends Omit<StaffEntries, "shippedOn"> {
  /** Of its row, by `keyOf(shipmentTable, …)`. */
  readonly key: string;
  readonly orderNumber: string;
  readonly basketId: string;
  readonly state: ShipmentState;
  readonly questions: string;
  readonly orderedAt: Serial | null;
  /** As the cell reads: a text is no day. */
  readonly shippedOn: Serial | string | null;
  /** 番号なし of its delivery service in 配送サービスマスタ. */
  readonly untracked: boolean;
  /** `book.proven`: what people entered on the row is the row's own. */
  readonly proven: boolean;
  /** What RMS held of it at the last import: `heldInList`. */
  readonly listed: readonly HeldRecord[];
  readonly report: ReportCells;
}
