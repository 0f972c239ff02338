/** Not sendable: the whole value arrives as null then (React-Google-Apps-Script#28). */
class Unsendable extends Error {}

/** The JSON of a return value as `google.script.run` delivers it; undefined stays undefined. */
export function transferable(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  try {
    return JSON.stringify(plain(value, []));
  } catch (error) {
    if (error instanceof Unsendable) return "null";
    throw error;
  }
}

function plain(value: unknown, parents: readonly unknown[]): unknown {
  if (value === null || ["string", "number", "boolean", "undefined"].includes(typeof value)) return value;
  if (typeof value !== "object" || value instanceof Date || parents.includes(value)) throw new Unsendable();
  const path = [...parents, value];
  if (Array.isArray(value)) return value.map((each) => plain(each, path));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, path)]));
}
