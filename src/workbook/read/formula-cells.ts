type GridData = GoogleAppsScript.Sheets.Schema.GridData;

/** The columns that hold a formula, by row. */
export type FormulaCells = ReadonlyMap<number, ReadonlySet<number>>;

export const isFormulaAt = (formulas: FormulaCells, rowIndex: number, columnIndex: number): boolean =>
  formulas.get(rowIndex)?.has(columnIndex) === true;

/** In loops, as it looks at every cell of a book, and most hold none. */
export function formulaCells(data: readonly GridData[]): FormulaCells {
  const formulas = new Map<number, Set<number>>();
  for (const { startRow = 0, startColumn = 0, rowData = [] } of data)
    for (const [below, { values = [] }] of rowData.entries())
      for (let beside = 0; beside < values.length; beside++) {
        if (values[beside]?.userEnteredValue?.formulaValue === undefined) continue;
        const row = startRow + below;
        const columns = formulas.get(row);
        if (columns === undefined) formulas.set(row, new Set([startColumn + beside]));
        else columns.add(startColumn + beside);
      }
  return formulas;
}
