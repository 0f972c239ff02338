type GridData = GoogleAppsScript.Sheets.Schema.GridData;
type Color = GoogleAppsScript.Sheets.Schema.Color;

/** A cell that carries a note, or, where colours were asked for, a colour of its own. */
export interface Dressed {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly note: string;
  readonly fill: Color | undefined;
}

export const dressedIn = (data: readonly GridData[]): Dressed[] =>
  data.flatMap(({ startRow = 0, startColumn = 0, rowData = [] }) =>
    rowData.flatMap(({ values = [] }, row) =>
      values.flatMap(({ note = "", userEnteredFormat }, column) => {
        const fill = userEnteredFormat?.backgroundColor;
        if (note === "" && fill === undefined) return [];
        return [{ rowIndex: startRow + row, columnIndex: startColumn + column, note, fill }];
      }),
    ),
  );
