/**
 * Columns that people seldom need, side by side and folded away behind a name. Groups of a sheet have no names: each stands
 * behind a narrow column with nothing but the name in it, which is none of the declared columns. People may take it away.
 */
export interface Group<Name extends string = string> {
  readonly title: string;
  /** The first of its columns and the last, in their declared order. */
  readonly from: Name;
  readonly to: Name;
}

/** How the column before a group is headed. */
export const dividerHeader = ({ title }: Group): string => `▸ ${title}`;
