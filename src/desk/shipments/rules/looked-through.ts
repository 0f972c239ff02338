/**
 * What an unfinished pass has looked through of the orders that the shop has and the list has not, by their numbers: those above
 * `after` up to `upTo`. Orders that are none of the list's are found by every search; without this, runs with too little time
 * would ask for the same ones each time, and never for those behind.
 */
export interface LookedThrough {
  readonly after: string;
  readonly upTo: string;
}

export const isLookedThrough = (passed: LookedThrough | undefined, number: string): boolean =>
  passed !== undefined && passed.after < number && number <= passed.upTo;

/** What it is once of `all` but those that are `left` were looked at, both from the highest number down and none of them in `before`. */
export function lookedThrough(
  before: LookedThrough | undefined,
  all: readonly string[],
  left: readonly string[],
): LookedThrough | undefined {
  const [next = ""] = left;
  // What came since: until all of that is done there would be a gap.
  if (before !== undefined && next > before.upTo) return before;
  const [highest = ""] = all;
  return { after: next, upTo: before !== undefined && before.upTo > highest ? before.upTo : highest };
}
