/** What a person does in the grid. */
import type { FUniver } from "@univerjs/core/facade";
import { KeyCode } from "@univerjs/preset-sheets-core";
import type { Corner } from "../sheets-client.ts";
import { isCalculation, isRefused } from "./commands.ts";
import type { EditedCells } from "./edit.ts";
import type { FilterChoice } from "./filter-criteria.ts";
import { isOwnCopy, overSelection, pastedRows } from "./paste.ts";
import { type Dimension, type Resize, resizeOf } from "./resize.ts";

/** What was typed, as it was typed. */
export interface Typed {
  readonly text: string;
  /** Ended by Enter or Tab, which take what a drop-down proposes. */
  readonly completed: boolean;
}

export interface Gestures {
  onEdit(sheetId: string, cells: EditedCells, typed: Typed | undefined): void;
  /** Texts of cells with something in them replaced. */
  onReplace(sheetId: string, cells: EditedCells): void;
  onPaste(sheetId: string, corner: Corner, rows: readonly (readonly string[])[]): void;
  onSheetChosen(): void;
  onResize(resize: Resize): void;
  /** Chosen in the button of a filter; null chooses all rows again. */
  onFilter(sheetId: string, column: number, chosen: FilterChoice): void;
  /** Asked of the grid, and nothing that the engine would be told of. */
  onUnsupported(): void;
}

const MUTATION = 2;
const REPLACE = "sheet.command.replace";
const FILTER = "sheet.command.set-filter-criteria";

/** Univer's own command at the end of an edit is known by the mark with which it would be undone. */
const isEndOfEdit = (id: string, params: unknown): boolean =>
  id === "sheet.command.set-range-values" && (params as { redoUndoId?: string }).redoUndoId !== undefined;

export function listenTo(univer: FUniver, gestures: Gestures): void {
  const sizeNow = (axis: Dimension["axis"], index: number) => {
    const sheet = univer.getActiveWorkbook()!.getActiveSheet();
    return axis === "COLUMNS" ? sheet.getColumnWidth(index) : sheet.getRowHeight(index);
  };
  let edited: Typed | undefined;
  let typed: Typed | undefined;
  let replacing = false;

  univer.addEvent(univer.Event.BeforeSheetEditEnd, ({ value, isConfirm, keycode }) => {
    const text = value.toPlainText().replace(/\r\n$/, "");
    edited = isConfirm ? { text, completed: keycode === KeyCode.ENTER || keycode === KeyCode.TAB } : undefined;
  });

  univer.addEvent(univer.Event.CommandExecuted, ({ id, type, params, options }) => {
    if (isEndOfEdit(id, params)) typed = undefined;
    if (id === REPLACE) replacing = false;
    if (type !== MUTATION || id !== "sheet.mutation.set-range-values") return;
    if (options?.onlyLocal || options?.fromFormula) return;
    const { subUnitId, cellValue } = params as { subUnitId: string; cellValue?: EditedCells };
    if (replacing) gestures.onReplace(subUnitId, cellValue ?? {});
    else gestures.onEdit(subUnitId, cellValue ?? {}, typed);
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
    if (isEndOfEdit(event.id, event.params)) typed = edited;
    if (event.id === REPLACE) replacing = true;
    if (!isRefused(event.id)) return;
    event.cancel = true;
    const resize = resizeOf(event.id, event.params, sizeNow);
    if (resize !== undefined) gestures.onResize(resize);
    else if (event.id === FILTER) {
      const { subUnitId, col, criteria } = event.params as { subUnitId: string; col: number; criteria: FilterChoice };
      gestures.onFilter(subUnitId, col, criteria);
    } else gestures.onUnsupported();
  });

  univer.addEvent(univer.Event.ActiveSheetChanged, gestures.onSheetChosen);
}
