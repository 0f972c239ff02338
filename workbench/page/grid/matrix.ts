/** Items by row and column, both from 0, as Univer keeps its cells. */
export type Matrix<Item> = Record<number, Record<number, Item>>;

export function put<Item>(matrix: Matrix<Item>, row: number, column: number, item: Item): void {
  const cells = matrix[row] ?? {};
  cells[column] = item;
  matrix[row] = cells;
}

export function entries<Item>(matrix: Matrix<Item>): { row: number; column: number; item: Item }[] {
  return Object.entries(matrix).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, item]) => ({ row: Number(row), column: Number(column), item })),
  );
}
