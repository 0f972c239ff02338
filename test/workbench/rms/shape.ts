/** Which types occur at which path of a JSON value: `OrderModelList[].orderNumber` -> string. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** `open` names paths whose keys are data, such as the ids below variants; they all count as `*`. */
export function shapeOf(values: readonly unknown[], open: readonly string[] = []): Map<string, Set<string>> {
  const shape = new Map<string, Set<string>>();
  const visit = (value: unknown, path: string): void => {
    const type = value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
    shape.set(path, (shape.get(path) ?? new Set()).add(type));
    if (Array.isArray(value)) for (const element of value) visit(element, `${path}[]`);
    else if (typeof value === "object" && value !== null) {
      const anyKey = open.some((end) => path.endsWith(end));
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${anyKey ? "*" : key}`);
    }
  };
  for (const value of values) visit(value, "$");
  return shape;
}

/** What `shape` has that `wider` has not, as readable lines. */
export function beyond(shape: Shape, wider: Shape): string[] {
  return [...shape].flatMap(([path, types]) => {
    const known = wider.get(path);
    if (!known) return [`${path} is unknown`];
    return [...types]
      .filter((type) => !known.has(type))
      .map((type) => `${path} is ${type}, not ${[...known].join(" or ")}`);
  });
}
