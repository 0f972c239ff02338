/** What a person does in the grid. */
import type { FUniver } from "@univerjs/core/facade";
import type { Corner } from "../sheets-client.ts";
import { isCalculation, isRefused } from "./commands.ts";
import type { EditedCells } from "./edit.ts";
import type { Matrix } from "./matrix.ts";
import { isOwnCopy, overSelection, pastedRows } from "./paste.ts";

export interface Gestures {
  /** `texts` holds what was typed, where something was typed. */
  onEdit(sheetId: string, cells: EditedCells, texts: Matrix<string>): void;
  onPaste(sheetId: string, corner: Corner, rows: readonly (readonly string[])[]): void;
  onSheetChosen(): void;
  /** Asked of the grid, and nothing that the engine would be told of. */
  onUnsupported(): void;
}

const MUTATION = 2;

/** Milliseconds in which a typed text becomes a cell's value; one that a drop-down refuses never does. */
const TYPED = 2000;

export function listenTo(univer: FUniver, gestures: Gestures): void {
  let texts: Matrix<string> = {};
  let typedAt = 0;

  univer.addEvent(univer.Event.BeforeSheetEditEnd, ({ row, column, value, isConfirm }) => {
    if (!isConfirm) return;
    texts = { [row]: { [column]: value.toPlainText().replace(/\r\n$/, "") } };
    typedAt = performance.now();
  });

  univer.addEvent(univer.Event.CommandExecuted, ({ id, type, params, options }) => {
    if (type !== MUTATION || id !== "sheet.mutation.set-range-values") return;
    if (options?.onlyLocal || options?.fromFormula) return;
    const { subUnitId, cellValue } = params as { subUnitId: string; cellValue?: EditedCells };
    const typed = performance.now() - typedAt < TYPED ? texts : {};
    texts = {};
    gestures.onEdit(subUnitId, cellValue ?? {}, typed);
  });

  univer.addEvent(univer.Event.BeforeClipboardPaste, (event) => {
    const sheet = univer.getActiveWorkbook()?.getActiveSheet();
    const range = sheet?.getActiveRange();
    if (event.text === undefined || isOwnCopy(event.html) || !sheet || !range) return;
    event.cancel = true;
    const rows = overSelection(pastedRows(event.text), { height: range.getHeight(), width: range.getWidth() });
    gestures.onPaste(sheet.getSheetId(), { row: range.getRow(), column: range.getColumn() }, rows);
  });

  univer.addEvent(univer.Event.BeforeCommandExecute, (event) => {
    if (isCalculation(event.id)) event.cancel = true;
    if (!isRefused(event.id)) return;
    event.cancel = true;
    gestures.onUnsupported();
  });

  univer.addEvent(univer.Event.ActiveSheetChanged, gestures.onSheetChosen);
}
