/** A first and a last row. */
export type Span = readonly [from: number, to: number];

/** Rows of which one follows the other by `gap` at most share a span. */
export function spansOf(rowIndexes: Iterable<number>, gap = 1): Span[] {
  const spans: [from: number, to: number][] = [];
  for (const index of [...rowIndexes].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last !== undefined && index - last[1] <= gap) last[1] = index;
    else spans.push([index, index]);
  }
  return spans;
}
