import type { Serial } from "../../../core/jst.ts";
import type { ReportCells } from "../../reports/rules/report-cells.ts";
import { isOpenReport } from "../../reports/rules/report-standing.ts";
import { isWithheld } from "../../shipments/rules/report-permission.ts";
import type { ShipmentState } from "../../shipments/rules/shipment.ts";
import { hasLeft } from "../../shipments/rules/staff-entries.ts";

/** A row of 出荷リスト, with what the rest of the workbook says of it, as far as the archive asks. */
export interface DueRow {
  readonly state: ShipmentState;
  readonly shippingStatus: string;
  readonly trackingNumber: string;
  readonly cancelConfirmed: boolean;
  readonly questions: string;
  readonly reportState: ReportCells["reportState"];
  /** There is something of it to tell RMS, or that cannot be told. */
  readonly toReport: boolean;
  /** Days that may be the one on which it left, the best first; null where a cell holds none. */
  readonly days: readonly (Serial | null)[];
  readonly orderedAt: Serial | null;
  /** It and its lines are as they were written, there once, and what people entered is proven to be theirs. */
  readonly sound: boolean;
  /** Its lines ask for nothing. */
  readonly linesAsk: boolean;
  /** 入出庫 has something to write of it, or asks for an answer. */
  readonly toBook: boolean;
}

export type HeldBecause = "report" | "question" | "row" | "stock";

/** Undefined while there is something to do on the order anyway, or its day is not past. */
export type Due = { readonly day: Serial } | { readonly held: HeldBecause } | undefined;

/** Whether an order may leave the list: `days` after the last of its parcels did, if nobody has anything to do with it any more. */
export function dueOf(rows: readonly DueRow[], days: number, now: Serial): Due {
  if (rows.length === 0 || !rows.every(isOver)) return undefined;
  const day = Math.max(...rows.map((row) => dayOf(row, now)));
  if (Math.floor(now) - day <= days) return undefined;
  const held = rows.map(heldBecause).find((reason) => reason !== undefined);
  return held === undefined ? { day } : { held };
}

const isOver = (row: DueRow): boolean => row.state === "出荷済" || row.state === "取消" || hasLeft(row);

/** Nothing leaves before it was ordered, nor after today: such a day was mistyped. */
function dayOf({ days, orderedAt }: DueRow, now: Serial): Serial {
  const ordered = Math.floor(orderedAt ?? 0);
  const known = days.find((day) => day !== null && day >= ordered && Math.floor(day) <= now);
  return Math.floor(known ?? orderedAt ?? now);
}

function heldBecause(row: DueRow): HeldBecause | undefined {
  if (!row.sound) return "row";
  if (row.toReport || isReportOpen(row)) return "report";
  const settled = row.state === "出荷済" || row.state === "取消" || row.state === "取込済";
  if (!settled || row.shippingStatus === "保留" || row.questions !== "" || row.linesAsk || isWithheld(row))
    return "question";
  return row.toBook ? "stock" : undefined;
}

/** What RMS shows as shipped needs no report that ran out, nor one by file. */
function isReportOpen({ state, reportState, cancelConfirmed }: DueRow): boolean {
  if (isOpenReport({ reportState }) || reportState === "一部送信済") return true;
  if (reportState === "エラー") return !(state === "取消" && cancelConfirmed);
  const isPending = reportState === "期限切れ" || reportState === "CSV作成済";
  return isPending && state !== "出荷済" && state !== "取消";
}

/** `2026-11` of a day in November 2026. */
export const partOf = (day: Serial): string =>
  new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 7);

/** The first day of the month that follows. */
export function partEnd(part: string): Serial {
  const [year, month] = part.split("-").map(Number) as [number, number];
  return Math.round((Date.UTC(year, month, 1) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
