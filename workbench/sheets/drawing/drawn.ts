/** A spreadsheet as a page draws it: everything is computed, and what many cells share is told once. */
import type { sheets_v4 } from "@googleapis/sheets";

export type CellFormat = sheets_v4.Schema$CellFormat;
export type DataValidation = sheets_v4.Schema$DataValidationRule;

/** First and end, the end not included. */
export type Span = readonly [start: number, end: number];

/** Ends are not included. */
export interface Area {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface DrawnBook {
  readonly revision: number;
  readonly title: string;
  readonly sheets: readonly DrawnFrame[];
}

/** A row or column that is not as all others are. */
export interface DrawnSize {
  readonly index: number;
  readonly pixels?: number;
  readonly hidden?: true;
}

/** Everything of a sheet but its cells. */
export interface DrawnFrame {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  /** "#rrggbb" */
  readonly tabColor?: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  readonly rows: readonly DrawnSize[];
  readonly columns: readonly DrawnSize[];
  readonly columnGroups: readonly DrawnColumnGroup[];
  readonly merges: readonly Area[];
  readonly validations: readonly { readonly rule: DataValidation; readonly areas: readonly Area[] }[];
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly filter?: DrawnFilter;
  /** Rows that the sheet's filter hides from everybody. */
  readonly filtered: readonly Span[];
  readonly filterViews: readonly DrawnFilterView[];
  readonly protections: readonly DrawnProtection[];
}

export interface DrawnColumnGroup {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly collapsed: boolean;
  /** The column beside it that bears the toggle. */
  readonly control: number;
}

export interface DrawnFilter {
  readonly area: Area;
  /** As it was asked for: open where it grows with the sheet. */
  readonly range: sheets_v4.Schema$GridRange;
  readonly criteria: readonly DrawnCriteria[];
}

export interface DrawnCriteria {
  readonly column: number;
  readonly asked: sheets_v4.Schema$FilterCriteria;
  /** The texts that it leaves visible, where it goes by values; "" stands for empty cells. */
  readonly shown: readonly string[];
}

export interface DrawnFilterView {
  readonly id: number;
  readonly title: string;
  /** The rows that it hides, where somebody looks through it: to find them costs a look at every row. */
  readonly filtered?: readonly Span[];
}

export interface DrawnProtection {
  readonly area: Area;
  /** This person may edit it all the same, be it after a warning. */
  readonly editable: boolean;
  readonly description: string;
  /** Within the area, and open all the same. */
  readonly open: readonly Area[];
}

export type DrawnValue = string | number | boolean | null | { readonly error: string };

export interface DrawnRow {
  readonly row: number;
  /** Trailing empty cells are left out. */
  readonly values: readonly DrawnValue[];
  /** The looks of its cells: a place in `stripes`. */
  readonly stripe: number;
  /** By column. */
  readonly formulas?: Readonly<Record<number, string>>;
}

export interface DrawnRows {
  readonly revision: number;
  readonly looks: readonly CellFormat[];
  /** Looks of a whole row of cells: places in `looks`, -1 for a plain cell. */
  readonly stripes: readonly (readonly number[])[];
  readonly rows: readonly DrawnRow[];
}
