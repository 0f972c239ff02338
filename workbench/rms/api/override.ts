/** A copy of `value` with other values put at dotted paths, such as `PackageModelList.0.basketId`; undefined takes the key away. */
export function overridden(value: object, overrides: Readonly<Record<string, unknown>>): object {
  const paths = Object.entries(overrides);
  if (paths.length === 0) return value;
  const copy = structuredClone(value);
  for (const [path, replacement] of paths) {
    if (!put(copy, path.split("."), replacement)) throw new RangeError(`There is no ${path} to override.`);
  }
  return copy;
}

/** As `overridden`, but what is not there is passed over. */
export function overriddenWhere(value: object, overrides: Readonly<Record<string, unknown>>): object {
  const copy = structuredClone(value);
  for (const [path, replacement] of Object.entries(overrides)) put(copy, path.split("."), replacement);
  return copy;
}

function put(target: object, [key, ...rest]: readonly string[], replacement: unknown): boolean {
  const slot = target as Record<string, unknown>;
  if (key === undefined) return false;
  if (rest.length > 0) {
    const next = slot[key];
    return typeof next === "object" && next !== null && put(next, rest, replacement);
  }
  if (replacement === undefined) delete slot[key];
  else slot[key] = replacement;
  return true;
}
