import { Problem } from "../../core/problem.ts";
import { columnOf } from "../declare/table.ts";
import type { CellFault } from "./mark.ts";

const SHOWN = 10;

/** People have to mend cells of a sheet first. The message names each with its place, and the next commit can mark them. */
export class CellProblem extends Problem {
  readonly cellFaults: readonly CellFault[];
  /** `standing`: other cells that stay marked, though nothing fails for them. */
  constructor(faults: readonly CellFault[], standing: readonly CellFault[] = []) {
    const more = faults.length - SHOWN;
    const rest = more > 0 ? [`ほか${more}件`] : [];
    super("fix", [...faults.slice(0, SHOWN).map(faultText), ...rest].join("\n"));
    this.cellFaults = [...faults, ...standing];
  }
}

export const faultText = ({ table, rowIndex, column, reason }: CellFault): string =>
  `「${table.sheet}」${rowIndex + 1}行目「${columnOf(table, column).header}」: ${reason}`;
