import { cellAt, type SheetRow, type SheetState } from "../../workbook/read/snapshot.ts";

/** The codes that the product of a row of 在庫 had before, and perhaps the one that it has. */
export const codesIn = (state: SheetState, row: SheetRow): string[] =>
  String(cellAt(state, row, "ledgerCodes") ?? "")
    .split("\n")
    .filter(Boolean);

/** What the cell says of the row with this code once the product that is `before` on the sheet has it. */
export function codesAfter(state: SheetState, code: string, before: string | undefined): string {
  const row = state.rows.get(before ?? code);
  const known = row === undefined ? [] : codesIn(state, row);
  return [...new Set([...known, ...(before === undefined ? [] : [before])])].join("\n");
}
