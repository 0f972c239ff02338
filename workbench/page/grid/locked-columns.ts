/** Which columns an entry reached that are not for this person: a paste runs over more than people look at. */
import { columnName } from "../../sheets/book/column-name.ts";
import type { Entry } from "../sheets-client.ts";
import { isLocked } from "./guarded-cells.ts";
import type { ShownSheet } from "./shown-sheet.ts";

/** By their headers as the sheet shows them, each once and from the left. */
export function lockedColumns({ frame, cells }: Pick<ShownSheet, "frame" | "cells">, entries: readonly Entry[]): string[] {
  const columns = entries.flatMap(({ corner, rows }) =>
    rows.flatMap((values, down) =>
      values.flatMap((value, right) => {
        const cell = { row: corner.row + down, column: corner.column + right };
        return value !== null && isLocked(frame, cell) ? [cell.column] : [];
      }),
    ),
  );
  const header = (column: number) => cells?.[frame.frozenRows - 1]?.[column]?.v;
  return [...new Set(columns)].sort((a, b) => a - b).map((column) => String(header(column) ?? `${columnName(column)}列`));
}
