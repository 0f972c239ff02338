/** What people are told of who are not before the screen. */
export type NewsKind = "failing" | "licence" | "cancelled" | "belowZero" | "overdue";

/** Something that happened. Order numbers and product codes may stand in it; no name, address, mail address or key ever. */
export interface News {
  readonly kind: NewsKind;
  /** Order numbers or product codes: of `belowZero` all that stand below zero now, of the others those that there is news of. */
  readonly items: readonly string[];
  /** What tells one from another of its kind: the title of a job, the stage of a licence. */
  readonly about?: string;
  /** Cause and cure, where the kind alone does not say them. */
  readonly text?: string;
}
