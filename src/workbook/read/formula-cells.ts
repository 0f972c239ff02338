type GridData = GoogleAppsScript.Sheets.Schema.GridData;

/** The columns that hold a formula, by row. */
export type FormulaCells = ReadonlyMap<number, ReadonlySet<number>>;

export const isFormulaAt = (formulas: FormulaCells, rowIndex: number, columnIndex: number): boolean =>
  formulas.get(rowIndex)?.has(columnIndex) === true;

export function formulaCells(data: readonly GridData[]): FormulaCells {
  const formulas = new Map<number, Set<number>>();
  for (const { startRow = 0, startColumn = 0, rowData = [] } of data)
    for (const [below, { values = [] }] of rowData.entries()) {
      const columns = values.flatMap(({ userEnteredValue }, beside) =>
        userEnteredValue?.formulaValue === undefined ? [] : [startColumn + beside],
      );
      if (columns.length === 0) continue;
      const row = startRow + below;
      formulas.set(row, new Set([...(formulas.get(row) ?? []), ...columns]));
    }
  return formulas;
}
