/** Bundles things by the names that they have in common, directly or through others. */
export function bundles() {
  const idOf = new Map<string, number>();
  const parent: number[] = [];
  const root = (id: number): number => {
    let at = id;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  return {
    /** Says that these belong together. A new thing without a name is a bundle of its own. */
    tie(names: readonly string[]): number {
      const own = parent.length;
      parent.push(own);
      for (const name of names) {
        const known = idOf.get(name);
        if (known === undefined) idOf.set(name, own);
        else parent[root(own)] = root(known);
      }
      return own;
    },
    /** Which bundle it came to be in, by what `tie` gave. */
    of: root,
  };
}
