import { Problem } from "../domain/problem.ts";
import type { Progress } from "../domain/progress.ts";
import type { Target, TargetChange } from "../domain/settings-form.ts";
import type { Platform } from "../platform/ports.ts";
import type { Cell } from "../workbook/cell.ts";
import { patientReads } from "../workbook/patient-sheets.ts";
import { readBook } from "../workbook/read.ts";
import { cellAt, type SheetState } from "../workbook/snapshot.ts";
import { writeStaffCells } from "../workbook/staff-cells.ts";
import { columnOf } from "../workbook/table.ts";
import { DEFAULT_PAYMENT, paymentTable } from "../workbook/tables/payment-table.ts";
import { noDefault } from "./masters.ts";

/** 支払方法マスタ as the panel shows it, or why it cannot. */
export interface TargetList {
  readonly targets: readonly Target[];
  readonly missing: string;
}

export function targetList({ sheets, clock }: Pick<Platform, "sheets" | "clock">): TargetList {
  try {
    const state = readBook(patientReads(sheets, clock), [paymentTable]).states.get(paymentTable) as SheetState;
    const targets = targetsOf(state);
    return { targets, missing: targets[0]?.required ? "" : noDefault().message };
  } catch (error) {
    if (error instanceof Problem) return { targets: [], missing: error.message };
    throw error;
  }
}

/** The sheet stays the one place where they are kept: both the panel and people in the sheet edit the same cells. */
export const changeTargets = (platform: Pick<Platform, "sheets" | "clock">, changes: readonly TargetChange[]): void =>
  writeStaffCells(platform, paymentTable, new Map(changes.map(({ key, target }) => [key, { target }])));

function targetsOf(state: SheetState): Target[] {
  const rows = [...state.rows].map(([key, row]) => ({
    key,
    name: `${cellAt(state, row, "name") ?? ""}${cellAt(state, row, "excluded") === true ? "（取込対象外）" : ""}`,
    target: targetIn(cellAt(state, row, "target")),
    required: key === DEFAULT_PAYMENT,
  }));
  return [...rows.filter(({ required }) => required), ...rows.filter(({ required }) => !required)];
}

function targetIn(cell: Cell): Target["target"] {
  const target = columnOf(paymentTable, "target").parse(cell) as Progress | null | undefined;
  return target === undefined ? String(cell) : target;
}
