/** A way to look at a sheet that each person may choose without moving anything for the others. */
export interface View {
  readonly title: string;
  /** A formula that says of which rows, with {name} for a column's cell in the row. */
  readonly rows: string;
  /** Columns, the weightiest first. */
  readonly sort?: readonly (readonly [name: string, order: "ASCENDING" | "DESCENDING"])[];
}
