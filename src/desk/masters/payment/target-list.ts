import { Problem } from "../../../core/problem.ts";
import type { Platform } from "../../../platform/ports.ts";
import type { Progress } from "../../../shop/progress.ts";
import type { Cell } from "../../../workbook/cell.ts";
import { columnOf } from "../../../workbook/declare/table.ts";
import { patientReads } from "../../../workbook/read/patient-sheets.ts";
import { readBook } from "../../../workbook/read/read.ts";
import { cellAt, type SheetState, stateOf } from "../../../workbook/read/snapshot.ts";
import type { Target } from "../../settings/rules/settings-form.ts";
import { DEFAULT_PAYMENT, paymentTable } from "./payment-table.ts";
import { noDefault } from "./payments.ts";

/** 支払方法マスタ as the panel shows it, or why it cannot. */
export interface TargetList {
  readonly targets: readonly Target[];
  readonly missing: string;
}

export function targetList({ sheets, clock }: Pick<Platform, "sheets" | "clock">): TargetList {
  try {
    const { states } = readBook(patientReads(sheets, clock), [paymentTable]);
    const targets = targetsOf(stateOf(states, paymentTable));
    return { targets, missing: targets[0]?.required ? "" : noDefault().message };
  } catch (error) {
    if (error instanceof Problem) return { targets: [], missing: error.message };
    throw error;
  }
}

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
