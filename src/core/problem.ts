/** Who acts next: time heals it, the operator mends it, or it is a bug of ours. */
export type Remedy = "wait" | "fix" | "report";

/** A failure that ends a run. The message is shown to people as it stands: it holds no body, key, name or address. */
export class Problem extends Error {
  readonly remedy: Remedy;
  constructor(remedy: Remedy, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Problem";
    this.remedy = remedy;
  }
}

/** A row of a sheet, by the name on its tab: by its key, or, where it has none, by its number as people count. */
export type FaultPlace =
  | { readonly sheet: string; readonly key: string }
  | { readonly sheet: string; readonly row: number };

/** One thing that could not be processed while the rest went on: what it is, what is wrong with which field of it, and where it stands. */
export interface RowFault {
  readonly subject: string;
  readonly reason: string;
  readonly place?: FaultPlace;
}

/** Told by its reason, which nothing that was read has. */
export const isFault = (result: object): result is RowFault => "reason" in result;
