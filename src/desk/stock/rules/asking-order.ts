/** Order numbers in the order in which the shop is asked for them. */
export interface AskingOrder {
  readonly numbers: readonly string[];
  /** So many of the first are on no list: without them nothing can be counted. */
  readonly unlisted: number;
}

interface Listed {
  readonly isListed: (number: string) => boolean;
  /** All its goods are booked out: it will hardly count. */
  readonly isOver: (number: string) => boolean;
}

/**
 * What no list knows comes first. Of the listed ones, those that the search did not bring have moved on and come next, and
 * those that count most likely nothing come last: where time runs out, the list tells of the rest.
 */
export function askingOrder(
  searched: readonly string[],
  open: readonly string[],
  { isListed, isOver }: Listed,
): AskingOrder {
  const found = new Set(searched);
  const unlisted = [...found].filter((number) => !isListed(number)).sort();
  const moved = open.filter((number) => !found.has(number)).sort();
  const known = [...found].filter(isListed).sort();
  const due = known.filter((number) => !isOver(number));
  const over = known.filter(isOver);
  return { numbers: [...unlisted, ...moved, ...due, ...over], unlisted: unlisted.length };
}
