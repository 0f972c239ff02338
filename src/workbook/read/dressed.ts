type GridData = GoogleAppsScript.Sheets.Schema.GridData;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;
type Color = GoogleAppsScript.Sheets.Schema.Color;

/** A cell that carries a note, or, where colours were asked for, a colour of its own. */
export interface Dressed {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly note: string;
  readonly fill: Color | undefined;
}

/** In loops, as it looks at every cell of a book, and most carry nothing. */
export function dressedIn(data: readonly GridData[]): Dressed[] {
  const dressed: Dressed[] = [];
  for (const { startRow = 0, startColumn = 0, rowData = [] } of data)
    for (const [row, { values = [] }] of rowData.entries())
      for (let column = 0; column < values.length; column++) {
        const { note = "", userEnteredFormat } = values[column] as CellData;
        const fill = userEnteredFormat?.backgroundColor;
        if (note !== "" || fill !== undefined)
          dressed.push({ rowIndex: startRow + row, columnIndex: startColumn + column, note, fill });
      }
  return dressed;
}
