import type { Span } from "./drawn.ts";

/** The unbroken runs of ascending numbers. */
export function spansOf(ascending: Iterable<number>): Span[] {
  const spans: [number, number][] = [];
  for (const index of ascending) {
    const last = spans[spans.length - 1];
    if (last?.[1] === index) last[1]++;
    else spans.push([index, index + 1]);
  }
  return spans;
}

/** All that is in any of the spans. */
export function united(spans: readonly Span[]): Span[] {
  const result: [number, number][] = [];
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = result[result.length - 1];
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (start < end) result.push([start, end]);
  }
  return result;
}
