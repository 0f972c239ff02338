import type { RefusedRecord } from "./csv-file.ts";
import { type CsvListing, type InSlices, isPause } from "./csv-listings.ts";

/**
 * Each listing once, however often the files repeat it. Of those that contradict each other none is taken: which of
 * them is right, nobody but the shop can tell. `sameOf` names what two listings must not disagree about.
 */
export function* withoutRepeats(
  all: readonly CsvListing[],
  sameOf: (listing: CsvListing) => string,
): InSlices<{ readonly listings: readonly CsvListing[]; readonly refused: readonly RefusedRecord[] }> {
  const groups = new Map<string, CsvListing[]>();
  for (const [round, one] of all.entries()) {
    if (isPause(round)) yield;
    const name = sameOf(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else if (!group.some(({ listing }) => isSame(listing, one.listing))) group.push(one);
  }
  const listings: CsvListing[] = [];
  const refused: RefusedRecord[] = [];
  for (const group of groups.values())
    if (group.length === 1) listings.push(...group);
    else refused.push(...group.map(({ at }) => ({ at, reason: contradiction(group) })));
  return { listings, refused };
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

const contradiction = (group: readonly CsvListing[]): string =>
  `同じSKUの行が複数あり、内容が違います（${group.map(({ at }) => `${at.record}行目`).join("、")}）。どちらが正しいか確認してください。`;
