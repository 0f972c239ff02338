/** Keys that act on the active cell while nothing is being typed into it. */
import type { FUniver } from "@univerjs/core/facade";
import type { Corner, Entry } from "../sheets-client.ts";
import type { TakeKey } from "./focus-guard.ts";

export interface Span {
  readonly corner: Corner;
  readonly height: number;
  readonly width: number;
}

export interface CellKeys {
  readonly univer: FUniver;
  isCheckbox(sheetId: string, cell: Corner): boolean;
  enter(sheetId: string, entry: Entry): void;
}

/** All boxes of a selection become alike; what is no box stays. */
export function tickedBoxes({ corner, height, width }: Span, ticked: boolean, isBox: (cell: Corner) => boolean): Entry {
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) =>
      isBox({ row: corner.row + row, column: corner.column + column }) ? ticked : null,
    ),
  );
  return { corner, rows, parsed: false };
}

/** As the spreadsheet reads dates, and in its time zone. */
export const today = (now: Date): string =>
  new Intl.DateTimeFormat("ja-JP", {
    timeZone: "Asia/Tokyo",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(now);

export function cellKeys({ univer, isCheckbox, enter }: CellKeys): TakeKey {
  const selected = () => {
    const workbook = univer.getActiveWorkbook();
    const [cell, range] = [workbook?.getActiveCell(), workbook?.getActiveSheet().getActiveRange()];
    if (!workbook || !cell || !range || workbook.isCellEditing()) return undefined;
    const span = {
      corner: { row: range.getRow(), column: range.getColumn() },
      height: range.getHeight(),
      width: range.getWidth(),
    };
    return {
      id: range.getSheetId(),
      cell: { row: cell.getRow(), column: cell.getColumn() },
      value: cell.getCellData()?.v,
      span,
    };
  };

  return ({ key, ctrlKey, metaKey, shiftKey, altKey }) => {
    const command = ctrlKey || metaKey;
    const at = key === " " || key === ";" ? selected() : undefined;
    if (at === undefined || shiftKey || altKey) return false;
    const { id, cell, value, span } = at;
    if (key === " " && !command && isCheckbox(id, cell)) {
      enter(
        id,
        tickedBoxes(span, Number(value) !== 1, (each) => isCheckbox(id, each)),
      );
      return true;
    }
    if (key !== ";" || !command) return false;
    enter(id, { corner: cell, rows: [[today(new Date())]], parsed: true });
    return true;
  };
}
