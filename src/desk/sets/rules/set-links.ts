import { plainCode } from "../../../shop/product-code.ts";
import type { SetRow } from "./set-row.ts";

/** The rows of every set, by its plain code. */
export type SetRows = ReadonlyMap<string, readonly SetRow[]>;

/** The sets, each after those that are parts of it; those on a circle, or with one inside, are left over. */
export function inOrder(sets: SetRows): {
  readonly ordered: readonly string[];
  readonly circling: ReadonlySet<string>;
} {
  const users = new Map<string, string[]>();
  const awaited = new Map<string, number>();
  for (const set of sets.keys()) {
    const inner = innerSets(sets, set);
    awaited.set(set, inner.length);
    for (const part of inner) users.set(part, [...(users.get(part) ?? []), set]);
  }
  const ordered = [...sets.keys()].filter((set) => awaited.get(set) === 0);
  // Grows while it is gone through.
  for (const done of ordered)
    for (const user of users.get(done) ?? []) {
      const left = (awaited.get(user) as number) - 1;
      awaited.set(user, left);
      if (left === 0) ordered.push(user);
    }
  const met = new Set(ordered);
  return { ordered, circling: new Set([...sets.keys()].filter((set) => !met.has(set))) };
}

/** The shortest way from a part of `set` back to `set`, both ends named; undefined where there is none. */
export function circleFrom(sets: SetRows, set: string, part: string, among: ReadonlySet<string>): string[] | undefined {
  const cameFrom = new Map([[part, ""]]);
  for (const [at] of cameFrom) {
    if (at === set) {
      const way: string[] = [];
      for (let step = at; step !== ""; step = cameFrom.get(step) ?? "") way.unshift(step);
      return [set, ...way];
    }
    for (const next of innerSets(sets, at).sort()) if (among.has(next) && !cameFrom.has(next)) cameFrom.set(next, at);
  }
  return undefined;
}

const innerSets = (sets: SetRows, set: string): string[] => [
  ...new Set((sets.get(set) ?? []).map(({ partCode }) => plainCode(partCode)).filter((part) => sets.has(part))),
];
