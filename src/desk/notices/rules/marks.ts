/** Letters of one mark. */
const WIDTH = 5;
const MARKS = 36 ** WIDTH;

/** So many are told apart; beyond that nobody can tell which of them is new. */
export const MOST_BELOW_ZERO = 300;
const MANY = "*";

/** A text as five letters: 9 kB hold hundreds of them, and two texts share one in sixty million. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 0) % MARKS).toString(36).padStart(WIDTH, "0");
}

const marksIn = (told: string): string[] => told.match(/.{5}/g) ?? [];

/** What of `items` was not told yet, and all that is told once they are: `most` of them, the oldest are forgotten. */
export function toldWith(
  told: string,
  items: readonly string[],
  most: number,
): { readonly fresh: string[]; readonly told: string } {
  const known = new Set(marksIn(told));
  const fresh = [...new Set(items)].filter((item) => !known.has(markOf(item)));
  return { fresh, told: [...known, ...fresh.map(markOf)].slice(-most).join("") };
}

/**
 * What of `items` was not among those of the last look, and this look to compare the next with. Where they are too many to
 * remember, all of them are new the first time, and none until they are fewer again.
 */
export function newSince(before: string, items: readonly string[]): { readonly fresh: string[]; readonly now: string } {
  const all = [...new Set(items)];
  if (all.length > MOST_BELOW_ZERO) return { fresh: before === MANY ? [] : all, now: MANY };
  const known = new Set(marksIn(before));
  return {
    fresh: before === MANY ? [] : all.filter((item) => !known.has(markOf(item))),
    now: all.map(markOf).sort().join(""),
  };
}
