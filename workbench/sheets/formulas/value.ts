/** An error a formula came to, as it shows in the cell: "#NAME?". */
export interface ErrorValue {
  readonly error: string;
  /** Google's sentence about it, where there is one. */
  readonly message?: string;
}

/** What a cell shows before any number format. */
export type Value = string | number | boolean | ErrorValue;

export const isError = (value: Value | undefined): value is ErrorValue => typeof value === "object";
