/**
 * A service or object of Apps Script with the members given; asking for any other throws its name.
 * `Members` is Google's own interface, so the compiler holds what is there to what Google has.
 */
export function service<Members extends object>(name: string, members: Partial<Members>): Members {
  return new Proxy(members, {
    get(target, member, receiver) {
      if (member in target && member !== "toString") return Reflect.get(target, member, receiver);
      if (member === "toString") return () => name;
      // Asked by the language itself: printing, awaiting, JSON.
      if (typeof member === "symbol" || ["then", "toJSON", "valueOf", "inspect"].includes(member)) return undefined;
      throw new Error(`workbench: ${name}.${member} is not implemented`);
    },
  }) as Members;
}

/** An enum whose values print and turn into JSON as their names. */
export function enumeration<Enum>(...names: readonly string[]): Enum {
  const value = (name: string, ordinal: number) => ({
    toString: () => name,
    toJSON: () => name,
    name: () => name,
    ordinal: () => ordinal,
    compareTo: (other: { ordinal(): number }) => ordinal - other.ordinal(),
  });
  return Object.fromEntries(names.map((name, ordinal) => [name, Object.freeze(value(name, ordinal))])) as Enum;
}
