import type { Serial } from "../../../core/jst.ts";
import type { ReportCells } from "../../reports/rules/report-cells.ts";
import { isOpen } from "../../shipments/rules/open-rows.ts";
import type { Shipment } from "../../shipments/rules/shipment.ts";
import { lastDay, type ShippedCells, shippedDay } from "../../shipments/rules/shipped-day.ts";
import { hasLeft } from "../../shipments/rules/staff-entries.ts";
import type { Hold } from "./retention-texts.ts";

/** A row of 出荷リスト as far as it matters to its personal data. */
export interface RetainedRow extends ShippedCells, Pick<Shipment, "progress" | "state"> {
  readonly shippingStatus: string;
  readonly cancelConfirmed: boolean;
  readonly reportState: ReportCells["reportState"];
  /** Its cells are what an import wrote. */
  readonly intact: boolean;
  /** What people entered may be another row's, or on its way home. */
  readonly doubted: boolean;
}

export interface RetentionRules {
  readonly today: Serial;
  readonly retentionDays: number;
}

/** So much of a row is left to do for people or Rakuten that it has to say where to. */
const unfinished: readonly ReportCells["reportState"][] = ["送信待ち", "送信中", "確認中", "一部送信済"];

/** What becomes of a row's personal data today: it stays without a word while its time is not over. */
export function verdictOn(row: RetainedRow, rules: RetentionRules): "erase" | "keep" | Hold {
  const open = isOpen(row);
  const shipped = shippedDay(row, rules.today);
  if (open && shipped === undefined && !hasLeft(row)) return "keep";
  const day = shipped ?? lastDay(row);
  if (day === undefined || !isOver(day, rules)) return "keep";
  if (!row.intact) return "altered";
  if (open) return "unshipped";
  if (hasOpenReport(row)) return "report";
  return row.doubted ? "entries" : "erase";
}

/** More days than these lie between. */
export const isOver = (day: Serial, { today, retentionDays }: RetentionRules): boolean =>
  today - Math.floor(day) > retentionDays;

/** Of a cancelled order an error stands until a person has said that it was seen to. */
function hasOpenReport({ reportState, state, cancelConfirmed }: RetainedRow): boolean {
  if (reportState === "エラー") return state !== "取消" || !cancelConfirmed;
  return unfinished.includes(reportState);
}
