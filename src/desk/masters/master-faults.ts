import { groupedBy } from "../../core/grouped.ts";
import type { RowFault } from "../../core/problem.ts";
import type { CellFault } from "../../workbook/commit/mark.ts";
import { columnOf } from "../../workbook/declare/table.ts";

/** What a run reports of cells of masters that it could not use, row by row. */
export const masterFaults = (faults: readonly CellFault[]): RowFault[] =>
  [...groupedBy(faults, ({ table, rowIndex }) => `${table.sheet}${rowIndex + 1}行目`)].map(([subject, own]) => {
    const { table, rowIndex } = own[0] as CellFault;
    const reasons = own.map(({ column, reason }) => `「${columnOf(table, column).header}」: ${reason}`);
    return { subject, reason: reasons.join(" "), place: { sheet: table.sheet, row: rowIndex + 1 } };
  });
