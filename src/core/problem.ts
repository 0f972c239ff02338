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

/** One thing that could not be processed while the rest went on: what it is, and what is wrong with which field of it. */
export interface RowFault {
  readonly subject: string;
  readonly reason: string;
}

/** Told by its reason, which nothing that was read has. */
export const isFault = (result: object): result is RowFault => "reason" in result;
