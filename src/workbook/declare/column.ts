import { isProgress, type Progress, progressLabel, progressLabels, progressOfLabel } from "../../shop/progress.ts";
import { type Cell, isBlank } from "../cell.ts";

/**
 * Who writes a column: an import, people, or either (the key of a master). A commit never touches a staff cell of a row
 * that is there.
 */
export type Owner = "api" | "staff" | "both";

export interface Column<Value> {
  readonly header: string;
  readonly owner: Owner;
  /** Undefined means that the cell cannot be understood; `expects` then tells people what belongs there. */
  readonly parse: (cell: Cell) => Value | undefined;
  readonly write: (value: Value) => Cell;
  readonly expects: string;
  /** Pixels. */
  readonly width: number;
  /** Explains the column on its header cell. */
  readonly note: string;
  readonly numberFormat?: NumberFormat;
  readonly choices?: readonly string[];
  readonly checkbox?: true;
}

export interface NumberFormat {
  readonly type: "TEXT" | "NUMBER" | "DATE" | "DATE_TIME";
  readonly pattern: string;
}

/** A cell holds 50,000 characters at most; one more and Sheets refuses the whole commit. */
const LONGEST_TEXT = 50_000;
const CUT = "…（以下省略）";

const base = (header: string, note: string, width: number, owner: Owner, choices?: readonly string[]) => ({
  ...{ header, note, width, owner },
  ...(choices === undefined ? {} : { choices }),
});

export const text = (
  header: string,
  note: string,
  width = 100,
  owner: Owner = "api",
  choices?: readonly string[],
): Column<string> => ({
  ...base(header, note, width, owner, choices),
  expects: "文字列",
  numberFormat: { type: "TEXT", pattern: "@" },
  parse: (cell) => (cell === null ? "" : String(cell)),
  write: (value) => fitted(value.replace(/\r\n?/g, "\n")),
});

const fitted = (value: string): string =>
  value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT - CUT.length) + CUT : value;

export const number = (header: string, note: string, width = 80, owner: Owner = "api"): Column<number | null> => ({
  ...base(header, note, width, owner),
  expects: "数値",
  numberFormat: { type: "NUMBER", pattern: "#,##0" },
  parse: (cell) => (isBlank(cell) ? null : typeof cell === "number" ? cell : undefined),
  write: (value) => value,
});

/** Japanese wall time as a serial number. */
export const dateTime = (header: string, note: string): Column<number | null> => ({
  ...number(header, note, 130),
  expects: "日時（例: 2026/11/24 10:30）",
  numberFormat: { type: "DATE_TIME", pattern: "yyyy/mm/dd hh:mm" },
});

export const date = (header: string, note: string, owner?: Owner): Column<number | null> => ({
  ...number(header, note, 100, owner),
  expects: "日付（例: 2026/11/24）",
  numberFormat: { type: "DATE", pattern: "yyyy/mm/dd" },
});

/** Ticked or not, by people; an empty cell is not ticked, as it looks. */
export const checkbox = (header: string, note: string): Column<boolean> => ({
  ...base(header, note, 80, "staff"),
  expects: "チェックの有無",
  checkbox: true,
  parse: (cell) => (isBlank(cell) ? false : typeof cell === "boolean" ? cell : undefined),
  write: (value) => value,
});

/** An RMS progress, chosen by people, shown as `300 発送待ち`; null where the cell is empty. */
export const progress = (header: string, note: string): Column<Progress | null> => ({
  ...base(header, note, 160, "staff", progressLabels),
  expects: "「300 発送待ち」のような楽天のステータス",
  parse: (cell) => {
    if (isBlank(cell)) return null;
    return progressOfLabel(String(cell));
  },
  write: (value) => (value !== null && isProgress(value) ? progressLabel(value) : null),
});
