/** The part of a Sheets API v4 spreadsheet resource that the page shows. */
export interface Spreadsheet {
  readonly spreadsheetId: string;
  readonly properties: { readonly title: string };
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly properties: {
    readonly sheetId: number;
    readonly title: string;
    readonly hidden?: boolean;
    readonly tabColorStyle?: ColorStyle;
    readonly tabColor?: Color;
    readonly gridProperties?: {
      readonly rowCount?: number;
      readonly columnCount?: number;
      readonly frozenRowCount?: number;
      readonly frozenColumnCount?: number;
      readonly hideGridlines?: boolean;
    };
  };
  readonly data?: readonly GridData[];
  readonly merges?: readonly GridRange[];
}

export interface GridData {
  readonly startRow?: number;
  readonly startColumn?: number;
  readonly rowData?: readonly { readonly values?: readonly Cell[] }[];
  readonly rowMetadata?: readonly DimensionProperties[];
  readonly columnMetadata?: readonly DimensionProperties[];
}

export interface Cell {
  readonly userEnteredValue?: ExtendedValue;
  readonly effectiveValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly dataValidation?: DataValidation;
}

export interface ExtendedValue {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
  readonly errorValue?: { readonly type?: string; readonly message?: string };
}

export interface CellFormat {
  readonly numberFormat?: { readonly type?: string; readonly pattern?: string };
  readonly backgroundColorStyle?: ColorStyle;
  readonly backgroundColor?: Color;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly textFormat?: {
    readonly foregroundColorStyle?: ColorStyle;
    readonly foregroundColor?: Color;
    readonly fontSize?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strikethrough?: boolean;
    readonly underline?: boolean;
  };
}

export interface DataValidation {
  readonly condition?: { readonly type?: string; readonly values?: readonly { readonly userEnteredValue?: string }[] };
  readonly inputMessage?: string;
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
}

/** Channels from 0 to 1; an absent channel is 0. */
export interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

export interface ColorStyle {
  readonly rgbColor?: Color;
  readonly themeColor?: string;
}

export interface GridRange {
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

interface DimensionProperties {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
}
