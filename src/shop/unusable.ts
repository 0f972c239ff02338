/** What a row of a master would say, had one of its cells not been filled in so that nobody can tell: which cell, and what belongs there. */
export interface Unusable {
  readonly unusable: string;
}

export const isUnusable = (value: unknown): value is Unusable =>
  typeof value === "object" && value !== null && "unusable" in value;
